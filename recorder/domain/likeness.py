"""Two entries of the directory that may be one, and why somebody should look at them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from recorder.domain.directory import Organisation, Person

Kind = Literal["person", "organisation"]
"""The table whose entries are meant."""


class Likeness(StrEnum):
    """What makes two names alike; the first that holds is told."""

    SAME_NAME = "same_name"
    SPELLING = "spelling"
    ARTICLE = "article"
    MIDDLE_NAME = "middle_name"
    ORDER = "order"
    ONE_LETTER = "one_letter"
    SHORTER = "shorter"
    LATIN = "latin"
    ACRONYM = "acronym"
    KIND_OF_BODY = "kind_of_body"


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Two entries that may be one; only a person decides.

    Attributes:
        table: whether they are people or organisations.
        first: the entry that more meetings name, whose spelling is offered first.
        second: the other one.
        likeness: why they are proposed.
        strength: how much speaks for it, 50 to 100; it orders candidates and means no more.
        first_meetings: how many meetings name the first entry, or what was merged into it.
        second_meetings: how many name the second.
    """

    table: Kind
    first: Person | Organisation
    second: Person | Organisation
    likeness: Likeness
    strength: int
    first_meetings: int = 0
    second_meetings: int = 0


@dataclass(frozen=True, kw_only=True)
class Merged:
    """An entry that shows for others: all of them are one person or organisation.

    Attributes:
        entry: the one that shows.
        others: those merged into it, as each was written.
    """

    entry: Person | Organisation
    others: tuple[Person | Organisation, ...]
