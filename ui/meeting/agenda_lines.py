"""The agenda as the lines of a list: nested by indentation, numbered, each with its count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from recorder import AgendaItem
from ui.widgets.keyed_model import Index, KeyedModel

LINE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class AgendaLine:
    """An item as its row shows it.

    Attributes:
        number: «2.1», in ASCII digits.
        depth: 0 for an item of the first level.
        facts: planned minutes and number of notes, in words.
        is_current: whether new notes belong to it.
    """

    id: str
    number: str
    title: str
    depth: int
    facts: str
    is_current: bool


def in_order(items: Sequence[AgendaItem]) -> list[tuple[AgendaItem, int, str]]:
    """The items from top to bottom with their depth and number.

    An item whose parent is not there stands on the first level, never nowhere.
    """
    known = {each.id for each in items}
    children: dict[str | None, list[AgendaItem]] = {}
    for each in sorted(items, key=lambda item: (item.place.sort_key, item.id)):
        parent = each.place.parent_id if each.place.parent_id in known else None
        children.setdefault(parent, []).append(each)
    found: list[tuple[AgendaItem, int, str]] = []

    def walk(parent: str | None, depth: int, prefix: str) -> None:
        for at, each in enumerate(children.pop(parent, []), 1):
            found.append((each, depth, f"{prefix}{at}"))
            walk(each.id, depth + 1, f"{prefix}{at}.")

    walk(None, 0, "")
    return found


def below(items: Sequence[AgendaItem], item_id: str) -> frozenset[str | None]:
    """An item with all that stands under it."""
    found = {item_id}
    for each, _depth, _number in in_order(items):
        if each.place.parent_id in found:
            found.add(each.id)
    return frozenset(found)


class AgendaModel(KeyedModel[AgendaLine]):
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
                return f"{line.number} {line.title}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return line.facts
        return line if role == LINE else None


def counts_below(
    items: Sequence[AgendaItem], counts: Mapping[str | None, int]
) -> Mapping[str, int]:
    """The number of notes of each item with those under it."""
    return {
        each.id: sum(counts.get(item_id, 0) for item_id in below(items, each.id)) for each in items
    }
