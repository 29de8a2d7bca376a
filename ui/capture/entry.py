"""What the box holds at one time."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from recorder import Draft, Note


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


def entry_of(draft: Draft, stored: Mapping[str, Note]) -> Entry:
    """What the box held when a draft was written; an edit when the archive has its note."""
    note = Note(id=draft.row_id, text=draft.text, **draft.fields)
    known = stored.get(note.id)
    if known is None:
        return Entry(note)
    return Entry(replace(note, place=known.place), is_stored=True, is_edit=True)
