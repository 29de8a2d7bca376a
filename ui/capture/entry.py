"""What the box holds at one time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from recorder import Decision, Draft, Note, Place, Recommendation, Speaker, new_id
from ui.capture.prefixes import DECISION, RECOMMENDATION, with_mark, without_mark
from ui.capture.writing import Made, draft_of


@dataclass(frozen=True)
class Entry:
    """What the box holds.

    Attributes:
        note: the note as it will be stored; its text is the one that the box shows at first.
        is_stored: whether the archive has the row already.
        is_edit: whether an earlier note was taken up again.
        makes: what is made of it besides when it is saved: RECOMMENDATION, DECISION or "".
        is_pinned: whether it belongs to an item of its own, whichever is current.
    """

    note: Note
    is_stored: bool = False
    is_edit: bool = False
    makes: str = ""
    is_pinned: bool = False

    def under(self, item_id: str | None) -> "Entry":
        """The entry when the current item is this one."""
        if self.is_pinned:
            return self
        return replace(self, note=replace(self.note, place=Place(item_id)))

    def draft(self, text: str) -> Draft:
        """What the disk keeps of it while it is written."""
        return draft_of(replace(self.note, text=with_mark(text, self.makes)))

    def rest(self, text: str) -> "Entry":
        """A new note that goes on with the rest of this one's words, said by the same then."""
        note = replace(self.note, id=new_id(), text=text)
        return Entry(note, is_pinned=self.is_pinned)

    def voiced(self, label: str, speaker: Speaker) -> "Entry":
        """The entry when a voice that went under a label has a name."""
        if self.note.speaker != Speaker(None, label):
            return self
        return replace(self, note=replace(self.note, speaker=speaker))


def fresh_entry(meeting_id: str, item_id: str | None, speaker: Speaker) -> Entry:
    """An empty box under an item, in which somebody speaks."""
    return Entry(
        Note(id=new_id(), meeting_id=meeting_id or "-", place=Place(item_id), speaker=speaker)
    )


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
    text, makes = without_mark(draft.text)
    note = Note(id=draft.row_id, text=text, **draft.fields)
    known = stored.get(note.id)
    if known is None:
        return Entry(note, makes=makes)
    placed = replace(note, place=known.place)
    return Entry(placed, is_stored=True, is_edit=True, makes=makes)


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


def made_of(note: Note, makes: str, words: str = "") -> Made | None:
    """What is made of a note, or of some of its words; None when nothing is."""
    text = words.strip() or note.text
    place = Place(note.place.parent_id)
    row: dict[str, Any] = {
        "id": new_id(), "meeting_id": note.meeting_id, "place": place, "text": text,
    }  # fmt: skip
    if makes == RECOMMENDATION:
        return Recommendation(**row)
    return Decision(**row) if makes == DECISION else None
