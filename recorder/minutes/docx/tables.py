"""Tables as wide as the text, in fixed columns whose first stands where reading begins.

Full width on purpose: programs differ on which side a narrower table stands in bidi (measured).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recorder.language.direction import Direction, paragraph_direction
from recorder.minutes.docx.columns import column_widths
from recorder.minutes.docx.inserts import Inserts
from recorder.minutes.docx.marks import TextMarks
from recorder.minutes.docx.page import shares
from recorder.minutes.docx.paragraphs import (
    cell_text,
    cell_worded,
    direction_of,
    leader_line,
    line,
    paragraph,
    parts_worded,
)
from recorder.minutes.docx.table_styles import BARE, ROWS, VALUES
from recorder.minutes.model import (
    Alignment,
    Facing,
    KeyValues,
    Noted,
    Paragraph,
    Signatory,
    SignatureBlock,
    Table,
)

_NAME_SHARE, _VALUE_SHARE = 24, 76
_SIDES = [55, 45]  # what was said stands in Arabic as a rule
_MOST_SIGNATORIES = 3  # beside one another
TALL = 1_500
"""Characters of a column, about half a page: what is longer may go on on the next page."""

ROW, ROW_END = "<w:tr><w:trPr><w:cantSplit/></w:trPr>", "</w:tr>"
_PEN_ROW = (
    '<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="567" w:hRule="atLeast"/></w:trPr>'  # 1 cm
)
TABLE_END = "</w:tbl>"


def table_start(
    style: str, widths: Sequence[int], base: Direction, *, header: bool = False, names: bool = False
) -> str:
    """The start of a table up to its rows: direction, width, layout and grid."""
    look = (
        f'<w:tblLook w:val="{0x400 | 0x20 * header | 0x80 * names | 0x200 * (not header):04X}"'
        f' w:firstRow="{header:d}" w:lastRow="0" w:firstColumn="{names:d}" w:lastColumn="0"'
        f' w:noHBand="{not header:d}" w:noVBand="1"/>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
        f"{'<w:bidiVisual/>' if base == 'rtl' else ''}"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{look}'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )


def cell_start(width: int) -> str:
    """The start of a cell up to its paragraphs."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'


def cell(width: int, paragraphs: str) -> str:
    """A cell of paragraphs."""
    return f"{cell_start(width)}{paragraphs}</w:tc>"


def table(
    block: Table, base: Direction, width: int, inserts: Inserts, *, parts: bool = False
) -> Iterator[str]:
    """A table of rows, each piece ready to be written: the rows are never held together.

    `parts`: each line of a cell is a paragraph of its own direction.
    """
    widths = column_widths(block, width)
    yield table_start(ROWS, widths, base, header=True)
    yield "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    for column, share in zip(block.columns, widths, strict=True):
        style = _aligned("MinutesColumn", column.alignment)
        title = cell_text(style, column.title, base, parts=True) if parts else ""
        yield cell(share, title or line(style, column.title, base))
    yield ROW_END
    cells = _Cells(
        [cell_start(share) for share in widths],
        [_aligned("MinutesCell", column.alignment) for column in block.columns],
        base,
        parts,
    )
    row_start = _PEN_ROW if block.is_for_pen else ROW
    for number, row in enumerate(block.rows):
        found = inserts.marks.of_row(block, number, row) if block.wordings else None
        if block.notes and (noted := block.noted(number, row)):
            own = paragraph_direction(row[noted.place][: noted.length], base)
            found = _with_mark(found, noted, inserts.footnotes.mark(noted.note, own))
        filled = cells.plain(row) if found is None else cells.marked(row, *found)
        yield f"{row_start}{''.join(filled)}{ROW_END}"
    yield TABLE_END


class _Cells(NamedTuple):
    """How the cells of a table's rows are written."""

    starts: Sequence[str]
    styles: Sequence[str]
    base: Direction
    parts: bool

    def plain(self, row: Sequence[str]) -> list[str]:
        return [
            f"{start}{cell_text(style, text, self.base, parts=self.parts)}</w:tc>"
            for start, style, text in zip(self.starts, self.styles, row, strict=True)
        ]

    def marked(self, row: Sequence[str], place: int, marks: TextMarks) -> list[str]:
        """A row with the bookmarks of the wording in one of its cells."""
        cells = self.plain(row)
        write = parts_worded if self.parts else cell_worded
        worded = write(self.styles[place], row[place], self.base, marks)
        cells[place] = f"{self.starts[place]}{worded}</w:tc>"
        if place > 0:
            cells[0] = cells[0].replace("</w:pPr>", f"</w:pPr>{marks.place}", 1)
        return cells


def _with_mark(
    found: tuple[int, TextMarks] | None, noted: Noted, mark: str
) -> tuple[int, TextMarks]:
    """The bookmarks of a row, or none, with the mark of its note behind its wording."""
    if found is None:
        return noted.place, TextMarks(noted.length, "", ("", mark), ("", ""))
    place, marks = found
    start, end = marks.around
    return place, marks._replace(around=(start, f"{end}{mark}"))


def _side(block: Paragraph, base: Direction, inserts: Inserts) -> str:
    mark = inserts.footnotes.mark(block.note, direction_of(block, base))
    return paragraph(block, base, inserts.marks, mark=mark)


def facing(block: Facing, base: Direction, width: int, inserts: Inserts) -> str:
    """Arabic beside English: the first column of a right-to-left table is at the right."""
    widths = shares(_SIDES, width)
    sides = (block.arabic, block.english) if base == "rtl" else (block.english, block.arabic)
    cells = []
    for share, side in zip(widths, sides, strict=True):
        texts = "".join(_side(each, base, inserts) for each in side)
        cells.append(cell(share, texts or line("MinutesBody", "", base)))
    row = "<w:tr>" if any(map(_is_tall, sides)) else ROW
    return f"{table_start(BARE, widths, base)}{row}{''.join(cells)}{ROW_END}{TABLE_END}"


def _is_tall(side: Sequence[Paragraph]) -> bool:
    return sum(len(span.text) for each in side for span in each.spans) > TALL


def key_values(block: KeyValues, base: Direction, width: int, *, parts: bool = False) -> str:
    """The data block: names in the first column, what they stand for in the second."""
    name_width, value_width = widths = shares([_NAME_SHARE, _VALUE_SHARE], width)
    rows = [
        ROW
        + cell(name_width, _name(name, base, parts=parts))
        + cell(value_width, cell_text("MinutesValue", value, base, parts=parts))
        + ROW_END
        for name, value in block.rows
    ]
    return f"{table_start(VALUES, widths, base, names=True)}{''.join(rows)}{TABLE_END}"


def _name(text: str, base: Direction, *, parts: bool) -> str:
    if parts:
        return cell_text("MinutesName", text, base, parts=True)
    return line("MinutesName", text, base)


def signatures(block: SignatureBlock, base: Direction, width: int) -> str:
    """Room to sign, up to three beside one another; all rows stay on one page."""
    columns = _columns(len(block.signatories))
    widths = shares([1] * columns, width)
    groups = [
        block.signatories[first : first + columns]
        for first in range(0, len(block.signatories), columns)
    ]
    rows = []
    for group in groups:
        stays = group is not groups[-1]
        rows.append(_signature_row(group, widths, block.labels, base, stays=stays))
    return f"{table_start(BARE, widths, base)}{''.join(rows)}{TABLE_END}"


def _columns(count: int) -> int:
    if count <= _MOST_SIGNATORIES:
        return max(count, 2)
    return 2 if count == 2 + 2 else _MOST_SIGNATORIES


def _signature_row(
    group: Sequence[Signatory],
    widths: Sequence[int],
    labels: Sequence[str],
    base: Direction,
    *,
    stays: bool,
) -> str:
    has_names = any(each.name for each in group)
    has_roles = any(each.role for each in group)
    cells = []
    for place, width in enumerate(widths):
        parts = [line("MinutesSignatory", "", base, keeps_next=stays)]
        if place < len(group):
            parts = _person(group[place], base, has_names=has_names, has_roles=has_roles)
            parts += _dotted(labels, base, stays=stays)
        cells.append(cell(width, "".join(parts)))
    return f"{ROW}{''.join(cells)}{ROW_END}"


def _person(
    signatory: Signatory, base: Direction, *, has_names: bool, has_roles: bool
) -> list[str]:
    """The lines above the dotted ones, as many as in the neighbouring cells."""
    parts = [line("MinutesCapacity", signatory.capacity, base, keeps_next=True)]
    if has_names:
        parts.append(line("MinutesSignatory", signatory.name, base, keeps_next=True))
    if has_roles:
        parts.append(line("MinutesSignatoryRole", signatory.role, base, keeps_next=True))
    return parts


def _dotted(labels: Sequence[str], base: Direction, *, stays: bool) -> list[str]:
    return [
        leader_line(
            "MinutesSignatureLine", label, base, keeps_next=stays or place < len(labels) - 1
        )
        for place, label in enumerate(labels)
    ]


def _aligned(style: str, alignment: Alignment) -> str:
    return f"{style}Centred" if alignment is Alignment.CENTRE else style
