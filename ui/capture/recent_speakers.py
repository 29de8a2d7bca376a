"""Who spoke last, as small buttons: Ctrl+1 to Ctrl+5 give the word back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from recorder import Speaker
from ui.services import Services
from ui.widgets.buttons import CHIP_HEIGHT, make_chip

MOST = 5
_GAP, _WIDEST = 6, 150


class RecentSpeakers(QWidget):
    """As many as there is room for; the keys reach all five.

    Signals:
        picked(Speaker): the user chose.
    """

    picked = Signal(object)

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._speakers: Sequence[Speaker] = ()
        self._named: list[tuple[Speaker, str]] = []
        self._chips: list[QPushButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(services.theme.px(CHIP_HEIGHT))

    @property
    def speakers(self) -> Sequence[Speaker]:
        """Who is offered, the latest first."""
        return self._speakers

    def show_speakers(self, speakers: Sequence[Speaker], name: Callable[[Speaker], str]) -> None:
        """Offer these."""
        named = [(each, name(each)) for each in speakers[:MOST]]
        if named == self._named:
            return
        self._named = named
        self._speakers = speakers[:MOST]
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._make(at, *each) for at, each in enumerate(named, 1)]
        self._lay_out()

    def sizeHint(self) -> QSize:
        """One name."""
        return QSize(self._services.theme.px(_WIDEST), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._lay_out()

    def _make(self, at: int, speaker: Speaker, name: str) -> QPushButton:
        chip = make_chip("", self._services.theme, self)
        chip.setCheckable(False)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        room = self._services.theme.px(_WIDEST - 26)
        chip.setText(chip.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room))
        chip.setAccessibleName(name)
        key = self._services.actions.key_text(f"speaker.{at}")
        chip.setToolTip(f"{name}  \u2066{key}\u2069")
        chip.clicked.connect(lambda _checked=False: self.picked.emit(speaker))
        return chip

    def _lay_out(self) -> None:
        theme, left = self._services.theme, 0
        for chip in self._chips:
            width = chip.sizeHint().width()
            fits = left + width <= self.width()
            chip.setVisible(fits)
            if fits:
                x = self.width() - left - width if theme.is_rtl else left
                chip.setGeometry(x, 0, width, chip.height())
                left += width + theme.px(_GAP)
            else:
                left = self.width() + 1
