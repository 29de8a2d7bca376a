"""Which block of one language says what a block of the other says: by the row that they tell.

One sentence of Arabic may be two paragraphs in English, a paragraph of summary several. A pair
that tells two different things would be signed without anybody noticing; so blocks are paired by
their origins, and what has no partner stands with the pair before it.
"""

from collections import deque
from collections.abc import Hashable, Iterable, Iterator

from recorder.minutes.model import Block, Heading, Paragraph

Unit = list[Block]
_WINDOW = 100  # units looked ahead


def aligned(arabic: Iterable[Block], english: Iterable[Block]) -> Iterator[tuple[Unit, Unit]]:
    """The blocks of one section in pairs; a side may be empty."""
    sides = _Ahead(_units(arabic)), _Ahead(_units(english))
    pair: tuple[Unit, Unit] = ([], [])
    while sides[0].key is not None or sides[1].key is not None:
        stray = _stray(*sides)
        if stray is None:
            yield from _told(pair)
            pair = sides[0].take(), sides[1].take()
            continue
        unit = sides[stray].take()
        if not (_is_text(pair[0]) and _is_text(pair[1]) and _is_text(unit)):
            yield from _told(pair)
            pair = ([], [])
        pair[stray].extend(unit)
    yield from _told(pair)


def _stray(arabic: "_Ahead", english: "_Ahead") -> int | None:
    """The side whose next unit has no partner now: 0 Arabic, 1 English; None: they are a pair."""
    if arabic.key == english.key:
        return None
    if arabic.key is None or (english.key is not None and english.holds(arabic.key)):
        return 1
    if english.key is None or arabic.holds(english.key):
        return 0
    return None if _kind(arabic.key) == _kind(english.key) else 0


def _told(pair: tuple[Unit, Unit]) -> Iterator[tuple[Unit, Unit]]:
    if pair[0] or pair[1]:
        yield pair


def _is_text(unit: Unit) -> bool:
    return all(isinstance(each, Paragraph) for each in unit)


def _kind(key: Hashable) -> object:
    return key[0] if isinstance(key, tuple) else key


class _Ahead:
    """Units that are read a little before they are taken."""

    def __init__(self, units: Iterator[Unit]) -> None:
        self._units = units
        self._read: deque[Unit] = deque()
        self._fill(1)

    @property
    def key(self) -> Hashable:
        """What the next unit tells; None at the end."""
        return _key(self._read[0]) if self._read else None

    def take(self) -> Unit:
        unit = self._read.popleft()
        self._fill(1)
        return unit

    def holds(self, key: Hashable) -> bool:
        """Whether a unit that tells this is among the next ones."""
        self._fill(_WINDOW)
        return any(_key(each) == key for each in self._read)

    def _fill(self, count: int) -> None:
        while len(self._read) < count and (unit := next(self._units, None)) is not None:
            self._read.append(unit)


def _key(unit: Unit) -> Hashable:
    first = unit[0]
    level = first.level if isinstance(first, Heading) else 0
    return type(first).__name__, getattr(first, "origin", None), level


def _units(blocks: Iterable[Block]) -> Iterator[Unit]:
    """Blocks one by one, but the paragraphs that tell one row together."""
    waiting: Unit = []
    for block in blocks:
        if waiting and not _is_one(waiting[-1], block):
            yield waiting
            waiting = []
        waiting.append(block)
    if waiting:
        yield waiting


def _is_one(last: Block, block: Block) -> bool:
    return (
        isinstance(last, Paragraph)
        and isinstance(block, Paragraph)
        and last.origin is not None
        and last.origin == block.origin
    )
