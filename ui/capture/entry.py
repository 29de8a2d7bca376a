"""What the box holds at one time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from recorder import Draft, Note, Speaker


@dataclass(frozen=True)
class Entry:
    """What the box holds.

    Attributes:
        note: the note as it will be stored; its text is the one that the box shows at first.
        is_stored: whether the archive has the row already.
        is_edit: whether an earlier note was taken up again.
    """

    note: Note
    is_stored: bool = False
    is_edit: bool = False


@dataclass(frozen=True)
class Held:
    """What one presenter hands to the next when the screen is built anew.

    Attributes:
        entry: what the box holds, with the words as they stand in it.
        waiting: the new note that waits while an earlier one is edited, if any.
        speaker_before: who speaks when the editing is done.
    """

    entry: Entry
    waiting: Entry | None
    speaker_before: Speaker


def entry_of(draft: Draft, stored: Mapping[str, Note]) -> Entry:
    """What the box held when a draft was written; an edit when the archive has its note."""
    note = Note(id=draft.row_id, text=draft.text, **draft.fields)
    known = stored.get(note.id)
    if known is None:
        return Entry(note)
    return Entry(replace(note, place=known.place), is_stored=True, is_edit=True)


@dataclass(frozen=True)
class TakenBack:
    """What the drafts of a crash amount to.

    Attributes:
        finished: had been finished, and were waiting for the disk.
        fresh: the new note that was being written, if any.
        edit: the earlier note that was being edited, if any.
    """

    finished: Sequence[Entry]
    fresh: Entry | None
    edit: Entry | None


def sort_out(entries: Iterable[Entry]) -> TakenBack:
    """Tell what stood in the box from what had left it: the latest of a sort stood in it."""
    latest_last = sorted(entries, key=lambda entry: entry.note.said_at)
    edits = [each for each in latest_last if each.is_edit]
    fresh = [each for each in latest_last if not each.is_edit and each.note.text.strip()]
    return TakenBack(
        [*fresh[:-1], *edits[:-1]],
        fresh[-1] if fresh else None,
        edits[-1] if edits else None,
    )
