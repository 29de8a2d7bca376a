"""One recommendation in letters that the last row can read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recorder import Stage
from ui.i18n import _, isolate, label
from ui.readback.reading import Read
from ui.services import Services
from ui.theme.theme import Theme, restyle
from ui.widgets.label import Label
from ui.widgets.notebox import NoteBox
from ui.widgets.paint import LINE_STEP
from ui.widgets.surfaces import Pill

TONES: dict[str, str] = {
    Stage.PRELIMINARY: "neutral",
    Stage.ADOPTED: "good",
    Stage.ACCEPTED: "good",
    Stage.PARTLY_ACCEPTED: "warn",
    Stage.REJECTED: "bad",
}
_SHARE = 18
"""The type is this part of the window's height."""


class BigBox(NoteBox):
    """The text, as high as it is within what the window leaves it; a click begins to edit.

    Signals:
        wanted: the text was clicked while it was only shown.
    """

    wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, lines=(1, 4))
        self.setAccessibleName(_("Text of the recommendation"))
        self.setToolTip(_("Text of the recommendation"))
        self.let_edit(edits=False)

    def let_edit(self, *, edits: bool) -> None:
        """Let the hand into the text, or only show it."""
        self.setReadOnly(not edits)
        self.setProperty("frame", "" if edits else "none")
        font = self.font()
        restyle(self)  # which takes the size of the type away
        self.setFont(font)
        policy = Qt.FocusPolicy.StrongFocus if edits else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)

    def allow(self, height: int) -> None:
        """Grow up to a height in pixels, then scroll."""
        line = QFontMetrics(self.font()).height() * LINE_STEP
        self._lines = (1, max(int(height // line), 1))
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click begins to edit where it falls."""
        if self.isReadOnly():
            self.wanted.emit()
        super().mousePressEvent(event)


class SheetOfOne(QWidget):
    """Number, stage, text, who answers for it and by when; in the middle of the window."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        theme = services.theme
        self._percent, self._id = 100, ""
        self.number = Label("", self)
        self.stage = Pill("", "neutral", theme, self)
        self.box = BigBox(theme, self)
        self.facts = Label("", self, role="soft", wrap=True)
        self.reason = Label("", self, wrap=True)
        head = QHBoxLayout()
        head.setSpacing(theme.px(20))
        head.addWidget(self.number)
        head.addWidget(self.stage)
        head.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(theme.px(16))
        column.addStretch(1)
        column.addLayout(head)
        for part in (self.box, self.reason, self.facts):
            column.addWidget(part)
        column.addStretch(2)
        middle = QHBoxLayout(self)
        middle.setContentsMargins(theme.px(40), theme.px(8), theme.px(40), theme.px(8))
        middle.addStretch(1)
        middle.addLayout(column, 1000)
        middle.addStretch(1)
        self._size()

    def show_one(self, read: Read | None) -> None:
        """Show a recommendation; the text stays as it is while a hand is in it."""
        is_same = read is not None and read.id == self._id
        self._id = read.id if read is not None else ""
        if read is None:
            return
        row, wording = read.row, self._services.wording
        self.number.show_words(wording.figures(read.number))
        self.stage.show_words(label(row.stage), TONES.get(row.stage or "", "neutral"))
        self.stage.setVisible(row.stage is not None)
        if not (is_same and self.box.hasFocus()):
            self.box.show_words(row.text)
        due = wording.date(row.due) or row.timeframe
        facts = (
            _("Responsible: {name}").format(name=isolate(read.lead)) if read.lead else "",
            _("Due: {date}").format(date=isolate(due)) if due else "",
        )
        self.facts.show_words("   ·   ".join(filter(None, facts)))
        self.facts.setVisible(any(facts))
        is_told = bool(row.reason) and row.stage != Stage.ADOPTED
        self.reason.show_words(_("Reason: {text}").format(text=isolate(row.reason)))
        self.reason.setVisible(is_told)
        self._allow()

    def size_type(self, percent: int) -> None:
        """Let the type be of a size, in percent of what fits the window's height."""
        self._percent = percent
        self._size()

    def type_size(self) -> int:
        """The size of the text in pixels."""
        return max(self.window().height() * self._percent // (100 * _SHARE), 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The type grows with the window."""
        super().resizeEvent(event)
        self._size()

    def _size(self) -> None:
        theme, size = self._services.theme, self.type_size()
        scale = theme.text_size / 100
        for part, share, weight in (
            (self.box, 1.0, 500),
            (self.number, 1.2, 600),
            (self.facts, 0.55, 400),
            (self.reason, 0.6, 500),
            (self.stage, 0.5, 600),
        ):
            part.setFont(theme.font(round(size * share / scale), weight))
            # The window's own sheet would win over a font, were a size named in it.
            part.updateGeometry()
        self._allow()

    def _allow(self) -> None:
        used = self.number.sizeHint().height() + 3 * self._services.theme.px(24)
        for part in (self.facts, self.reason):
            used += part.heightForWidth(max(self.width() // 2, 1)) if not part.isHidden() else 0
        self.box.allow(max(self.height() - used, self.type_size() * 2))
