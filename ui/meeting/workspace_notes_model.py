"""The notes of a meeting as a list: in the order of the agenda, changed one by one, never reset."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
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
from ui.attribution import spoken_rule
from ui.meeting.workspace_notes_order import Entry, NoteOrder
from ui.meeting.workspace_notes_rows import Scope, ShownNotes

Index = QModelIndex | QPersistentModelIndex

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
        author: who wrote it down, as a sentence; "" for this laptop's own, and with one author.
        author_at: the number of that author among the others, for a mark of their own colour.
        rule: to whom it is attributed, where the note has a rule of its own.
    """

    note: Note
    speaker: str
    detail: str
    clock: str
    kind: str
    verb: str
    heading: str
    state: str
    author: str = ""
    author_at: int = 0
    rule: str = ""

    @property
    def words(self) -> str:
        """The text with its verb, as the row shows it."""
        return f"{self.verb} {self.note.text}" if self.verb else self.note.text


MakeLine = Callable[[Note, str, str], NoteLine]
"""Makes the line of a note, given its heading and its state."""

_MANY = 100
"""Notes that change at once, above which the list is laid out anew rather than row by row."""


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
        self._titles: Mapping[str, str] = {}
        self._order = NoteOrder()
        self._scope: Scope | None = None
        self._only: Container[str] | None = None
        self._shown = ShownNotes(self._order)
        self._states: dict[str, str] = {}
        self._read: dict[int, Callable[[int], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda row: self._shown[row].text,
            NoteRole.ID: self._id,
            NoteRole.LINE: self.line,
            Qt.ItemDataRole.ToolTipRole: lambda row: self.line(row).author,
            Qt.ItemDataRole.AccessibleTextRole: lambda row: self._spoken(self.line(row)),
            Qt.ItemDataRole.AccessibleDescriptionRole: self._described,
        }

    ## What is shown

    @property
    def total(self) -> int:
        """The number of notes of the meeting, shown or not."""
        return len(self._order)

    @property
    def shown(self) -> ShownNotes:
        """The notes in view, in their order."""
        return self._shown

    @property
    def stored(self) -> Mapping[str, Note]:
        """All notes of the meeting by id, each made when it is asked for."""
        return self._order

    @property
    def every(self) -> Iterable[Note]:
        """All notes of the meeting, in no order; this makes all of them."""
        return self._order.values()

    def note(self, note_id: str) -> Note | None:
        """A note of the meeting, shown or not."""
        return self._order.get(note_id)

    def row_of(self, note_id: str) -> int:
        """The row of a note, -1 when it is not shown."""
        note = self._order.get(note_id)
        return -1 if note is None else self._shown.row_of(note)

    def counts(self) -> Mapping[str | None, int]:
        """The number of notes by item."""
        return self._order.counts()

    ## Filling and changing

    def fill(
        self,
        notes: NoteOrder | Iterable[Note],
        titles: Mapping[str, str],
        scope: Scope | None = None,
    ) -> None:
        """Take the notes of a meeting.

        Args:
            notes: in any order, or ordered elsewhere.
            titles: the titles of the agenda's items by id, in the order of the agenda.
            scope: the items whose notes are shown; None for all.
        """
        order = notes if isinstance(notes, NoteOrder) else NoteOrder.of(notes)
        self._states = {key: state for key, state in self._states.items() if key in order}
        with self._laid_out_anew():
            self._order, self._titles, self._scope = order, titles, scope

    def take_titles(self, titles: Mapping[str, str]) -> None:
        """Take the agenda as it is now; the rows move only when its order is another one."""
        if list(titles) != list(self._titles):
            with self._laid_out_anew():
                self._titles = titles
        elif titles != self._titles:
            self._titles = titles
            self.tell_all()

    def show_items(self, scope: Scope | None) -> None:
        """Show the notes of some items only, or with None all, under headings."""
        if scope != self._scope:
            with self._laid_out_anew():
                self._scope = scope

    def show_only(self, note_ids: Container[str] | None) -> None:
        """Leave out all notes but some, or with None nothing; ids may be added to them later."""
        if note_ids is not self._only:
            with self._laid_out_anew():
                self._only = note_ids

    def take(self, notes: Mapping[str, Note | None]) -> None:
        """Take notes as they are now, None for those that are gone."""
        if len(notes) > _MANY:
            with self._laid_out_anew():
                for note_id, note in notes.items():
                    self._order.drop(note_id) if note is None else self._order.put(note)
            return
        for note_id, note in notes.items():
            self._drop(note_id) if note is None else self._put(note)
        if notes:
            self.counted.emit()

    def put(self, note: Note) -> None:
        """Show a note as it is now: where it stands, or at its new place."""
        if not self._put(note):
            self.counted.emit()

    def drop(self, note_id: str) -> None:
        """Take a note out of the list."""
        if self._drop(note_id):
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

    def _described(self, row: int) -> str:
        note, line = self._shown[row], self.line(row)
        return "، ".join(filter(None, (line.kind, spoken_rule(note.attribution))))

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
        if self._scope is not None:
            return ""
        return self._titles.get(self._shown.item_begun_at(row), "")

    def headed_sections(self) -> Iterable[tuple[str, Sequence[Entry]]]:
        """The rows item by item: the heading over the first of them, and about how long each is."""
        for item_id, entries in self._shown.sections:
            yield "" if self._scope is not None else self._titles.get(item_id, ""), entries

    ## Inside

    @contextmanager
    def _laid_out_anew(self) -> Iterator[None]:
        """Begin anew with what is changed inside: the notes, the agenda, or which are shown."""
        self.beginResetModel()
        yield
        self._shown = ShownNotes(self._order, list(self._titles), self._scope, self._only)
        self.endResetModel()
        self.counted.emit()

    def _put(self, note: Note) -> bool:
        """Take a note; whether it stands where it stood."""
        before, row = self._order.get(note.id), self.row_of(note.id)
        if before is not None and row >= 0 and self._stays(before, row, note):
            self._shown.replace(before, note)
            self._order.replace(note)
            self._tell(row)
            return True
        self._drop(note.id)
        row = self._shown.row_for(note)
        if row >= 0:
            self.beginInsertRows(QModelIndex(), row, row)
        self._order.put(note)
        self._shown.put(note)
        if row >= 0:
            self.endInsertRows()
            self._tell(row + 1)  # its heading may stand over the new row now
        return False

    def _drop(self, note_id: str) -> bool:
        """Let a note go; whether it was there."""
        note = self._order.get(note_id)
        if note is None:
            return False
        row = self._shown.row_of(note)
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
        self._order.drop(note_id)
        self._shown.drop(note)
        if row >= 0:
            self.endRemoveRows()
            self._tell(row)
        return True

    def _id(self, row: int) -> str:
        return self._shown.id_at(row)

    def _stays(self, before: Note, row: int, note: Note) -> bool:
        is_there = before.place.parent_id == note.place.parent_id
        return is_there and self._shown.row_for(note) in {row, row + 1}

    def _tell(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self.dataChanged.emit(self.index(row), self.index(row))
