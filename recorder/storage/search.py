"""Finding Arabic as people write it: folded words and light stems in a contentless FTS5 index."""

from sqlite_utils import Database

from recorder.domain.summaries import Hit
from recorder.language.folding import index_terms, query_terms

SEARCHED: dict[str, tuple[str, ...]] = {
    "note": ("text", "speaker_label"),
    "recommendation": ("text", "indicator"),
    "decision": ("text",),
    "issue": ("text",),
    "meeting": ("title", "title_en", "number", "venue", "purpose"),
    "agenda_item": ("title", "summary"),
    "person": ("name", "name_en", "role"),
    "organisation": ("name", "name_en", "acronym"),
}
"""The columns by which rows of each table are found."""


class SearchIndex:
    """Kept beside the tables, in their transactions; it holds word forms, no sentences."""

    def __init__(self, database: Database) -> None:
        self._db = database.conn

    def update(self, table: str, row_id: str) -> None:
        """Index the row as it stands now; a row that is gone leaves the index."""
        columns = SEARCHED.get(table)
        if columns is None:
            return
        found = self._db.execute(
            f"SELECT {', '.join(columns)} FROM {table} WHERE id = ? AND deleted = 0", [row_id]
        ).fetchone()
        number = self._number(table, row_id)
        if found is None:
            self._db.execute("DELETE FROM search_index WHERE rowid = ?", [number])
            return
        terms = index_terms("\n".join(filter(None, found)))
        self._db.execute(
            "INSERT OR REPLACE INTO search_index (rowid, terms) VALUES (?, ?)", [number, terms]
        )

    def rebuild(self) -> None:
        """The whole index anew from the tables."""
        self._db.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
        self._db.execute("DELETE FROM search_row")
        for table in SEARCHED:
            ids = self._db.execute(f"SELECT id FROM {table} WHERE deleted = 0 ORDER BY id")
            for (row_id,) in ids.fetchall():
                self.update(table, row_id)

    def find(self, words: str, *, meeting_id: str | None = None, limit: int = 50) -> list[Hit]:
        """The rows that hold all the words, the last one also as a beginning; newest first."""
        terms = query_terms(words)
        if not terms:
            return []
        quoted = [f'"{term}"' for term in terms]
        found = self._db.execute(
            "SELECT tbl, row_id FROM search_index JOIN search_row ON no = search_index.rowid"
            " WHERE search_index MATCH ? ORDER BY search_index.rowid DESC",
            [" ".join([*quoted[:-1], f"{quoted[-1]} *"])],
        )
        hidden = {
            row_id for (row_id,) in self._db.execute("SELECT id FROM meeting WHERE deleted = 1")
        }
        hits: list[Hit] = []
        for table, row_id in found:
            hit = self._hit(table, row_id)
            if meeting_id in (None, hit.meeting_id) and hit.meeting_id not in hidden:
                hits.append(hit)
            if len(hits) == limit:
                break
        return hits

    def _hit(self, table: str, row_id: str) -> Hit:
        scope = {"meeting": "id", "person": "NULL", "organisation": "NULL"}.get(table, "meeting_id")
        columns = ", ".join(SEARCHED[table])
        meeting_id, *texts = self._db.execute(
            f"SELECT {scope}, {columns} FROM {table} WHERE id = ?", [row_id]
        ).fetchone()
        text = next(filter(None, texts), "")
        return Hit(table=table, row_id=row_id, meeting_id=meeting_id, text=text)

    def _number(self, table: str, row_id: str) -> int:
        found = self._db.execute(
            "SELECT no FROM search_row WHERE row_id = ? AND tbl = ?", [row_id, table]
        ).fetchone()
        if found:
            return int(found[0])
        cursor = self._db.execute(
            "INSERT INTO search_row (tbl, row_id) VALUES (?, ?)", [table, row_id]
        )
        return int(cursor.lastrowid or 0)
