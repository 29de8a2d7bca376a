"""How high the rows of a long list are, and where each begins, without asking all of them."""

from collections.abc import Iterable
from itertools import accumulate

_BLOCK = 256


class RowHeights:
    """Heights in pixels by row, in blocks whose sums are known.

    Finding a row by its place, or its place by the row, costs a few dozen steps in a list of
    20,000; so do inserting and removing. A plain list of offsets would be rebuilt at each note.
    """

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._blocks: list[list[int]] = []
        self._sums: list[int] = []
        self._count = 0
        self.reset(heights)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, row: int) -> int:
        block, at = self._find(row)
        return self._blocks[block][at]

    def __setitem__(self, row: int, height: int) -> None:
        block, at = self._find(row)
        self._sums[block] += height - self._blocks[block][at]
        self._blocks[block][at] = height

    @property
    def total(self) -> int:
        """The height of all rows."""
        return sum(self._sums)

    def reset(self, heights: Iterable[int]) -> None:
        """Forget all and take these."""
        every = list(heights)
        self._blocks = [every[at : at + _BLOCK] for at in range(0, len(every), _BLOCK)]
        self._sums = [sum(block) for block in self._blocks]
        self._count = len(every)

    def insert(self, row: int, height: int) -> None:
        """Put a row before the one that stands there now, or at the end."""
        if not self._blocks:
            self.reset([height])
            return
        block, at = self._find(row) if row < len(self) else self._end()
        self._blocks[block].insert(at, height)
        self._count += 1
        self._sums[block] += height
        if len(self._blocks[block]) > 2 * _BLOCK:
            self._split(block)

    def remove(self, row: int) -> None:
        """Take a row out."""
        block, at = self._find(row)
        self._sums[block] -= self._blocks[block].pop(at)
        self._count -= 1
        if not self._blocks[block]:
            del self._blocks[block], self._sums[block]

    def top(self, row: int) -> int:
        """Where a row begins; the row after the last begins at the end."""
        if row >= len(self):
            return self.total
        block, at = self._find(row)
        return sum(self._sums[:block]) + sum(self._blocks[block][:at])

    def row_at(self, offset: int) -> int:
        """The row that covers an offset; the first above the list, the last below it.

        Raises:
            IndexError: there are no rows.
        """
        if not self._blocks:
            raise IndexError(offset)
        first = 0
        for block, height in zip(self._blocks, self._sums, strict=True):
            if offset < height:
                within = (at for at, end in enumerate(accumulate(block)) if offset < end)
                return first + next(within, 0)
            offset -= height
            first += len(block)
        return first - 1

    def _find(self, row: int) -> tuple[int, int]:
        rest = row
        for number, block in enumerate(self._blocks):
            if 0 <= rest < len(block):
                return number, rest
            rest -= len(block)
        raise IndexError(row)

    def _end(self) -> tuple[int, int]:
        return len(self._blocks) - 1, len(self._blocks[-1])

    def _split(self, block: int) -> None:
        whole = self._blocks[block]
        halves = [whole[:_BLOCK], whole[_BLOCK:]]
        self._blocks[block : block + 1] = halves
        self._sums[block : block + 1] = [sum(half) for half in halves]
