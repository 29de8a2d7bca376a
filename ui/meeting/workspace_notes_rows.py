"""Which notes are rows of the list, and where: item after item, found by a few dozen steps."""

from bisect import bisect_right, insort
from collections.abc import Collection, Container, Sequence
from itertools import accumulate
from typing import overload

from recorder import Note
from ui.meeting.workspace_notes_order import Entry, NoteOrder, entry_of, place_in, take_out

Scope = Collection[str | None]


class ShownNotes(Sequence[Note]):
    """The rows in view: the notes of some items or of all.

    Notes of items that are not on the agenda stand together at the end. The rows of an item are
    the order's own group of it, unless some are left out; so nothing is copied at an opening.
    """

    def __init__(
        self,
        order: NoteOrder,
        items: Sequence[str] = (),
        scope: Scope | None = None,
        only: Container[str] | None = None,
    ) -> None:
        """Lay the items out.

        Args:
            order: the notes.
            items: the items of the agenda, in its order.
            scope: the items whose notes are shown; None for all.
            only: the ids of the notes that are shown; None for all.
        """
        self._order, self._scope, self._only = order, scope, only
        self._known = frozenset(items)
        shown = [each for each in items if scope is None or each in scope]
        self._places = {item_id: at for at, item_id in enumerate(shown)}
        groups = order.groups
        rest = [group for item_id, group in groups.items() if self._is_rest(item_id)]
        self.sections: list[tuple[str, list[Entry]]] = [
            *((each, self._kept(groups.setdefault(each, []))) for each in shown),
            ("", self._kept(sorted(entry for group in rest for entry in group))),
        ]
        self._ends: list[int] = []
        self._count()

    def __len__(self) -> int:
        return self._ends[-1]

    @overload
    def __getitem__(self, row: int) -> Note: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Note]: ...
    def __getitem__(self, row: int | slice) -> Note | Sequence[Note]:
        if isinstance(row, slice):
            return [self[each] for each in range(*row.indices(len(self)))]
        return self._order[self.id_at(row)]

    def id_at(self, row: int) -> str:
        """The id of the note of a row."""
        if row < 0:
            row += len(self)
        at = self._section_at(row)
        return self.sections[at][1][row - self._begin(at)][1]

    def item_begun_at(self, row: int) -> str:
        """The item whose first row it is; "" for other rows, and for those of no item."""
        at = self._section_at(row)
        return self.sections[at][0] if row == self._begin(at) else ""

    def row_of(self, note: Note) -> int:
        """The row of a note that stands in the order as it is given, -1 when it is not shown."""
        row = self.row_for(note)
        return row if 0 <= row < len(self) and self.id_at(row) == note.id else -1

    def row_for(self, note: Note) -> int:
        """The row at which a note stands, or would stand; -1 when it is not to be shown."""
        at = self._section_of(note.place.parent_id)
        if at < 0 or not (self._only is None or note.id in self._only):
            return -1
        return self._begin(at) + place_in(self.sections[at][1], note)

    ## Keeping up with the order

    def put(self, note: Note) -> None:
        """Take in a note that the order has just taken in."""
        if self.row_for(note) >= 0 and (section := self._own_section(note)) is not None:
            insort(section, entry_of(note))
        self._count()

    def replace(self, before: Note, note: Note) -> None:
        """Take a note as it is now, which stays where it stands; the order is told next."""
        if (section := self._own_section(note)) is not None:
            section[place_in(section, before)] = entry_of(note)

    def drop(self, note: Note) -> None:
        """Let go of a note that the order has just let go of."""
        if (section := self._own_section(note)) is not None:
            take_out(section, note)
        self._count()

    ## Inside

    def _kept(self, group: list[Entry]) -> list[Entry]:
        only = self._only
        return group if only is None else [entry for entry in group if entry[1] in only]

    def _is_rest(self, item_id: str | None) -> bool:
        return item_id not in self._known and (self._scope is None or item_id in self._scope)

    def _section_of(self, item_id: str | None) -> int:
        if item_id is not None and item_id in self._places:
            return self._places[item_id]
        return len(self.sections) - 1 if self._is_rest(item_id) else -1

    def _own_section(self, note: Note) -> list[Entry] | None:
        """The section of a note, None where it is the order's own group or is not shown."""
        at = self._section_of(note.place.parent_id)
        section = self.sections[at][1] if at >= 0 else None
        return None if section is self._order.groups.get(note.place.parent_id) else section

    def _section_at(self, row: int) -> int:
        if not 0 <= row < len(self):
            raise IndexError(row)
        return bisect_right(self._ends, row)

    def _begin(self, section: int) -> int:
        return self._ends[section - 1] if section else 0

    def _count(self) -> None:
        self._ends = list(accumulate(len(entries) for _item_id, entries in self.sections))
