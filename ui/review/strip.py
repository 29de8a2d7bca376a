"""A quiet line over the notes: some places were written apart. Nobody is made to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.i18n import _, ngettext
from ui.widgets.buttons import make_button
from ui.widgets.label import ElidedLabel, Label

if TYPE_CHECKING:
    from ui.services import Services


class ReviewStrip(QFrame):
    """How many places are left, and the way to them; hidden while there are none.

    Signals:
        wanted: the review is to be opened.
    """

    wanted = Signal()

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        theme = services.theme
        self._services = services
        self.setProperty("class", "Review")
        self.setStyleSheet(
            f'QFrame[class="Review"] {{ background: {theme.tokens.warn_soft};'
            f" border-radius: {theme.px(8)}px; }}"
        )
        self.setAccessibleName(_("Written apart"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(6), theme.px(4))
        row.setSpacing(theme.px(8))
        sign = Label("", self)
        sign.setPixmap(theme.pixmap("users", "warn", 18, self.devicePixelRatio()))
        self.words = ElidedLabel("", self, role="strong")
        self.button = make_button(_("Take a look"), theme, self, kind="quiet")
        self.button.setToolTip(services.actions.tooltip("review.open"))
        self.button.clicked.connect(lambda _checked=False: self.wanted.emit())
        row.addWidget(sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def show_count(self, count: int, *, is_open: bool) -> None:
        """Say how many places are left; nothing while they are being looked at."""
        words = ngettext(
            "{count} place was written apart and waits for your eye.",
            "{count} places were written apart and wait for your eye.",
            count,
        )
        self.words.show_words(words.format(count=self._services.wording.number(count)))
        self.setVisible(count > 0 and not is_open)
