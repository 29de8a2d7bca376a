"""What a delivery makes of the tables, counted while it lies in them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from recorder.domain.identity import DIRECTORY
from recorder.domain.sharing import Delivery
from recorder.storage.codec import CODECS, DELETED
from recorder.storage.engine import Connection
from recorder.storage.log import Arrival

_Key = tuple[str, str]


def note_delivery(connection: Connection, numbers: tuple[int, int], wall: str) -> None:
    """Remember from which number of the log to which a delivery went, so that it can be undone."""
    connection.execute(
        "INSERT INTO delivery (first, last, wall) VALUES (?, ?, ?)", [*numbers, wall]
    )


class Accounting:
    """Looks at the archive before a delivery, and again when it was taken in."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._conflicts = self._conflicts_now()
        self._last = self._db.execute("SELECT ifnull(max(no), 0) FROM log").fetchone()[0]
        self._gone = {table: self._deleted(table) for table in CODECS}

    def delivery(self, taken: Sequence[Arrival], waiting: int) -> Delivery:
        """What the delivery did; the caller is in the transaction that took it in."""
        rows = {each.register[:2] for each in taken}
        new = self._new_rows()
        gone = {
            (table, row_id)
            for table in {each[0] for each in rows}
            for row_id in self._deleted(table) - self._gone.get(table, set())
        }
        conflicts = self._conflicts_now() - self._conflicts
        return Delivery(
            added=_by_table(rows & new - gone),
            changed=_by_table(rows - new - gone),
            deleted=_by_table(rows & gone - new),
            conflicts=tuple(sorted(conflicts)),
            deleted_and_edited=sum(column == DELETED for _, _, column in conflicts),
            authors=self._authors(taken),
            meetings=tuple(sorted({each.logged.change.scope for each in taken} - {DIRECTORY})),
            waiting=waiting,
        )

    def _new_rows(self) -> set[_Key]:
        """The rows of which the log told nothing before."""
        found = self._db.execute(
            "SELECT term.text, logged_row.id"
            " FROM (SELECT DISTINCT row FROM log WHERE no > ?1) AS it"
            " JOIN logged_row ON logged_row.no = it.row JOIN term ON term.no = logged_row.tbl"
            " WHERE (SELECT min(no) FROM log WHERE log.row = it.row) > ?1",
            [self._last],
        )
        return set(found.fetchall())

    def _deleted(self, table: str) -> set[str]:
        if table not in CODECS:
            return set()
        found = self._db.execute(f"SELECT id FROM {table} WHERE deleted = 1")
        return {row_id for (row_id,) in found}

    def _conflicts_now(self) -> set[tuple[str, str, str]]:
        return set(self._db.execute("SELECT tbl, row_id, col FROM conflict").fetchall())

    def _authors(self, taken: Iterable[Arrival]) -> tuple[tuple[str, int], ...]:
        names = dict(self._db.execute("SELECT id, ifnull(name, '') FROM author").fetchall())
        count = Counter(names.get(each.logged.change.author, "") for each in taken)
        return tuple(sorted(count.items(), key=lambda each: (-each[1], each[0])))


def _by_table(rows: Iterable[_Key]) -> dict[str, int]:
    return dict(sorted(Counter(table for table, _ in rows).items()))
