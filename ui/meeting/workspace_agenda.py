"""What the agenda of the running meeting does: the room goes through it, and notes follow."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from recorder import AgendaItem, Changes, Postponed, RunningAgenda, is_parked
from ui.i18n import _, isolate
from ui.meeting import agenda_moves as moves
from ui.meeting.agenda_elsewhere import ElsewhereStrip
from ui.meeting.agenda_lines import in_order
from ui.meeting.agenda_times import AgendaTimes, Moment, moment_of
from ui.meeting.workspace_part import Commands, Part, Session
from ui.widgets.surfaces import Pill

if TYPE_CHECKING:
    from ui.bridge import ArchiveType

_TICK_MS = 1000


class AgendaPart(Part):
    """An item is chosen, started, moved, added or left for later; writing goes on under it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._times = AgendaTimes(session.services.wording)
        self.drift = Pill("", "neutral", session.services.theme)
        self.drift.hide()
        session.tools.addWidget(self.drift)
        self.elsewhere = ElsewhereStrip(session.services, session.screen)
        session.strips.addWidget(self.elsewhere)
        self._shown = ("", False)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self.tick)
        self._connect()
        self._clock.start()

    def _connect(self) -> None:
        session, agenda = self.session, self.session.agenda
        session.board.agenda_changed.connect(self._on_agenda_changed)
        session.pane.all_wanted.connect(lambda wanted: self._on_all(everything=wanted))
        agenda.chosen.connect(self._on_item_chosen)
        agenda.added.connect(session.board.add_item)
        agenda.parked.connect(self._on_parked)
        agenda.left.connect(session.capture.take_focus)
        agenda.list.stepped.connect(self._on_stepped)
        agenda.list.dropped.connect(self._on_dropped)
        agenda.list.postponed.connect(self._postpone)
        agenda.strip.confirmed.connect(self._on_postponed)
        agenda.strip.closed.connect(session.capture.take_focus)

    def commands(self) -> Commands:
        """The steps through the agenda, and what is done to its items."""
        return {
            "item.next": lambda: self._step_item(1),
            "item.previous": lambda: self._step_item(-1),
            "item.start": lambda: self._start_or_end(self._chosen_id),
            "item.running": self._go_to_running,
            "item.postpone": lambda: self._postpone(self._chosen_id),
            "item.add": self._add_item,
            "topic.park": self._park_topic,
            "notes.all": lambda: self._on_all(everything=not self.session.board.shows_all),
        }

    def stops(self) -> Sequence[tuple[int, QWidget]]:
        """The agenda stands before the box."""
        shown = self.session.panes.is_shown("agenda")
        return ((-10, self.session.agenda.list),) if shown else ()

    def tick(self) -> None:
        """Let what depends on the clock follow it, when it shows another minute."""
        moment = self._moment
        if self.session.screen.isVisible() and self._shown != (moment.clock, moment.is_live):
            self._show()

    ## Showing

    @property
    def _moment(self) -> Moment:
        return moment_of(self.session.board.meeting, self.session.services.clock())

    @property
    def running(self) -> AgendaItem | None:
        """The item at which the room is now."""
        return RunningAgenda(self.session.board.agenda).current if self._moment.is_live else None

    @property
    def _chosen_id(self) -> str:
        agenda = self.session.agenda.list
        if agenda.hasFocus() and agenda.current_id:
            return agenda.current_id
        return self.session.board.item_id or ""

    def _item(self, item_id: str) -> AgendaItem | None:
        return next((each for each in self.session.board.agenda if each.id == item_id), None)

    def _on_agenda_changed(self) -> None:
        session, board = self.session, self.session.board
        self._show()
        session.pane.show_item(
            board.item_title(), everything=board.shows_all, has_item=board.item_id is not None
        )
        presenter = session.capture.presenter
        if presenter.item_id != board.item_id:  # the agenda lost or won an item
            presenter.move_to(board.item_id)

    def _show(self) -> None:
        session, board, moment = self.session, self.session.board, self._moment
        self._shown = (moment.clock, moment.is_live)
        lines = self._times.lines(board.agenda, board.item_id, session.notes.counts(), moment)
        session.agenda.show_agenda(lines)
        running = self.running
        session.agenda.show_running(runs=running is not None and running.id == board.item_id)
        if running is None or running.id == board.item_id:
            self.elsewhere.show_running("", "")
        else:
            title = running.title or _("Untitled item")
            self.elsewhere.show_running(title, self._times.minutes(running, moment))
        told = self._times.drift(board.meeting, board.agenda, moment)
        self.drift.setVisible(told is not None)
        if told is not None:
            self.drift.show_words(*told)

    ## Going through the agenda

    def _on_item_chosen(self, item_id: str) -> None:
        self.session.board.choose_item(item_id)
        self._turn_to_item()

    def _step_item(self, step: int) -> None:
        """To a neighbour; the room goes along when what runs is left for the next one."""
        board, running = self.session.board, self.running
        ids = [
            each.id
            for each, _depth, _number in in_order(board.agenda)
            if each.postponed is None or each.id == board.item_id
        ]
        if not ids:
            return
        left = board.item_id
        at = ids.index(left) + step if left in ids else 0
        board.choose_item(ids[min(max(at, 0), len(ids) - 1)])
        self._turn_to_item()
        follows = running is not None and step > 0 and running.id == left != board.item_id
        if follows and board.item_id:
            self._start(board.item_id)

    def _go_to_running(self) -> None:
        if (running := self.running) is not None:
            self._on_item_chosen(running.id)

    def _turn_to_item(self) -> None:
        self.session.capture.presenter.move_to(self.session.board.item_id)
        self.session.pane.list.show_end()
        self.session.capture.take_focus()

    def _on_all(self, *, everything: bool) -> None:
        self.session.board.show_all(everything=everything)
        self.session.pane.list.show_end()
        self.session.capture.take_focus()

    ## What is done to items

    def _start_or_end(self, item_id: str) -> None:
        running = self.running
        if running is not None and running.id == item_id:
            self._write(moves.ending(self._meeting_id, item_id, self._moment.clock))
        elif item_id:
            self._start(item_id)
            if item_id != self.session.board.item_id:
                self._on_item_chosen(item_id)

    def _start(self, item_id: str) -> None:
        self._write(moves.starting(self._meeting_id, item_id, self._moment.clock))

    def _postpone(self, item_id: str) -> None:
        item = self._item(item_id)
        if item is None:
            return
        if item.postponed is not None:
            self._write(moves.resuming(self._meeting_id, item_id))
            return
        self.session.panes.show_pane("agenda", shown=True)
        self.session.agenda.ask_why(item)

    def _on_postponed(self, item_id: str, why: Postponed, words: str) -> None:
        clock = self._moment.clock
        self._write(moves.postponing(self._meeting_id, item_id, why, words, clock))
        item = self._item(item_id)
        title = isolate((item.title if item else "") or _("Untitled item"))
        self.session.offer_undo(
            _("“{title}” is left for a later meeting.").format(title=title),
            lambda: self._write(moves.resuming(self._meeting_id, item_id)),
        )

    def _on_stepped(self, item_id: str, step: str) -> None:
        if item_id:
            self._write(moves.stepping(self._meeting_id, item_id, step))

    def _on_dropped(self, item_id: str, before_id: str) -> None:
        before = self._item(before_id)
        if before is not None and is_parked(before):
            before_id = ""
        self._write(moves.dropping(self._meeting_id, item_id, before_id))

    def _add_item(self) -> None:
        self.session.panes.show_pane("agenda", shown=True)
        self.session.agenda.take_new()

    def _park_topic(self) -> None:
        self.session.panes.show_pane("agenda", shown=True)
        self.session.agenda.take_new(parks=True)

    def _on_parked(self, title: str) -> None:
        self._write(moves.parking(self._meeting_id, title))
        self.session.capture.take_focus()

    @property
    def _meeting_id(self) -> str:
        meeting = self.session.board.meeting
        return meeting.id if meeting is not None else ""

    def _write(self, call: "Callable[[ArchiveType], Changes | None]") -> None:
        if self._meeting_id:
            self.session.bridge.request(call, saves=True)
