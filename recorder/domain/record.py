"""A whole meeting in one value: what JSON carries, what minutes are built from, what opens."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property

from recorder.domain.columns import Shape, Subject
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

    Where entries of the directory were merged, every row names the one that stands for them.
    `other_names` are how the others were written, by its id: no file carries them, but what must
    not tell a name must not tell these either.

    `deleted_items` are the items of the agenda that were deleted: no file carries and no document
    tells them, but what still stands under one keeps its rule of attribution.
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
    other_names: Mapping[str, Sequence[str]] = field(
        default_factory=dict, metadata={"is_local": True}
    )
    deleted_items: Sequence[AgendaItem] = field(default=(), metadata={"is_local": True})

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
        entries = self._entries(recommendation_id)
        return entries[-1] if entries else None

    def status_of(self, recommendation_id: str) -> Status | str | None:
        """The status that was told last, None while nobody told one."""
        told = [each for each in self._entries(recommendation_id) if each.status]
        return told[-1].status if told else None

    def percent_of(self, recommendation_id: str) -> int | None:
        """The progress that was told last in percent, None while nobody told it."""
        told = [each for each in self._entries(recommendation_id) if each.progress is not None]
        return told[-1].progress if told else None

    def _entries(self, recommendation_id: str) -> list[FollowUp]:
        """The follow-ups of a recommendation, the latest last."""
        return sorted(
            (each for each in self.follow_ups if each.recommendation_id == recommendation_id),
            key=lambda each: (each.date, each.place.sort_key, each.id),
        )

    def without_private_notes(self) -> "MeetingRecord":
        """The record as it may leave the laptop: no private note, nothing that hangs from one.

        What is about a row stays only with that row, also when the row is deleted by now, and
        people and organisations only if something that stays names them.
        """
        notes = [each for each in self.notes if each.kind != NoteKind.PRIVATE]
        record = _without_the_unattached(replace(self, notes=notes))
        parts = ("notes", "sources", "positions", "attachments")
        is_whole = all(len(getattr(record, each)) == len(getattr(self, each)) for each in parts)
        return self if is_whole else _with_whom_it_names(record)

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
            if not each.metadata.get("is_local"):
                yield from getattr(self, each.name)


def named_rows(rows: Iterable[Row], table: str) -> dict[str, None]:
    """The ids of people, organisations or themes that rows name, in the order of their naming."""
    named: dict[str, None] = {}
    for row in rows:
        for column in row.registers():
            value = getattr(row, column.name)
            if column.shape is Shape.SPEAKER and table == "person":
                value = value.person_id
            elif column.shape is not Shape.REFERENCE or column.table != table:
                continue
            if value:
                named[value] = None
    return named


def _without_the_unattached(record: MeetingRecord) -> MeetingRecord:
    """Sources, positions and attachments whose row is here, and no others."""
    here = {row.id for row in record.rows()} - {each.id for each in record.positions}
    positions = [each for each in record.positions if _is_about(each.subject, here)]
    here |= {each.id for each in positions}
    return replace(
        record,
        sources=[each for each in record.sources if each.note_id in here],
        positions=positions,
        attachments=[each for each in record.attachments if _is_about(each.subject, here)],
    )


def _with_whom_it_names(record: MeetingRecord) -> MeetingRecord:
    """People and organisations that some other row names, and no others."""
    bare = list(replace(record, people=(), organisations=()).rows())
    persons = named_rows(bare, "person")
    people = [each for each in record.people if each.id in persons]
    bodies = named_rows([*bare, *people], "organisation")
    organisations = [each for each in record.organisations if each.id in bodies]
    return replace(record, people=people, organisations=organisations)


def _is_about(subject: Subject, here: set[str]) -> bool:
    return subject.row_id is None or subject.row_id in here
