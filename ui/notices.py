"""What the user should know, in a strip under the screens: never over the text, never modal."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.i18n import _
from ui.theme.theme import Theme
from ui.widgets.buttons import IconButton, make_button
from ui.widgets.label import Label

READING_SECONDS = 8
_MOST_SHOWN = 3
_ICONS = {"good": "circle-check", "warn": "triangle-alert", "bad": "circle-alert", "blue": "info"}


@dataclass(frozen=True)
class Notice:
    """One message.

    Attributes:
        text: a whole sentence, shown as plain text.
        tone: good, warn, bad or blue.
        key: a later notice with the same key takes its place.
        answers: words of buttons with what they do; pressing one ends the notice.
        stays: whether it waits to be closed; else it goes after a while.
    """

    text: str
    tone: str = "blue"
    key: str = ""
    answers: tuple[tuple[str, Callable[[], None]], ...] = ()
    stays: bool = False


class Notices(QObject):
    """Where screens leave their messages.

    Signals:
        posted(Notice): a message came.
        withdrawn(str): the message of that key no longer holds.
    """

    posted = Signal(object)
    withdrawn = Signal(str)

    def post(
        self,
        text: str,
        tone: str = "blue",
        *,
        key: str = "",
        answers: tuple[tuple[str, Callable[[], None]], ...] = (),
        stays: bool = False,
    ) -> None:
        """Show a message."""
        self.posted.emit(Notice(text, tone, key, answers, stays))

    def withdraw(self, key: str) -> None:
        """Take back the message of a key."""
        self.withdrawn.emit(key)


class _NoticeRow(QFrame):
    """One message on its tinted ground."""

    ended = Signal()

    def __init__(self, notice: Notice, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        ink, ground = theme.tokens.tone(notice.tone)
        self.setStyleSheet(
            f"_NoticeRow {{ background: {ground}; border: 1px solid {ink}; border-radius: 7px; }}"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        row.setSpacing(theme.px(8))
        sign = Label("", self)
        sign.setPixmap(
            theme.pixmap(_ICONS.get(notice.tone, "info"), notice.tone, 18, self.devicePixelRatio())
        )
        row.addWidget(sign)
        words = Label(notice.text, self, wrap=True)
        row.addWidget(words, 1)
        for text, handler in notice.answers:
            row.addWidget(self._answer(text, handler, theme))
        close = IconButton("x", _("Dismiss"), theme, self)
        close.clicked.connect(self.ended)
        row.addWidget(close)
        if not notice.stays:
            QTimer.singleShot(READING_SECONDS * 1000, self, self.ended.emit)

    def _answer(self, text: str, handler: Callable[[], None], theme: Theme) -> QPushButton:
        button = make_button(text, theme, self)
        button.clicked.connect(lambda _checked=False: handler())
        button.clicked.connect(lambda _checked=False: self.ended.emit())
        return button


class NoticeStrip(QWidget):
    """Shows the latest messages, each until it was read, answered, replaced or taken back."""

    def __init__(self, notices: Notices, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[_NoticeRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(8))
        self._column.setSpacing(theme.px(4))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on=False)
        self.setAccessibleName(_("Notices"))
        notices.posted.connect(self._on_posted)
        notices.withdrawn.connect(self._on_withdrawn)
        self.hide()

    @property
    def texts(self) -> list[str]:
        """The messages in view, oldest first."""
        return [row.notice.text for row in self._rows]

    def _on_posted(self, notice: Notice) -> None:
        if any(row.notice == notice for row in self._rows):
            return
        if notice.key:
            self._on_withdrawn(notice.key)
        row = _NoticeRow(notice, self._theme, self)
        row.ended.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._column.addWidget(row)
        if len(self._rows) > _MOST_SHOWN:
            self._remove(self._rows[0])
        self.show()

    def _on_withdrawn(self, key: str) -> None:
        for row in [each for each in self._rows if each.notice.key == key]:
            self._remove(row)

    def _remove(self, row: _NoticeRow) -> None:
        if row in self._rows:
            self._rows.remove(row)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.setVisible(bool(self._rows))
