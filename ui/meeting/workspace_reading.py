"""What the workspace reads of a meeting; the calls run in the archive's thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recorder import (
    AgendaItem,
    Attendance,
    Changes,
    Draft,
    Meeting,
    Note,
    Organisation,
    Recommendation,
    Speaker,
)

if TYPE_CHECKING:
    from ui.bridge import ArchiveType

_MOST_RECENT = 6


@dataclass(frozen=True)
class OpenedMeeting:
    """A meeting as it is when the workspace turns to it.

    Attributes:
        recent: who spoke last, the latest first.
        groups: the labels of the groups that spoke.
        drafts: what was being typed when the program ended.
    """

    meeting: Meeting
    agenda: Sequence[AgendaItem]
    attendance: Sequence[Attendance]
    notes: Sequence[Note]
    recommendations: Sequence[Recommendation]
    recent: Sequence[Speaker]
    groups: Sequence[str]
    drafts: Sequence[Draft]


@dataclass(frozen=True)
class Touched:
    """What of a meeting was touched by an operation; None for what was not."""

    notes: dict[str, Note | None]
    agenda: Sequence[AgendaItem] | None = None
    attendance: Sequence[Attendance] | None = None
    recommendations: Sequence[Recommendation] | None = None


def read_meeting(meeting_id: str) -> "Callable[[ArchiveType], OpenedMeeting]":
    """A call that reads a meeting; its rows are made here, not in the window's thread."""

    def call(archive: "ArchiveType") -> OpenedMeeting:
        notes = archive.notes.all(meeting_id)
        spoken = sorted((each for each in notes if each.said_at), key=lambda each: each.said_at)
        speakers = dict.fromkeys(each.speaker for each in reversed(spoken))
        named = [each for each in speakers if each.person_id or each.label]
        return OpenedMeeting(
            meeting=archive.meetings.get(meeting_id),
            agenda=archive.agenda.all(meeting_id),
            attendance=archive.attendance.all(meeting_id),
            notes=notes,
            recommendations=archive.recommendations.all(meeting_id),
            recent=named[:_MOST_RECENT],
            groups=list(dict.fromkeys(each.speaker.label for each in notes if each.speaker.label)),
            drafts=archive.drafts.pending(),
        )

    return call


def read_touched(meeting_id: str, changes: Changes) -> "Callable[[ArchiveType], Touched]":
    """A call that reads again what an operation touched, note by note."""

    def call(archive: "ArchiveType") -> Touched:
        note_ids = changes.rows.get(Note.TABLE, frozenset())
        return Touched(
            {each: archive.notes.find(each) for each in note_ids},
            archive.agenda.all(meeting_id) if changes.touches(AgendaItem.TABLE) else None,
            archive.attendance.all(meeting_id) if changes.touches(Attendance.TABLE) else None,
            archive.recommendations.all(meeting_id)
            if changes.touches(Recommendation.TABLE) or changes.touches(Organisation.TABLE)
            else None,
        )

    return call
