"""Where the sheets of a document lie under each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Spot:
    """A place of reading that another size or another edition has too.

    Attributes:
        number: the sheet, the first is 0.
        share: how far down its height; below 0 in the gap above it.
    """

    number: int = 0
    share: float = 0.0


@dataclass(frozen=True)
class Sheets:
    """The rectangles of all sheets, in pixels from the top of the first gap, and their height."""

    places: tuple[QRect, ...] = ()
    height: int = 0

    def between(self, top: int, bottom: int) -> range:
        """The sheets of which something lies between two heights."""
        first = bisect_right(self.places, top, key=lambda each: each.y() + each.height())
        return range(first, bisect_left(self.places, bottom, key=QRect.y))

    def at(self, height: int) -> int:
        """The sheet at a height, or the next one below it; the last where there is none."""
        below = bisect_right(self.places, height, key=lambda each: each.y() + each.height())
        return max(0, min(below, len(self.places) - 1))

    def spot(self, height: int) -> Spot:
        """The place of reading at a height."""
        if not self.places:
            return Spot()
        number = self.at(height)
        place = self.places[number]
        return Spot(number, (height - place.y()) / place.height())

    def height_of(self, spot: Spot) -> int:
        """Where a place of reading is here; the end where there is no such sheet any more."""
        if spot.number >= len(self.places):
            return self.height
        place = self.places[spot.number]
        return round(place.y() + spot.share * place.height())


def lay_sheets(
    sizes: Sequence[tuple[float, float]], width: int, gap: int, largest: float
) -> Sheets:
    """Lay sheets in the middle of a width, the widest from gap to gap.

    Args:
        sizes: their widths and heights in points.
        width: of the room, in pixels.
        gap: around and between them.
        largest: the most pixels that a point may take.
    """
    if not sizes:
        return Sheets()
    room = max(width - 2 * gap, 1)
    scale = min(room / max(wide for wide, _high in sizes), largest)
    places, top = [], gap
    for wide, high in sizes:
        place = QRect(0, top, max(round(wide * scale), 1), max(round(high * scale), 1))
        place.moveLeft((width - place.width()) // 2)
        places.append(place)
        top += place.height() + gap
    return Sheets(tuple(places), top)
