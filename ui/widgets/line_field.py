"""A field for one line of text that runs from the right side, empty or full."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.i18n import LRM, RLM
from ui.theme.theme import Theme, restyle
from ui.widgets.buttons import CONTROL_HEIGHT
from ui.widgets.direction import RTL, direction_of


class LineField(QLineEdit):
    """A line edit whose direction follows its text, else the interface.

    Qt takes the side of an empty line edit from the keyboard's language, and reads a text that
    begins with an acronym from the left; the direction key sets its line control right
    (measured: layoutDirection and placeholder change nothing).

    Signals:
        edited: the user changed the text.
        left: the focus went elsewhere, or Enter was pressed.

    Attributes:
        holds_words: what is typed is nobody's yet (it looks for something, or adds it), so it
            goes along when the window is built anew.
    """

    holds_words = False
    edited = Signal()
    left = Signal()

    def __init__(
        self, name: str, theme: Theme, parent: QWidget | None = None, *, placeholder: str = ""
    ) -> None:
        """Make a field; `name` is what screen readers call it."""
        super().__init__(parent)
        self._fallback = theme.direction
        self._direction: Qt.LayoutDirection | None = None
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedHeight(theme.px(CONTROL_HEIGHT))
        self.setMinimumWidth(theme.px(72))
        if placeholder:
            self.setPlaceholderText((RLM if theme.is_rtl else LRM) + placeholder)
        self.textChanged.connect(self._on_text_changed)
        self.textEdited.connect(lambda _text: self.edited.emit())
        self.returnPressed.connect(self.left)
        self._turn("")

    @property
    def words(self) -> str:
        """The text without blanks around it."""
        return self.text().strip()

    def show_words(self, text: str) -> None:
        """Fill the field from the archive, its beginning in view; this is no edit."""
        if text != self.words:
            self.setText(text)
            self.setCursorPosition(0)

    def forget_typing(self) -> None:
        """What was typed is saved: from here on undo is the window's."""
        if self.isUndoAvailable():
            caret = self.cursorPosition()
            self.setText(self.text())
            self.setCursorPosition(caret)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window while there is nothing typed to take back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            undo = event.matches(keys.Undo) and not self.isUndoAvailable()
            redo = event.matches(keys.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return bool(super().event(event))

    def show_wrong(self, *, wrong: bool) -> None:
        """Mark the field as not understood, or take the mark away."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            restyle(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }:
            self.left.emit()

    def _on_text_changed(self, text: str) -> None:
        self._turn(text)

    def _turn(self, text: str) -> None:
        direction = direction_of(text, self._fallback)
        if direction == self._direction:
            return
        self._direction = direction
        key = Qt.Key.Key_Direction_R if direction == RTL else Qt.Key.Key_Direction_L
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QLineEdit.keyPressEvent(self, press)  # an event would not reach a disabled field
