"""The floor of the meeting that runs: what is known of it, and what is done to it. No widgets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from recorder import (
    Balance,
    Changes,
    Floor,
    Heard,
    Meeting,
    Note,
    RecorderError,
    Room,
    Speaker,
    Turn,
    new_id,
    read_floor,
    seconds_left,
    seconds_spoken,
)
from ui.bridge import ArchiveBridge
from ui.edits import delete
from ui.floor.floor_choices import FloorChoices
from ui.floor.scales import Scales

if TYPE_CHECKING:
    from ui.bridge import ArchiveType

_TICK_MS, _NOTES_REST_MS, _FEW = 1000, 2000, 3

NOBODY = Speaker()


@dataclass(frozen=True)
class _Reading:
    turns: Sequence[Turn] = ()

    @cached_property
    def floor(self) -> Floor:
        return read_floor(self.turns)


@dataclass(frozen=True)
class Surroundings:
    """What the floor asks of the meeting's screen: the meeting, its item, and who is there."""

    meeting: Callable[[], Meeting | None]
    item_id: Callable[[], str | None]
    room: Callable[[], Room]


class FloorBoard(QObject):
    """Everything is stored at once; the clocks follow from stored instants.

    Signals:
        changed: the queue, who speaks, or what was measured.
        ticked: a second passed while the clock of somebody runs.
        given(Speaker): the floor was given to somebody by the queue.
        taken(Speaker): the user ended the turn of somebody.
        refused(RecorderError): something could not be stored.
    """

    changed = Signal()
    ticked = Signal()
    given = Signal(object)
    taken = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        bridge: ArchiveBridge,
        clock: Callable[[], datetime],
        around: Surroundings,
        choices: FloorChoices,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._clock, self._around = bridge, clock, around
        self.choices = choices
        self._meeting_id = ""
        self._reading, self._scales = _Reading(), Scales()
        self._asked = self._answered = self._writing = 0
        self._passed: set[str] = set()  # given the floor, and not read yet
        self._timer = _timer(self, _TICK_MS, self.tick, repeats=True)
        self._notes_rest = _timer(self, _NOTES_REST_MS, self.reload_heard)
        bridge.changed.connect(self._on_changed)

    ## What is known

    @property
    def floor(self) -> Floor:
        """The queue and who speaks."""
        return self._reading.floor

    @property
    def is_known(self) -> bool:
        """Whether the meeting, and its floor, have been read."""
        return self._around.meeting() is not None and self._answered > 0

    @property
    def is_live(self) -> bool:
        """Whether the meeting is of today and goes on; of another one no time is measured."""
        meeting, today = self._around.meeting(), self._clock().date().isoformat()
        return meeting is not None and meeting.date in {"", today} and not meeting.actual_end

    @property
    def has_ended(self) -> bool:
        """Whether the meeting was closed."""
        meeting = self._around.meeting()
        return meeting is not None and bool(meeting.actual_end)

    @property
    def now(self) -> int:
        """The seconds since 1970."""
        return int(self._clock().timestamp())

    @property
    def is_paused(self) -> bool:
        """Whether the clock of whoever has the floor stands."""
        return self.floor.speaking is not None and bool(self.floor.speaking.paused_at)

    def spoken(self) -> int:
        """How many seconds whoever has the floor has spoken."""
        turn = self.floor.speaking
        return seconds_spoken(turn, self.now) if turn else 0

    def left(self) -> int | None:
        """How many seconds are left of the limit, below nothing when overrun; None without one."""
        turn = self.floor.speaking
        return seconds_left(turn, self.now) if turn else None

    @property
    def heard_at(self) -> str:
        """The instant of the latest note that is known, "" before the first."""
        return self._scales.heard.last_at

    def balance(self) -> Balance:
        """How the floor is shared, now."""
        return self._scales.balance(self._reading.turns, self._around.room(), self.now)

    def suggested(self) -> tuple[str, ...]:
        """People who might be asked next, by id."""
        if not self.is_live:
            return ()
        waiting = [each.speaker for each in self.floor.waiting]
        return self._scales.suggested(self.balance(), self._around.room(), waiting)

    ## Reading

    def open(self, meeting_id: str) -> None:
        """Turn to a meeting, "" for none."""
        self._meeting_id = meeting_id
        self._reading, self._scales = _Reading(), Scales()
        self._timer.stop()
        self.changed.emit()
        if meeting_id:
            self.reload_heard()
            self.reload()

    def reload_heard(self) -> None:
        """Read again who spoke without a turn: notes came from elsewhere, or changed hands."""
        meeting_id = self._meeting_id
        if meeting_id:
            self._bridge.request(
                lambda archive: (meeting_id, archive.turns.heard(meeting_id)),
                self._on_heard,
                origin=self,
                failed=lambda _error: None,
            )

    def hear(self, note: Note) -> None:
        """A note is on its way: whoever said it has been heard."""
        if note.meeting_id == self._meeting_id:
            self._scales.hear(note)

    def _on_heard(self, told: tuple[str, Heard]) -> None:
        if told[0] == self._meeting_id:
            self._scales.heard = told[1]
            self.changed.emit()

    def reload(self) -> None:
        """Read the turns again."""
        if not self._meeting_id:
            return
        self._asked += 1
        asked, meeting_id = self._asked, self._meeting_id
        self._bridge.request(
            lambda archive: _Reading(archive.turns.all(meeting_id)),
            lambda reading: self._on_read(asked, reading),
            origin=self,
            failed=self._on_unreadable,
        )

    def _on_unreadable(self, _error: RecorderError) -> None:
        self._answered = self._asked  # the board of the meeting tells it; what was known stays

    def _on_read(self, asked: int, reading: _Reading) -> None:
        if asked != self._asked:
            return
        self._answered = asked
        self._reading = reading
        if not self._writing:
            self._passed.clear()
        self._run_clock()
        self.changed.emit()

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if self._meeting_id not in changes.scopes:
            return
        if changes.touches(Turn.TABLE):
            self.reload()
        if len(changes.rows.get(Note.TABLE, ())) > _FEW:
            self._notes_rest.start()

    ## The queue

    def ask(self, speaker: Speaker) -> str:
        """Put somebody at the end of the queue; who waits already stays where they are.

        Returns:
            The id of the turn.
        """
        known = self.waiting(speaker)
        if known is not None:
            return known.id
        turn = Turn(
            id=new_id(), meeting_id=self._meeting_id, speaker=speaker, asked_at=self.instant()
        )
        self.write(lambda archive: archive.turns.ask(turn))
        return turn.id

    def remove(self, turn_id: str) -> None:
        """Take somebody out of the queue."""
        self.write(delete(Turn.TABLE, turn_id))

    def step(self, turn_id: str, step: int) -> None:
        """Move somebody one place up (-1) or down (1) in the queue."""
        ids = [each.id for each in self.floor.waiting]
        if turn_id in ids and 0 <= ids.index(turn_id) + step < len(ids):
            at = ids.index(turn_id) + step
            others = [each for each in ids if each != turn_id]
            self._move(turn_id, others[at - 1] if at else None)

    def put_before(self, turn_id: str, before_id: str) -> None:
        """Move somebody before another one of the queue, "" for its end."""
        others = [each.id for each in self.floor.waiting if each.id != turn_id]
        if before_id == turn_id or (not others and not before_id):
            return
        at = others.index(before_id) if before_id in others else len(others)
        self._move(turn_id, others[at - 1] if at else None)

    def _move(self, turn_id: str, after: str | None) -> None:
        self.write(lambda archive: archive.turns.put_after(turn_id, after))

    def waiting(self, speaker: Speaker) -> Turn | None:
        """The turn for which a speaker waits, if any."""
        return next((each for each in self.floor.waiting if each.speaker == speaker), None)

    ## The floor

    def next(self) -> None:
        """Give the floor to whoever waits longest; with nobody waiting the turn ends."""
        waiting = [each for each in self.floor.waiting if each.id not in self._passed]
        if waiting:
            self.give(waiting[0].id)
        else:
            self.end()

    def give(self, turn_id: str) -> None:
        """Give the floor to somebody of the queue."""
        turn = next((each for each in self.floor.waiting if each.id == turn_id), None)
        if turn is None or turn_id in self._passed:
            return
        self._passed.add(turn_id)
        at, limit, item_id = self.instant(), self.choices.limit_seconds, self._around.item_id()
        self.write(
            lambda archive: archive.turns.give(turn, at, limit_seconds=limit, item_id=item_id)
        )
        self.given.emit(turn.speaker)

    def begin(self, speaker: Speaker) -> None:
        """Give somebody the floor who did not ask for it: they are being written for."""
        made = Turn(id=new_id(), meeting_id=self._meeting_id, speaker=speaker)
        at, limit, item_id = self.instant(), self.choices.limit_seconds, self._around.item_id()
        self.write(
            lambda archive: archive.turns.follow(made, at, limit_seconds=limit, item_id=item_id)
        )

    def end(self) -> None:
        """Take the floor from whoever has it."""
        if self.floor.speaking is not None:
            self.taken.emit(self.floor.speaking.speaker)
            meeting_id, at = self._meeting_id, self.instant()
            self.write(lambda archive: archive.turns.end(meeting_id, at))

    def pause(self) -> None:
        """Stop the clock, or let it go on."""
        turn, at = self.floor.speaking, self.instant()
        if turn is None:
            return
        turn_id = turn.id
        if turn.paused_at:
            self.write(lambda archive: archive.turns.resume(turn_id, at))
        else:
            self.write(lambda archive: archive.turns.pause(turn_id, at))

    def limit(self, seconds: int | None) -> None:
        """Set how long a turn may take, for the one that runs and those to come."""
        self.choices.limit_seconds = seconds
        turn = self.floor.speaking
        if turn is not None and turn.limit_seconds != seconds:
            turn_id = turn.id
            self.write(lambda archive: archive.turns.limit(turn_id, seconds))
        self.changed.emit()

    def dismiss(self) -> None:
        """Suggest those no more who are suggested now."""
        self._scales.dismiss(self.suggested())
        self.changed.emit()

    ## The clock

    def tick(self) -> None:
        """A second passed."""
        self.ticked.emit()

    def _run_clock(self) -> None:
        if self.floor.speaking is None or self.is_paused:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def instant(self) -> str:
        """This instant, as it is stored."""
        return instant_of(self._clock())

    ## Writing

    @property
    def is_busy(self) -> bool:
        """Whether something is being stored or read, so that what is known may be out of date."""
        return self._writing > 0 or self._asked != self._answered

    def write(self, call: "Callable[[ArchiveType], Changes]") -> None:
        """Store something of the floor, and read it again."""
        self._writing += 1
        self._bridge.request(
            call, self._on_written, origin=self, failed=self._on_refused, saves=True
        )

    def _on_written(self, _changes: Changes) -> None:
        self._writing -= 1
        if not self.is_busy:  # else what was written is being read
            self.changed.emit()

    def _on_refused(self, error: RecorderError) -> None:
        self._writing -= 1
        self.refused.emit(error)
        self.reload()


def instant_of(moment: datetime) -> str:
    """An instant as it is stored: UTC, whole seconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _timer(
    parent: QObject, milliseconds: int, handler: Callable[[], None], *, repeats: bool = False
) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(milliseconds)
    timer.setSingleShot(not repeats)
    timer.timeout.connect(handler)
    return timer
