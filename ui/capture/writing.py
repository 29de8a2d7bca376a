"""What the capture asks of the archive; each call runs in the archive's thread."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from recorder import Attendance, Changes, Decision, Draft, Note, NoteKind, Person, Recommendation

if TYPE_CHECKING:
    from ui.bridge import ArchiveType

WINDOW = "capture"
"""The name under which the box keeps its drafts."""

_FIELDS = ("meeting_id", "place", "kind", "speaker", "verb", "said_at", "attribution")

Call = Callable[["ArchiveType"], Changes]
Made = Recommendation | Decision


def draft_of(note: Note) -> Draft:
    """The draft of a note that is being written, with all that belongs to it."""
    fields = {name: getattr(note, name) for name in _FIELDS}
    return Draft(
        window=WINDOW, table=Note.TABLE, row_id=note.id, column="text", text=note.text,
        fields=fields,
    )  # fmt: skip


def keep_note(
    note: Note, *, is_stored: bool, goes_on: bool = False, made: Made | None = None
) -> Call:
    """A call that makes a note of what was written, new or changed.

    The text goes through its draft, so that what arrived from elsewhere while it was typed is
    merged with it and not overwritten (FORMAT 9).

    Args:
        note: what was written.
        is_stored: whether the archive has the row already.
        goes_on: whether the hand writes on in the same words.
        made: what is made of the note besides; a step of undo by itself.
    """

    def call(archive: "ArchiveType") -> Changes:
        if is_stored and _goes_over_the_wall(archive.notes.find(note.id), note):
            with archive.as_one("note.turn"):
                changes = _keep(archive, note, is_stored=is_stored, goes_on=goes_on)
                kept_id = _kept_id(archive, note.id, changes)
                if kept_id != note.id:
                    changes = changes.and_also(archive.notes.follow(note.id, kept_id))
        else:
            changes = _keep(archive, note, is_stored=is_stored, goes_on=goes_on)
        if made is not None:
            changes = changes.and_also(_make(archive, _kept_id(archive, note.id, changes), made))
        return changes

    return call


def _keep(archive: "ArchiveType", note: Note, *, is_stored: bool, goes_on: bool) -> Changes:
    archive.drafts.save(draft_of(note))
    changes = archive.drafts.commit(WINDOW, Note.TABLE, note.id, "text", goes_on=goes_on)
    stored = archive.notes.find(note.id) if is_stored else None
    if stored is not None:  # else it went over the wall to another id, as it was typed
        # Its place may have been changed by others meanwhile; the box does not move notes.
        more = archive.notes.write(replace(note, text=stored.text, place=stored.place))
        changes = changes.and_also(more)
    return changes


def _goes_over_the_wall(stored: Note | None, note: Note) -> bool:
    private = NoteKind.PRIVATE
    return stored is not None and (stored.kind == private) != (note.kind == private)


def make_of(note_id: str, made: Made) -> Call:
    """A call that makes a recommendation or a decision of a note as it is stored."""
    return lambda archive: _make(archive, note_id, made)


def _make(archive: "ArchiveType", note_id: str, made: Made) -> Changes:
    if isinstance(made, Recommendation):
        return archive.notes.recommend(note_id, made)
    return archive.notes.decide(note_id, made)


def _kept_id(archive: "ArchiveType", note_id: str, changes: Changes) -> str:
    """The id under which a note was kept: over the wall it has another one (FORMAT 12)."""
    if archive.notes.find(note_id) is not None:
        return note_id
    others = changes.rows.get(Note.TABLE, frozenset()) - {note_id}
    return next((each for each in others if archive.notes.find(each)), note_id)


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
