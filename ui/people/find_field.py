"""The one field over a list: it finds, and what it does not find it adds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme.theme import Theme
from ui.widgets.line_field import LineField


class FindField(LineField):
    """A line field over a list.

    Signals:
        entered: Enter was pressed.
        forced: Shift+Enter was pressed: add it, whatever was found.
        left_downwards: the arrow went down, into the list.
    """

    holds_words = True
    entered = Signal()
    forced = Signal()
    left_downwards = Signal()

    def __init__(self, name: str, theme: Theme, parent: QWidget, *, placeholder: str) -> None:
        super().__init__(name, theme, parent, placeholder=placeholder)
        sign = self.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        sign.setText(name)
        sign.triggered.connect(self.setFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, the arrow down, and Escape, which empties the field."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.forced if with_shift else self.entered).emit()
        elif key == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.edited.emit()
        else:
            super().keyPressEvent(event)
