"""Small values that reads answer with: lines of a library, unsaved typing, conflicts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, kw_only=True)
class MeetingSummary:
    """One line of the library: a meeting and the counts that tell it from the others.

    `people` are all on its list, `present` those marked so; private notes are counted in
    `notes`, since the library is the user's own.
    """

    id: str
    title: str
    number: str
    kind: str | None
    date: str
    venue: str
    city: str
    state: str | None
    series_title: str
    people: int
    present: int
    notes: int
    decisions: int
    recommendations: int


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What was typed into one column of one row and is not yet a change (FORMAT 9).

    Attributes:
        window: which editor it was typed into, so that it goes back there after a crash.
        table: the row's table; `row_id` is made at the first key, also for a new row.
        column: the register that is being typed.
        text: the whole text as it stands.
        fields: the other fields of a row that does not exist yet, by name.
    """

    window: str
    table: str
    row_id: str
    column: str
    text: str
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Side:
    """One of several concurrent values of a register, and who wrote it when (display only)."""

    value: Any
    author: str
    site: str
    wall: str


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """A register to which laptops gave different values unseen by each other; the first shows.

    `base` is what all sides had seen last, None when they had nothing in common. For a row that
    one deleted while another went on with it, `column` is `deleted` and the sides say who did.
    """

    table: str
    row_id: str
    column: str
    scope: str
    base: Any = None
    sides: tuple[Side, ...]


class BytesState(StrEnum):
    """Whether the bytes of an attached file are on this laptop; absent ones are no fault."""

    PRESENT = "present"
    MISSING = "missing"


@dataclass(frozen=True, kw_only=True)
class CheckReport:
    """What a check of the archive found.

    `problems` are (code, data) pairs: page (SQLite's own finding), chain (a change that is not
    what its hash says), table (rows that differ from the log), index (rows that a search would
    miss), blob (an attached file whose bytes are not those of its hash). The first two hundred
    are told. `changes` and `rows` were read; `waiting` changes have not yet what they hang from,
    and the bytes of `missing` attachments nobody brought yet: neither is a fault.
    """

    changes: int
    rows: int
    waiting: int
    problems: tuple[tuple[str, str], ...] = ()
    missing: int = 0

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.problems
