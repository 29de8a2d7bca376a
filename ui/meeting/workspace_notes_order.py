"""The notes of a meeting by their items, each item's in order, without making twenty thousand."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence

from recorder import Note, NoteSheet

Entry = tuple[str, str, int]
"""Where a note stands in its item, and about how long it is: sort key, id, letters."""

_LETTERS_OF_A_BREAK = 40


class NoteOrder(Mapping[str, Note]):
    """All notes of a meeting by id, and by item in their order.

    What was read stays in columns until it is looked at; putting a note costs the same at any
    length of the meeting.
    """

    def __init__(self, sheet: NoteSheet | None = None) -> None:
        self._read: Sequence[Note] = sheet.rows if sheet else ()
        self._at = {note_id: at for at, note_id in enumerate(sheet.ids)} if sheet else {}
        self._put: dict[str, Note] = {}
        self.groups: dict[str | None, list[Entry]] = {}
        if sheet is not None:
            lengths = [len(text) + _LETTERS_OF_A_BREAK * text.count("\n") for text in sheet.texts]
            entries = zip(sheet.sort_keys, sheet.ids, lengths, strict=True)
            for parent, entry in zip(sheet.parents, entries, strict=True):
                self.groups.setdefault(parent, []).append(entry)
            for group in self.groups.values():
                group.sort()

    @classmethod
    def of(cls, notes: Iterable[Note]) -> "NoteOrder":
        """The order of notes that are at hand."""
        order = cls()
        for each in notes:
            order.put(each)
        return order

    def __getitem__(self, note_id: str) -> Note:
        note = self._put.get(note_id)
        return self._read[self._at[note_id]] if note is None else note

    def __iter__(self) -> Iterator[str]:
        yield from self._at
        yield from self._put

    def __len__(self) -> int:
        return len(self._at) + len(self._put)

    def counts(self) -> dict[str | None, int]:
        """The number of notes by item."""
        return {item_id: len(group) for item_id, group in self.groups.items()}

    def put(self, note: Note) -> None:
        """Take a note as it is now, at its place."""
        self.drop(note.id)
        self._put[note.id] = note
        insort(self.groups.setdefault(note.place.parent_id, []), entry_of(note))

    def drop(self, note_id: str) -> None:
        """Forget a note, if it is there."""
        note = self.get(note_id)
        if note is not None:
            take_out(self.groups[note.place.parent_id], note)
            self._put.pop(note_id, None)
            self._at.pop(note_id, None)

    def replace(self, note: Note) -> None:
        """Take a note as it is now, which stays between the two that it stands between."""
        group = self.groups[note.place.parent_id]
        group[place_in(group, self[note.id])] = entry_of(note)
        self._at.pop(note.id, None)
        self._put[note.id] = note


def entry_of(note: Note) -> Entry:
    """How a note stands in the group of its item."""
    length = len(note.text) + _LETTERS_OF_A_BREAK * note.text.count("\n")
    return (note.place.sort_key, note.id, length)


def place_in(group: Sequence[Entry], note: Note) -> int:
    """Where a note stands in its group, or would stand."""
    return bisect_left(group, (note.place.sort_key, note.id))


def take_out(group: list[Entry], note: Note) -> None:
    """Take a note out of its group, if it stands there."""
    at = place_in(group, note)
    if at < len(group) and group[at][1] == note.id:
        del group[at]
