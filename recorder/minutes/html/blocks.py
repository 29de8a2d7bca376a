"""The blocks of the minutes as elements of HTML, each total over what it may hold."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from recorder.language.direction import Direction
from recorder.minutes.anchors import Anchors
from recorder.minutes.html.figures import figure
from recorder.minutes.html.notes import Mark, Notes
from recorder.minutes.html.texts import attribute, direction_of, inline, spans
from recorder.minutes.labels import heading_text
from recorder.minutes.model import (
    Alignment,
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
    Signatory,
    SignatureBlock,
    Table,
)

_LABELLED = (ParagraphKind.ITEM, ParagraphKind.SUBITEM, ParagraphKind.CARD_HEAD)


def blocks(minutes: Minutes) -> Iterator[str]:
    """The body, piece by piece, its footnotes last."""
    base, starts_page, anchors = minutes.direction, False, Anchors()
    notes = Notes(base)
    for block in minutes:
        if isinstance(block, PageBreak):
            starts_page = True
            continue
        if starts_page:
            yield '<div class="page"></div>\n'
        starts_page = False
        if isinstance(block, Picture):
            yield figure(block, minutes.media, base)
        elif isinstance(block, Contents):
            anchors.promise(block)
            yield from _contents(block, base)
        elif isinstance(block, Heading):
            yield _heading(block, base, anchors.of(block), notes)
        else:
            yield from _block(block, base, notes)
    yield from notes.listed()


def _block(block: Block, base: Direction, notes: Notes) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _paragraph(block, base, notes)
        case KeyValues():
            yield from _key_values(block, base)
        case Table():
            yield from _table(block, base, notes)
        case SignatureBlock():
            yield _signatures(block, base)
        case Facing() | Cards():
            yield from _grouped(block, base, notes)
        case PageBreak() | Picture() | Contents() | Heading():
            pass  # the first is a property of the block that follows, the others stand elsewhere
        case _:
            assert_never(block)


def _heading(block: Heading, base: Direction, anchor: int, notes: Notes) -> str:
    level = min(max(block.level, 1), 3) + 1
    identity = f' id="s{anchor}"' if anchor else ""
    text = inline(heading_text(block), base) + notes.mark(block.note)
    return f"<h{level}{identity}>{text}</h{level}>\n"


def _contents(block: Contents, base: Direction) -> Iterator[str]:
    yield f'<nav class="contents">\n<h2>{inline(block.title, base)}</h2>\n'
    for number, each in enumerate(block.headings, start=1):
        said = inline(heading_text(each), base)
        yield f'<p class="level{min(each.level, 2)}"><a href="#s{number}">{said}</a></p>\n'
    yield "</nav>\n"


def _paragraph(block: Paragraph, base: Direction, notes: Notes) -> str:
    whole = "".join(span.text for span in block.spans)
    own = block.direction or (base if block.label else direction_of(whole, base))
    classes = f"{block.kind.value}{' keep' if block.keeps_next else ''}"
    text = spans(block.spans, own) + notes.mark(block.note)
    if block.kind in _LABELLED:
        label = f'<span class="label">{inline(block.label, base)}</span> ' if block.label else ""
        text = f'{label}<span class="text"{attribute(own, base)}>{text}</span>'
        own = base
    return f'<p class="{classes}"{attribute(own, base)}>{text}</p>\n'


def _grouped(block: Facing | Cards, base: Direction, notes: Notes) -> Iterator[str]:
    if isinstance(block, Facing):
        yield from _facing(block, base, notes)
        return
    for card in block.cards:
        said = "".join(_paragraph(each, base, notes) for each in card)
        yield f'<div class="card">\n{said}</div>\n'


def _facing(block: Facing, base: Direction, notes: Notes) -> Iterator[str]:
    """Both languages beside one another, Arabic at the right."""
    yield '<div class="facing" dir="rtl">\n'
    for language, own, side in (("ar", "rtl", block.arabic), ("en", "ltr", block.english)):
        yield f'<div lang="{language}" dir="{own}">'
        yield from (_paragraph(each, base, notes) for each in side)
        yield "</div>\n"
    yield "</div>\n"


def _key_values(block: KeyValues, base: Direction) -> Iterator[str]:
    if not block.rows:
        return
    yield '<table class="values"><tbody>\n'
    for name, value in block.rows:
        yield f'<tr><th scope="row">{inline(name, base)}</th>{_cell(value, base)}</tr>\n'
    yield "</tbody></table>\n"


def _table(block: Table, base: Direction, notes: Notes) -> Iterator[str]:
    if not block.columns:
        return
    whole = sum(column.width for column in block.columns) or 1
    aligned = [column.alignment for column in block.columns]
    yield "<table><colgroup>"
    for column in block.columns:
        yield f'<col style="width:{100 * column.width / whole:.1f}%">'
    yield "</colgroup>\n<thead><tr>"
    for column in block.columns:
        centred = _centred(column.alignment)
        yield f'<th scope="col"{centred}>{inline(column.title, base)}</th>'
    yield "</tr></thead>\n<tbody>\n"
    for number, row in enumerate(block.rows):
        yield _row(row, aligned, base, notes.marked(block.noted(number, row)))
    yield "</tbody></table>\n"


def _row(
    row: Sequence[str], aligned: Sequence[Alignment], base: Direction, marks: dict[int, Mark]
) -> str:
    cells = (
        _cell(text, base, alignment, marks.get(place))
        for place, (text, alignment) in enumerate(zip(row, aligned, strict=True))
    )
    return f"<tr>{''.join(cells)}</tr>\n"


def _cell(
    text: str,
    base: Direction,
    alignment: Alignment = Alignment.START,
    mark: Mark | None = None,
) -> str:
    """As in Word, only Arabic goes against its table: a Latin name stands with its column."""
    own = direction_of(text, base) if base == "ltr" else base
    said = inline(text, own) if mark is None else mark.put(text, own)
    return f"<td{_centred(alignment)}{attribute(own, base)}>{said}</td>"


def _centred(alignment: Alignment) -> str:
    return ' class="centre"' if alignment is Alignment.CENTRE else ""


def _signatures(block: SignatureBlock, base: Direction) -> str:
    if not block.signatories:
        return ""
    people = "".join(_signatory(each, block.labels, base) for each in block.signatories)
    return f'<div class="signatures">\n{people}</div>\n'


def _signatory(person: Signatory, labels: Sequence[str], base: Direction) -> str:
    lines = "".join(f'<div class="line">{inline(f"{each}:", base)}</div>' for each in labels)
    return (
        f'<div><div class="capacity">{inline(person.capacity, base)}</div>'
        f'<div class="person"><strong>{inline(person.name, base)}</strong></div>'
        f'<div class="role">{inline(person.role, base)}</div>{lines}</div>\n'
    )
