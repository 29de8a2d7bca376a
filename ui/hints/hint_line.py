"""One line over the screen that nobody has to answer: it moves nothing and takes no click."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.label import Label

SHOWN_MS = 6000
_AIR = 6


class HintLine(Label):
    """Lies under the header of what it is shown over, and goes by itself."""

    def __init__(self, theme: Theme, over: QWidget, top: int) -> None:
        super().__init__("", over)
        self._over, self._top = over, top + theme.px(_AIR)
        self.setProperty("class", "Hint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SHOWN_MS)
        self._soon.timeout.connect(self.hide)
        self.hide()

    def tell(self, text: str) -> None:
        """Show a hint for a while."""
        self.show_words(text)
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, self._top)
        self.show()
        self.raise_()
        self._soon.start()
