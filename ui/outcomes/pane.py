"""The pane of what the room came to: cards, one of them open, and a line that adds."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from recorder import Changes
from ui.bridge import ArchiveBridge
from ui.edits import delete, restore
from ui.i18n import _
from ui.outcomes.adder import OutcomeAdder
from ui.outcomes.form import OutcomeForm
from ui.outcomes.lines import OutcomesModel
from ui.outcomes.list import OutcomesList
from ui.outcomes.reading import CONCERNED, Outcomes, reading, stepping, turning
from ui.services import Services
from ui.widgets.label import Label
from ui.widgets.surfaces import Card, Pill


class OutcomesPane(Card):
    """All by keyboard: type and Enter adds, Space agrees or differs, Enter opens, Esc goes home.

    Signals:
        escaped: the focus may go home.
    """

    escaped = Signal()

    def __init__(
        self,
        bridge: ArchiveBridge,
        services: Services,
        place: Callable[[], tuple[str, str | None]],
        parent: QWidget,
    ) -> None:
        """Prepare; `place` tells the meeting and the item that new ones belong to."""
        super().__init__(services.theme, parent, padding=12)
        self._bridge, self._services = bridge, services
        self._meeting_id, self._awaited, self._open_id = "", "", ""
        self._outcomes = Outcomes()
        theme = services.theme
        self.column.setSpacing(theme.px(8))
        self.model = OutcomesModel(services.wording, self)
        self.list = OutcomesList(self.model, services, self)
        self.form = OutcomeForm(bridge, services, self)
        self.adder = OutcomeAdder(bridge, services, place, self)
        self._count = Pill("", "neutral", theme, self)
        self._none = Label(
            _("Nothing yet. Write below what the room agreed on, differed on or decided."),
            self, role="small", wrap=True,
        )  # fmt: skip
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._make_page())
        self._stack.addWidget(self.form)
        self.column.addWidget(self._stack, 1)
        self._connect()

    def show_meeting(self, meeting_id: str) -> None:
        """Turn to a meeting ("" for none)."""
        self.leave()
        self._meeting_id, self._awaited, self._open_id = meeting_id, "", ""
        self._outcomes = Outcomes()
        self._show()
        self._read()

    def leave(self) -> None:
        """Make changes of what was typed."""
        self.adder.leave()
        self.form.leave()

    @property
    def focus_stop(self) -> QWidget:
        """Where F6 stops: the open card, the cards, or the line that adds the first."""
        if self._open_id:
            return self.form.positions.holder
        return self.list if self.model.rowCount() else self.adder.line

    ## Building

    def _make_page(self) -> QWidget:
        theme = self._services.theme
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(Label(_("Outcomes"), page, role="section"))
        head.addWidget(self._count)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addWidget(self.adder)
        return page

    def _connect(self) -> None:
        self.list.opened.connect(self.open_row)
        self.list.turned.connect(self._turn)
        self.list.removed.connect(self._remove)
        self.list.stepped.connect(self._step)
        self.list.wanted_new.connect(self.adder.take_focus)
        self.list.escaped.connect(self.escaped)
        self.adder.added.connect(self._await)
        self.adder.escaped.connect(self.escaped)
        self.adder.left_upwards.connect(self._go_up)
        self.form.closed.connect(self._close_form)
        self._bridge.changed.connect(self._on_changed)
        self._bridge.opened.connect(self._read)

    ## Reading

    def _read(self) -> None:
        if self._meeting_id and self._bridge.is_open:
            self._bridge.request(reading(self._meeting_id), self._on_read, origin=self)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if self._meeting_id and any(changes.touches(table) for table in CONCERNED):
            self._read()

    def _on_read(self, outcomes: Outcomes) -> None:
        if outcomes.meeting_id == self._meeting_id:
            self._outcomes = outcomes
            self._show()

    def _show(self) -> None:
        outcomes = self._outcomes
        self.model.show_outcomes(outcomes)
        count = self.model.rowCount()
        self._count.show_words(self._services.wording.figures(str(count)), "neutral")
        self._none.setVisible(not count)
        if self._awaited and self.model.place_of(self._awaited) >= 0:
            self.list.choose(self._awaited)
            self._awaited = ""
        row = outcomes.find(self._open_id) if self._open_id else None
        if self._open_id and row is None:
            self._close_form()
        self.form.show_row(row, outcomes)

    ## What is done

    def open_row(self, row_id: str) -> None:
        """Edit a point or a decision."""
        if self._outcomes.find(row_id) is None:
            return
        self._open_id = row_id
        self._show()
        self._stack.setCurrentWidget(self.form)
        self.form.enter()

    def _close_form(self) -> None:
        self.form.leave()
        closed, self._open_id = self._open_id, ""
        focus = QApplication.focusWidget()
        had_focus = isinstance(focus, QWidget) and self.form.isAncestorOf(focus)
        self._stack.setCurrentIndex(0)
        self.list.choose(closed)
        if had_focus:
            self.focus_stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _await(self, row_id: str) -> None:
        self._awaited = row_id

    def _turn(self, row_id: str) -> None:
        if any(each.id == row_id for each in self._outcomes.issues):
            self._bridge.request(turning(row_id), origin=self, saves=True)

    def _step(self, row_id: str, step: int) -> None:
        row = self._outcomes.find(row_id)
        if row is not None:
            self._bridge.request(stepping(row.TABLE, row_id, step), origin=self, saves=True)

    def _remove(self, row_id: str) -> None:
        row = self._outcomes.find(row_id)
        if row is None:
            return
        table = row.TABLE
        self._bridge.request(delete(table, row_id), origin=self, saves=True)
        words = (
            _("The decision was deleted.") if table == "decision" else _("The point was deleted.")
        )
        self._services.notices.post(
            words, answers=((_("Undo"), lambda: self._bring_back(table, row_id)),), key="outcome"
        )

    def _bring_back(self, table: str, row_id: str) -> None:
        self._bridge.request(restore(table, row_id), origin=self, saves=True)

    def _go_up(self) -> None:
        if self.model.rowCount():
            if not self.list.current_id:
                self.list.setCurrentIndex(self.model.index(self.model.rowCount() - 1, 0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
