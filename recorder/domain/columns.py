"""The kinds of column that a row may have, declared once in its dataclass.

Storage, interchange and the hostile-input checks all read the same declaration, so a new field
is one line in the domain and one migration.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, field, fields
from enum import StrEnum
from typing import Any

from recorder.domain.values import (
    InvalidValueError,
    check_clock,
    check_date,
    check_instant,
    check_integer,
    check_text,
)


@dataclass(frozen=True)
class Place:
    """Where a row stands: under which parent, and its order key there; never torn (FORMAT 6)."""

    parent_id: str | None = None
    sort_key: str = ""


@dataclass(frozen=True)
class Speaker:
    """Who said it: a person of the directory, or a group by its label; never torn (FORMAT 6)."""

    person_id: str | None = None
    label: str = ""


@dataclass(frozen=True)
class Subject:
    """What a position or an attachment is about: a table and a row of it; never torn."""

    table: str = ""
    row_id: str | None = None


Compound = Place | Speaker | Subject


class Shape(StrEnum):
    """What a column holds."""

    TEXT = "text"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"
    CLOCK = "clock"
    INSTANT = "instant"
    TOKEN = "token"  # noqa: S105 - a kind of column, not a secret
    REFERENCE = "identity"
    PLACE = "place"
    SPEAKER = "speaker"
    SUBJECT = "subject"


COMPOUNDS: dict[Shape, type[Compound]] = {
    Shape.PLACE: Place,
    Shape.SPEAKER: Speaker,
    Shape.SUBJECT: Subject,
}


@dataclass(frozen=True)
class Column:
    """One register of a row.

    Attributes:
        name: the field's name, which is the column's name in the log and in bundles.
        shape: what it holds.
        tokens: the closed set of a token column; an unknown token is kept (FORMAT 8).
        table: the table that a reference points to.
        default: what an unwritten register reads as.
    """

    name: str
    shape: Shape
    tokens: type[StrEnum] | None
    table: str | None
    default: Any

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of its projected columns: its own, or the fields of a compound."""
        compound = COMPOUNDS.get(self.shape)
        if compound is None:
            return (self.name,)
        return tuple(f"{self.name}_{part.name}" for part in fields(compound))


def _declare(default: object, shape: Shape, **more: object) -> Any:
    return field(default=default, metadata={"shape": shape, **more})


def text() -> Any:
    """Text of any length; "" when nothing is known."""
    return _declare("", Shape.TEXT)


def integer() -> Any:
    """An integer below 2^53 in size, or None."""
    return _declare(None, Shape.INTEGER)


def boolean() -> Any:
    """True, False, or None when nobody said."""
    return _declare(None, Shape.BOOLEAN)


def local_date() -> Any:
    """A calendar date as YYYY-MM-DD, or ""."""
    return _declare("", Shape.DATE)


def local_clock() -> Any:
    """A time of day as HH:MM, or ""."""
    return _declare("", Shape.CLOCK)


def instant() -> Any:
    """A UTC instant in ISO 8601, or ""."""
    return _declare("", Shape.INSTANT)


def token(tokens: type[StrEnum], default: StrEnum | None = None) -> Any:
    """A member of a closed set; a token of a later release is kept as plain text."""
    return _declare(default, Shape.TOKEN, tokens=tokens)


def reference(table: str) -> Any:
    """The id of a row of another table, or None; the row itself may be missing (FORMAT 8)."""
    return _declare(None, Shape.REFERENCE, table=table)


def parent(table: str) -> Any:
    """A reference without which the row means nothing."""
    return field(metadata={"shape": Shape.REFERENCE, "table": table})


def place(table: str | None = None) -> Any:
    """Where the row stands among its like, under a row of `table` or directly."""
    return _declare(Place(), Shape.PLACE, table=table)


def speaker() -> Any:
    """A person or a group."""
    return _declare(Speaker(), Shape.SPEAKER)


def subject() -> Any:
    """Any row of the same meeting."""
    return _declare(Subject(), Shape.SUBJECT)


_REGISTERS: dict[type, tuple[Column, ...]] = {}


def columns_of(row_type: type) -> tuple[Column, ...]:
    """The registers of a row type in the order of its fields, its id left out."""
    known = _REGISTERS.get(row_type)
    if known is None:
        known = tuple(_column(each) for each in fields(row_type) if "shape" in each.metadata)
        _REGISTERS[row_type] = known
    return known


def _column(each: "Field[Any]") -> Column:
    default = None if each.default is MISSING else each.default
    return Column(
        each.name,
        each.metadata["shape"],
        each.metadata.get("tokens"),
        each.metadata.get("table"),
        default,
    )


_CHECKS: dict[Shape, Callable[[str, Any], Any]] = {
    Shape.TEXT: check_text,
    Shape.INTEGER: check_integer,
    Shape.DATE: check_date,
    Shape.CLOCK: check_clock,
    Shape.INSTANT: check_instant,
}


def check_identity(name: str, value: object) -> str:
    """An id as text that is not blank; UUID text is what we write, any is read (FORMAT 4)."""
    checked = check_text(name, value)
    if not checked.strip():
        raise InvalidValueError(name, "identity")
    return checked


def check_value(column: Column, value: Any) -> Any:
    """The value as the column stores it: cleaned, known tokens as members of their set.

    Raises:
        InvalidValueError: the value is of another kind.
    """
    if column.shape in COMPOUNDS:
        return _check_compound(column, value)
    if value is None and column.default is None:
        return None
    if column.shape is Shape.TOKEN:
        return as_token(column, check_identity(column.name, value))
    if column.shape is Shape.REFERENCE:
        return check_identity(column.name, value)
    if column.shape is Shape.BOOLEAN:
        if not isinstance(value, bool):
            raise InvalidValueError(column.name, "boolean")
        return value
    return _CHECKS[column.shape](column.name, value)


def as_token(column: Column, stored: str) -> str:
    """The member of the column's set, or the text itself when the set does not know it."""
    if column.tokens is None:
        return stored
    return column.tokens._value2member_map_.get(stored, stored)  # type: ignore[return-value]


def _check_compound(column: Column, value: Any) -> Compound:
    compound = COMPOUNDS[column.shape]
    if not isinstance(value, compound):
        raise InvalidValueError(column.name, column.shape.value)
    first, second = (getattr(value, part.name) for part in fields(compound))
    names = [f"{column.name}.{part.name}" for part in fields(compound)]
    if isinstance(value, Subject):
        return Subject(
            check_text(names[0], first),
            None if second is None else check_identity(names[1], second),
        )
    return compound(
        None if first is None else check_identity(names[0], first),  # type: ignore[arg-type]
        check_text(names[1], second),
    )
