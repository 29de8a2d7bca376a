"""Bookmarks that let a recommendation be found again when the document comes back.

Word and LibreOffice keep bookmarks when they save. One is around the wording, and one stands in
the first cell of its row, since who types a whole cell anew types the first one away. A name has
at most 40 characters; it holds no text and no identifier, only what stands for them.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from recorder.domain.returned import fingerprint
from recorder.minutes.model import Table

WORDING, ROW = "mahdar", "mahrow"
_FIRST = 7_000_000  # a letterhead counts its own bookmarks from 0
NAME = re.compile(rf"({WORDING}|{ROW})_([0-9a-f]{{16}})_([0-9a-f]{{16}})")


class RowMarks(NamedTuple):
    """The bookmarks of one row: in its first cell, and around the wording of another.

    Attributes:
        place: the cell that begins with the wording.
        length: how long the wording is, in characters.
        row: the bookmark of the first cell.
        around: the start and the end of the other.
    """

    place: int
    length: int
    row: str
    around: tuple[str, str]


class Marks:
    """The bookmarks of one document; none twice, for a name stands for one place."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def of_row(self, block: Table, number: int, row: Sequence[str]) -> RowMarks | None:
        """The bookmarks of a row of a table; None where it has no wording to be found again."""
        origin = block.origins[number] if number < len(block.origins) else None
        wording = block.wordings[number] if number < len(block.wordings) else ""
        cells = (place for place, text in enumerate(row) if wording and text.startswith(wording))
        place = next(cells, None)
        identity = fingerprint(origin.row_id) if origin else ""
        if place is None or not identity or identity in self._seen:
            return None
        self._seen.add(identity)
        before = fingerprint(wording)
        names = [f"{kind}_{identity}_{before}" for kind in (ROW, WORDING)]
        (row_start, row_end), around = (
            (
                f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>',
                f'<w:bookmarkEnd w:id="{number}"/>',
            )
            for number, name in enumerate(names, start=_FIRST + 2 * len(self._seen))
        )
        return RowMarks(place, len(wording), row_start + row_end, around)
