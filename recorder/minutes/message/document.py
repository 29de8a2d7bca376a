"""The message: lines of text whose titles are bold where the application takes asterisks.

What needs paper is left out: contents, signatures, the places of pages, dotted lines. A table
becomes a line for each row, its first texts first, empty cells left out. Footnotes would stand
far below in a chat, and nobody scrolls there and back.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from recorder.language.direction import Direction, clean
from recorder.minutes.labels import heading_text, separator
from recorder.minutes.message.texts import in_lines
from recorder.minutes.model import (
    Block,
    Cards,
    Contents,
    Facing,
    Heading,
    KeyValues,
    Minutes,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Picture,
    SignatureBlock,
    Table,
)
from recorder.minutes.stream import write_text_file


class Bold(StrEnum):
    """What an application puts around bold words; the value is the sign itself."""

    WHATSAPP = "*"
    TELEGRAM = "**"
    NONE = ""


_BULLETS = {ParagraphKind.ITEM: "• ", ParagraphKind.SUBITEM: "– "}


def write_message(minutes: Minutes, path: Path, bold: Bold = Bold.WHATSAPP) -> Path:
    """Write the message as a file of text in UTF-8.

    Raises:
        ExportError: the file cannot be written; what was there before is whole.
    """
    return write_text_file(message(minutes, bold), path)


def message(minutes: Minutes, bold: Bold = Bold.WHATSAPP) -> Iterator[str]:
    """The message, in pieces of any size; joined they are ready for the clipboard."""
    base = minutes.direction
    for text in (minutes.title, minutes.subject):
        yield from _title(text, base, bold)
    known = [each for each in (minutes.reference, minutes.state) if each.strip()]
    if known:
        yield f"{in_lines(' · '.join(known), base)}\n"
    for block in minutes:
        yield from _block(block, base, bold)


def _block(block: Block, base: Direction, bold: Bold) -> Iterator[str]:
    match block:
        case Heading():
            yield "\n"
            yield from _title(heading_text(block), base, bold)
        case Paragraph():
            yield _paragraph(block, base)
        case KeyValues():
            yield from (_pair(name, value, base) for name, value in block.rows)
        case Table():
            yield from (_row(row, base) for row in block.rows)
        case Facing():
            yield from (_paragraph(each, base) for each in (*block.arabic, *block.english))
        case Cards():
            yield from (_paragraph(each, base) for card in block.cards for each in card)
        case SignatureBlock() | PageBreak() | Picture() | Contents():
            pass  # for paper
        case _:
            assert_never(block)


def _title(text: str, base: Direction, bold: Bold) -> Iterator[str]:
    """A title on one line; asterisks of its own would end what is bold."""
    said = " ".join(clean(text.replace("*", " ") if bold else text).split())
    if said:
        yield f"{in_lines(said, base, bold.value)}\n"


def _pair(name: str, value: str, base: Direction) -> str:
    """A name and what it stands for, on one line; nothing where that is not known."""
    said = " ".join(value.split())
    return f"{in_lines(f'{name}: {said}', base)}\n" if said else ""


def _paragraph(block: Paragraph, base: Direction) -> str:
    text = "".join(span.text for span in block.spans)
    if not text.strip():
        return ""
    label = f"{block.label}{separator(block.label)}"
    before = label or _BULLETS.get(block.kind, "")
    indent = "   " if block.kind is ParagraphKind.SUBITEM else ""
    return f"{indent}{in_lines(before + text, block.direction or base)}\n"


def _row(row: Sequence[str], base: Direction) -> str:
    """A row as a line: its number, what it says, then the rest."""
    cells = [" ".join(each.split()) for each in row]
    said = [each for each in cells if each]
    if not said:
        return ""
    sign = f"{said.pop(0)}. " if said[0].isdigit() and len(said) > 1 else "• "
    return f"{in_lines(sign + ' — '.join(said), base)}\n"
