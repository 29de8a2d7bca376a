"""The readable tables: what the heads of the log's registers amount to."""

from collections.abc import Iterable
from itertools import groupby
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
from recorder.storage.log import ChangeLog, split

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

    def exist(self, codec: TableCodec, row_id: str, *, deleted: bool) -> None:
        """Whether the row is in sight, as its only head of existence says."""
        self._db.execute(
            f"UPDATE {codec.table} SET deleted = ? WHERE id = ?", [int(deleted), row_id]
        )

    def refresh(self, table: str, row_id: str) -> None:
        """The whole row anew from its heads, after changes came from elsewhere.

        A table of a later release is kept in the log alone, until an upgrade projects it.
        """
        codec = CODECS.get(table)
        if codec is not None:
            heads = self._log.heads(table, row_id)
            writes = {name: [head.write for head in each] for name, each in heads.items()}
            for joined, column in JOINED:
                if joined == table and len(writes.get(column, ())) > 1:
                    writes[column] = self._log.writes(table, row_id, column)
            self._db.execute(f"DELETE FROM {table} WHERE id = ?", [row_id])
            self._db.execute(codec.insert, _projected(codec, row_id, writes))

    def rebuild(self) -> int:
        """All heads and tables anew from the log; returns the number of rows."""
        self._db.execute("DELETE FROM head")
        for codec in CODECS.values():
            self._db.execute(f"DELETE FROM {codec.table}")
        rows = 0
        stored = self._db.execute(
            "SELECT tbl, row_id, col, change.no, change.id, lamport, site.id, value, parents"
            " FROM change JOIN site ON site.no = change.site ORDER BY tbl, row_id, col, change.no"
        ).fetchall()
        for (table, row_id), group in groupby(stored, key=lambda each: (each[0], each[1])):
            rows += self._rebuild_row(table, row_id, list(group))
        return rows

    def _rebuild_row(self, table: str, row_id: str, stored: list[tuple[Any, ...]]) -> int:
        numbers = {line[4]: line[3] for line in stored}
        writes: dict[str, list[Write]] = {}
        for _, _, column, _, change_id, lamport, site, value, parents in stored:
            write = Write(change_id, lamport, site, value or "null", frozenset(split(parents)))
            writes.setdefault(column, []).append(write)
        heads = {column: heads_of(each) for column, each in writes.items()}
        shown = heads | {name: each for name, each in writes.items() if (table, name) in JOINED}
        self._db.executemany(
            "INSERT INTO head VALUES (?, ?, ?, ?)",
            [
                (table, row_id, column, numbers[head.id])
                for column, each in heads.items()
                for head in each
            ],
        )
        codec = CODECS.get(table)
        if codec is None:
            return 0
        self._db.execute(codec.insert, _projected(codec, row_id, shown))
        return 1


def _projected(codec: TableCodec, row_id: str, heads: dict[str, list[Write]]) -> list[Any]:
    parts: list[Any] = [row_id]
    for name, column in codec.columns.items():
        shown = heads.get(name)
        value = _resolved(codec.table, column, shown) if shown else column.default
        parts.extend(stored_parts(column, value))
    return [*parts, _existence(heads)]


def _resolved(table: str, column: Column, heads: list[Write]) -> Any:  # noqa: ANN401
    joined = (table, column.name) in JOINED
    return decode_value(column, resolve_text(heads) if joined else resolve_scalar(heads))


def _existence(heads: dict[str, list[Write]]) -> int | None:
    existence = heads.get(DELETED)
    if not existence:
        return None
    others = [
        head.id
        for name, each in heads.items()
        if name != DELETED
        for head in (each if len(each) == 1 else heads_of(each))
    ]
    return int(is_deleted(existence, others))
