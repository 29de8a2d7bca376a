"""Bookmarks that let a recommendation be found again when the document comes back.

Word and LibreOffice keep bookmarks when they save. One is around the wording; one is around what
stands behind it in its cell or its line, since what is typed at the end of a bookmark falls out of
it; and one stands in the first cell of the row or before the number of the line, since who types
a text anew types the first one away. A name has at most 40 characters; it holds no text and no
identifier, only what stands for them to whoever has the archive.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from recorder.domain.returned import fingerprint
from recorder.language.direction import clean
from recorder.minutes.model import Origin, Paragraph, Table

WORDING, REST, ROW, LINE = "mahdar", "mahend", "mahrow", "mahpar"
FIRST = 7_000_000
"""The number of our first bookmark: a letterhead counts its own from 0."""

_EACH = 3  # of one recommendation
NAME = re.compile(rf"({WORDING}|{REST}|{ROW}|{LINE})_([0-9a-f]{{16}})_([0-9a-f]{{16}})")

Ends = tuple[str, str]


class TextMarks(NamedTuple):
    """The bookmarks of one wording.

    Attributes:
        length: how long the wording is, in characters.
        place: the bookmark that stands for its row or its line.
        around: the start and the end of the one around the wording.
        rest: those of the one around what follows; "" where nothing does.
    """

    length: int
    place: str
    around: Ends
    rest: Ends


class Marks:
    """The bookmarks of one document; none twice, for a name stands for one place.

    Attributes:
        roll: the fingerprints of the recommendations that are in it, and of their wordings.
    """

    def __init__(self) -> None:
        self.roll: dict[str, str] = {}

    def of_row(self, block: Table, number: int, row: Sequence[str]) -> tuple[int, TextMarks] | None:
        """The cell of a row that holds a wording to be found again, and its bookmarks."""
        origin = block.origins[number] if number < len(block.origins) else None
        wording, place = block.worded(number, row)
        marks = None if place is None else self._marks(ROW, origin, wording, row[place])
        return None if place is None or marks is None else (place, marks)

    def of_paragraph(self, block: Paragraph) -> TextMarks | None:
        """The bookmarks of a line; None where it has no wording to be found again."""
        if not block.wording:
            return None
        text = "".join(span.text for span in block.spans)
        return self._marks(LINE, block.origin, block.wording, text)

    def _marks(self, kind: str, origin: Origin | None, wording: str, text: str) -> TextMarks | None:
        secret = origin.row_id if origin else ""
        identity = fingerprint(secret) if secret else ""
        said, whole = clean(wording), clean(text)
        if not said or not identity or identity in self.roll or not whole.startswith(said):
            return None
        number = FIRST + _EACH * len(self.roll)
        before = self.roll[identity] = fingerprint(said, secret)
        rest = whole[len(said) :]
        behind = _bookmark(number + 2, REST, identity, fingerprint(rest, secret))
        return TextMarks(
            len(said),
            "".join(_bookmark(number, kind, identity, before)),
            _bookmark(number + 1, WORDING, identity, before),
            behind if rest.strip() else ("", ""),
        )


def _bookmark(number: int, kind: str, identity: str, said: str) -> Ends:
    name = f"{kind}_{identity}_{said}"
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>',
        f'<w:bookmarkEnd w:id="{number}"/>',
    )
