"""Tables of which only the columns that say something remain."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from recorder.minutes.model import Alignment, Column, Origin, Table

Item = TypeVar("Item")


@dataclass(frozen=True)
class Field(Generic[Item]):
    """A column and how its cells are filled.

    Attributes:
        title: the head of the column.
        width: its share of the width.
        cell: the text for a row; "" for nothing.
        is_blank: stays although it is empty: it is for the pen.
    """

    title: str
    width: int
    cell: Callable[[Item], str]
    is_blank: bool = False
    alignment: Alignment = Alignment.START


def table_of(
    fields: Sequence[Field[Item]],
    items: Iterable[Item],
    *,
    origin: Callable[[Item], Origin | None] | None = None,
    is_for_pen: bool = False,
    wording: Callable[[Item], str] | None = None,
) -> Table:
    """A table of the items, without the columns that hold no text in any row.

    Args:
        fields: its columns.
        items: what its rows tell.
        origin: the row of the record that an item is, where it is one.
        is_for_pen: whether all rows are as high as a hand writes.
        wording: the text of that row which a colleague may reword.
    """
    listed = list(items)
    rows = [[field.cell(item) for field in fields] for item in listed]
    kept = [
        place
        for place, field in enumerate(fields)
        if field.is_blank or any(row[place] for row in rows)
    ]
    columns = [Column(fields[each].title, fields[each].width, fields[each].alignment)
               for each in kept]  # fmt: skip
    filled = tuple(tuple(row[each] for each in kept) for row in rows)
    origins = tuple(map(origin, listed)) if origin else ()
    wordings = tuple(map(wording, listed)) if wording else ()
    return Table(tuple(columns), filled, origins, is_for_pen, wordings)
