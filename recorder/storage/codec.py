"""How a register's value looks in the log (JSON), in a table (columns) and in a row (domain)."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from recorder.domain.alias import ALIAS_TYPES
from recorder.domain.columns import COMPOUNDS, Column, Compound, Shape, check_value
from recorder.domain.directory import Author
from recorder.domain.record import ROW_TYPES
from recorder.domain.row import Row
from recorder.domain.values import InvalidValueError

DELETED = "deleted"
"""The register of a row's existence: 0 since it was created, 1 once it was deleted."""

_ROW_TYPES: tuple[type[Row], ...] = (*ROW_TYPES, Author, *ALIAS_TYPES)


def encode_value(column: Column, value: Any) -> str:
    """The value as the log holds it: JSON text, a compound as a list of its parts."""
    if column.shape in COMPOUNDS:
        value = [getattr(value, part.name) for part in fields(value)]
    return json.dumps(value, ensure_ascii=False)


def decode_value(column: Column, text: str) -> Any:
    """The value that a log entry stands for; what cannot be one reads as the default.

    Tolerant, since a later release or a damaged neighbour may have written it (FORMAT 8); the
    log keeps the entry as it came.
    """
    try:
        value = json.loads(text)
        if column.shape in COMPOUNDS:
            value = COMPOUNDS[column.shape](*value)
        return check_value(column, value)
    except (InvalidValueError, ValueError, TypeError, RecursionError):
        return column.default


def decode_any(column: Column | None, text: str) -> Any:
    """The same for a column that may be of a later release: then what its JSON says, if it is."""
    if column is not None:
        return decode_value(column, text)
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def stored_parts(column: Column, value: Any) -> tuple[Any, ...]:
    """The value as the table's columns hold it, one for each of `column.parts`."""
    if column.shape in COMPOUNDS:
        return tuple(getattr(value, part.name) for part in fields(value))
    if isinstance(value, bool):
        return (int(value),)
    return (value if value is None or isinstance(value, int) else str(value),)


class TableCodec:
    """One table and the row type that it projects."""

    def __init__(self, row_type: type[Row]) -> None:
        self.row_type = row_type
        self.table = row_type.TABLE
        self.columns = {column.name: column for column in row_type.registers()}
        self.names = ("id", *(part for each in self.columns.values() for part in each.parts))
        self.select = f"SELECT {', '.join(self.names)} FROM {self.table}"
        self._plain: list[tuple[str, int]] = [("id", 0)]
        self._mapped: list[tuple[str, int, dict[Any, Any]]] = []
        self._compound: list[tuple[str, int, type[Compound]]] = []
        self._index()
        self.defaults = tuple(
            part for each in self.columns.values() for part in stored_parts(each, each.default)
        )
        marks = ", ".join("?" * (len(self.names) + 1))
        self.insert = (
            f"INSERT INTO {self.table} ({', '.join(self.names)}, deleted) VALUES ({marks})"
        )
        self.updates = {
            name: f"UPDATE {self.table} SET "
            + ", ".join(f"{part} = ?" for part in column.parts)
            + " WHERE id = ?"
            for name, column in self.columns.items()
        }

    def _index(self) -> None:
        at = 1
        for name, column in self.columns.items():
            if column.shape in COMPOUNDS:
                self._compound.append((name, at, COMPOUNDS[column.shape]))
            elif column.shape is Shape.TOKEN and column.tokens is not None:
                self._mapped.append((name, at, dict(column.tokens._value2member_map_)))
            elif column.shape is Shape.BOOLEAN:
                self._mapped.append((name, at, {0: False, 1: True}))
            else:
                self._plain.append((name, at))
            at += len(column.parts)

    def read(self, stored: Sequence[Any]) -> Row:
        """The row from what `select` answered; trusted, since it was checked when written."""
        values = {name: stored[at] for name, at in self._plain}
        for name, at, members in self._mapped:
            value = stored[at]
            values[name] = members.get(value, value)
        for name, at, compound in self._compound:
            values[name] = compound(stored[at], stored[at + 1])
        return self.row_type.trusted(values)

    def parts(self, row: Row) -> Iterable[Any]:
        """The row's values in the order of `names`, without the id."""
        for name, column in self.columns.items():
            yield from stored_parts(column, getattr(row, name))


CODECS = {row_type.TABLE: TableCodec(row_type) for row_type in _ROW_TYPES}
"""How to read and write each projected table."""
