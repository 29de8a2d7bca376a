"""What the log holds of registers: the writes that stand, and those that they replaced."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from recorder.merge.registers import Write
from recorder.storage.branches import Branches
from recorder.storage.engine import Connection
from recorder.storage.numbering import Numbering

_HASH = 32

WRITE_COLUMNS = "log.id, lamport, log.site, value, parents"
"""What `write_of` makes a write of."""


@dataclass(frozen=True, slots=True)
class Head:
    """A write that nobody replaced."""

    no: int
    write: Write


class Registers:
    """Reads the writes of registers, as merging wants them."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self.branches = Branches(connection)
        self.numbers = Numbering(connection)

    def heads(self, table: str, row_id: str, column: str | None = None) -> dict[str, list[Head]]:
        """The standing writes of a row's registers (or of one of them), by column."""
        row, col = self._register(table, row_id, column)
        found = self._db.execute(
            f"SELECT standing.col, log.no, {WRITE_COLUMNS} FROM standing"
            " JOIN log ON log.no = standing.change WHERE standing.row = ?"
            + (" AND standing.col = ?" if column else ""),
            [row, *([col] if column else [])],
        )
        heads: dict[str, list[Head]] = {}
        for col_no, no, *stored in found:
            name = self.numbers.text(col_no)
            heads.setdefault(name, []).append(Head(no, self.write_of(stored)))
        return heads

    def _register(
        self, table: str, row_id: str, column: str | None
    ) -> tuple[int | None, int | None]:
        """The numbers of a row and a column, None for what the log never told of."""
        col = self.numbers.find_term(column) if column else None
        return self.numbers.find_row(table, row_id), col

    def writes(self, table: str, row_id: str, column: str) -> list[Write]:
        """All writes of a register, replaced ones included."""
        found = self._db.execute(
            f"SELECT {WRITE_COLUMNS} FROM log WHERE row = ? AND col = ?",
            self._register(table, row_id, column),
        )
        return [self.write_of(stored) for stored in found]

    def heads_of_rows(
        self, table: str, row_ids: Sequence[str]
    ) -> dict[str, dict[str, list[Write]]]:
        """The standing writes of some rows, by row and column; rows without any are left out."""
        numbers = self.numbers.find_rows(table, row_ids)
        ids = {no: row_id for row_id, no in numbers.items()}
        found = self._db.execute(
            f"SELECT standing.row, standing.col, {WRITE_COLUMNS} FROM standing JOIN log"
            f" ON log.no = standing.change WHERE standing.row IN ({', '.join('?' * len(ids))})",
            list(ids),
        )
        writes: dict[str, dict[str, list[Write]]] = {}
        for row, col, *stored in found:
            registers = writes.setdefault(ids[row], {})
            registers.setdefault(self.numbers.text(col), []).append(self.write_of(stored))
        return writes

    def writes_apart(
        self, table: str, row_id: str, column: str, heads: Sequence[Write]
    ) -> list[Write]:
        """What a merge of a register's heads depends on, without all that lies between.

        A hot note has thousands of writes. Where the heads have one latest common write they
        are returned as if they had been made on it; where they have several, which must be
        merged in their turn, all writes of the register are.
        """
        commons = self._latest_common(table, row_id, column, heads)
        if len(commons) > 1:
            return self.writes(table, row_id, column)
        past = frozenset(commons)
        return [*(each._replace(parents=past) for each in heads), *map(self._write, commons)]

    def _latest_common(
        self, table: str, row_id: str, column: str, heads: Sequence[Write]
    ) -> list[bytes]:
        """The latest writes that all the heads had seen, found from the newest backwards."""
        every = (1 << len(heads)) - 1
        seen_by = {each.id: 1 << at for at, each in enumerate(heads)}
        commons: list[bytes] = []
        older: set[bytes] = set()
        # What a write replaces was logged before it.
        found = self._db.execute(
            "SELECT id, parents FROM log WHERE row = ? AND col = ? ORDER BY no DESC",
            self._register(table, row_id, column),
        )
        for change_id, joined in found:
            sides = seen_by.pop(change_id, 0)
            if not sides:
                continue
            parents = split(joined)
            if change_id in older or sides == every:
                if change_id not in older:
                    commons.append(change_id)
                older.update(parents)
            for parent in parents:
                seen_by[parent] = seen_by.get(parent, 0) | sides
            if older.issuperset(seen_by):
                break
        return commons

    def _write(self, change_id: bytes) -> Write:
        """One write by its id."""
        found = self._db.execute(f"SELECT {WRITE_COLUMNS} FROM log WHERE id = ?", [change_id])
        return self.write_of(found.fetchone())

    def write_of(self, stored: Sequence[Any]) -> Write:
        """The write of a stored id, lamport, site number, value and parents."""
        change_id, lamport, site_no, value, parents = stored
        name = self.branches.name(site_no)
        return Write(change_id, lamport, name, value or "null", _set_of(parents))


def split(joined: bytes) -> list[bytes]:
    """The hashes of a run of them; nearly always there is one."""
    if len(joined) == _HASH:
        return [joined]
    return [joined[at : at + _HASH] for at in range(0, len(joined), _HASH)]


def _set_of(joined: bytes) -> frozenset[bytes]:
    return frozenset(split(joined))
