"""A merge that is undone: what came is held back, kept and shown to nobody, until it is released.

No inverse change is written (FORMAT 11): what the others wrote is still what they wrote, and comes
back whole. What the user has gone on from since stays, with all that it hangs from.
"""

import json
from collections.abc import Iterable

from sqlite_utils import Database

from recorder.domain.changes import Changes
from recorder.domain.identity import new_id
from recorder.domain.log import LoggedValue, Vector, Version, to_document
from recorder.domain.sharing import HeldBack
from recorder.merge.registers import heads_of
from recorder.storage.branches import ENDS
from recorder.storage.registers import WRITE_COLUMNS, split
from recorder.storage.writer import Writer

_Key = tuple[str, str]


class Holding:
    """Takes the latest delivery out of the log, and gives it back."""

    def __init__(self, database: Database, writer: Writer) -> None:
        self._database, self._db = database, database.conn
        self._writer, self._log = writer, writer.log

    def latest(self) -> str | None:
        """When the delivery came that `hold` would hold back, None when there is none."""
        found = self._db.execute("SELECT wall FROM delivery ORDER BY no DESC LIMIT 1").fetchone()
        return found[0] if found else None

    def count(self) -> int:
        """How many changes are held back."""
        return int(self._db.execute("SELECT count(*) FROM held").fetchone()[0])

    def hold(self) -> HeldBack | None:
        """Hold the latest delivery back; None when there is none."""
        with self._writer.transaction():
            found = self._db.execute(
                "SELECT no, first, last FROM delivery ORDER BY no DESC LIMIT 1"
            ).fetchone()
            if found is None:
                return None
            delivery, first, last = found
            came = list(self._log.between(first, last))
            needed = self._needed(came, last)
            gone = [(no, logged) for no, logged in came if logged.id not in needed]
            self._keep(logged for _, logged in gone)
            rows = self._take_out([no for no, _ in gone])
            self._show(rows)
            self._db.execute("DELETE FROM delivery WHERE no = ?", [delivery])
            self._db.execute(
                "UPDATE exported SET change = ?1 WHERE change > ?1", [self._log.last_no()]
            )
        return self._told(gone, rows, len(needed))

    def _needed(self, came: list[tuple[int, LoggedValue]], last: int) -> set[bytes]:
        """What the user has gone on from since, with all that it hangs from."""
        by_id = {logged.id: logged.change for _, logged in came}
        later = self._db.execute("SELECT parents FROM log WHERE no > ?", [last])
        waiting = [each for (parents,) in later for each in split(parents) if each in by_id]
        followed = self._db.execute(
            "SELECT id FROM log WHERE no BETWEEN ? AND ?2 AND EXISTS (SELECT 1 FROM log AS later"
            " WHERE later.site = log.site AND later.scope = log.scope AND later.no > ?2)",
            [came[0][0] if came else 0, last],
        )
        waiting += [change_id for (change_id,) in followed]
        needed: set[bytes] = set()
        while waiting:
            each = waiting.pop()
            if each not in needed and each in by_id:
                needed.add(each)
                waiting += [*by_id[each].parents, by_id[each].previous]
        return needed

    def _keep(self, gone: Iterable[LoggedValue]) -> None:
        self._db.executemany(
            "INSERT OR REPLACE INTO held VALUES (?, ?)",
            [(each.id, json.dumps(to_document(each))) for each in gone],
        )

    def _take_out(self, numbers: list[int]) -> dict[int, _Key]:
        """Take changes out of the log, its heads, seals and ends; answers the rows they wrote."""
        marked = [json.dumps(numbers)]
        these = "(SELECT value FROM json_each(?))"
        rows = self._db.execute(
            "SELECT DISTINCT row, term.text, logged_row.id FROM log"
            " JOIN logged_row ON logged_row.no = row JOIN term ON term.no = logged_row.tbl"
            f" WHERE log.no IN {these}",
            marked,
        ).fetchall()
        chains = self._db.execute(
            "SELECT DISTINCT site, scope, text FROM log JOIN term ON term.no = scope"
            f" WHERE log.no IN {these}",
            marked,
        ).fetchall()
        for table, column in (("seal", "change"), ("standing", "change"), ("log", "no")):
            self._db.execute(f"DELETE FROM {table} WHERE {column} IN {these}", marked)
        for site, scope, text in chains:
            self._db.execute("DELETE FROM version WHERE site = ? AND scope = ?", [site, text])
            self._db.execute(ENDS.format(where=" WHERE site = ? AND scope = ?"), [site, scope])
        self._log.forget_caches()
        return {row: (table, row_id) for row, table, row_id in rows}

    def _show(self, rows: dict[int, _Key]) -> None:
        """Heads and tables as the log makes them now."""
        for row in rows:
            self._db.execute("DELETE FROM standing WHERE row = ?", [row])
            self._db.executemany("INSERT INTO standing VALUES (?, ?, ?)", self._heads(row))
        touched: dict[str, list[str]] = {}
        for table, row_id in rows.values():
            touched.setdefault(table, []).append(row_id)
        for table, row_ids in sorted(touched.items()):
            self._writer.projection.refresh_many(table, sorted(row_ids))
        self._writer.index.update_many(sorted(rows.values()))

    def _heads(self, row: int) -> list[tuple[int, int, int]]:
        stored = self._db.execute(
            f"SELECT col, log.no, {WRITE_COLUMNS} FROM log WHERE row = ?", [row]
        ).fetchall()
        numbers = {write[0]: (col, no) for col, no, *write in stored}
        by_column: dict[int, list[bytes]] = {}
        writes = {write[0]: self._log.write_of(write) for _, _, *write in stored}
        for change_id, (col, _) in numbers.items():
            by_column.setdefault(col, []).append(change_id)
        return [
            (row, col, numbers[head.id][1])
            for col, ids in by_column.items()
            for head in heads_of([writes[each] for each in ids])
        ]

    def _told(
        self, gone: list[tuple[int, LoggedValue]], rows: dict[int, _Key], kept: int
    ) -> HeldBack:
        ids: dict[str, set[str]] = {}
        for table, row_id in rows.values():
            ids.setdefault(table, set()).add(row_id)
        touched = {table: frozenset(each) for table, each in ids.items()}
        scopes = frozenset(logged.change.scope for _, logged in gone)
        changes = Changes("merge.hold", new_id(), touched, scopes)
        return HeldBack(self._writer.mentions.concerned(changes), len(gone), kept)

    ## What is held

    def ids(self) -> set[bytes]:
        """The changes that are held back."""
        return {each for (each,) in self._db.execute("SELECT id FROM held")}

    def known_part(self, vector: Vector) -> Vector:
        """A vector of which ends that are held became the last change before them that is not.

        Else a chain would be given whole again to whoever has more of it than is shown here.
        """
        held = {each: self._before(each) for each in self.ids()}
        known: Vector = {}
        for key, version in vector.items():
            at = version
            while at.id in held:
                at = held[at.id]
            known[key] = at
        return known

    def _before(self, change_id: bytes) -> Version:
        found = self._db.execute("SELECT document FROM held WHERE id = ?", [change_id]).fetchone()
        document = json.loads(found[0])
        return Version(document["seq"] - 1, bytes.fromhex(document["previous"]))
