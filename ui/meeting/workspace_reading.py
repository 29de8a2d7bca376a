"""What the workspace reads of a meeting; the calls run in the archive's thread."""

from collections.abc import Callable, Collection, Mapping, Sequence
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
from ui.meeting.workspace_notes_order import NoteOrder

if TYPE_CHECKING:
    from ui.bridge import ArchiveType

_MOST_RECENT = 6
_FEW = 300
"""Notes up to which each is asked for by itself; a merge may bring thousands."""


@dataclass(frozen=True)
class OpenedMeeting:
    """A meeting as it is when the workspace turns to it.

    Attributes:
        recent: who spoke last, the latest first.
        groups: the labels of the groups that spoke.
        last_said: when something was last said under an item.
        drafts: what was being typed when the program ended.
    """

    meeting: Meeting
    agenda: Sequence[AgendaItem]
    attendance: Sequence[Attendance]
    notes: NoteOrder
    recommendations: Sequence[Recommendation]
    recent: Sequence[Speaker]
    groups: Sequence[str]
    last_said: Mapping[str | None, str]
    drafts: Sequence[Draft]


@dataclass(frozen=True)
class Touched:
    """What of a meeting was touched by an operation; None for what was not."""

    notes: dict[str, Note | None]
    meeting: Meeting | None = None
    agenda: Sequence[AgendaItem] | None = None
    attendance: Sequence[Attendance] | None = None
    recommendations: Sequence[Recommendation] | None = None


def read_meeting(meeting_id: str) -> "Callable[[ArchiveType], OpenedMeeting]":
    """A call that reads a meeting; its notes are put in order here, not in the window's thread."""

    def call(archive: "ArchiveType") -> OpenedMeeting:
        sheet = archive.notes.sheet(meeting_id)
        return OpenedMeeting(
            meeting=archive.meetings.get(meeting_id),
            agenda=archive.agenda.all(meeting_id),
            attendance=archive.attendance.all(meeting_id),
            notes=NoteOrder(sheet),
            recommendations=archive.recommendations.all(meeting_id),
            recent=sheet.recent[:_MOST_RECENT],
            groups=sheet.groups,
            last_said=sheet.last_said,
            drafts=archive.drafts.pending(),
        )

    return call


def read_touched(meeting_id: str, changes: Changes) -> "Callable[[ArchiveType], Touched]":
    """A call that reads again what an operation touched, note by note."""

    def call(archive: "ArchiveType") -> Touched:
        note_ids = changes.rows.get(Note.TABLE, frozenset())
        return Touched(
            _notes_now(archive, meeting_id, note_ids),
            archive.meetings.find(meeting_id) if changes.touches(Meeting.TABLE) else None,
            archive.agenda.all(meeting_id) if changes.touches(AgendaItem.TABLE) else None,
            archive.attendance.all(meeting_id) if changes.touches(Attendance.TABLE) else None,
            archive.recommendations.all(meeting_id)
            if changes.touches(Recommendation.TABLE) or changes.touches(Organisation.TABLE)
            else None,
        )

    return call


def _notes_now(
    archive: "ArchiveType", meeting_id: str, note_ids: Collection[str]
) -> dict[str, Note | None]:
    if len(note_ids) <= _FEW:
        return {each: archive.notes.find(each) for each in note_ids}
    known = {each.id: each for each in archive.notes.all(meeting_id)}
    return {each: known.get(each) for each in note_ids}
