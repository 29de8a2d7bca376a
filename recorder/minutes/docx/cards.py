"""Cards to be cut apart: rows of a table of which two fill a sheet and none is parted."""

from collections.abc import Iterator

from recorder.language.direction import Direction
from recorder.minutes.docx.marks import Marks
from recorder.minutes.docx.page import TEXT_HEIGHT
from recorder.minutes.docx.paragraphs import paragraph
from recorder.minutes.docx.table_styles import CARDS
from recorder.minutes.docx.tables import ROW_END, TABLE_END, table_start
from recorder.minutes.model import Cards

_LAST = 400  # of the sheet, for the paragraph that follows a table
_HEIGHT = (TEXT_HEIGHT - _LAST) // 2
_ROW = f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{_HEIGHT}" w:hRule="atLeast"/></w:trPr>'


def cards(block: Cards, base: Direction, width: int, marks: Marks) -> Iterator[str]:
    """The cards; one that says more than half a sheet holds grows, and is not cut off."""
    yield table_start(CARDS, [width], base)
    for card in block.cards:
        said = "".join(paragraph(each, base, marks) for each in card)
        place = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        yield f"{_ROW}<w:tc>{place}{said}</w:tc>{ROW_END}"
    yield TABLE_END
