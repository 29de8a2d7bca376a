"""The field of the palette: it keeps every key to itself while the palette is open."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.i18n import _
from ui.theme.theme import Theme
from ui.widgets.line_field import LineField

_STEPS = {
    Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1,
}  # fmt: skip
_EDITING = (
    QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll, QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)  # fmt: skip


class QueryField(LineField):
    """A line in which a command is looked for.

    A key of another command is not lost in it: it is told, and runs where the hand was.

    Signals:
        entered: Enter was pressed.
        dismissed: Esc, or the palette's own key.
        stepped(int): the row so many further is wanted.
        other_key(QKeySequence): the key of a command was pressed.
        lost: the focus went elsewhere in the window.
    """

    entered = Signal()
    dismissed = Signal()
    stepped = Signal(int)
    other_key = Signal(object)
    lost = Signal()

    def __init__(self, theme: Theme, own_keys: list[QKeySequence], parent: QWidget) -> None:
        asked = _("A few letters of a command, a meeting, an item, a person…")
        super().__init__(_("Find a command"), theme, parent, placeholder=asked)
        self._own_keys = own_keys
        sign = QAction(theme.icon("search", "accent", 18), _("Find a command"), self)
        self.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)

    def event(self, event: QEvent) -> bool:
        """Let no command of the window take a key before the palette has seen it; nor Tab."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and Qt.Key(event.key()) in _STEPS:
                self.keyPressEvent(event)
                return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Esc and the arrows mean something here; letters write; other keys are told."""
        pressed = QKeySequence(event.keyCombination())
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape or pressed in self._own_keys:
            self.dismissed.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif _is_for_a_command(event):
            self.other_key.emit(pressed)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the hand went elsewhere; another window is not elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        }:
            self.lost.emit()


def _is_for_a_command(event: QKeyEvent) -> bool:
    if Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35:
        return True
    with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    moves = Qt.Key.Key_Home <= event.key() <= Qt.Key.Key_Right
    erases = event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
    edits = any(event.matches(each) for each in _EDITING)
    return with_control and not (moves or erases or edits)
