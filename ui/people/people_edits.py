"""What is done to a meeting's list: each a call for the archive's thread, one change each."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from recorder import Attendance, Changes, Person, Presence
from ui.edits import append
from ui.people.people_rows import PeopleReading

if TYPE_CHECKING:
    from ui.bridge import ArchiveType

Times = dict[str, tuple[str, str]]
"""Arrival and departure by attendance id, kept while somebody is not marked present."""


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


def add_to_meeting(
    meeting_id: str, person_id: str, arrived: str
) -> "Callable[[ArchiveType], Changes]":
    """A call that puts a person at the end of the list, present since `arrived` ("" if unknown)."""
    attendance = Attendance(
        id=Attendance.id_for(meeting_id, person_id),
        meeting_id=meeting_id,
        person_id=person_id,
        presence=Presence.PRESENT,
        arrived=arrived,
    )
    return append(attendance)


def toggled(attendance: Sequence[Attendance], now: str, times: Times) -> list[Attendance]:
    """The rows with presence turned: all present when any of them is not, else none.

    Args:
        attendance: the rows as they are known.
        now: HH:MM for those who arrive now, "" when the meeting is not of today.
        times: is filled with the times of those who are no longer present, and read for those
            who are again, so that a slip of the hand loses nothing.
    """
    if any(each.presence != Presence.PRESENT for each in attendance):
        return [_arriving(each, now, times) for each in attendance]
    times.update({each.id: (each.arrived, each.departed) for each in attendance})
    return [
        replace(each, presence=Presence.INVITED, arrived="", departed="") for each in attendance
    ]


def write_presence(rows: Sequence[Attendance]) -> "Callable[[ArchiveType], Changes]":
    """A call that writes presence and times, and leaves the other fields as they are stored."""

    def call(archive: "ArchiveType") -> Changes:
        subject = archive.attendance
        return subject.write(
            *(
                replace(
                    subject.get(each.id),
                    presence=each.presence,
                    arrived=each.arrived,
                    departed=each.departed,
                )
                for each in rows
            )
        )

    return call


def _arriving(attendance: Attendance, now: str, times: Times) -> Attendance:
    if attendance.presence == Presence.PRESENT:
        return attendance
    arrived, departed = times.get(attendance.id, ("", ""))
    return replace(
        attendance,
        presence=Presence.PRESENT,
        arrived=attendance.arrived or arrived or now,
        departed=attendance.departed or departed,
    )
