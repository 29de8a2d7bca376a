"""The notes of a meeting as a list: in the order of the agenda, changed one by one, never reset."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from recorder import Note

Index = QModelIndex | QPersistentModelIndex
Key = tuple[int, str, str]

PROVISIONAL = "~"
"""Begins the order key of a note that the archive has not placed yet: after all real keys."""


class NoteRole(IntEnum):
    """What a delegate asks for beside the text."""

    LINE = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True)
class NoteLine:
    """A note as its row shows it.

    Attributes:
        note: the row of the archive, or what is on its way there.
        speaker: a name, a group's label, or "" when nobody is named.
        detail: role and organisation.
        clock: when it was said, in the user's digits; "" when not known.
        kind: the word of its kind; "" for a plain statement.
        verb: the reporting verb before the text, in the form that fits the speaker.
        heading: the title of its item, where the row is the first of it and all are shown.
        state: "" for a saved note, else "unsaved" or "editing".
    """

    note: Note
    speaker: str
    detail: str
    clock: str
    kind: str
    verb: str
    heading: str
    state: str

    @property
    def words(self) -> str:
        """The text with its verb, as the row shows it."""
        return f"{self.verb} {self.note.text}" if self.verb else self.note.text


MakeLine = Callable[[Note, str, str], NoteLine]
"""Makes the line of a note, given its heading and its state."""


class NotesModel(QAbstractListModel):
    """Rows are made into words only when they come into view.

    Signals:
        counted: the number of rows changed.
    """

    counted = Signal()

    def __init__(
        self, make_line: MakeLine, spoken: Callable[[NoteLine], str], parent: QObject
    ) -> None:
        """Prepare.

        Args:
            make_line: puts a note into words.
            spoken: the sentence that a screen reader says for a line.
            parent: who destroys the model.
        """
        super().__init__(parent)
        self._make_line, self._spoken = make_line, spoken
        self._order: dict[str | None, int] = {}
        self._titles: Mapping[str, str] = {}
        self._notes: dict[str, Note] = {}
        self._counts: Counter[str | None] = Counter()
        self._shown: list[Note] = []
        self._scope: frozenset[str | None] | None = None
        self._states: dict[str, str] = {}
        self._read: dict[int, Callable[[int], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda row: self._shown[row].text,
            NoteRole.ID: lambda row: self._shown[row].id,
            NoteRole.LINE: self.line,
            Qt.ItemDataRole.AccessibleTextRole: lambda row: self._spoken(self.line(row)),
            Qt.ItemDataRole.AccessibleDescriptionRole: lambda row: self.line(row).kind,
        }

    ## What is shown

    @property
    def total(self) -> int:
        """The number of notes of the meeting, shown or not."""
        return len(self._notes)

    @property
    def shown(self) -> Sequence[Note]:
        """The notes in view, in their order."""
        return self._shown

    @property
    def every(self) -> Iterable[Note]:
        """All notes of the meeting, in no order."""
        return self._notes.values()

    def note(self, note_id: str) -> Note | None:
        """A note of the meeting, shown or not."""
        return self._notes.get(note_id)

    def row_of(self, note_id: str) -> int:
        """The row of a note, -1 when it is not shown."""
        note = self._notes.get(note_id)
        if note is None:
            return -1
        row = bisect_left(self._shown, self._key(note), key=self._key)
        found = row < len(self._shown) and self._shown[row].id == note_id
        return row if found else -1

    def counts(self) -> Mapping[str | None, int]:
        """The number of notes by item."""
        return self._counts

    ## Filling and changing

    def fill(
        self,
        notes: Iterable[Note],
        titles: Mapping[str, str],
        scope: frozenset[str | None] | None = None,
    ) -> None:
        """Take the notes of a meeting.

        Args:
            notes: in any order.
            titles: the titles of the agenda's items by id, in the order of the agenda.
            scope: the items whose notes are shown; None for all.
        """
        self.beginResetModel()
        self._order = {item_id: at for at, item_id in enumerate(titles)}
        self._titles, self._scope = titles, scope
        self._notes = {note.id: note for note in notes}
        self._counts = Counter(note.place.parent_id for note in self._notes.values())
        self._states = {key: state for key, state in self._states.items() if key in self._notes}
        self._shown = self._in_scope()
        self.endResetModel()
        self.counted.emit()

    def take_titles(self, titles: Mapping[str, str]) -> None:
        """Take the agenda as it is now; the rows move only when its order is another one."""
        moved = list(titles) != list(self._titles)
        if moved:
            self.fill(list(self._notes.values()), titles, self._scope)
        elif titles != self._titles:
            self._titles = titles
            self.tell_all()

    def show_items(self, scope: frozenset[str | None] | None) -> None:
        """Show the notes of some items only, or with None all, under headings."""
        if scope == self._scope:
            return
        self.beginResetModel()
        self._scope = scope
        self._shown = self._in_scope()
        self.endResetModel()
        self.counted.emit()

    def put(self, note: Note) -> None:
        """Show a note as it is now: where it stands, or at its new place."""
        old = self.row_of(note.id)
        fits = self._scope is None or note.place.parent_id in self._scope
        if old >= 0 and fits and self._stays(old, note):
            self._notes[note.id] = self._shown[old] = note
            self._tell(old)
            return
        self.drop(note.id)
        self._notes[note.id] = note
        self._counts[note.place.parent_id] += 1
        if fits:
            row = bisect_left(self._shown, self._key(note), key=self._key)
            self.beginInsertRows(QModelIndex(), row, row)
            self._shown.insert(row, note)
            self.endInsertRows()
            self._tell(row + 1)
        self.counted.emit()

    def drop(self, note_id: str) -> None:
        """Take a note out of the list."""
        row = self.row_of(note_id)
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._shown[row]
            self.endRemoveRows()
            self._tell(row)
        note = self._notes.pop(note_id, None)
        if note is not None:
            self._counts[note.place.parent_id] -= 1
            self.counted.emit()

    def mark(self, note_id: str, state: str) -> None:
        """Show a note as saved (""), "unsaved", or "editing"."""
        if self._states.get(note_id, "") != state:
            self._states[note_id] = state
            self._tell(self.row_of(note_id))

    def tell_all(self) -> None:
        """Say all rows anew, after names or titles changed."""
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    ## As Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The number of rows."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text, the line, the id, or what a screen reader says."""
        read = self._read.get(role)
        return read(index.row()) if read is not None and index.isValid() else None

    def line(self, row: int) -> NoteLine:
        """The line of a row."""
        note = self._shown[row]
        return self._make_line(note, self.heading(row), self._states.get(note.id, ""))

    def heading(self, row: int) -> str:
        """The title above a row: the item's, where all are shown and it is the item's first."""
        if self._scope is not None or not self._titles:
            return ""
        item_id = self._shown[row].place.parent_id
        if row and self._shown[row - 1].place.parent_id == item_id:
            return ""
        return self._titles.get(item_id or "", "")

    ## Inside

    def _key(self, note: Note) -> Key:
        place = note.place
        return (self._order.get(place.parent_id, len(self._order)), place.sort_key, note.id)

    def _in_scope(self) -> list[Note]:
        scope = self._scope
        notes = self._notes.values()
        fitting = notes if scope is None else [n for n in notes if n.place.parent_id in scope]
        return sorted(fitting, key=self._key)

    def _stays(self, row: int, note: Note) -> bool:
        key, shown = self._key(note), self._shown
        after = row == 0 or self._key(shown[row - 1]) < key
        return after and (row + 1 >= len(shown) or key < self._key(shown[row + 1]))

    def _tell(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self.dataChanged.emit(self.index(row), self.index(row))
