"""A small window of our own: our words on its buttons, never Qt's."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from ui.widgets.label import Label

_GAP, _WIDTH, _LINES_HEIGHT = 12, 480, 160


class Dialog(QDialog):
    """A window over the screen that the user asked for; it is destroyed when it is closed.

    Qt's standard buttons bring their own Arabic («ارفض» for Discard) and their own order:
    every button here has words of ours.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * _GAP, 2 * _GAP, 2 * _GAP, 2 * _GAP)
        self.column.setSpacing(_GAP)
        self.column.addWidget(Label(title, self, role="title"))
        self._answers = QHBoxLayout()
        self._answers.setSpacing(_GAP)
        self._answers.addStretch(1)
        self.column.addLayout(self._answers)

    def add(self, widget: QWidget) -> None:
        """Put a widget above the buttons."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def say(self, text: str) -> None:
        """Add a paragraph."""
        self.add(Label(text, self, wrap=True))

    def show_lines(self, text: str) -> None:
        """Add lines for a technician: left to right, to be read and copied."""
        box = QTextEdit(self)
        box.setAcceptRichText(False)
        box.setReadOnly(True)
        box.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        box.setPlainText(text)
        box.setFixedHeight(_LINES_HEIGHT)
        box.setAccessibleName(self.windowTitle())
        self.add(box)

    def add_answer(self, text: str, handler: Callable[[], None]) -> QPushButton:
        """Add a button that does something and leaves the window open."""
        button = self._button(text)
        button.clicked.connect(lambda _checked=False: handler())
        return button

    def add_closing(self, text: str, handler: Callable[[], None] | None = None) -> QPushButton:
        """Add the button that does the one thing (if any) and closes; Enter presses it."""
        button = self._button(text)
        button.setProperty("kind", "primary")
        button.setDefault(True)
        if handler is not None:
            button.clicked.connect(lambda _checked=False: handler())
        button.clicked.connect(self.accept)
        return button

    def add_cancel(self, text: str) -> QPushButton:
        """Add the button that closes and does nothing."""
        button = self._button(text)
        button.clicked.connect(self.reject)
        return button

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.setMinimumHeight(3 * _GAP)
        button.setAutoDefault(False)
        self._answers.addWidget(button)
        return button
