"""The agenda as it is read: items under items, each with its number among its siblings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recorder.domain.meeting import AgendaItem


@dataclass(frozen=True)
class Heading:
    """An agenda item in its place.

    Attributes:
        item: the item.
        depth: 0 for the items of the agenda, 1 for what stands under them, and so on.
        position: its number among its siblings, from 1.
    """

    item: AgendaItem
    depth: int
    position: int


def outline(agenda: Sequence[AgendaItem]) -> list[Heading]:
    """Every item once, depth first.

    An item whose parent is missing, or that is its own ancestor, stands at the top (FORMAT 5, 6).
    """
    known = {each.id for each in agenda}
    children: dict[str | None, list[AgendaItem]] = defaultdict(list)
    for each in agenda:
        parent = each.place.parent_id
        children[parent if parent in known else None].append(each)
    reached: set[str] = set()
    found = list(_walk(children[None], children, 0, reached))
    for each in agenda:
        if each.id not in reached:  # in a cycle of which nothing is at the top
            top = sum(1 for heading in found if heading.depth == 0)
            found += _walk([each], children, 0, reached, first=top + 1)
    return found


def _walk(
    items: Iterable[AgendaItem],
    children: dict[str | None, list[AgendaItem]],
    depth: int,
    reached: set[str],
    *,
    first: int = 1,
) -> Iterator[Heading]:
    fresh = [each for each in items if each.id not in reached]
    reached.update(each.id for each in fresh)
    for position, item in enumerate(fresh, start=first):
        yield Heading(item, depth, position)
        yield from _walk(children.get(item.id, ()), children, depth + 1, reached)
