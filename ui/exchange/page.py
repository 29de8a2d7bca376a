"""What the pages of the screen are made of: a title, sentences, and buttons in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.widgets.buttons import make_button, pressed_by_enter
from ui.widgets.label import Label
from ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from ui.exchange.sharing import StickSharing
    from ui.services import Services

WIDTH, PADDING, TALL = 680, 28, 44
_SIGN, _GAP = 28, 12


class ExchangePage(Card):
    """One step of a sharing.

    Attributes:
        first: what has the focus when the page comes; None where nothing can be done.
    """

    def __init__(self, services: Services, sharing: StickSharing, parent: QWidget) -> None:
        super().__init__(services.theme, parent, padding=PADDING)
        self.services, self.sharing = services, sharing
        self.first: QWidget | None = None
        self._row: QHBoxLayout | None = None

    def refresh(self) -> None:
        """The state moved within this step."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does."""
        if not pressed_by_enter(event, self):
            super().keyPressEvent(event)

    def begin_with(self, part: QWidget) -> None:
        """Let another part be the first; a hand that waits on the former one comes along."""
        had_hand = self.first is not None and self.first is not part and self.first.hasFocus()
        self.first = part
        if had_hand:
            part.setFocus(Qt.FocusReason.OtherFocusReason)

    def title(self, text: str, icon: str = "", tone: str = "accent") -> None:
        """Begin with a sign and a title."""
        row, theme = QHBoxLayout(), self.services.theme
        row.setSpacing(theme.px(_GAP))
        if icon:
            sign = Label("", self)
            sign.setPixmap(theme.pixmap(icon, tone, _SIGN, self.devicePixelRatio()))
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        label = Label(text, self, role="page", wrap=True)
        taken = theme.px(_SIGN + _GAP) if icon else 0
        _fit(label, self.inner_width - taken)
        row.addWidget(label, 1)
        self.column.addLayout(row)

    def say(self, text: str, role: str = "soft") -> Label:
        """Add a sentence."""
        label = Label("", self, role=role, wrap=True)
        self.put_words(label, text)
        self.column.addWidget(label)
        return label

    def put_words(self, label: Label, text: str) -> None:
        """Show a sentence in all its lines; a layout in a page that scrolls would cut them."""
        label.show_words(text)
        _fit(label, self.inner_width)

    @property
    def inner_width(self) -> int:
        """How wide a sentence can be, in pixels."""
        return self.services.theme.px(WIDTH - 2 * PADDING) - 2

    def button(
        self, text: str, handler: Callable[[], None], *, kind: str = "", icon: str = ""
    ) -> QPushButton:
        """Add a button to the row at the foot; the first primary one has the focus."""
        if self._row is None:
            self._row = QHBoxLayout()
            self._row.setSpacing(self.services.theme.px(12))
            self._row.addStretch(1)
            self.column.addSpacing(self.services.theme.px(4))
            self.column.addLayout(self._row)
        button = make_button(text, self.services.theme, self, kind=kind, icon=icon)
        if kind == "primary":
            button.setFixedHeight(self.services.theme.px(TALL))
        button.clicked.connect(lambda _checked=False: handler())
        self._row.insertWidget(self._row.count() - 1, button)
        if self.first is None:
            self.first = button
        return button


def _fit(label: Label, width: int) -> None:
    label.ensurePolished()
    label.setFixedHeight(max(label.heightForWidth(width), 1))
