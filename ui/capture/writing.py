"""What the capture asks of the archive; each call runs in the archive's thread."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from recorder import (
    Attendance,
    Changes,
    Draft,
    Note,
    NotFoundError,
    Person,
    Recommendation,
    Source,
)

if TYPE_CHECKING:
    from ui.bridge import ArchiveType

WINDOW = "capture"
"""The name under which the box keeps its drafts."""

_FIELDS = ("meeting_id", "place", "kind", "speaker", "verb", "said_at", "attribution")

Call = Callable[["ArchiveType"], Changes]


def draft_of(note: Note) -> Draft:
    """The draft of a note that is being written, with all that belongs to it."""
    fields = {name: getattr(note, name) for name in _FIELDS}
    return Draft(
        window=WINDOW, table=Note.TABLE, row_id=note.id, column="text", text=note.text,
        fields=fields,
    )  # fmt: skip


def keep_note(note: Note, *, is_stored: bool, goes_on: bool = False) -> Call:
    """A call that makes a note of what was written, new or changed.

    `goes_on` says that the hand writes on in the same words.

    The text goes through its draft, so that what arrived from elsewhere while it was typed is
    merged with it and not overwritten (FORMAT 9).
    """

    def call(archive: "ArchiveType") -> Changes:
        archive.drafts.save(draft_of(note))
        changes = archive.drafts.commit(WINDOW, Note.TABLE, note.id, "text", goes_on=goes_on)
        stored = archive.notes.find(note.id) if is_stored else None
        if stored is not None:  # else it went over the wall to another id, as it was typed
            # Its place may have been changed by others meanwhile; the box does not move notes.
            more = archive.notes.write(replace(note, text=stored.text, place=stored.place))
            changes = changes.and_also(more)
        return changes

    return call


def discard_draft(note_id: str) -> Callable[["ArchiveType"], None]:
    """A call that forgets what was typed into a note."""
    return lambda archive: archive.drafts.discard(WINDOW, Note.TABLE, note_id, "text")


def delete_note(note_id: str) -> Call:
    """A call that puts a note out of sight, with what was typed into it since."""

    def call(archive: "ArchiveType") -> Changes:
        changes = archive.drafts.commit(WINDOW, Note.TABLE, note_id, "text")
        return changes.and_also(archive.notes.delete(note_id))

    return call


def restore_note(note_id: str) -> Call:
    """A call that brings a note back."""
    return lambda archive: archive.notes.restore(note_id)


def add_speaker(person: Person, attendance: Attendance) -> Call:
    """A call that takes somebody into the directory and onto the meeting's list."""

    def call(archive: "ArchiveType") -> Changes:
        with archive.as_one("speaker.add"):
            changes = archive.people.write(person)
            return changes.and_also(archive.attendance.append(attendance))

    return call


def add_recommendation(recommendation: Recommendation, note_id: str) -> Call:
    """A call that makes a recommendation and remembers the note from which it came."""

    def call(archive: "ArchiveType") -> Changes:
        if archive.notes.find(note_id) is None:
            raise NotFoundError(table=Note.TABLE, id=note_id)
        source = Source(
            id=Source.id_for(recommendation.id, note_id),
            meeting_id=recommendation.meeting_id,
            recommendation_id=recommendation.id,
            note_id=note_id,
        )
        with archive.as_one("recommendation.make"):
            changes = archive.recommendations.append(recommendation)
            return changes.and_also(archive.sources.write(source))

    return call
