"""What the library shows before there is a meeting."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.i18n import _
from ui.services import Services
from ui.widgets.buttons import make_button
from ui.widgets.label import Label
from ui.widgets.surfaces import Card

_WIDTH = 520


class EmptyLibrary(QWidget):
    """A word of welcome and two ways to begin."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        theme = services.theme
        card = Card(theme, self, padding=32)
        card.setFixedWidth(theme.px(_WIDTH))
        sign = Label("", card)
        sign.setPixmap(theme.pixmap("messages-square", "accent", 40, self.devicePixelRatio()))
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign.setMinimumHeight(theme.px(44))
        title = Label(_("No meetings yet"), card, role="page")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = Label(
            _("Begin your first meeting, or look at the sample to see how one is recorded."),
            card, role="soft", wrap=True,
        )  # fmt: skip
        inner = theme.px(_WIDTH) - 2 * theme.px(32) - 2
        words.setFixedHeight(words.heightForWidth(inner))
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.begin = make_button(_("New meeting"), theme, card, icon="plus", kind="primary")
        self.begin.setToolTip(services.actions.tooltip("meeting.new"))
        self.sample = make_button(_("Open the sample"), theme, card, icon="sparkles")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.begin)
        row.addWidget(self.sample)
        row.addStretch(1)
        for part in (sign, title, words):
            card.column.addWidget(part)
        card.column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(2)
