"""The floor of a meeting (زمن الكلام): who waits, who speaks, and for how long. Pure.

All times follow from the instants that turns store, so that a restart, or another laptop, shows
the same clock.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from heapq import heappop, heappush
from itertools import pairwise
from typing import Any

from recorder.domain.columns import Speaker
from recorder.domain.meeting import Turn


@dataclass(frozen=True)
class Floor:
    """The queue (قائمة طالبي الكلام) as it stands.

    Attributes:
        speaking: the turn that has the floor, perhaps paused; None when nobody has it.
        waiting: the turns that have not begun, in their order.
        open: all turns that began and did not end; two laptops may each have begun one.
    """

    speaking: Turn | None
    waiting: tuple[Turn, ...]
    open: tuple[Turn, ...]


def seconds_of(instant: str) -> int | None:
    """The whole seconds of an instant since 1970, None when it is empty or cannot be one."""
    try:
        return int(datetime.fromisoformat(instant).astimezone(UTC).timestamp())
    except (ValueError, OverflowError, OSError):
        return None


def read_floor(turns: Iterable[Turn]) -> Floor:
    """The floor as the turns of a meeting tell it; the order of the rows does not matter."""
    rows = list(turns)
    # A turn whose beginning was taken back waits again, also when it had an end by then.
    waiting = sorted((each for each in rows if not each.began_at), key=_place)
    begun = [each for each in rows if each.began_at and not each.ended_at]
    begun.sort(key=lambda each: (seconds_of(each.began_at) or 0, each.id))
    return Floor(begun[-1] if begun else None, tuple(waiting), tuple(begun))


def seconds_spoken(turn: Turn, now: int) -> int:
    """How many seconds of a turn were spoken until `now` (seconds since 1970), pauses left out.

    A clock that was set back makes it no less than nothing.
    """
    began, end = _span(turn, now)
    return max(end - began - max(turn.paused_seconds or 0, 0), 0)


def seconds_left(turn: Turn, now: int) -> int | None:
    """How many seconds the limit leaves, negative when it is overrun; None without a limit."""
    return None if turn.limit_seconds is None else turn.limit_seconds - seconds_spoken(turn, now)


def began(turn: Turn, now: str, limit_seconds: int | None) -> Turn:
    """The turn as it is when it gets the floor at an instant."""
    return _with(
        turn, began_at=now, limit_seconds=limit_seconds, ended_at="", paused_at="",
        paused_seconds=None,
    )  # fmt: skip


def paused(turn: Turn, now: str) -> Turn:
    """The turn as it is when its clock is stopped at an instant; a stopped one stays as it is."""
    return turn if turn.paused_at else _with(turn, paused_at=now)


def resumed(turn: Turn, now: str) -> Turn:
    """The turn as it is when its clock goes on at an instant."""
    since, until = seconds_of(turn.paused_at), seconds_of(now)
    if since is None or until is None:
        return _with(turn, paused_at="")
    over = (turn.paused_seconds or 0) + max(until - since, 0)
    return _with(turn, paused_at="", paused_seconds=over)


def ended(turn: Turn, now: str) -> Turn:
    """The turn as it is when the floor is taken from it; a pause that it ends in is none of it."""
    return _with(turn, ended_at=now)


@dataclass(frozen=True)
class Measured:
    """What one speaker had of the floor: seconds, and in how many turns."""

    speaker: Speaker
    seconds: int
    turns: int


def measure(turns: Iterable[Turn], now: int) -> list[Measured]:
    """What each speaker had of the floor until `now`, whatever the order of the rows.

    One voice is heard at a time: where turns overlap, as when two laptops kept the queue, the one
    that began last has the floor, and overlapping turns of one speaker are one turn.
    """
    begun = [each for each in turns if seconds_of(each.began_at) is not None]
    held = _held(begun, now)
    seconds: dict[Speaker, int] = {}
    for turn in begun:
        mine = min(held[turn.id], seconds_spoken(turn, now))
        seconds[turn.speaker] = seconds.get(turn.speaker, 0) + mine
    counts = _speeches(begun, now)
    measured = [Measured(each, told, counts[each]) for each, told in seconds.items()]
    return sorted(measured, key=lambda each: (-each.seconds, -each.turns, _name(each.speaker)))


def _held(turns: Sequence[Turn], now: int) -> dict[str, int]:
    """For how many seconds each turn was the last to have begun of those that were open."""
    held = {each.id: 0 for each in turns}
    spans = sorted((*_span(each, now), each.id) for each in turns)
    moments = sorted({moment for start, end, _id in spans for moment in (start, end)})
    open_turns: list[tuple[int, str, int]] = []  # the latest first
    at = 0
    for moment, following in pairwise(moments):
        while at < len(spans) and spans[at][0] <= moment:
            start, end, turn_id = spans[at]
            heappush(open_turns, (-start, turn_id, end))
            at += 1
        while open_turns and open_turns[0][2] <= moment:
            heappop(open_turns)
        if open_turns:
            held[open_turns[0][1]] += following - moment
    return held


def _speeches(turns: Sequence[Turn], now: int) -> dict[Speaker, int]:
    counts: dict[Speaker, int] = {}
    latest: dict[Speaker, int] = {}
    for start, end, speaker in sorted(
        ((*_span(each, now), each.speaker) for each in turns),
        key=lambda each: (each[0], each[1], _name(each[2])),
    ):
        if speaker not in latest or start >= latest[speaker]:
            counts[speaker] = counts.get(speaker, 0) + 1
        latest[speaker] = max(latest.get(speaker, end), end)
    return counts


def _span(turn: Turn, now: int) -> tuple[int, int]:
    start = seconds_of(turn.began_at)
    if start is None:
        return now, now
    stops = [seconds_of(each) for each in (turn.ended_at, turn.paused_at)]
    end = min([each for each in stops if each is not None], default=now)
    return start, max(end, start)


def _with(turn: Turn, **fields: Any) -> Turn:  # noqa: ANN401 - any field of a turn
    return replace(turn, **fields)


def _place(turn: Turn) -> tuple[str, str]:
    return turn.place.sort_key, turn.id


def _name(speaker: Speaker) -> tuple[str, str]:
    return speaker.person_id or "", speaker.label
