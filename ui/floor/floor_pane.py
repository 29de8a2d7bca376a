"""The pane of the floor: who waits to speak, and how fairly the floor is shared."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.floor.balance_list import BalanceLine, BalanceList
from ui.floor.balance_words import VIEW_WORDS, View
from ui.floor.limit_field import LimitField
from ui.floor.queue_field import QueueField
from ui.floor.queue_list import QueueLine, QueueList
from ui.i18n import _
from ui.services import Services
from ui.widgets.buttons import IconButton
from ui.widgets.choice_field import ChoiceField
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.surfaces import Card, Rule

_ROOM_FOR_BALANCE, _ROOM_FOR_SUGGESTION, _FIELD_WIDTH = 330, 480, 128


class FloorPane(Card):
    """Everything of the floor that is not on the strip.

    Signals:
        view_chosen: the balance is to be divided otherwise.
        follow_chosen(bool): whether the clock is to follow the writing.
        suggestion_taken, suggestion_dismissed: what the user thinks of the suggestion.
    """

    view_chosen = Signal()
    follow_chosen = Signal(bool)
    suggestion_taken = Signal()
    suggestion_dismissed = Signal()

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(services.theme, parent, padding=12)
        self._services = services
        theme = services.theme
        self.column.setSpacing(theme.px(8))
        self.limit = LimitField(theme, services.wording, self)
        self.follow = self._make_follow()
        self.finder = QueueField(theme, self)
        self.queue = QueueList(services, self)
        self.empty = Label(
            _("Nobody waits. A few letters and Enter put somebody into the queue."), self,
            role="small", wrap=True,
        )  # fmt: skip
        self.balance = BalanceList(services, self)
        self.total = ElidedLabel("", self, role="small")
        self._views = self._make_views()
        self._suggestion, self.suggestion = self._make_suggestion()
        self._lay_out()

    @property
    def view(self) -> View:
        """By what the balance is divided."""
        return View(self._views.value or View.SEX)

    @property
    def shows_suggestion(self) -> bool:
        """Whether the suggestion is in view here, so that nobody else need show it."""
        return self._suggestion.isVisible()

    def show_queue(self, lines: Sequence[QueueLine]) -> None:
        """Show who waits."""
        self.queue.show_queue(lines)
        self.queue.setVisible(bool(lines))
        self.empty.setVisible(not lines)

    def show_balance(self, lines: Sequence[BalanceLine], total: str) -> None:
        """Show how the floor is shared."""
        self.balance.show_lines(lines)
        self.total.show_words(total)

    def show_suggestion(self, words: str) -> None:
        """Show who has not spoken yet, "" for nobody."""
        self.suggestion.show_words(words)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low pane the queue goes before the balance."""
        super().resizeEvent(event)
        self._arrange()

    ## Building

    def _lay_out(self) -> None:
        theme = self._services.theme
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addWidget(Label(_("Queue"), self, role="section"), 1)
        head.addWidget(self.limit)
        head.addWidget(self.follow)
        self.column.addLayout(head)
        self.column.addWidget(self.finder)
        self.column.addWidget(self.queue, 2)
        self.column.addWidget(self.empty, 2, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self._suggestion)
        self._lower = QWidget(self)
        lower = QHBoxLayout(self._lower)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.addWidget(Label(_("Balance"), self._lower, role="section"), 1)
        lower.addWidget(self._views)
        self._rule = Rule(self)
        self.column.addWidget(self._rule)
        self.column.addWidget(self._lower)
        self.column.addWidget(self.total)
        self.column.addWidget(self.balance, 3)

    def _make_follow(self) -> IconButton:
        words = _("Measure whoever is written for")
        button = IconButton("timer", words, self._services.theme, self)
        button.setCheckable(True)
        button.clicked.connect(self.follow_chosen)
        return button

    def _make_views(self) -> ChoiceField:
        choices: list[tuple[str | None, str]] = [(each, _(VIEW_WORDS[each])) for each in View]
        field = ChoiceField(_("Divide the floor by"), self._services.theme, choices, self)
        field.setFixedWidth(self._services.theme.px(_FIELD_WIDTH))
        field.edited.connect(self.view_chosen)
        return field

    def _make_suggestion(self) -> tuple[QFrame, Label]:
        theme = self._services.theme
        frame = QFrame(self)
        frame.setProperty("class", "Well")
        row = QHBoxLayout(frame)
        row.setContentsMargins(theme.px(10), theme.px(4), theme.px(4), theme.px(4))
        row.setSpacing(theme.px(2))
        words = Label("", frame, role="soft", wrap=True)
        row.addWidget(words, 1)
        take = IconButton("plus", _("Put them into the queue"), theme, frame)
        dismiss = IconButton("x", _("Suggest them no more"), theme, frame)
        take.clicked.connect(self.suggestion_taken)
        dismiss.clicked.connect(self.suggestion_dismissed)
        row.addWidget(take)
        row.addWidget(dismiss)
        frame.hide()
        return frame, words

    def _arrange(self) -> None:
        theme = self._services.theme
        has_room = self.height() >= theme.px(_ROOM_FOR_BALANCE)
        for each in (self._rule, self._lower, self.total, self.balance):
            each.setVisible(has_room)
        shows = bool(self.suggestion.words) and self.height() >= theme.px(_ROOM_FOR_SUGGESTION)
        self._suggestion.setVisible(shows)
