"""While the stick is at work: how far it is, and a way to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar

from ui.exchange.page import ExchangePage
from ui.exchange.parts import words_of_part
from ui.i18n import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.exchange.sharing import StickSharing
    from ui.services import Services

_BAR = 6


class ProgressPage(ExchangePage):
    """Nothing else stands still meanwhile."""

    def __init__(self, services: Services, sharing: StickSharing, parent: QWidget) -> None:
        super().__init__(services, sharing, parent)
        self.title(_("The stick is at work"), "usb")
        self.said = self.say("", "strong")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(services.theme.px(_BAR))
        self.bar.setAccessibleName(_("How far it is"))
        self.column.addWidget(self.bar)
        self.say(_("Leave the stick plugged in. You can go on writing on the other screens."))
        self.stop = self.button(_("Stop"), self._stop)
        self.refresh()

    def refresh(self) -> None:
        """A further step."""
        state = self.sharing.state
        self.put_words(self.said, words_of_part(state.part))
        if state.whole > 1:
            self.bar.setRange(0, state.whole)
            self.bar.setValue(state.done)
        else:
            self.bar.setRange(0, 0)  # nobody knows how long it takes

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.stop.setText(_("Stopping…"))
        self.sharing.stop()
