"""A line over the box that says what it is being used for, with a way out."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.services import Services
from ui.widgets.buttons import IconButton
from ui.widgets.label import ElidedLabel, Label


class CaptureStrip(QFrame):
    """Hidden until there is something to say; `close` is its button, as Esc is its key."""

    def __init__(self, icon: str, leave: str, services: Services, parent: QWidget) -> None:
        """Make a strip; `leave` is what its button does."""
        super().__init__(parent)
        theme = services.theme
        self.setProperty("class", "Editing")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), theme.px(2), theme.px(4), theme.px(2))
        row.setSpacing(theme.px(8))
        sign = Label("", self)
        sign.setPixmap(theme.pixmap(icon, "warn", 16, self.devicePixelRatio()))
        self._words = ElidedLabel("", self, role="strong")
        self.leave_button = IconButton("x", leave, theme, self)
        self.leave_button.setToolTip(f"{leave}  \u2066Esc\u2069")
        row.addWidget(sign)
        row.addWidget(self._words, 1)
        row.addWidget(self.leave_button)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.words

    def show_words(self, words: str) -> None:
        """Say something; "" hides the strip."""
        if words:
            self._words.show_words(words)
        self.setVisible(bool(words))
