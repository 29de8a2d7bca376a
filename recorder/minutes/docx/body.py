"""The body of the document as a stream of XML, block by block."""

from collections.abc import Iterator
from typing import assert_never

from recorder.minutes.docx.cards import cards
from recorder.minutes.docx.footnotes import Footnotes
from recorder.minutes.docx.inserts import Inserts
from recorder.minutes.docx.page import TEXT_WIDTH
from recorder.minutes.docx.paragraphs import direction_of, gap, heading, line, paragraph
from recorder.minutes.docx.pictures import Pictures
from recorder.minutes.docx.tables import facing, key_values, signatures, table
from recorder.minutes.model import (
    Cards,
    Contents,
    Facing,
    Heading,
    KeyValues,
    Minutes,
    PageBreak,
    Paragraph,
    Picture,
    SignatureBlock,
    Table,
)

_SHORT = 70  # characters of a title that stand on one line of a wide sheet


def body(
    minutes: Minutes, width: int = TEXT_WIDTH, inserts: Inserts | None = None
) -> Iterator[str]:
    """The title and all blocks, in pieces of any size; tables are as wide as `width`.

    `inserts` get to know what stands in it, for the parts that are written after it.
    """
    if minutes.is_headed:
        yield from _title(minutes)
    inserts = inserts or Inserts(Pictures(minutes), Footnotes(minutes))
    base, starts_page = minutes.direction, False
    for block in minutes:
        if isinstance(block, PageBreak):
            starts_page = True
            continue
        if isinstance(block, Heading):
            around = inserts.bookmarks.around(block)
            mark = inserts.footnotes.mark(block.note)
            yield heading(block, base, starts_page=starts_page, around=around, mark=mark)
        elif isinstance(block, Paragraph):
            note = block.note
            mark = inserts.footnotes.mark(note, direction_of(block, base)) if note else ""
            yield paragraph(block, base, inserts.marks, starts_page=starts_page, mark=mark)
        else:
            if starts_page:
                yield gap(base, starts_page=True)
            yield from _tabular(minutes, block, width, inserts)
        starts_page = False


def _title(minutes: Minutes) -> Iterator[str]:
    base = minutes.direction
    for style, text in (
        ("Title", minutes.title),
        ("MinutesSubject", minutes.subject),
        ("MinutesReference", minutes.reference),
        ("MinutesState", minutes.state),
    ):
        for each in _languages(text, minutes):
            if each.strip():
                yield line(style, each, base)
    yield gap(base)


def _languages(text: str, minutes: Minutes) -> list[str]:
    """Each language on a line of its own; on one where both are short and the sheet is low."""
    if not minutes.is_bilingual:
        return [text]
    on_one_line = text.replace("\n", " – ")
    has_room = minutes.is_landscape and len(on_one_line) <= _SHORT
    return [on_one_line] if has_room else text.split("\n")


def _tabular(
    minutes: Minutes,
    block: Contents | Table | KeyValues | SignatureBlock | Facing | Cards | Picture,
    width: int,
    inserts: Inserts,
) -> Iterator[str]:
    """What is no paragraph: an empty one follows tables, lest Word join two of them."""
    if isinstance(block, Contents):
        yield from inserts.bookmarks.contents(block, minutes.direction)
    elif isinstance(block, Picture):
        yield inserts.pictures.drawn(block, width)
    elif _says_something(block):
        yield from _table(minutes, block, width, inserts)
        yield gap(minutes.direction)


def _says_something(block: Table | KeyValues | SignatureBlock | Facing | Cards) -> bool:
    match block:
        case Table():
            return bool(block.columns)
        case KeyValues():
            return bool(block.rows)
        case SignatureBlock():
            return bool(block.signatories)
        case Facing():
            return bool(block.arabic or block.english)
        case Cards():
            return bool(block.cards)
        case _:
            assert_never(block)


def _table(
    minutes: Minutes,
    block: Table | KeyValues | SignatureBlock | Facing | Cards,
    width: int,
    inserts: Inserts,
) -> Iterator[str]:
    base, parts = minutes.direction, minutes.is_bilingual
    match block:
        case Table():
            yield from table(block, base, width, inserts, parts=parts)
        case KeyValues():
            yield key_values(block, base, width, parts=parts)
        case SignatureBlock():
            yield signatures(block, base, width)
        case Facing():
            yield facing(block, base, width, inserts)
        case Cards():
            yield from cards(block, base, width, inserts.marks)
        case _:
            assert_never(block)
