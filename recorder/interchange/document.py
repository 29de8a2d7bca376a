"""The shape of a meeting file, read off the domain: a new field or table needs no code here."""

from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from recorder.domain.columns import COMPOUNDS, Column, Shape
from recorder.domain.record import MeetingRecord
from recorder.domain.row import Row

FORMAT = "mahdar.meeting"
VERSION = 1
HEADER = ("format", "version")


@dataclass(frozen=True)
class Part:
    """One key of the document beside its header: a row, or a list of rows, of one type.

    `is_required` is true of the meeting itself, without which the others mean nothing.
    """

    name: str
    row_type: type[Row]
    is_list: bool
    is_required: bool


@cache
def parts_of_document() -> tuple[Part, ...]:
    """The parts in the order in which they are written: the fields of a MeetingRecord."""
    hints = get_type_hints(MeetingRecord)
    return tuple(
        _part(each.name, hints[each.name], is_required=each.default is MISSING)
        for each in fields(MeetingRecord)
        if not each.metadata.get("is_local")
    )


def _part(name: str, hint: Any, *, is_required: bool) -> Part:  # noqa: ANN401 - a type's type
    choices = [hint, *get_args(hint)]
    row_type = next(each for each in choices if isinstance(each, type) and issubclass(each, Row))
    is_list = get_origin(hint) is not None and type(None) not in choices
    return Part(name, row_type, is_list=is_list, is_required=is_required)


@cache
def names_of_parts(shape: Shape) -> tuple[str, ...]:
    """The keys of a compound value, in order; none for a plain one."""
    compound = COMPOUNDS.get(shape)
    return tuple(each.name for each in fields(compound)) if compound else ()


def is_owner(column: Column) -> bool:
    """Whether the column says to which meeting the row belongs."""
    return column.name == "meeting_id"


def names_its_meeting(part: Part) -> bool:
    """Whether a row of the part must say to which meeting it belongs: it is never the file's."""
    return part.name == "earlier"


@cache
def may_belong_elsewhere(part: Part) -> bool:
    """Whether a file may hold rows in this part that belong to another meeting.

    Recommendations live across meetings (FORMAT 18): those of earlier meetings and what hangs
    from them travel with the meeting that took them up. Anything else would put rows into a
    meeting that the reader did not ask to change.
    """
    return names_its_meeting(part) or any(
        column.table == "recommendation" for column in part.row_type.registers()
    )
