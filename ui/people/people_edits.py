"""What is done to a meeting's list: each a call for the archive's thread, one change each."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from recorder import Attendance, Person, Presence
from ui.people.door import Change, Times, with_presence
from ui.people.people_rows import PeopleReading

if TYPE_CHECKING:
    from ui.bridge import ArchiveType


def read_people(meeting_id: str) -> "Callable[[ArchiveType], PeopleReading]":
    """A call that reads a meeting's list and the directory; "" reads the directory alone."""

    def call(archive: "ArchiveType") -> PeopleReading:
        return PeopleReading(
            archive.meetings.find(meeting_id) if meeting_id else None,
            archive.attendance.all(meeting_id) if meeting_id else (),
            {each.id: each for each in archive.people.all()},
            {each.id: each for each in archive.organisations.all()},
            {
                each.entry.id: tuple(other for other in each.others if isinstance(other, Person))
                for each in archive.duplicates.merged("person")
            },
        )

    return call


def invited(meeting_id: str, person_id: str) -> Attendance:
    """The line of the list of somebody who is not on it yet."""
    return Attendance(
        id=Attendance.id_for(meeting_id, person_id), meeting_id=meeting_id, person_id=person_id
    )


def toggled(rows: Sequence[Attendance], now: str, times: Times) -> Change:
    """How presence is turned: all present when any of them is not, else none.

    Args:
        rows: the rows as they are known.
        now: HH:MM for those who arrive now, "" when the meeting is not of today.
        times: see `with_presence`.
    """
    here = all(each.presence == Presence.PRESENT for each in rows)
    turned = Presence.INVITED if here else Presence.PRESENT
    return lambda row: with_presence(row, turned, now, times)
