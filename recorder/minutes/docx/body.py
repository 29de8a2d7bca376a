"""The blocks of the minutes as WordprocessingML, one piece of text after the other.

Strings, not trees: 500 people, 2,000 notes and 500 recommendations take a twentieth of the time
that idiomatic python-docx needs, and any size takes the same memory.
"""

from collections.abc import Iterator
from functools import singledispatch
from itertools import pairwise

from recorder.language.direction import Direction
from recorder.minutes.docx.styles import TEXT_WIDTH
from recorder.minutes.docx.text import plain, spans_xml
from recorder.minutes.model import (
    Alignment,
    Block,
    Column,
    Heading,
    KeyValues,
    Letterhead,
    Minutes,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Signatory,
    SignatureBlock,
    Span,
    Table,
)

_STYLES = {
    ParagraphKind.BODY: "MinutesBody",
    ParagraphKind.LEAD: "MinutesLead",
    ParagraphKind.NOTE: "MinutesNote",
    ParagraphKind.QUOTE: "MinutesQuote",
    ParagraphKind.ITEM: "MinutesItem",
    ParagraphKind.SUBITEM: "MinutesSubitem",
    ParagraphKind.REMARK: "MinutesRemark",
    ParagraphKind.CREDIT: "MinutesCredit",
}
_CELLS = {Alignment.START: "MinutesCell", Alignment.CENTRE: "MinutesCellCentre"}
_KEY_WIDTH = 2600
_GAP = "MinutesGap"
_MOST_SIGNATORIES = 3


def body_xml(minutes: Minutes) -> Iterator[str]:
    """The inside of w:body up to its section properties."""
    base = minutes.direction
    yield paragraph("Title", minutes.title, base)
    if minutes.reference:
        yield paragraph("MinutesReference", minutes.reference, base)
    if minutes.subject:
        yield paragraph("Subtitle", minutes.subject, base)
    if minutes.state:
        yield paragraph("MinutesState", minutes.state, base)
    for block in minutes:
        yield from block_xml(block, base)


@singledispatch
def block_xml(block: Block, base: Direction) -> Iterator[str]:  # noqa: ARG001 - by type
    """One block of the minutes."""
    raise TypeError(type(block).__name__)


@block_xml.register
def _heading(block: Heading, base: Direction) -> Iterator[str]:
    level = min(max(block.level, 1), 3)
    joint = " " if block.label.endswith((".", ")")) else ": "
    label = f"{block.label}{joint}" if block.label else ""
    yield paragraph(f"Heading{level}", label + block.text, base)


@block_xml.register
def _paragraph(block: Paragraph, base: Direction) -> Iterator[str]:
    spans = (Span(f"{block.label}\t"), *block.spans) if block.label else block.spans
    own = block.direction or base
    extra = "<w:keepNext/>" if block.keeps_next else ""
    yield _open(_STYLES[block.kind], own, base, extra) + spans_xml(spans, own) + "</w:p>"


@block_xml.register
def _key_values(block: KeyValues, base: Direction) -> Iterator[str]:
    widths = (_KEY_WIDTH, TEXT_WIDTH - _KEY_WIDTH)
    yield _open_table("MinutesData", widths, base)
    for key, value in block.rows:
        cells = _cell(widths[0], paragraph("MinutesKey", key, base)) + _cell(
            widths[1], paragraph("MinutesValue", value, base)
        )
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
    yield f"</w:tbl>{paragraph(_GAP, '', base)}"


@block_xml.register
def _table(block: Table, base: Direction) -> Iterator[str]:
    widths = column_widths(block.columns)
    yield _open_table("MinutesTable", widths, base, has_head=True)
    heads = [
        _cell(width, paragraph("MinutesCellHead", column.title, base))
        for width, column in zip(widths, block.columns, strict=True)
    ]
    yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(heads)}</w:tr>"
    opened = [
        _open_cell(width) + _open(_CELLS[column.alignment], base, base)
        for width, column in zip(widths, block.columns, strict=True)
    ]
    for row in block.rows:
        cells = [
            f"{start}{plain(text, base)}</w:p></w:tc>"
            for start, text in zip(opened, row, strict=True)
        ]
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"
    yield f"</w:tbl>{paragraph(_GAP, '', base)}"


@block_xml.register
def _signatures(block: SignatureBlock, base: Direction) -> Iterator[str]:
    for start in range(0, len(block.signatories), _MOST_SIGNATORIES):
        row = block.signatories[start : start + _MOST_SIGNATORIES]
        widths = _shared(TEXT_WIDTH, [1] * len(row))
        cells = "".join(
            _cell(width, _signatory(each, block.labels, base))
            for width, each in zip(widths, row, strict=True)
        )
        yield _open_table("MinutesSignatures", widths, base)
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
        yield paragraph(_GAP, "", base)


@block_xml.register
def _page_break(block: PageBreak, base: Direction) -> Iterator[str]:  # noqa: ARG001 - by type
    yield f'{_open(_GAP, base, base)}<w:r><w:br w:type="page"/></w:r></w:p>'


def _signatory(each: Signatory, labels: tuple[str, ...], base: Direction) -> str:
    lines = [paragraph("MinutesSignatory", each.capacity, base)]
    lines += [
        paragraph("MinutesSignatoryName", text, base) for text in (each.name, each.role) if text
    ]
    lines += [paragraph("MinutesSignatureLine", f"{label}:\t", base) for label in labels]
    return "".join(lines)


def letterhead_xml(letterhead: Letterhead, base: Direction) -> str:
    """The head of the first page: its hosts side by side, the first where reading begins."""
    if not letterhead.hosts:
        return paragraph(_GAP, "", base)
    widths = _shared(TEXT_WIDTH, [1] * len(letterhead.hosts))
    cells = []
    for width, host in zip(widths, letterhead.hosts, strict=True):
        lines = paragraph("MinutesHost", host.name, base)
        lines += "".join(
            paragraph("MinutesHostRole", text, base) for text in (host.acronym, host.role) if text
        )
        cells.append(_cell(width, lines))
    row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"
    table = f"{_open_table('MinutesLetterhead', widths, base)}{row}</w:tbl>"
    return table + paragraph(_GAP, "", base)


def paragraph(style: str, text: str, base: Direction) -> str:
    """A paragraph of one text in the direction of the document."""
    return f"{_open(style, base, base)}{plain(text, base)}</w:p>"


def column_widths(columns: tuple[Column, ...]) -> list[int]:
    """The widths of a table's columns, which together are exactly the width of the text."""
    return _shared(TEXT_WIDTH, [each.width for each in columns])


def _shared(total: int, weights: list[int]) -> list[int]:
    whole = sum(weights)
    edges = [0]
    for weight in weights:
        edges.append(edges[-1] + weight)
    return [total * end // whole - total * start // whole for start, end in pairwise(edges)]


def _open(style: str, own: Direction, base: Direction, keep: str = "") -> str:
    """A paragraph up to its runs; Word marks its end with a run of its own."""
    turned = "" if own == base else ("<w:bidi/>" if own == "rtl" else '<w:bidi w:val="0"/>')
    mark = "<w:rPr><w:rtl/></w:rPr>" if own == "rtl" else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{turned}{mark}</w:pPr>'


def _open_table(
    style: str, widths: tuple[int, ...] | list[int], base: Direction, *, has_head: bool = False
) -> str:
    # Word ignores bidiVisual in a table style, so each table has its own.
    mirrored = "<w:bidiVisual/>" if base == "rtl" else ""
    look = (
        f'<w:tblLook w:val="{"0620" if has_head else "0600"}" w:firstRow="{int(has_head)}"'
        ' w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{mirrored}'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{look}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _open_cell(width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'


def _cell(width: int, content: str) -> str:
    return f"{_open_cell(width)}{content}</w:tc>"
