"""One of several versions: whose it is, the words with what differs marked, what takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from recorder import Mark
from ui.i18n import _
from ui.theme.theme import NOTE
from ui.widgets.buttons import make_button
from ui.widgets.direction import direction_of
from ui.widgets.label import ElidedLabel
from ui.widgets.surfaces import Pill

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recorder import Span
    from ui.services import Services

_LEAST, _MOST = 30, 200


class VersionCard(QFrame):
    """A version beside others, with the button that lets it stand.

    Signals:
        taken: this version is to stand.
    """

    taken = Signal()

    def __init__(self, services: Services, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        theme = services.theme
        self.setProperty("class", "Well")
        self._column = column = QVBoxLayout(self)
        inset = theme.px(12)
        column.setContentsMargins(inset, theme.px(10), inset, theme.px(10))
        column.setSpacing(theme.px(6))
        self._who = ElidedLabel("", self, role="strong")
        self._now = Pill(_("Shown now"), "accent", theme, self)
        self._head = head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self._who, 1)
        head.addWidget(self._now)
        column.addLayout(head)
        self.text = self._make_text()
        column.addWidget(self.text)
        column.addStretch(1)
        self._key = services.wording.figures(str(number))
        self.button = make_button("", theme, self)
        self.button.setToolTip(_("Let this version stand; the other stays in the past of it."))
        self.button.clicked.connect(lambda _checked=False: self.taken.emit())
        column.addWidget(self.button)

    def show_version(self, who: str, spans: Iterable[Span], answer: str, *, is_now: bool) -> None:
        """Show who wrote it, and the words; marked are those that the other does not have."""
        self._who.show_words(who)
        self.button.setText(f"{answer}  \u2066{self._key}\u2069")
        self.button.setVisible(bool(answer))
        self._now.setVisible(is_now)
        told = list(spans)
        whole = "".join(each.text for each in told)
        self.text.setAccessibleName(_("Version of {author}").format(author=who))
        self.button.setAccessibleName(f"{answer}: {who}")
        theme = self._services.theme
        self.text.clear()
        option = self.text.document().defaultTextOption()
        option.setTextDirection(direction_of(whole, theme.direction))
        self.text.document().setDefaultTextOption(option)
        cursor = QTextCursor(self.text.document())
        for each in told:
            cursor.insertText(each.text, self._look(each.mark))
        self._fit()

    def lie_low(self, *, is_low: bool) -> None:
        """Put the button beside the head where there is little room, else under the words."""
        (self._head if is_low else self._column).addWidget(self.button)

    def _look(self, mark: Mark) -> QTextCharFormat:
        look, theme = QTextCharFormat(), self._services.theme
        ink, ground = theme.tokens.tone("warn") if mark is not Mark.SAME else (theme.tokens.ink, "")
        look.setForeground(QColor(ink))
        if ground:
            look.setBackground(QColor(ground))
            look.setFontUnderline(True)  # the tint is not all that tells it
        return look

    def _make_text(self) -> QTextEdit:
        theme = self._services.theme
        box = QTextEdit(self)
        box.setReadOnly(True)
        box.setProperty("frame", "none")
        box.setFrameShape(QFrame.Shape.NoFrame)
        box.setTabChangesFocus(True)
        box.setFont(theme.font(NOTE))
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setToolTip(_("What the other version does not have is marked."))
        box.viewport().setAutoFillBackground(False)
        box.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return box

    def _fit(self) -> None:
        px = self._services.theme.px
        needed = round(self.text.document().size().height()) + px(4)
        self.text.setFixedHeight(min(max(needed, px(_LEAST)), px(_MOST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words the height that they need in another width."""
        super().resizeEvent(event)
        self._fit()
