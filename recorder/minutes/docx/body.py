"""The body of the document as a stream of XML, block by block."""

from collections.abc import Iterator
from typing import assert_never

from recorder.language.direction import Direction
from recorder.minutes.docx.page import TEXT_WIDTH
from recorder.minutes.docx.paragraphs import gap, heading, line, paragraph
from recorder.minutes.docx.tables import key_values, signatures, table
from recorder.minutes.model import (
    Heading,
    KeyValues,
    Minutes,
    PageBreak,
    Paragraph,
    SignatureBlock,
    Table,
)


def body(minutes: Minutes, width: int = TEXT_WIDTH) -> Iterator[str]:
    """The title and all blocks, in pieces of any size; tables are as wide as `width`."""
    yield from _title(minutes)
    base, starts_page = minutes.direction, False
    for block in minutes:
        if isinstance(block, PageBreak):
            starts_page = True
            continue
        yield from _block(block, base, width, starts_page=starts_page)
        starts_page = False


def _title(minutes: Minutes) -> Iterator[str]:
    base = minutes.direction
    for style, text in (
        ("Title", minutes.title),
        ("MinutesSubject", minutes.subject),
        ("MinutesReference", minutes.reference),
        ("MinutesState", minutes.state),
    ):
        if text.strip():
            yield line(style, text, base)
    yield gap(base)


def _block(
    block: Heading | Paragraph | KeyValues | Table | SignatureBlock,
    base: Direction,
    width: int,
    *,
    starts_page: bool,
) -> Iterator[str]:
    if isinstance(block, Heading):
        yield heading(block, base, starts_page=starts_page)
    elif isinstance(block, Paragraph):
        yield paragraph(block, base, starts_page=starts_page)
    else:
        if starts_page:
            yield gap(base, starts_page=True)
        yield from _tabular(block, base, width)


def _tabular(
    block: KeyValues | Table | SignatureBlock, base: Direction, width: int
) -> Iterator[str]:
    if isinstance(block, Table):
        if block.columns:
            yield from table(block, base, width)
            yield gap(base)
    elif isinstance(block, KeyValues):
        if block.rows:
            yield key_values(block, base, width) + gap(base)
    elif isinstance(block, SignatureBlock):
        if block.signatories:
            yield signatures(block, base, width) + gap(base)
    else:
        assert_never(block)
