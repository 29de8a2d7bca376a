"""The queue of speakers and the turns that came of it: each deed is one action, undone at once.

Instants are given (UTC, as FORMAT 7 stores them): the clock of a turn is the one that its user saw.
"""

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from recorder.archive.subjects import Subject
from recorder.archive.telling import tells_damage
from recorder.domain.balance import Heard, Said, hear
from recorder.domain.changes import Changes
from recorder.domain.columns import Place, Speaker
from recorder.domain.discussion import Note
from recorder.domain.floor import began, ended, paused, read_floor, resumed
from recorder.domain.meeting import Turn
from recorder.domain.tokens import NoteKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from recorder.storage.writer import WriteAction


@tells_damage
class Turns(Subject[Turn]):
    """The turns of the meetings. Methods that name a turn raise NotFoundError where it is gone."""

    ## Who spoke without a turn

    def heard(self, meeting_id: str) -> Heard:
        """Who took the floor, as the notes of a meeting tell it; private ones tell nothing."""
        rows = self._reader.of_meeting(Note.TABLE, meeting_id)
        names = ("said_at", "place_sort_key", "id", "speaker_person_id", "speaker_label", "kind")
        notes = zip(*(rows.column(each) for each in names), strict=True)
        return hear(Said(*told) for *told, kind in notes if kind != NoteKind.PRIVATE)

    ## The queue

    def ask(self, turn: Turn) -> Changes:
        """Put somebody at the end of the queue; who waits already stays where they are."""
        waiting = read_floor(self.all(turn.meeting_id)).waiting
        with self._writer.action("turn.ask") as action:
            if all(each.speaker != turn.speaker for each in waiting):
                keys = [*_keys(waiting), self._reader.last_key(turn, None) or ""]
                action.write(self._placed(turn, None, (max(keys) or None, None)))
        return action.changes()

    def put_after(self, turn_id: str, after: str | None) -> Changes:
        """Let somebody wait right after another turn of the queue, at its front with None.

        A queue is one for the whole meeting, whatever item somebody asked to speak about.
        """
        turn = self.get(turn_id)
        floor = read_floor(self.all(turn.meeting_id))
        others = [each for each in floor.waiting if each.id != turn_id]
        at = next((at for at, each in enumerate(others, 1) if each.id == after), 0)
        before = others[at - 1].place.sort_key if at else None
        # Strictly greater: two laptops may have made one key, and there is no room in it.
        behind = [key for key in _keys(others[at:]) if key > (before or "")]
        with self._writer.action("turn.move") as action:
            action.write(self._placed(turn, None, (before, min(behind, default=None))))
        return action.changes()

    ## The floor

    def give(
        self, turn: Turn, at: str, *, limit_seconds: int | None = None, item_id: str | None = None
    ) -> Changes:
        """Give somebody the floor; whoever has it till then has had their turn.

        Args:
            turn: one of the queue, or a new one.
            at: the instant.
            limit_seconds: how long it may take, None for as long as it likes.
            item_id: the agenda item that it is about.
        """
        with self._writer.action("turn.begin") as action:
            self._pass_on(action, turn, at, limit_seconds, item_id)
        return action.changes()

    def follow(
        self, turn: Turn, at: str, *, limit_seconds: int | None = None, item_id: str | None = None
    ) -> Changes:
        """The same because somebody was chosen to be written for: no step of its own to undo."""
        with self._writer.action("turn.follow") as action:
            self._pass_on(action, turn, at, limit_seconds, item_id)
        return action.changes()

    def correct(self, turn_id: str, speaker: Speaker) -> Changes:
        """Say that somebody else has the floor: the hand had slipped."""
        with self._change("turn.follow", turn_id) as (action, turn):
            action.write(replace(turn, speaker=speaker))
        return action.changes()

    def end(self, meeting_id: str, at: str) -> Changes:
        """Take the floor from whoever has it."""
        with self._writer.action("turn.end") as action:
            self._end_open(action, meeting_id, at)
        return action.changes()

    def rest(self, turn_id: str, at: str) -> Changes:
        """End a turn that nobody ended, at the last sign of it: no step of its own to undo."""
        with self._change("turn.rest", turn_id) as (action, turn):
            action.write(ended(turn, at))
        return action.changes()

    def pause(self, turn_id: str, at: str) -> Changes:
        """Stop the clock of a turn."""
        return self._turned("turn.pause", turn_id, lambda turn: paused(turn, at))

    def resume(self, turn_id: str, at: str) -> Changes:
        """Let the clock of a turn go on."""
        return self._turned("turn.resume", turn_id, lambda turn: resumed(turn, at))

    def limit(self, turn_id: str, seconds: int | None) -> Changes:
        """Give a turn another limit."""
        fields: dict[str, Any] = {"limit_seconds": seconds}
        return self._turned("turn.limit", turn_id, lambda turn: replace(turn, **fields))

    ## Inside

    def _pass_on(
        self, action: "WriteAction", turn: Turn, at: str, limit_seconds: int | None,
        item_id: str | None,
    ) -> None:  # fmt: skip
        stored = self.find(turn.id) or turn
        self._end_open(action, turn.meeting_id, at, but=turn.id)
        action.write(self._last(began(stored, at, limit_seconds), item_id))

    def _end_open(self, action: "WriteAction", meeting_id: str, at: str, *, but: str = "") -> None:
        for each in read_floor(self.all(meeting_id)).open:
            if each.id != but:
                action.write(ended(each, at))

    def _last(self, turn: Turn, parent_id: str | None) -> Turn:
        there = replace(turn, place=Place(parent_id))
        return self._placed(there, parent_id, (self._reader.last_key(there, parent_id), None))

    def _turned(self, name: str, turn_id: str, change: "Callable[[Turn], Turn]") -> Changes:
        with self._change(name, turn_id) as (action, turn):
            action.write(change(turn))
        return action.changes()

    @contextmanager
    def _change(self, name: str, turn_id: str) -> "Iterator[tuple[WriteAction, Turn]]":
        turn = self.get(turn_id)
        with self._writer.action(name) as action:
            yield action, turn


def _keys(turns: "Iterable[Turn]") -> list[str]:
    return [each.place.sort_key for each in turns if each.place.sort_key]
