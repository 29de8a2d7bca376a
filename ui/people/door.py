"""What is marked at the door: who is there, who left, what they consent to; each by one key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from recorder import (
    Attendance,
    Changes,
    Consent,
    Organisation,
    Person,
    Presence,
    Speaker,
    Turn,
    new_id,
)
from ui.i18n import N_

if TYPE_CHECKING:
    from ui.bridge import ArchiveType

Change = Callable[[Attendance], Attendance]
Times = dict[str, tuple[str, str]]
"""Arrival and departure by attendance id, kept while somebody is not marked present."""

_CONSENTS: dict[str | None, str | None] = {None: Consent.YES, Consent.YES: Consent.NO}


@dataclass(frozen=True)
class Mark:
    """One mark that a digit makes in the list.

    Attributes:
        digit: the key.
        name: what it marks: a presence, "departed", "consent_name" or "consent_photo".
        words: an English msgid for the line that tells the keys.
    """

    digit: str
    name: str
    words: str


MARKS = (
    Mark("1", Presence.PRESENT, N_("present")),
    Mark("2", Presence.ABSENT, N_("absent")),
    Mark("3", Presence.EXCUSED, N_("excused")),
    Mark("4", Presence.INVITED, N_("invited")),
    Mark("5", "departed", N_("has left")),
    Mark("6", "consent_name", N_("may be named")),
    Mark("7", "consent_photo", N_("may be photographed")),
)
SEAT_DIGIT, QUEUE_DIGIT = "8", "9"
"""The keys that go to the number of the seat, and that put somebody into the queue of speakers."""


def mark_of(digit: str) -> Mark | None:
    """The mark that a digit makes, None for any other key."""
    return next((each for each in MARKS if each.digit == digit), None)


def marking(mark: Mark, rows: Sequence[Attendance], now: str, times: Times) -> Change:
    """How a mark changes each of the rows that are marked together.

    Args:
        mark: which.
        rows: as they are known: a mark that all of them bear already is taken back.
        now: HH:MM of an arrival or a departure, "" when the meeting is not of today.
        times: see `with_presence`.
    """
    if mark.name in {"consent_name", "consent_photo"}:
        answers = {getattr(each, mark.name) for each in rows}
        answer = _CONSENTS.get(answers.pop()) if len(answers) == 1 else Consent.YES
        return lambda row: _with(row, **{mark.name: answer})
    if mark.name == "departed":
        left = "" if all(each.departed for each in rows) else now
        return lambda row: _departing(row, left)
    return lambda row: with_presence(row, Presence(mark.name), now, times)


def with_presence(row: Attendance, presence: Presence, now: str, times: Times) -> Attendance:
    """The row with a presence: an arrival now, or no times for who is not there.

    `times` are those that somebody had who was present before: a slip of the hand loses nothing.
    """
    if row.presence == presence:
        return row
    if presence == Presence.PRESENT:
        arrived, departed = times.get(row.id, ("", ""))
        return _with(
            row, presence=presence, arrived=row.arrived or arrived or now,
            departed=row.departed or departed,
        )  # fmt: skip
    return _with(row, presence=presence, arrived="", departed="")


def change_attendance(
    rows: Sequence[Attendance], change: Change
) -> "Callable[[ArchiveType], Changes]":
    """A call that changes rows as they are stored then; one that is not stored is appended."""

    def call(archive: "ArchiveType") -> Changes:
        subject = archive.attendance
        with archive.as_one("attendance.write"):
            known = [each for row in rows if (each := subject.find(row.id)) is not None]
            changes = subject.write(*(change(each) for each in known))
            for row in rows:
                if row.id not in {each.id for each in known}:
                    changes = changes.and_also(subject.append(change(row)))
        return changes

    return call


def add_newcomer(person: Person, attendance: Attendance) -> "Callable[[ArchiveType], Changes]":
    """A call that takes somebody unknown into the directory and onto the list, in one step."""

    def call(archive: "ArchiveType") -> Changes:
        with archive.as_one("attendance.add"):
            changes = archive.people.write(person)
            return changes.and_also(archive.attendance.append(attendance))

    return call


def ask_to_speak(
    meeting_id: str, people: Sequence[str], at: str
) -> "Callable[[ArchiveType], Changes | None]":
    """A call that puts people at the end of the queue of speakers, at an instant."""

    def call(archive: "ArchiveType") -> Changes | None:
        changes: Changes | None = None
        with archive.as_one("turn.ask"):
            for each in people:
                turn = Turn(id=new_id(), meeting_id=meeting_id, speaker=Speaker(each), asked_at=at)
                asked = archive.turns.ask(turn)
                changes = changes.and_also(asked) if changes else asked
        return changes

    return call


def give_organisation(
    person_id: str, organisation_id: str, name: str = ""
) -> "Callable[[ArchiveType], Changes]":
    """A call that says for whom somebody came; with a `name` the organisation is made."""

    def call(archive: "ArchiveType") -> Changes:
        with archive.as_one("person.write"):
            known = archive.people.get(person_id)
            made = [Organisation(id=organisation_id, name=name)] if name else []
            row = _replace(known, organisation_id=organisation_id)
            return archive.write(*made, row, action="person.write")

    return call


def _departing(row: Attendance, left: str) -> Attendance:
    return _with(row, departed=left) if row.presence == Presence.PRESENT else row


def _with(row: Attendance, **fields: Any) -> Attendance:  # noqa: ANN401 - any field of a row
    return replace(row, **fields)


def _replace(row: Person, **fields: Any) -> Person:  # noqa: ANN401 - any field of a row
    return replace(row, **fields)
