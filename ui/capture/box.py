"""The box that is written into while people speak."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.i18n import LRM, RLM, _
from ui.services import Services
from ui.widgets.notebox import NoteBox

_LINES = (1, 4)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class CaptureBox(NoteBox):
    """Enter saves, Shift+Enter breaks the line (or the other way round, as the user chose).

    Signals:
        finished: the words are to become a note.
        escaped: the user wants out of what is being edited.
        earlier: the last note is to be edited (Up in an empty box).
        focused(bool): the box got the focus, or lost it.
    """

    finished = Signal()
    escaped = Signal()
    earlier = Signal()
    focused = Signal(bool)

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(services.theme, parent, lines=_LINES)
        self._enter_saves = services.settings.enter_saves
        mark = RLM if services.theme.is_rtl else LRM
        self.setPlaceholderText(mark + _("Write what is being said…"))
        self.setAccessibleName(_("Note"))
        self.setToolTip(_("What is being said"))
        self.setProperty("frame", "none")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that writing can begin."""
        super().focusInEvent(event)
        self.focused.emit(True)  # noqa: FBT003 - a Qt signal

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the hand is elsewhere."""
        super().focusOutEvent(event)
        self.focused.emit(False)  # noqa: FBT003 - a Qt signal

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Esc and Up mean something here; all else is writing."""
        key = Qt.Key(event.key())
        if key in _ENTER:
            self._on_enter(event)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key == Qt.Key.Key_Up and not self.words:
            self.earlier.emit()
        else:
            super().keyPressEvent(event)

    def _on_enter(self, event: QKeyEvent) -> None:
        held = event.modifiers()
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if held & Qt.KeyboardModifier.ControlModifier or shift != self._enter_saves:
            self.finished.emit()
        else:
            # A paragraph of its own, not Qt's line separator: each line takes its own direction.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
