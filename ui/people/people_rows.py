"""Who is on a meeting's list and who could be: counted and found without a screen."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from recorder import Attendance, Meeting, Organisation, Person, Presence
from ui.i18n import fold


@dataclass(frozen=True)
class PersonRow:
    """A person with their attendance, None for somebody who is not on the meeting's list.

    `organisation` is what they stood for that day, else their own; `others` are the entries that
    were merged into theirs.
    """

    person: Person
    attendance: Attendance | None = None
    organisation: Organisation | None = None
    others: tuple[Person, ...] = ()

    @property
    def role(self) -> str:
        """What they stood for that day in words, else their own role."""
        return (self.attendance.role if self.attendance else "") or self.person.role

    @property
    def name(self) -> str:
        """The name with the form of address before it."""
        return " ".join(part for part in (self.person.title, self.person.name) if part)

    @property
    def is_present(self) -> bool:
        """Whether they are marked present."""
        return self.attendance is not None and self.attendance.presence == Presence.PRESENT

    @cached_property
    def found_by(self) -> str:
        """The folded text in which they are sought."""
        body = self.organisation
        words = (
            self.name, self.person.name_en, self.role,
            self.attendance.seat if self.attendance else "",
            *(name for each in self.others for name in (each.name, each.name_en)),
            *((body.name, body.name_en, body.acronym) if body else ()),
        )  # fmt: skip
        return fold(" ".join(words))


@dataclass(frozen=True)
class PeopleReading:
    """One reading of a meeting's list and of the directory; `meeting` is None outside of one."""

    meeting: Meeting | None = None
    attendance: Sequence[Attendance] = ()
    people: dict[str, Person] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    merged: dict[str, tuple[Person, ...]] = field(default_factory=dict)

    @cached_property
    def listed(self) -> list[PersonRow]:
        """The people of the meeting in the order of its list; outside of one, all by name."""
        if self.meeting is None:
            return self._by_name(self.people.values())
        return [
            self._row(self.people[each.person_id], each)
            for each in self.attendance
            if each.person_id in self.people
        ]

    @cached_property
    def others(self) -> list[PersonRow]:
        """Who is in the directory and not on the meeting's list, by name."""
        if self.meeting is None:
            return []
        listed = {each.person_id for each in self.attendance}
        return self._by_name(each for each in self.people.values() if each.id not in listed)

    def _by_name(self, people: Iterable[Person]) -> list[PersonRow]:
        return [self._row(each) for each in sorted(people, key=lambda each: fold(each.name))]

    def _row(self, person: Person, attendance: Attendance | None = None) -> PersonRow:
        stood_for = (attendance.organisation_id if attendance else None) or person.organisation_id
        others = self.merged.get(person.id, ())
        return PersonRow(person, attendance, self.organisations.get(stood_for or ""), others)


def matching(rows: Iterable[PersonRow], typed: str) -> list[PersonRow]:
    """The rows in which each typed word is found, however it is spelt."""
    words = fold(typed).split()
    return [each for each in rows if all(word in each.found_by for word in words)]


@dataclass(frozen=True)
class Counts:
    """How many there are: by presence, and of those present by sex and by sector."""

    people: int
    by_presence: dict[str, int]
    by_sex: dict[str, int]
    by_sector: dict[str, int]

    @property
    def present(self) -> int:
        """How many are there."""
        return self.by_presence.get(Presence.PRESENT, 0)


def count(rows: Sequence[PersonRow]) -> Counts:
    """Count a meeting's list; what nobody said is not counted."""
    present = [each for each in rows if each.is_present]
    return Counts(
        len(rows),
        _tally(each.attendance.presence for each in rows if each.attendance),
        _tally(each.person.sex for each in present),
        _tally(each.organisation.sector for each in present if each.organisation),
    )


def _tally(tokens: Iterable[str | None]) -> dict[str, int]:
    return dict(Counter(each for each in tokens if each))
