"""A note that was found elsewhere is brought into view in the list of its meeting."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractItemView

from ui.meeting.workspace_board import MeetingBoard
from ui.meeting.workspace_notes_model import NotesModel


class NoteSeeker(QObject):
    """Waits until the meeting has been read, and then looks for the note once."""

    def __init__(
        self, board: MeetingBoard, notes: NotesModel, view: QAbstractItemView, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._board, self._notes, self._view = board, notes, view
        self._wanted = ""

    def show(self, note_id: str) -> None:
        """Bring a note into view, now or when the meeting is there."""
        self._wanted = note_id
        if self._board.meeting is not None:
            self.take_up()

    def take_up(self) -> None:
        """The meeting has been read: show what is waited for, if it is there."""
        wanted, self._wanted = self._wanted, ""
        if not wanted or self._notes.note(wanted) is None:
            return
        if self._notes.row_of(wanted) < 0:  # it stands under another item
            self._board.show_all(everything=True)
        index = self._notes.index(self._notes.row_of(wanted))
        self._view.setCurrentIndex(index)
        self._view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)
