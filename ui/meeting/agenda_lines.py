"""The agenda as the lines of a list: nested by indentation, numbered, each with what is known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QObject, Qt

from recorder import AgendaItem, Decision, Issue, Recommendation, is_parked
from ui.i18n import pgettext
from ui.meeting.agenda_dragging import DraggedModel
from ui.widgets.keyed_model import Index

Placed = TypeVar("Placed", Recommendation, Decision, Issue)
JOINT = " · "
"""Stands between the facts of an item."""
LINE = Qt.ItemDataRole.UserRole + 1


class ItemState(Enum):
    """How it stands with an item while the meeting runs."""

    AHEAD = "ahead"
    RUNNING = "running"
    DONE = "done"
    POSTPONED = "postponed"
    PARKED = "parked"


@dataclass(frozen=True)
class AgendaLine:
    """An item as its row shows it.

    Attributes:
        number: «2.1», in ASCII digits; "" for a topic that is on no agenda.
        depth: 0 for an item of the first level.
        facts: planned or spent minutes and number of notes, in words.
        is_current: whether new notes belong to it.
        remark: what must not be missed, on a ground of its own: overrun, postponed.
        tone: the tone of the remark; that of the facts follows it where time runs over.
        share: how much of the planned time is spent, in percent; None where nobody counts.
        heads_parked: whether it is the first of the topics that were put aside.
    """

    id: str
    number: str
    title: str
    depth: int
    facts: str
    is_current: bool
    state: ItemState = ItemState.AHEAD
    remark: str = ""
    tone: str = "neutral"
    share: int | None = None
    heads_parked: bool = False


def in_order(items: Sequence[AgendaItem]) -> list[tuple[AgendaItem, int, str]]:
    """The items from top to bottom with their depth and number; topics put aside come last.

    An item whose parent is not there stands on the first level, never nowhere.
    """
    ordered = sorted(items, key=lambda item: (item.place.sort_key, item.id))
    known = {each.id for each in items}
    children: dict[str | None, list[AgendaItem]] = {}
    for each in ordered:
        if not is_parked(each):
            parent = each.place.parent_id if each.place.parent_id in known else None
            children.setdefault(parent, []).append(each)
    found: list[tuple[AgendaItem, int, str]] = []

    def walk(parent: str | None, depth: int, prefix: str | None) -> None:
        for at, each in enumerate(children.pop(parent, []), 1):
            number = "" if prefix is None else f"{prefix}{at}"
            found.append((each, depth, number))
            walk(each.id, depth + 1, None if prefix is None else f"{number}.")

    walk(None, 0, "")
    for each in ordered:
        if is_parked(each):
            found.append((each, 0, ""))
            walk(each.id, 1, None)
    return found


def by_agenda(rows: Iterable[Placed], items: Sequence[AgendaItem]) -> list[Placed]:
    """Rows that stand under items, as the agenda orders them and the minutes number them."""
    order = {each.id: at for at, (each, _depth, _number) in enumerate(in_order(items))}
    last = len(order)
    return sorted(
        rows,
        key=lambda row: (
            order.get(row.place.parent_id or "", last), row.place.sort_key, row.id
        ),
    )  # fmt: skip


def below(items: Sequence[AgendaItem], item_id: str) -> frozenset[str | None]:
    """An item with all that stands under it."""
    ordered = in_order(items)
    found: set[str | None] = {item_id}
    at = next((at for at, (each, _d, _n) in enumerate(ordered) if each.id == item_id), None)
    if at is not None:
        own = ordered[at][1]
        for each, depth, _number in ordered[at + 1 :]:
            if depth <= own:
                break
            found.add(each.id)
    return frozenset(found)


def counts_below(
    items: Sequence[AgendaItem], counts: Mapping[str | None, int]
) -> Mapping[str, int]:
    """The number of notes of each item with those under it."""
    totals: dict[str, int] = {}
    under: list[int] = [0]  # what is not yet added to an item above, by depth
    for each, depth, _number in reversed(in_order(items)):
        under += [0] * (depth + 2 - len(under))
        totals[each.id] = counts.get(each.id, 0) + under[depth + 1]
        under[depth + 1] = 0
        under[depth] += totals[each.id]
    return totals


class AgendaModel(DraggedModel[AgendaLine]):
    """The lines of the agenda."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(lambda line: line.id, 1, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, the line, or what a screen reader says."""
        line = self.row(index)
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{line.number} {line.title}".strip()
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                joint = pgettext("between a speaker and a time", ", ")
                return joint.join(filter(None, (line.facts, line.remark)))
        return line if role == LINE else None
