"""The floor in the room: who speaks and for how long, who waits, and who has not spoken yet."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from recorder import Draft, Meeting, NoteKind, RecorderError, Room, Speaker, apart_from_floor
from ui.capture.entry import Entry
from ui.capture.speakers import NOBODY, SpeakerDirectory
from ui.floor.balance_words import BalanceWords
from ui.floor.floor_board import FloorBoard, Surroundings
from ui.floor.floor_choices import FloorChoices
from ui.floor.floor_line import floor_line, suggestion_text
from ui.floor.floor_pane import FloorPane
from ui.floor.floor_strip import FloorStrip
from ui.floor.following import Following
from ui.floor.queue_list import QueueLine
from ui.i18n import _, explain
from ui.meeting.workspace_part import Commands, Part, Session
from ui.widgets.direction import joined

_WEIGHED_EVERY = 5
"""Seconds after which the balance in view is weighed anew while somebody speaks."""


class FloorPart(Part):
    """The strip over the notes, the pane beside them, and the clock that follows the writing."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        services = session.services
        around = Surroundings(
            lambda: session.board.meeting, lambda: session.board.item_id, self._room
        )
        self.board = FloorBoard(session.bridge, services.clock, around, FloorChoices(), self)
        self.following = Following(self.board, self)
        self.strip = FloorStrip(services, session.screen)
        self.pane = FloorPane(services, session.screen)
        session.strips.addWidget(self.strip)
        session.side.add("floor", _("Floor"), self.pane, services.actions.tooltip("turn.ask"))
        self._known_room: tuple[SpeakerDirectory, Meeting | None, Room] | None = None
        self._suggestion = ""
        self._seen = NOBODY
        self._with_floor = NOBODY
        self._is_offered = False
        self._ticks = 0
        self._connect()

    def commands(self) -> Commands:
        """What is done to the floor while the room speaks."""
        return {
            "turn.next": self._next,
            "turn.pause": self.board.pause,
            "turn.end": self.board.end,
            "turn.ask": self._take_name,
        }

    def stops(self) -> Sequence[tuple[int, QWidget]]:
        """After the notes, where it is in view."""
        return ((20, self.pane.finder),) if self.pane.isVisible() else ()

    def turn_to(self, _meeting_id: str) -> None:
        """Nothing of the meeting before is shown or measured."""
        self.board.open("")
        self.following.forget()

    def opened(self, _drafts: Sequence[Draft]) -> None:
        """The clock goes on where it stood."""
        meeting = self.session.board.meeting
        self._seen = self.session.capture.presenter.entry.note.speaker
        self._with_floor = self._seen
        self.board.open(meeting.id if meeting else "")

    ## Building

    def _connect(self) -> None:
        session, pane, board = self.session, self.pane, self.board
        board.changed.connect(self._on_changed)
        board.ticked.connect(self._on_ticked)
        board.given.connect(self._on_given)
        board.refused.connect(self._on_refused)
        session.board.speakers_changed.connect(self._on_speakers_changed)
        session.capture.presenter.dressed.connect(self._on_dressed)
        session.capture.presenter.sent.connect(board.hear)
        session.capture.box.edited.connect(self._on_written)
        session.side.turned.connect(lambda _name: self._on_pane_turned())
        session.panes.rearranged.connect(self._on_pane_turned)
        pane.finder.asked.connect(self._on_asked)
        pane.finder.person_wanted.connect(lambda name: self._on_asked(self._person(name)))
        pane.finder.group_wanted.connect(lambda name: self._on_asked(self._group(name)))
        pane.finder.dismissed.connect(session.capture.take_focus)
        pane.finder.left_downwards.connect(self._go_to_queue)
        pane.queue.left_upwards.connect(pane.finder.setFocus)
        pane.queue.given.connect(board.give)
        pane.queue.removed.connect(board.remove)
        pane.queue.stepped.connect(board.step)
        pane.queue.dropped.connect(board.put_before)
        pane.view_chosen.connect(self._show_balance)
        pane.limit.limited.connect(board.limit)
        pane.follow_chosen.connect(self._on_follow_chosen)
        for shown in (self.strip, pane):
            shown.suggestion_taken.connect(self._on_suggestion_taken)
            shown.suggestion_dismissed.connect(board.dismiss)
        pane.follow.setChecked(board.choices.follows_writing)
        pane.limit.show_limit(board.choices.limit_seconds)

    def _room(self) -> Room:
        board = self.session.board
        speakers, meeting = board.speakers, board.meeting
        attendance = list(speakers.attendance.values())
        apart = apart_from_floor(meeting, attendance) if meeting else frozenset()
        return Room(attendance, speakers.people, speakers.organisations, speakers.shown_for, apart)

    ## Showing

    def _on_changed(self) -> None:
        board, session = self.board, self.session
        self._suggestion = suggestion_text(board, session.board.speakers, session.services.wording)
        self._show_pane()
        self._show_line()
        self._keep_with_the_floor()

    def _on_speakers_changed(self) -> None:
        self._is_offered = False
        self._on_changed()

    def _offer(self) -> None:
        """Find among those who are known now; that is asked for when the pane comes into view."""
        if not self._is_offered:
            board = self.session.board
            self.pane.finder.offer(board.speakers.candidates(), board.recent)
            self._is_offered = True

    def _on_ticked(self) -> None:
        self._show_line()
        self._ticks += 1
        if self._ticks % _WEIGHED_EVERY == 0:
            self._show_balance()

    def _on_pane_turned(self) -> None:
        self._show_pane()
        self._show_line()

    def _show_line(self) -> None:
        session = self.session
        suggestion = "" if self.pane.shows_suggestion else self._suggestion
        line = floor_line(self.board, session.board.speakers, session.services.wording, suggestion)
        self.strip.show_line(line)

    def _show_pane(self) -> None:
        if not self.pane.isVisible():
            return
        self._offer()
        session, board = self.session, self.board
        number, directory = session.services.wording.figures, session.board.speakers
        words, balance = BalanceWords(session.services.wording, directory), board.balance()
        lines = []
        for at, turn in enumerate(board.floor.waiting, 1):
            name = directory.name(turn.speaker) or _("Speaker not named")
            facts = (words.had(turn.speaker, balance), directory.detail(turn.speaker))
            under = joined(facts, session.services.theme.direction)
            lines.append(QueueLine(turn.id, number(str(at)), name, under))
        self.pane.show_queue(lines)
        self.pane.show_suggestion(self._suggestion)
        self.pane.limit.show_limit(board.choices.limit_seconds)
        self._show_balance()

    def _show_balance(self) -> None:
        if self.pane.isVisible():
            words = BalanceWords(self.session.services.wording, self.session.board.speakers)
            balance = self.board.balance()
            self.pane.show_balance(words.lines(balance, self.pane.view), words.total(balance))

    ## The queue

    def _take_name(self) -> None:
        self.session.panes.show_pane("recommendations", shown=True)
        self.session.side.turn_to("floor")
        self.pane.finder.setFocus()

    def _go_to_queue(self) -> None:
        if self.pane.queue.queue.rows:
            self.pane.queue.setFocus()

    def _on_asked(self, speaker: Speaker) -> None:
        self.pane.queue.choose(self.board.ask(speaker))

    def _person(self, name: str) -> Speaker:
        self.pane.finder.setText("")
        return self.session.board.add_person(name)

    def _group(self, name: str) -> Speaker:
        self.pane.finder.setText("")
        return self.session.board.add_group(name)

    def _on_suggestion_taken(self) -> None:
        for person_id in self.board.suggested():
            self.board.ask(Speaker(person_id))

    def _on_refused(self, error: RecorderError) -> None:
        self.session.services.notices.post(explain(error), "bad", key="floor")

    ## The box

    def _next(self) -> None:
        self.board.next()
        if not self.pane.queue.hasFocus():
            self.session.capture.take_focus()

    def _on_given(self, speaker: Speaker) -> None:
        """What was typed till now was said by whoever had the floor till now."""
        presenter = self.session.capture.presenter
        if presenter.has_words or presenter.entry.is_edit:
            presenter.finish()
        self._take_up(speaker)

    def _keep_with_the_floor(self) -> None:
        """A box that was written for whoever had the floor goes with it: an undo, a restart."""
        turn, before = self.board.floor.speaking, self._with_floor
        if self.board.is_busy or turn is None or turn.speaker == before:
            return
        self._with_floor = turn.speaker
        if self.session.capture.presenter.entry.note.speaker == before:
            self._take_up(turn.speaker)

    def _take_up(self, speaker: Speaker) -> None:
        """Let the box be written for whoever has the floor, where it is free."""
        presenter = self.session.capture.presenter
        if speaker == NOBODY or presenter.has_words or presenter.entry.is_edit:
            return
        self._seen = speaker
        presenter.choose_speaker(speaker)

    def _on_dressed(self) -> None:
        entry = self.session.capture.presenter.entry
        if _tells_who_speaks(entry) and entry.note.speaker != self._seen:
            self._seen = entry.note.speaker
            self.following.follow(entry.note.speaker)

    def _on_written(self) -> None:
        entry = self.session.capture.presenter.entry
        if _tells_who_speaks(entry) and entry.note.speaker != NOBODY:
            self.following.write_on(entry.note.speaker)

    def _on_follow_chosen(self, follows: bool) -> None:  # noqa: FBT001 - a Qt signal
        self.board.choices.follows_writing = follows


def _tells_who_speaks(entry: Entry) -> bool:
    """Not an earlier note that is edited; and nobody else hears of whom a private one is about."""
    return not entry.is_edit and entry.note.kind != NoteKind.PRIVATE
