"""What the columns of a sheet are: a title, a width, and values of one kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

Item = TypeVar("Item")
Value = str | int | None


class Kind(StrEnum):
    """Of what a column holds values, and what may be typed into it."""

    TEXT = "text"
    CENTRED = "centred"  # a number in words or figures, as of a recommendation
    NUMBER = "number"
    PERCENT = "percent"  # whole, of a hundred
    DATE = "date"  # ISO 8601
    CLOCK = "clock"  # HH:MM
    QUIET = "quiet"  # for programs, not for reading


@dataclass(frozen=True)
class SheetColumn(Generic[Item]):
    """A column of a sheet.

    Attributes:
        title: its head.
        width: in characters.
        value: what it says of an item; None and "" leave the cell empty.
        kind: of what the values are.
        choices: the words that a menu offers in its cells, if any.
        is_open: whether other words than the choices may be typed.
    """

    title: str
    width: int
    value: Callable[[Item], Value]
    kind: Kind = Kind.TEXT
    choices: Sequence[str] = ()
    is_open: bool = False


@dataclass(frozen=True)
class Sheet(Generic[Item]):
    """A sheet of a workbook.

    Attributes:
        name: on its tab.
        columns: from the side where reading begins.
        items: one for each row.
        is_late: what is overdue, as a condition of column letters and row 2; "" for nothing.
    """

    name: str
    columns: Sequence[SheetColumn[Item]]
    items: Sequence[Item] = field(default=())
    is_late: str = ""
