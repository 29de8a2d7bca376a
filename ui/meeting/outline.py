"""The agenda as an outline of items and sub-items, and where each step of a hand takes one."""

from collections.abc import Sequence
from dataclasses import dataclass

from recorder import AgendaItem


@dataclass(frozen=True)
class OutlineRow:
    """An item as the list shows it: `number` is «2» or «2.1»; `depth` is 0 or 1."""

    item: AgendaItem
    depth: int
    number: tuple[int, ...]


@dataclass(frozen=True)
class Move:
    """Where an item goes: under a parent, after a sibling there or, with None, at its front."""

    parent_id: str | None
    after: str | None


def outline(items: Sequence[AgendaItem]) -> list[OutlineRow]:
    """The items in reading order; one whose parent is gone stands on its own at the end."""
    known = {each.id for each in items}
    tops = [each for each in items if each.place.parent_id is None]
    tops += [each for each in items if each.place.parent_id not in {None, *known}]
    rows: list[OutlineRow] = []
    for at, top in enumerate(tops, 1):
        rows.append(OutlineRow(top, 0, (at,)))
        below = _below(items, top.id)
        rows += [OutlineRow(each, 1, (at, under)) for under, each in enumerate(below, 1)]
    return rows


def _below(items: Sequence[AgendaItem], item_id: str) -> list[AgendaItem]:
    """What hangs from an item, however deep another laptop has put it, as one level."""
    found: list[AgendaItem] = []
    for each in items:
        if each.place.parent_id == item_id:
            found += [each, *_below(items, each.id)]
    return found


def with_its_own(rows: Sequence[OutlineRow], item_id: str) -> list[str]:
    """The ids of an item and of its sub-items."""
    at = _place(rows, item_id)
    ids = [item_id]
    for each in rows[at + 1 :]:
        if rows[at].depth > 0 or each.depth == 0:
            break
        ids.append(each.item.id)
    return ids


def indented(rows: Sequence[OutlineRow], item_id: str) -> Move | None:
    """Under the item before it, as its last; None where it cannot go."""
    at = _place(rows, item_id)
    if at == 0 or rows[at].depth > 0 or len(with_its_own(rows, item_id)) > 1:
        return None
    parent = next(each for each in reversed(rows[:at]) if each.depth == 0)
    return _last_under(rows, parent.item.id)


def outdented(rows: Sequence[OutlineRow], item_id: str) -> Move | None:
    """Out of the item that it is under, right after that; None for one that is under none."""
    at = _place(rows, item_id)
    if rows[at].depth == 0:
        return None
    return Move(None, _parent(rows, at))


def raised(rows: Sequence[OutlineRow], item_id: str) -> Move | None:
    """One step up; the first sub-item goes to the end of the item before its own."""
    at = _place(rows, item_id)
    parent = _parent(rows, at)
    siblings = _siblings(rows, at)
    here = siblings.index(item_id)
    if here > 0:
        return Move(parent, siblings[here - 2] if here > 1 else None)
    return _last_under(rows, _neighbour(rows, parent, -1)) if parent else None


def lowered(rows: Sequence[OutlineRow], item_id: str) -> Move | None:
    """One step down; the last sub-item goes to the front of the item after its own."""
    at = _place(rows, item_id)
    parent = _parent(rows, at)
    siblings = _siblings(rows, at)
    here = siblings.index(item_id)
    if here < len(siblings) - 1:
        return Move(parent, siblings[here + 1])
    following = _neighbour(rows, parent, 1) if parent else None
    return Move(following, None) if following else None


def dropped(rows: Sequence[OutlineRow], item_id: str, before: int) -> Move | None:
    """Let go above the row of a number (their count means the end), on the level found there.

    An item with sub-items stays on the first level: it goes after the whole item it is let go in.
    """
    own = set(with_its_own(rows, item_id))
    above = [each for each in rows[:before] if each.item.id not in own]
    below = [each for each in rows[before:] if each.item.id not in own]
    if len(own) == 1 and below and below[0].depth > 0:
        last = above[-1]  # a sub-item is never the first row
        return Move(last.item.id, None) if last.depth == 0 else _after(rows, last.item.id)
    tops = [each.item.id for each in above if each.depth == 0]
    return Move(None, tops[-1] if tops else None)


def _after(rows: Sequence[OutlineRow], item_id: str) -> Move:
    return Move(_parent(rows, _place(rows, item_id)), item_id)


def _place(rows: Sequence[OutlineRow], item_id: str) -> int:
    return next(at for at, each in enumerate(rows) if each.item.id == item_id)


def _parent(rows: Sequence[OutlineRow], at: int) -> str | None:
    if rows[at].depth == 0:
        return None
    return next(each.item.id for each in reversed(rows[:at]) if each.depth == 0)


def _siblings(rows: Sequence[OutlineRow], at: int) -> list[str]:
    parent = _parent(rows, at)
    return [each.item.id for place, each in enumerate(rows) if _parent(rows, place) == parent]


def _neighbour(rows: Sequence[OutlineRow], item_id: str, step: int) -> str | None:
    tops = [each.item.id for each in rows if each.depth == 0]
    at = tops.index(item_id) + step
    return tops[at] if 0 <= at < len(tops) else None


def _last_under(rows: Sequence[OutlineRow], parent_id: str | None) -> Move | None:
    if parent_id is None:
        return None
    children = with_its_own(rows, parent_id)[1:]
    return Move(parent_id, children[-1] if children else None)
