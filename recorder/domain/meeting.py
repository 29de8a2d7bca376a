"""One sitting: its data, its hosts, its agenda, and who came."""

from dataclasses import dataclass
from typing import ClassVar

from recorder.domain import columns
from recorder.domain.columns import Place, Speaker
from recorder.domain.identity import derived_id
from recorder.domain.row import Row
from recorder.domain.tokens import (
    Attribution,
    Capacity,
    Consent,
    HostRole,
    ItemKind,
    MeetingKind,
    MeetingState,
    Postponed,
    Presence,
)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Meeting(Row):
    """A meeting as its minutes present it.

    Dates and clock times are local to the venue; what is not known stays empty and is left out
    of the documents. `opening` and `closing` replace the composed first and last sentence.
    `number` is what the office calls it ("3/2026").
    """

    TABLE: ClassVar[str] = "meeting"
    series_id: str | None = columns.reference("series")
    number: str = columns.text()
    kind: MeetingKind | str | None = columns.token(MeetingKind, MeetingKind.CONSULTATION)
    title: str = columns.text()
    title_en: str = columns.text()
    purpose: str = columns.text()
    venue: str = columns.text()
    city: str = columns.text()
    date: str = columns.local_date()
    zone: str = columns.text()
    planned_start: str = columns.local_clock()
    planned_end: str = columns.local_clock()
    actual_start: str = columns.local_clock()
    actual_end: str = columns.local_clock()
    chair_id: str | None = columns.reference("person")
    facilitator_id: str | None = columns.reference("person")
    rapporteur_id: str | None = columns.reference("person")
    attribution: Attribution | str | None = columns.token(Attribution, Attribution.NAMED)
    opening: str = columns.text()
    closing: str = columns.text()
    next_date: str = columns.local_date()
    next_venue: str = columns.text()
    credits: str = columns.text()
    state: MeetingState | str | None = columns.token(MeetingState, MeetingState.DRAFT)

    @property
    def scope(self) -> str:
        """A meeting is its own scope."""
        return self.id


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Host(Row):
    """An organisation that holds a meeting, takes part in holding it, or pays for it."""

    TABLE: ClassVar[str] = "host"
    meeting_id: str = columns.parent("meeting")
    organisation_id: str | None = columns.reference("organisation")
    role: HostRole | str | None = columns.token(HostRole, HostRole.ORGANISER)
    place: Place = columns.place()

    @staticmethod
    def id_for(meeting_id: str, organisation_id: str) -> str:
        """The id on which every laptop agrees."""
        return derived_id("host", meeting_id, organisation_id)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class AgendaItem(Row):
    """A point of the agenda; `place.parent_id` is the item that it belongs under, if any.

    It runs from `started_at` until `ended_at`; `paused_minutes` of that the room was elsewhere,
    since an item that is taken up again keeps its beginning. `postponed` says why it is left for
    a later meeting, `postponed_reason` says it in words. `attribution` overrides the meeting's
    rule for what is said at it and under it; None follows it.
    """

    TABLE: ClassVar[str] = "agenda_item"
    meeting_id: str = columns.parent("meeting")
    place: Place = columns.place("agenda_item")
    title: str = columns.text()
    kind: ItemKind | str | None = columns.token(ItemKind, ItemKind.DISCUSSION)
    theme_id: str | None = columns.reference("theme")
    presenter_id: str | None = columns.reference("person")
    planned_minutes: int | None = columns.integer()
    started_at: str = columns.local_clock()
    ended_at: str = columns.local_clock()
    summary: str = columns.text()
    paused_minutes: int | None = columns.integer()
    postponed: Postponed | str | None = columns.token(Postponed)
    postponed_reason: str = columns.text()
    attribution: Attribution | str | None = columns.token(Attribution)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Attendance(Row):
    """That a person was invited to a meeting, whether and when they came, and for whom.

    `role` and `organisation_id` are what the person stood for that day; where they are empty
    the person's own hold. `seat` is the number or the sign of the place; the consents say whether
    the person may be named and photographed, None while nobody asked.
    """

    TABLE: ClassVar[str] = "attendance"
    meeting_id: str = columns.parent("meeting")
    person_id: str | None = columns.reference("person")
    place: Place = columns.place()
    capacity: Capacity | str | None = columns.token(Capacity, Capacity.PARTICIPANT)
    presence: Presence | str | None = columns.token(Presence, Presence.INVITED)
    arrived: str = columns.local_clock()
    departed: str = columns.local_clock()
    role: str = columns.text()
    organisation_id: str | None = columns.reference("organisation")
    remark: str = columns.text()
    seat: str = columns.text()
    consent_name: Consent | str | None = columns.token(Consent)
    consent_photo: Consent | str | None = columns.token(Consent)

    @staticmethod
    def id_for(meeting_id: str, person_id: str) -> str:
        """The id on which every laptop agrees (FORMAT 4)."""
        return derived_id("attendance", meeting_id, person_id)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Turn(Row):
    """A place in the speaker queue, with its times (UTC).

    It waits until it began, and has the floor until it ended. While it is paused `paused_at` says
    since when; `paused_seconds` are the pauses that are over. Hence the time that was spoken
    follows from what is stored, on any laptop and after any restart. `limit_seconds` is how long
    it may take, None for as long as it likes.
    """

    TABLE: ClassVar[str] = "turn"
    meeting_id: str = columns.parent("meeting")
    place: Place = columns.place("agenda_item")
    speaker: Speaker = columns.speaker()
    asked_at: str = columns.instant()
    began_at: str = columns.instant()
    ended_at: str = columns.instant()
    limit_seconds: int | None = columns.integer()
    paused_at: str = columns.instant()
    paused_seconds: int | None = columns.integer()
