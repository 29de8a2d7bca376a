"""A whole meeting in one value: what JSON carries, what minutes are built from, what opens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property

from recorder.domain.directory import Organisation, Person, Series, Theme
from recorder.domain.discussion import Attachment, Decision, Issue, Note, Position
from recorder.domain.meeting import AgendaItem, Attendance, Host, Meeting, Turn
from recorder.domain.recommendation import (
    Carried,
    FollowUp,
    Recommendation,
    Source,
    Support,
)
from recorder.domain.row import Row
from recorder.domain.tokens import NoteKind, Status

ROW_TYPES: tuple[type[Row], ...] = (
    Series, Organisation, Person, Theme,
    Meeting, Host, AgendaItem, Attendance, Turn,
    Note, Issue, Position, Decision,
    Recommendation, Support, Source, Carried, FollowUp, Attachment,
)  # fmt: skip
"""Every kind of row, parents before children."""

TABLES: dict[str, type[Row]] = {each.TABLE: each for each in ROW_TYPES}


@dataclass(frozen=True, kw_only=True)
class MeetingRecord:
    """A meeting with all its rows and the directory rows that they name.

    Sequences are in the order of their places (sort key, then id), people and organisations
    by name. `earlier` are the recommendations of other meetings that `carried` points to;
    `follow_ups` are those of `recommendations` and of `earlier`, oldest first.
    """

    meeting: Meeting
    series: Series | None = None
    organisations: Sequence[Organisation] = ()
    people: Sequence[Person] = ()
    themes: Sequence[Theme] = ()
    hosts: Sequence[Host] = ()
    agenda: Sequence[AgendaItem] = ()
    attendance: Sequence[Attendance] = ()
    turns: Sequence[Turn] = ()
    notes: Sequence[Note] = ()
    issues: Sequence[Issue] = ()
    positions: Sequence[Position] = ()
    decisions: Sequence[Decision] = ()
    recommendations: Sequence[Recommendation] = ()
    supports: Sequence[Support] = ()
    sources: Sequence[Source] = ()
    carried: Sequence[Carried] = ()
    earlier: Sequence[Recommendation] = ()
    follow_ups: Sequence[FollowUp] = ()
    attachments: Sequence[Attachment] = ()

    @cached_property
    def person_by_id(self) -> dict[str, Person]:
        """The people of the record by id."""
        return {each.id: each for each in self.people}

    @cached_property
    def organisation_by_id(self) -> dict[str, Organisation]:
        """The organisations of the record by id."""
        return {each.id: each for each in self.organisations}

    @cached_property
    def theme_by_id(self) -> dict[str, Theme]:
        """The themes of the record by id."""
        return {each.id: each for each in self.themes}

    @cached_property
    def attendance_by_person(self) -> dict[str | None, Attendance]:
        """Who came, by person id."""
        return {each.person_id: each for each in self.attendance}

    def organisation_of(self, person_id: str) -> Organisation | None:
        """For whom a person stood that day: the attendance's organisation, else their own."""
        person = self.person_by_id.get(person_id)
        attendance = self.attendance_by_person.get(person_id)
        stood_for = (attendance and attendance.organisation_id) or (
            person and person.organisation_id
        )
        return self.organisation_by_id.get(stood_for) if stood_for else None

    def role_of(self, person_id: str) -> str:
        """What a person stood for that day in words: the attendance's role, else their own."""
        person = self.person_by_id.get(person_id)
        attendance = self.attendance_by_person.get(person_id)
        return (attendance.role if attendance else "") or (person.role if person else "")

    def progress_of(self, recommendation_id: str) -> FollowUp | None:
        """The entry that counts for a recommendation: its latest, None before the first."""
        entries = [each for each in self.follow_ups if each.recommendation_id == recommendation_id]
        return max(
            entries,
            key=lambda each: (each.date, each.place.sort_key, each.id),
            default=None,
        )

    def status_of(self, recommendation_id: str) -> Status | str:
        """The status of a recommendation; not started before its first follow-up."""
        entry = self.progress_of(recommendation_id)
        return (entry.status if entry else None) or Status.NOT_STARTED

    def without_private_notes(self) -> "MeetingRecord":
        """The record as it may leave the laptop: no private note, nothing that hangs from one."""
        private = {each.id for each in self.notes if each.kind == NoteKind.PRIVATE}
        if not private:
            return self
        return replace(
            self,
            notes=[each for each in self.notes if each.id not in private],
            sources=[each for each in self.sources if each.note_id not in private],
            positions=[each for each in self.positions if each.subject.row_id not in private],
            attachments=[each for each in self.attachments if each.subject.row_id not in private],
        )

    def as_of_the_meeting(self) -> "MeetingRecord":
        """The record as its minutes may tell it: without what became known after the meeting.

        Kept are the follow-ups told at the meeting, and those dated no later than its day.
        """
        day = self.meeting.date
        told = [
            each
            for each in self.follow_ups
            if each.meeting_id == self.meeting.id or "" < each.date <= day
        ]
        return self if len(told) == len(self.follow_ups) else replace(self, follow_ups=told)

    def rows(self) -> Iterator[Row]:
        """Every row of the record, parents before children, the meeting first in its scope."""
        if self.series is not None:
            yield self.series
        yield from (*self.organisations, *self.people, *self.themes)
        yield self.meeting
        for each in fields(self)[5:]:
            yield from getattr(self, each.name)
