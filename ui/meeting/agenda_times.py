"""What is told of each item while the meeting runs: time planned and spent, why it is left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from recorder import (
    AgendaItem,
    Meeting,
    Postponed,
    RunningAgenda,
    is_parked,
    is_running,
    minutes_spent,
)
from ui.attribution import rule_words
from ui.i18n import _, isolate, label, ngettext
from ui.meeting.agenda_lines import JOINT, AgendaLine, ItemState, counts_below, in_order
from ui.wording import Wording

_NOTICED, _LATE = 2, 10
"""From how many minutes on a meeting is told to be late, and late in earnest."""
_LONGEST = 12 * 60


@dataclass(frozen=True)
class Moment:
    """A meeting at a moment of the local clock, HH:MM.

    `is_live`: the clock is that of the meeting. Of a meeting of another day nothing runs on,
    although somebody forgot to end its last item.
    """

    clock: str
    is_live: bool


def moment_of(meeting: Meeting | None, now: datetime) -> Moment:
    """The moment of a meeting."""
    is_live = meeting is not None and meeting.date in {"", now.date().isoformat()}
    return Moment(now.strftime("%H:%M"), is_live)


class AgendaTimes:
    """Puts the items into lines, with their times in words."""

    def __init__(self, wording: Wording) -> None:
        self._number = wording.number

    def lines(
        self,
        items: Sequence[AgendaItem],
        current: str | None,
        counts: Mapping[str | None, int],
        moment: Moment,
    ) -> list[AgendaLine]:
        """The items as their rows show them."""
        totals = counts_below(items, counts)
        lines: list[AgendaLine] = []
        for item, depth, number in in_order(items):
            state = _state(item, moment)
            over = self._over(item, state, moment)
            lines.append(
                AgendaLine(
                    item.id,
                    number,
                    item.title,
                    depth,
                    self._facts(item, totals[item.id], moment),
                    item.id == current,
                    state,
                    self._remark(item, over),
                    "bad" if over else "warn" if item.postponed else "neutral",
                    _share(item, moment) if state is ItemState.RUNNING else None,
                    state is ItemState.PARKED
                    and not any(each.state is ItemState.PARKED for each in lines),
                )
            )
        return lines

    def minutes(self, item: AgendaItem, moment: Moment) -> str:
        """«12 من 30 د», «30 دقيقة», «12 دقيقة», or nothing."""
        spent, planned = _spent(item, moment), item.planned_minutes
        if spent is not None and planned:
            text = _("{spent} of {planned} min")
            return text.format(spent=self._number(spent), planned=self._number(planned))
        shown = spent if spent is not None else planned
        if not shown:
            return _("just begun") if spent == 0 else ""
        text = ngettext("{count} minute", "{count} minutes", shown)
        return text.format(count=self._number(shown))

    def drift(
        self, meeting: Meeting | None, items: Sequence[AgendaItem], moment: Moment
    ) -> tuple[str, str] | None:
        """How late the whole meeting is, with its tone; None when it does not run."""
        if meeting is None or not moment.is_live:
            return None
        late = RunningAgenda(items).minutes_late(meeting, moment.clock)
        if late is None:
            return None
        if late >= _NOTICED:
            text = ngettext("{count} minute late", "{count} minutes late", late)
            return text.format(count=self._number(late)), "bad" if late >= _LATE else "warn"
        if late <= -_NOTICED:
            text = ngettext("{count} minute ahead", "{count} minutes ahead", -late)
            return text.format(count=self._number(-late)), "blue"
        return _("On time"), "good"

    def _facts(self, item: AgendaItem, notes: int, moment: Moment) -> str:
        parts = [rule_words(item.attribution), self.minutes(item, moment)]
        if notes:
            text = ngettext("{count} note", "{count} notes", notes)
            parts.append(text.format(count=self._number(notes)))
        return JOINT.join(filter(None, parts))

    def _remark(self, item: AgendaItem, over: int) -> str:
        if item.postponed is not None:
            return _why(item)
        if not over or item.ended_at:  # of what is over the figures tell enough
            return ""
        return _("{count} min over").format(count=self._number(over))

    def _over(self, item: AgendaItem, state: ItemState, moment: Moment) -> int:
        spent = _spent(item, moment)
        if state not in {ItemState.RUNNING, ItemState.DONE} or not item.planned_minutes:
            return 0
        return max((spent or 0) - item.planned_minutes, 0)


def _why(item: AgendaItem) -> str:
    if is_parked(item):
        return item.postponed_reason
    named = "" if item.postponed == Postponed.OTHER else label(item.postponed)
    reason = item.postponed_reason or named
    return _("Postponed: {reason}").format(reason=isolate(reason)) if reason else _("Postponed")


def _state(item: AgendaItem, moment: Moment) -> ItemState:
    if item.postponed is not None:
        return ItemState.PARKED if is_parked(item) else ItemState.POSTPONED
    if is_running(item) and moment.is_live:
        return ItemState.RUNNING
    return ItemState.DONE if item.ended_at else ItemState.AHEAD


def _spent(item: AgendaItem, moment: Moment) -> int | None:
    if not item.ended_at and not moment.is_live:
        return None
    spent = minutes_spent(item, moment.clock)
    return None if spent is None or spent > _LONGEST else spent


def _share(item: AgendaItem, moment: Moment) -> int | None:
    spent, planned = _spent(item, moment), item.planned_minutes
    return spent * 100 // planned if spent is not None and planned else None
