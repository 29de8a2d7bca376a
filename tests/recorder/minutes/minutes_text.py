"""The minutes as plain text, for tests that read them and for people who check their words."""

from functools import singledispatch

from recorder.minutes.labels import caption_parts
from recorder.minutes.model import (
    Block,
    Cards,
    Contents,
    Facing,
    Heading,
    KeyValues,
    Minutes,
    Paragraph,
    Picture,
    SignatureBlock,
    Table,
    notes_of,
)


def text_of(minutes: Minutes) -> str:
    """Everything that a reader sees, a line for each paragraph, pair or table row."""
    head = [minutes.title, minutes.reference, minutes.subject, minutes.state]
    hosts = [
        " | ".join(part for part in (each.name, each.acronym, each.role) if part)
        for each in minutes.letterhead.hosts
    ]
    told = (line for block in minutes for line in (*lines_of(block), *_noted(block)))
    lines = [*hosts, *head, *told]
    return "\n".join(line for line in lines if line)


def _noted(block: Block) -> list[str]:
    return [f"[{each.number}] {line}" for each in notes_of(block) for line, _own in each.lines]


@singledispatch
def lines_of(block: object) -> list[str]:
    """The lines of one block; a page break has none."""
    return []


@lines_of.register
def _(block: Heading) -> list[str]:
    return ["", f"{'#' * block.level} {block.label} {block.text}".replace("  ", " ")]


@lines_of.register
def _(block: Contents) -> list[str]:
    entries = [("·" * each.level, each.label, each.text) for each in block.headings]
    return ["", block.title, *(" ".join(filter(None, each)) for each in entries)]


@lines_of.register
def _(block: Paragraph) -> list[str]:
    text = "".join(span.text for span in block.spans)
    return [f"{block.label} {text}" if block.label else text]


@lines_of.register
def _(block: KeyValues) -> list[str]:
    return [f"{key}: {value}" for key, value in block.rows]


@lines_of.register
def _(block: Table) -> list[str]:
    rows = [[column.title for column in block.columns], *block.rows]
    return [" | ".join(cell.replace("\n", " / ") for cell in row) for row in rows]


@lines_of.register
def _(block: Facing) -> list[str]:
    return [line for each in (*block.arabic, *block.english) for line in lines_of(each)]


@lines_of.register
def _(block: Cards) -> list[str]:
    return [line for card in block.cards for line in ("", *map(_of_a_card, card))]


def _of_a_card(paragraph: Paragraph) -> str:
    return " ".join(lines_of(paragraph))


@lines_of.register
def _(block: Picture) -> list[str]:
    return [each for each in ("".join(caption_parts(block)), block.credit) if each]


@lines_of.register
def _(block: SignatureBlock) -> list[str]:
    return [
        " | ".join(part for part in (each.capacity, each.name, each.role, *block.labels) if part)
        for each in block.signatories
    ]
