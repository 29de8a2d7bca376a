"""A quiet line over the notes: something waits for an eye. Nobody is made to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.i18n import _
from ui.widgets.buttons import IconButton, make_button
from ui.widgets.label import ElidedLabel, Label

if TYPE_CHECKING:
    from ui.services import Services


class ReviewStrip(QFrame):
    """How much is left, and the way to it; hidden while there is nothing.

    Signals:
        wanted: the desk is to be opened.
        unwanted: nobody wants to look; only where that may be said.
    """

    wanted = Signal()
    unwanted = Signal()

    def __init__(
        self, services: Services, name: str, tip: str, parent: QWidget, icon: str = "users"
    ) -> None:
        super().__init__(parent)
        self._theme = theme = services.theme
        self.setProperty("class", "Review")
        self.setStyleSheet(
            f'QFrame[class="Review"] {{ background: {theme.tokens.warn_soft};'
            f" border-radius: {theme.px(8)}px; }}"
        )
        self.setAccessibleName(name)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(6), theme.px(4))
        row.setSpacing(theme.px(8))
        sign = Label("", self)
        sign.setPixmap(theme.pixmap(icon, "warn", 18, self.devicePixelRatio()))
        self.words = ElidedLabel("", self, role="strong")
        self.button = make_button(_("Take a look"), theme, self, kind="quiet")
        self.button.setToolTip(tip)
        self.button.clicked.connect(lambda _checked=False: self.wanted.emit())
        row.addWidget(sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def offer_no_look(self, words: str) -> None:
        """With a button that says that nobody wants to look."""
        away = IconButton("x", words, self._theme, self)
        away.clicked.connect(lambda _checked=False: self.unwanted.emit())
        self._row.addWidget(away)

    def tell(self, words: str) -> None:
        """Say what waits; "" for nothing."""
        self.words.show_words(words)
        self.setVisible(bool(words))
