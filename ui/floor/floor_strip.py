"""One line over the notes: who speaks, how long, and who is next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.floor.floor_line import FloorLine
from ui.i18n import _, isolate
from ui.services import Services
from ui.theme.theme import BODY, Theme
from ui.widgets.buttons import IconButton, make_chip
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.surfaces import Pill, Rule

_HEIGHT, _ROOM_FOR_ALL = 44, 620
_NEXT, _NEXT_NARROW = 210, 130


class FloorStrip(QFrame):
    """It is there while somebody speaks, waits or is suggested, and takes no room else.

    Signals:
        suggestion_taken, suggestion_dismissed: what the user thinks of the suggestion.
    """

    suggestion_taken = Signal()
    suggestion_dismissed = Signal()

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._line = FloorLine()
        theme = services.theme
        self.setProperty("class", "Card")
        self.setAccessibleName(_("The floor"))
        self.setFixedHeight(theme.px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._sign = Label("", self)
        self._sign.setPixmap(theme.pixmap("mic", "accent", 18, self.devicePixelRatio()))
        self._name = ElidedLabel("", self, role="strong")
        self.clock = Label("", self)
        self.clock.setFont(theme.font(BODY, 600, tabular=True))
        self._limit = Label("", self, role="small")
        self.over = Pill("", "bad", theme, self)
        self._pause = self._tool("pause", "turn.pause")
        self._end = self._tool("square", "turn.end")
        self._rule = Rule(self, upright=True)
        self._beside = ElidedLabel("", self, role="soft")
        self.next = self._make_next()
        self._take = IconButton("plus", _("Put them into the queue"), theme, self)
        self._dismiss = IconButton("x", _("Suggest them no more"), theme, self)
        self._take.clicked.connect(self.suggestion_taken)
        self._dismiss.clicked.connect(self.suggestion_dismissed)
        self._lay_out(theme)
        self.hide()

    def show_line(self, line: FloorLine) -> None:
        """Show the floor as it stands."""
        before, self._line = self._line, line
        if line == before:
            return
        theme = self._services.theme
        self._name.show_words(line.speaker or _("Nobody has the floor"))
        self._name.set_role("strong" if line.speaker else "soft")
        tint = "accent" if line.speaker and not line.is_paused else "faint"
        self._sign.setPixmap(theme.pixmap("mic", tint, 18, self.devicePixelRatio()))
        self._show_times(line)
        self._show_pause(line)
        self._end.setVisible(bool(line.speaker))
        self._show_next(line)
        self.setVisible(not line.is_empty)
        self.setAccessibleDescription(line.sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow strip names are cut, and what the signs say already is left out."""
        super().resizeEvent(event)
        self._show_next(self._line)

    ## Building

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), 0, theme.px(8), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._sign)
        row.addWidget(self._name, 2)
        for each in (self.clock, self._limit, self.over, self._pause, self._end):
            row.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._rule)
        row.addWidget(self.next)
        row.addWidget(self._beside, 3)
        for button in (self._take, self._dismiss):
            row.addWidget(button)
        self._rule.setFixedHeight(theme.px(22))

    def _tool(self, icon: str, command: str) -> IconButton:
        actions = self._services.actions
        name = actions.action(command).text()
        tool = IconButton(icon, name, self._services.theme, self, tip=actions.tooltip(command))
        tool.clicked.connect(lambda _checked=False: actions.action(command).trigger())
        return tool

    def _make_next(self) -> QPushButton:
        actions = self._services.actions
        button = make_chip(_("Next speaker"), self._services.theme, self)
        button.setCheckable(False)
        button.setToolTip(actions.tooltip("turn.next"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: actions.action("turn.next").trigger())
        return button

    ## Showing

    def _show_times(self, line: FloorLine) -> None:
        self.clock.show_words(line.clock)
        self.clock.setVisible(bool(line.clock))
        palette = self.clock.palette()
        palette.setColor(self.clock.foregroundRole(), self._services.theme.colour(line.tint))
        self.clock.setPalette(palette)
        self._limit.show_words(line.limit)
        self.over.show_words(line.remark, line.tone)
        self.over.setVisible(bool(line.remark))

    def _show_pause(self, line: FloorLine) -> None:
        self._pause.setVisible(bool(line.speaker))
        if bool(line.is_paused) != (self._pause.property("paused") is True):
            words = _("Let the clock go on") if line.is_paused else _("Stop the clock")
            self._services.actions.rename("turn.pause", words)
            self._services.theme.dress_tool(
                self._pause, "play" if line.is_paused else "pause", size=18
            )
            self._pause.setAccessibleName(words)
            self._pause.setToolTip(self._services.actions.tooltip("turn.pause"))
            self._pause.setProperty("paused", bool(line.is_paused))

    def _show_next(self, line: FloorLine) -> None:
        theme = self._services.theme
        has_room = self.width() >= theme.px(_ROOM_FOR_ALL)
        waits, suggests = bool(line.next_name), bool(line.suggestion) and not line.next_name
        if waits:
            self._name_next(line, theme.px(_NEXT if has_room else _NEXT_NARROW))
        beside = line.suggestion if suggests else line.more
        self._beside.show_words(beside)
        self._beside.setVisible(bool(beside) and (has_room or suggests))
        self._rule.setVisible(waits or suggests)
        self._limit.setVisible(bool(line.limit) and (has_room or not line.remark))
        self.next.setVisible(waits)
        self._take.setVisible(suggests)
        self._dismiss.setVisible(suggests)

    def _name_next(self, line: FloorLine, room: int) -> None:
        words = _("Next: {name}").format(name=isolate(line.next_name))
        button, metrics = self.next, self.next.fontMetrics()
        button.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))
        button.setAccessibleName(words)
        tip = self._services.actions.tooltip("turn.next")
        button.setToolTip("\n".join(each for each in (tip, words, line.more) if each))
