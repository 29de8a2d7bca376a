"""An agenda while it runs: what begins and ends, how long it took, how late the meeting is.

Pure. Clock times are HH:MM of the venue; a span that seems to end before it began went over
midnight.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recorder.domain.meeting import AgendaItem, Meeting
from recorder.domain.tokens import Postponed

_DAY, _HALF_DAY = 24 * 60, 12 * 60


class RunningAgenda:
    """The items of one meeting, in order; what writes answers the rows that are to be written."""

    def __init__(self, items: Sequence[AgendaItem]) -> None:
        self.items = items
        self._by_id = {each.id: each for each in items}
        self._below: dict[str | None, list[AgendaItem]] = {}
        for each in items:
            self._below.setdefault(each.place.parent_id, []).append(each)

    ## What is

    @property
    def current(self) -> AgendaItem | None:
        """Where the room is: of the items that run the one that began last, the deepest."""
        running = [each for each in self.items if is_running(each)]
        depths = {each.id: len(list(self._above(each))) for each in running}
        return max(running, key=lambda each: (each.started_at, depths[each.id]), default=None)

    def minutes_late(self, meeting: Meeting, clock: str) -> int | None:
        """How much later than planned the meeting would end now; negative when earlier.

        It is reckoned from the planned beginning, else from the first item that began. What nobody
        planned is as long as it takes. None when nothing has begun, or nothing was planned.
        """
        tops = [each for each in self.items if self._is_top(each) and not is_parked(each)]
        begun = [each.started_at for each in tops if each.started_at]
        plans = {each.id: self._planned(each) for each in tops}
        if not begun or not any(plans.values()):
            return None
        start = meeting.planned_start or begun[0]
        spent = {each.id: minutes_spent(each, clock) or 0 for each in tops}
        planned_end = sum(spent[each] if plan is None else plan for each, plan in plans.items())
        awaited = [each for each in tops if not each.ended_at and each.postponed is None]
        left = sum(max((plans[each.id] or 0) - spent[each.id], 0) for each in awaited)
        ends = [_since(start, each.ended_at) for each in tops if each.ended_at]
        here = _since(start, clock) if awaited or not ends else max(ends)
        return here + left - planned_end

    ## What happens

    def start(self, item_id: str, clock: str) -> list[AgendaItem]:
        """The room turns to an item: what ran elsewhere ends, the items above it run with it.

        A beginning that is known stays; the time since the item was left counts as a pause.
        """
        item = self._by_id.get(item_id)
        if item is None:
            return []
        path = [item, *self._above(item)]
        on_path = {each.id for each in path}
        left = [each for each in self.items if is_running(each) and each.id not in on_path]
        return [
            *(replace(each, ended_at=clock) for each in left),
            *(_begun(each, clock) for each in reversed(path) if not is_running(each)),
        ]

    def end(self, item_id: str, clock: str) -> list[AgendaItem]:
        """An item ends, and what runs under it with it."""
        return [
            replace(each, ended_at=clock)
            for each in self.items
            if is_running(each) and item_id in {each.id, *(up.id for up in self._above(each))}
        ]

    def postpone(self, item_id: str, why: Postponed, words: str, clock: str) -> list[AgendaItem]:
        """An item is left for a later meeting; what ran of it ends."""
        closed = {each.id: each for each in self.end(item_id, clock)}
        item = closed.pop(item_id, self._by_id.get(item_id))
        if item is None:
            return []
        return [*closed.values(), replace(item, postponed=why, postponed_reason=words)]

    def resume(self, item_id: str) -> list[AgendaItem]:
        """An item that was postponed belongs to this meeting again."""
        item = self._by_id.get(item_id)
        return [] if item is None else [replace(item, postponed=None, postponed_reason="")]

    ## Inside

    def _is_top(self, item: AgendaItem) -> bool:
        return item.place.parent_id not in self._by_id

    def _above(self, item: AgendaItem) -> Iterator[AgendaItem]:
        """The items that an item is under, the nearest first; a ring is broken (FORMAT 6)."""
        seen, above = {item.id}, self._by_id.get(item.place.parent_id or "")
        while above is not None and above.id not in seen:
            yield above
            seen.add(above.id)
            above = self._by_id.get(above.place.parent_id or "")

    def _planned(self, item: AgendaItem) -> int | None:
        """Its own planned minutes, else those of all that is under it."""
        minutes: list[int] = []
        seen, waiting = {item.id}, [item]
        while waiting:
            each = waiting.pop()
            if each.planned_minutes is not None:
                minutes.append(each.planned_minutes)
            if each is item and minutes:
                break
            below = [one for one in self._below.get(each.id, ()) if one.id not in seen]
            seen.update(one.id for one in below)
            waiting += below
        return sum(minutes) if minutes else None


def is_running(item: AgendaItem) -> bool:
    """Whether an item has begun and not ended."""
    return bool(item.started_at) and not item.ended_at and item.postponed is None


def is_parked(item: AgendaItem) -> bool:
    """Whether it is a topic that was on no agenda and was put aside."""
    return item.postponed == Postponed.PARKED


def minutes_spent(item: AgendaItem, clock: str) -> int | None:
    """How many minutes an item took, or takes until now; None while it has not begun."""
    if not item.started_at:
        return None
    span = _between(item.started_at, item.ended_at or clock)
    return max(span - (item.paused_minutes or 0), 0)


def _begun(item: AgendaItem, clock: str) -> AgendaItem:
    if not item.started_at:
        return replace(item, started_at=clock, ended_at="", postponed=None, postponed_reason="")
    away = _between(item.ended_at, clock) if item.ended_at else 0
    pauses = (item.paused_minutes or 0) + away
    return replace(
        item, ended_at="", paused_minutes=pauses or None, postponed=None, postponed_reason=""
    )


def _between(start: str, end: str) -> int:
    """Minutes from one clock time to the next other one."""
    return (_minutes(end) - _minutes(start)) % _DAY


def _since(start: str, clock: str) -> int:
    """Minutes from one clock time to another within half a day: negative when it lies before."""
    return (_minutes(clock) - _minutes(start) + _HALF_DAY) % _DAY - _HALF_DAY


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
