"""How wide the columns of a table are: in their proportion, yet no word is broken for want of room.

Word breaks a word, and a clock time or a number too, when its cell is narrower.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from recorder.minutes.docx.page import TEXT_WIDTH, shares
from recorder.minutes.docx.table_styles import SIDE
from recorder.minutes.model import Table

# Advances in twentieths of a point at the size of a cell, means of the faces that may be used.
_LETTER, _FIGURE, _BOLD = 96, 116, 1.4
_WIDEST = 1250  # longer words (addresses) are broken
_ABOVE = re.compile("[\u064b-\u0652\u0670]")  # vowel signs take no room
_FIRST, _LAST = 100, 30  # rows looked at


def column_widths(table: Table, width: int = TEXT_WIDTH) -> list[int]:
    """The widths of the columns, whose sum is the width, of the text if none is given."""
    wanted = [column.width for column in table.columns]
    titles = [_word_width(column.title) * _BOLD for column in table.columns]
    cells = [[_word_width(text) for text in row] for row in _sample(table.rows)]
    least = [int(min(max(each), _WIDEST)) + 2 * SIDE for each in zip(titles, *cells, strict=True)]
    return fitted(wanted, least, width)


def fitted(wanted: Sequence[int], least: Sequence[int], whole: int) -> list[int]:
    """Lengths in the wanted proportion, none under its least, whose sum is exactly the whole.

    Where the least alone are more than the whole, the lengths are in their proportion.
    """
    if sum(least) >= whole:
        return shares(least, whole)
    narrow: set[int] = set()
    while True:
        left = whole - sum(least[place] for place in narrow)
        total = sum(each for place, each in enumerate(wanted) if place not in narrow)
        found = {
            place
            for place, each in enumerate(wanted)
            if place not in narrow and each * left < least[place] * total
        }
        if not found:
            break
        narrow |= found
    free = [place for place in range(len(wanted)) if place not in narrow]
    widths = list(least)
    for place, width in zip(free, shares([wanted[each] for each in free], left), strict=True):
        widths[place] = width
    return widths


def _word_width(text: str) -> int:
    """The width of the longest word of a text, roughly."""
    word = max(text.split(), key=len, default="")
    figures = sum(map(str.isdigit, word))
    marks = len(_ABOVE.findall(word))
    return figures * _FIGURE + (len(word) - figures - marks) * _LETTER


def _sample(rows: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    """The first rows, and the last ones where they can be had: numbers grow."""
    yield from islice(rows, _FIRST)
    if isinstance(rows, Sequence):
        yield from rows[-_LAST:]
