"""A strip over the notes: what is written belongs to another item than the one that runs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.i18n import _, isolate
from ui.services import Services
from ui.theme.theme import Theme
from ui.widgets.buttons import make_button
from ui.widgets.label import ElidedLabel, Label


class ElsewhereStrip(QFrame):
    """Says where the room is, and leads back there or lets the room follow."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        theme, actions = services.theme, services.actions
        self.setProperty("class", "Elsewhere")
        self.setStyleSheet(_sheet(theme))
        sign = Label("", self)
        sign.setPixmap(theme.pixmap("triangle-alert", "warn", 16, self.devicePixelRatio()))
        self.words = ElidedLabel("", self, role="strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), theme.px(2), theme.px(10), theme.px(2))
        row.setSpacing(theme.px(8))
        row.addWidget(sign)
        row.addWidget(self.words, 1)
        self.buttons = []
        for command, words in (
            ("item.running", _("Back to it")),
            ("item.start", _("Start this one")),
        ):
            button = make_button(words, theme, self, kind="quiet")
            button.setToolTip(actions.tooltip(command))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            action = actions.action(command)
            button.clicked.connect(lambda _checked=False, action=action: action.trigger())
            row.addWidget(button)
            self.buttons.append(button)
        self.hide()

    def show_running(self, title: str, minutes: str) -> None:
        """Tell which item runs while another one is written under; "" hides the strip."""
        self.setVisible(bool(title))
        if title:
            words = _("Running now: “{title}”").format(title=isolate(title))
            self.words.show_words(" · ".join(filter(None, (words, minutes))))


def _sheet(theme: Theme) -> str:
    tokens = theme.tokens
    return f"""
    QFrame[class="Elsewhere"] {{ background: {tokens.warn_soft}; border: none;
        border-radius: {theme.px(8)}px; }}
    """
