"""The readable tables: what the heads of the log's registers amount to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlite_utils import Database

from recorder.domain.columns import Column
from recorder.merge.registers import (
    Write,
    heads_of,
    is_deleted,
    resolve_scalar,
    resolve_text,
)
from recorder.storage.codec import CODECS, DELETED, TableCodec, decode_value, stored_parts
from recorder.storage.log import ChangeLog
from recorder.storage.registers import WRITE_COLUMNS

_BATCH = 500  # rows in one statement, far below SQLite's limit of bound parameters

JOINED = {("note", "text")}
"""Registers whose concurrent texts are joined; no other text is ever merged by the machine."""


class Projection:
    """Keeps the tables equal to the log; the caller owns the transaction."""

    def __init__(self, database: Database, log: ChangeLog) -> None:
        self._db = database.conn
        self._log = log

    def create(self, codec: TableCodec, row_id: str, parts: Iterable[Any]) -> None:
        """A row whose creation was just logged."""
        self._db.execute(codec.insert, [row_id, *parts, 0])

    def show(self, codec: TableCodec, row_id: str, column: str, value: Any) -> None:  # noqa: ANN401
        """The value of a register whose only head was just logged."""
        parts = stored_parts(codec.columns[column], value)
        self._db.execute(codec.updates[column], [*parts, row_id])
        self._settled(codec.table, row_id, column)

    def exist(self, codec: TableCodec, row_id: str, *, deleted: bool) -> None:
        """Whether the row is in sight, as its only head of existence says."""
        self._db.execute(
            f"UPDATE {codec.table} SET deleted = ? WHERE id = ?", [int(deleted), row_id]
        )
        self._settled(codec.table, row_id, DELETED)

    def _settled(self, table: str, row_id: str, column: str) -> None:
        register = [table, row_id, column]
        self._db.execute("DELETE FROM conflict WHERE tbl = ? AND row_id = ? AND col = ?", register)

    def refresh(self, table: str, row_id: str) -> None:
        """The whole row anew from its heads, after changes came from elsewhere."""
        self.refresh_many(table, [row_id])

    def refresh_many(self, table: str, row_ids: Sequence[str]) -> None:
        """Whole rows anew from their heads, with the conflicts that stand in them.

        A table of a later release is kept in the log alone, until an upgrade projects it.
        """
        for at in range(0, len(row_ids), _BATCH):
            batch = row_ids[at : at + _BATCH]
            heads = self._log.heads_of_rows(table, batch)
            marks = ", ".join("?" * len(batch))
            of_rows = f"WHERE tbl = ? AND row_id IN ({marks})"
            self._db.execute(f"DELETE FROM conflict {of_rows}", [table, *batch])
            self._list_conflicts(
                (table, row_id, column)
                for row_id, registers in heads.items()
                for column in registers_apart(registers)
            )
            codec = CODECS.get(table)
            if codec is not None:
                self._db.execute(f"DELETE FROM {table} WHERE id IN ({marks})", batch)
                self._db.executemany(
                    codec.insert,
                    [
                        _projected(codec, row_id, registers, self._past(table, row_id, registers))
                        for row_id, registers in heads.items()
                    ],
                )

    def _past(self, table: str, row_id: str, heads: "_Registers") -> "_Registers":
        """Of registers whose concurrent texts are joined, what the merge depends on."""
        return {
            column: self._log.writes_apart(table, row_id, column, each)
            for column, each in heads.items()
            if len(each) > 1 and (table, column) in JOINED
        }

    def _list_conflicts(self, registers: Iterable[tuple[str, str, str]]) -> None:
        self._db.executemany(
            "INSERT INTO conflict SELECT head.tbl, head.row_id, head.col, min(term.text) FROM head"
            " JOIN log ON log.no = head.change JOIN term ON term.no = log.scope"
            " WHERE head.tbl = ? AND head.row_id = ? AND head.col = ? GROUP BY 1, 2, 3",
            registers,
        )

    def rebuild(self) -> int:
        """All heads, tables and conflicts anew from the log; returns the number of rows."""
        for table in ("standing", "conflict", *CODECS):
            self._db.execute(f"DELETE FROM {table}")
        rows = 0
        for state in self.states():
            row = (state.table, state.row_id)
            self._db.executemany(
                "INSERT INTO standing VALUES (?, ?, ?)",
                [(state.no, self._log.numbers.term(name), no) for name, no in state.heads],
            )
            self._list_conflicts((*row, column) for column in state.apart)
            if state.line is not None:
                self._db.execute(CODECS[state.table].insert, state.line)
                rows += 1
        return rows

    def states(self) -> Iterator["RowState"]:
        """What the log makes of every row, one after the other.

        By the index of rows: sorting a million changes would take as much memory as they are.
        """
        stored = self._db.execute(
            f"SELECT row, tbl, logged_row.id, col, log.no, {WRITE_COLUMNS}"
            " FROM log INDEXED BY log_row JOIN logged_row ON logged_row.no = row ORDER BY row"
        )
        for (row, tbl, row_id), of_row in groupby(stored, key=itemgetter(0, 1, 2)):
            yield self._state(row, (self._log.numbers.text(tbl), row_id), of_row)

    def _state(self, row: int, key: tuple[str, str], stored: Iterable[Sequence[Any]]) -> "RowState":
        table, row_id = key
        numbers: dict[bytes, int] = {}
        writes: dict[str, list[Write]] = {}
        for _, _, _, col, no, *write in stored:
            numbers[write[0]] = no
            writes.setdefault(self._log.numbers.text(col), []).append(self._log.write_of(write))
        heads = {column: heads_of(each) for column, each in writes.items()}
        codec = CODECS.get(table)
        return RowState(
            row,
            table,
            row_id,
            [(column, numbers[head.id]) for column, each in heads.items() for head in each],
            registers_apart(heads),
            _projected(codec, row_id, heads, writes) if codec else None,
        )


@dataclass(frozen=True, slots=True)
class RowState:
    """What the log makes of a row.

    Attributes:
        no: the number by which the log calls it.
        table: a table of a later release has no line.
        row_id: the row's id.
        heads: column and number of each standing write.
        apart: the columns that stand in conflict.
        line: the values of the table's line in the order of its codec, `deleted` at the end.
    """

    no: int
    table: str
    row_id: str
    heads: list[tuple[str, int]]
    apart: list[str]
    line: list[Any] | None


_Registers = Mapping[str, list[Write]]


def registers_apart(heads: _Registers) -> list[str]:
    """The registers of a row that stand in conflict, from the heads of all of them.

    Those whose standing writes say different things, and the existence of a row that one deleted
    while another went on with it.
    """
    apart = [column for column, each in heads.items() if len({write.value for write in each}) > 1]
    deletions = [each for each in heads.get(DELETED, ()) if each.value == "1"]
    if deletions and DELETED not in apart and not _existence(heads):
        apart.append(DELETED)
    return apart


def _projected(codec: TableCodec, row_id: str, heads: _Registers, past: _Registers) -> list[Any]:
    """A row's line in its table; `past` are all writes of the registers that are joined."""
    parts: list[Any] = [row_id]
    for name, column in codec.columns.items():
        standing = heads.get(name)
        value = _resolved(codec.table, column, standing, past) if standing else column.default
        parts.extend(stored_parts(column, value))
    return [*parts, _existence(heads)]


def _resolved(table: str, column: Column, heads: list[Write], past: _Registers) -> Any:  # noqa: ANN401
    joined = len(heads) > 1 and (table, column.name) in JOINED
    text = resolve_text(past[column.name]) if joined else resolve_scalar(heads)
    return decode_value(column, text)


def _existence(heads: _Registers) -> int | None:
    existence = heads.get(DELETED)
    if not existence:
        return None
    others = [head.id for name, each in heads.items() if name != DELETED for head in each]
    return int(is_deleted(existence, others))
