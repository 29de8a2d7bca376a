"""The strip over the screens: which meeting, the screen's own tools, and whether all is saved."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.i18n import _
from ui.past.undo_buttons import UndoButtons
from ui.saved import Saving
from ui.services import Services
from ui.widgets.buttons import IconButton
from ui.widgets.label import ElidedLabel, Label

HEIGHT, _SLIM = 62, 44


class SavedSign(QWidget):
    """«حُفظ 10:42», always in view: a sign, words and a tone, never colour alone."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        theme = services.theme
        self._icon = Label("", self)
        self._icon.setFixedSize(QSize(theme.px(18), theme.px(18)))
        self._words = Label("", self)
        self._words.setFont(theme.font(13, 600, tabular=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self._icon)
        row.addWidget(self._words)
        services.saved.moved.connect(self._refresh)
        # The longest of its texts holds the place, so that the strip does not tremble.
        self._words.show_words(self._saved_at("00:00"))
        widest = max(
            self._words.fontMetrics().horizontalAdvance(text)
            for text in (self._saved_at("00:00"), _("Saving now"), _("Not saved"), _("All saved"))
        )
        self._words.setMinimumWidth(widest + theme.px(4))
        self._refresh()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.words

    def _saved_at(self, clock: str) -> str:
        return _("Saved {clock}").format(clock=self._services.wording.clock(clock))

    def _refresh(self) -> None:
        saved = self._services.saved
        # Of an archive that could not be opened nothing is saved, and nothing was typed.
        self.setVisible(not saved.is_refused)
        at = saved.at.strftime("%H:%M") if saved.at else ""
        icon, tint, words = {
            Saving.NOTHING_YET: ("circle-check", "faint", _("All saved")),
            Saving.UNSAVED: ("loader", "warn", _("Saving now")),
            Saving.SAVED: ("circle-check", "good", self._saved_at(at)),
            Saving.FAILED: ("circle-alert", "bad", _("Not saved")),
        }[saved.state]
        theme = self._services.theme
        self._icon.setPixmap(theme.pixmap(icon, tint, 18, self.devicePixelRatio()))
        palette = self._words.palette()
        palette.setColor(self._words.foregroundRole(), theme.colour(tint))
        self._words.setPalette(palette)
        self._words.show_words(words)
        self.setAccessibleName(words)


class Header(QFrame):
    """Title and place at the start, tools and the sign at the end."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("class", "Bar")
        theme = services.theme
        self.setFixedHeight(theme.px(HEIGHT))
        self._is_slim = False
        self._title = ElidedLabel("", self, role="title")
        self._detail = ElidedLabel("", self, role="small")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        words.addStretch(1)
        self.sign = SavedSign(services, self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(20), 0, theme.px(20), 0)
        self._row.setSpacing(theme.px(20))
        self._row.addLayout(words, 1)
        self._undo = UndoButtons(services, self)
        self._row.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._back = self._make_way_back(services)
        self._row.addWidget(self._back, 0, Qt.AlignmentFlag.AlignVCenter)
        self._heights = theme.px(HEIGHT), theme.px(_SLIM)
        self._tools: QWidget | None = None

    def show_title(self, title: str, detail: str) -> None:
        """Say where we are."""
        self._title.show_words(title)
        self._detail.show_words(detail)
        self._detail.setVisible(bool(detail) and not self._is_slim)

    def show_slim(self, *, slim: bool) -> None:
        """In full screen: one low line, with the way back out of it at its end."""
        self._is_slim = slim
        self.setFixedHeight(self._heights[slim])
        self._detail.setVisible(bool(self._detail.words) and not slim)
        self._undo.setVisible(not slim)
        self._back.setVisible(slim)

    def _make_way_back(self, services: Services) -> IconButton:
        action = services.actions.action("window.full")
        tip = services.actions.tooltip("window.full")
        button = IconButton("minimize-2", action.text(), services.theme, self, tip=tip)
        button.clicked.connect(lambda _checked=False: action.trigger())
        button.hide()
        return button

    def show_tools(self, tools: QWidget | None) -> None:
        """Show the tools of another screen; the screen keeps them."""
        if self._tools is not None:
            self._row.removeWidget(self._tools)
            self._tools.hide()
        self._tools = tools
        if tools is not None:
            self._row.insertWidget(1, tools)
            tools.show()
