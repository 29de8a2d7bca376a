"""Which of many things are worth comparing: those that share a key, never all with all."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

_MOST_TOGETHER = 24
_NEIGHBOURS = 12


def pairs(keys: Sequence[Iterable[Hashable]]) -> Iterator[tuple[int, int]]:
    """The places of all that share a key, each pair once, the smaller place first.

    Where very many share one, each is only paired with those next to it: a key like that tells
    little, and the work stays in proportion to the number of things.
    """
    blocks: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, each in enumerate(keys):
        for key in set(each):
            blocks[key].append(place)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        reach = len(block) if len(block) <= _MOST_TOGETHER else _NEIGHBOURS
        for at, place in enumerate(block):
            seen.update((place, other) for other in block[at + 1 : at + reach])
    yield from sorted(seen)
