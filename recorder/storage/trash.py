"""Deleted rows: what they said, who deleted them when, and their way back."""

from collections.abc import Iterable, Iterator

from sqlite_utils import Database

from recorder.domain.changes import Changes
from recorder.domain.identity import DIRECTORY
from recorder.domain.past import Trashed
from recorder.domain.record import TABLES
from recorder.domain.row import Row
from recorder.storage.codec import CODECS, DELETED
from recorder.storage.row_lines import RowLines
from recorder.storage.writer import Writer

_PARENTS = {
    "follow_up": ("recommendation", "recommendation_id"),
    "support": ("recommendation", "recommendation_id"),
    "source": ("recommendation", "recommendation_id"),
    "carried": ("recommendation", "recommendation_id"),
    "host": ("organisation", "organisation_id"),
    "attendance": ("person", "person_id"),
}
"""Beside its meeting: with which row a row of a table is in sight or not."""

_DELETED = (
    # CROSS keeps SQLite from beginning with all heads of the table: few rows are deleted.
    "SELECT head.row_id, max(change.no), ifnull(author.name, ''), wall FROM {table}"
    " CROSS JOIN head ON head.tbl = '{table}' AND head.row_id = {table}.id AND head.col = ?"
    " JOIN change ON change.no = head.change JOIN action ON action.no = change.action"
    " LEFT JOIN author ON author.id = action.author"
    " WHERE {table}.deleted = 1 AND value = '1'{more} GROUP BY head.row_id"
)

_NOT_COPIED = (
    " AND NOT EXISTS (SELECT 1 FROM change AS made WHERE made.action = change.action"
    " AND made.tbl = 'note' AND made.col = 'deleted' AND made.value = '0'"
    " AND made.parents = x'' AND made.row_id <> change.row_id)"
)
"""A note that goes over the wall lives on in its copy (FORMAT 12); it was not thrown away."""


class Trash:
    """Reads what was deleted, and brings it back."""

    def __init__(self, database: Database, writer: Writer) -> None:
        self._db = database.conn
        self._writer = writer

    def all(self, meeting_id: str | None = None, limit: int | None = None) -> list[Trashed]:
        """What was deleted, the latest first: everywhere, or in one meeting.

        Rows in sight of themselves that only went out of sight with a deleted meeting are not
        listed: they return with it.
        """
        found = sorted(self._found(meeting_id), reverse=True)
        lines = RowLines(self._writer)
        return [
            trashed
            for _no, table, row_id, author, wall in found[:limit]
            if (trashed := self._told(lines, (table, row_id), author, wall))
        ]

    def bring_back(self, rows: Iterable[tuple[str, str]]) -> Changes:
        """Let deleted rows, by table and id, be in sight again, in one action."""
        with self._writer.action("trash.restore") as action:
            for table, row_id in rows:
                if self._is_deleted(table, row_id):
                    action.restore(table, row_id)
        return action.changes()

    def _found(self, meeting_id: str | None) -> Iterator[tuple[int, str, str, str, str]]:
        for table, row_type in TABLES.items():
            more, values = _NOT_COPIED if table == "note" else "", [DELETED]
            if meeting_id is not None:
                column = "id" if table == "meeting" else "meeting_id"
                if column != "id" and column not in row_type.__dataclass_fields__:
                    continue
                more, values = f"{more} AND {table}.{column} = ?", [DELETED, meeting_id]
            for row_id, no, author, wall in self._db.execute(
                _DELETED.format(table=table, more=more), values
            ):
                yield no, table, row_id, author, wall

    def _told(
        self, lines: RowLines, place: tuple[str, str], author: str, wall: str
    ) -> Trashed | None:
        table, row_id = place
        stored = self._writer.stored(CODECS[table], row_id)
        if stored is None:
            return None
        row = stored[0]
        scope = None if row.scope == DIRECTORY else row.scope
        return Trashed(
            table=table, row_id=row_id, text=lines.line_of(row), author=author, wall=wall,
            meeting_id=scope,
            meeting_title=lines.line("meeting", scope) if scope and table != "meeting" else "",
            hidden_by=self._hidden_by(row),
        )  # fmt: skip

    def _hidden_by(self, row: Row) -> str:
        parents = [("meeting", "meeting_id")] if row.TABLE != "meeting" else []
        if row.TABLE in _PARENTS:
            parents.append(_PARENTS[row.TABLE])
        for table, column in parents:
            parent_id = getattr(row, column, None)
            if parent_id and self._is_deleted(table, parent_id):
                return table
        return ""

    def _is_deleted(self, table: str, row_id: str) -> bool:
        stored = self._writer.stored(CODECS[table], row_id)
        return stored is not None and not stored[1]
