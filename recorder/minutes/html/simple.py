"""The minutes in the few elements that a view of rich text knows, for a look before they go out.

An approximation: the text, its order, its directions and its tables are those of every other
form; pages, faces and rules are not. A long document is cut, since nobody looks through it here.
"""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence

from recorder.language.direction import Direction
from recorder.minutes.docx.look import ACCENT, CAUTION, HEAD_TINT, INK, LINE, QUIET, TINT
from recorder.minutes.html.texts import direction_of, inline
from recorder.minutes.labels import caption_parts, heading_text
from recorder.minutes.model import (
    Alignment,
    Block,
    Cards,
    Contents,
    Emphasis,
    Facing,
    Footnote,
    Heading,
    KeyValues,
    Minutes,
    Noted,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Picture,
    SignatureBlock,
    Span,
    Table,
    notes_of,
)

LONGEST = 150_000
"""So many characters of a document are shown, some forty pages; pictures count as a sentence.

Whoever shows it lays it out at once while keys wait, and cells take longer than their letters."""

_PICTURE, _OF_A_PICTURE = '<img src="data:', 200  # typed, it would not stand there so
_CELL, _OF_A_CELL = "<td", 150  # characters beside its own
_WIDEST_PICTURE, _WIDEST_LOGO = 420, 110  # pixels
_LISTS = {ParagraphKind.ITEM: 0, ParagraphKind.SUBITEM: 1}
_QUIET = {ParagraphKind.REMARK, ParagraphKind.CREDIT}
_OF_A_CARD = {
    ParagraphKind.CARD_HEAD: f"; font-size:x-large; color:#{ACCENT}",
    ParagraphKind.CARD_TITLE: "; font-size:xx-large; font-weight:600",
    ParagraphKind.CARD_LINE: "; font-size:large",
}
_SMALL = f"font-size:small; color:#{QUIET}; margin-top:0px; margin-bottom:2px"
_SIZES = {1: "large", 2: "medium", 3: "medium"}
_NotedBy = Callable[[int, Sequence[str]], Noted | None]


def _never(_number: int, _row: Sequence[str]) -> None:
    """No row has a note."""


def simple_html(minutes: Minutes) -> tuple[str, bool]:
    """The document, and whether all of it is there. Nothing in it leads anywhere."""
    pieces, length = [], 0
    for each in _document(minutes):
        pieces.append(each)
        length += _OF_A_PICTURE if _PICTURE in each else len(each)
        length += _OF_A_CELL * each.count(_CELL)
        if length > LONGEST:
            break
    is_whole = length <= LONGEST
    return "".join([f'<html><body style="color:#{INK}">', *pieces, "</body></html>"]), is_whole


def _document(minutes: Minutes) -> Iterator[str]:
    base = minutes.direction
    yield _letterhead(minutes)
    if minutes.is_headed:
        yield _line(minutes.title, base, f"font-size:x-large; font-weight:600; color:#{ACCENT}")
        yield _line(minutes.subject, base, "font-size:large; font-weight:600")
    yield _line(minutes.reference, base, f"color:#{QUIET}")
    yield _line(minutes.state, base, f"color:#{CAUTION}; font-weight:600")
    notes: list[Footnote] = []
    for block in minutes:
        yield from _block(block, minutes)
        notes += notes_of(block)
    yield from _listed(notes, base)


def _listed(notes: Sequence[Footnote], base: Direction) -> Iterator[str]:
    if notes:
        yield "<hr>"
    for note in notes:
        mark = _mark(note)
        for text, own in note.lines:
            side = own or direction_of(text, base)
            said = f"{mark} {_inline(text, side)}"
            yield f'<p{_side(side)} style="{_SMALL}">{said}</p>'
            mark = ""


def _mark(note: Footnote | None) -> str:
    return f"<sup>{note.number}</sup>" if note else ""


def _block(block: Block, minutes: Minutes) -> Iterator[str]:
    base = minutes.direction
    match block:
        case Heading():
            size = _SIZES[min(max(block.level, 1), 3)]
            tint = ACCENT if block.level <= 1 else INK
            style = f"font-size:{size}; font-weight:600; color:#{tint}; margin-top:14px"
            text = _inline(heading_text(block), base) + _mark(block.note)
            yield f'<p{_side(base)} style="{style}">{text}</p>'
        case Paragraph():
            yield _paragraph(block, base)
        case KeyValues():
            yield from _rows(block.rows, (24, 76), base, is_named=True)
        case Table():
            yield from _table(block, base)
        case SignatureBlock():
            yield from _signatures(block, base)
        case _:
            yield from _rarer(block, minutes)


def _rarer(
    block: Facing | Cards | Picture | Contents | PageBreak, minutes: Minutes
) -> Iterator[str]:
    match block:
        case Contents():
            yield from _contents(block, minutes.direction)
        case Facing():
            both = [_paragraphs(block.english, "ltr"), _paragraphs(block.arabic, "rtl")]
            cells = "".join(f'<td width="50%">{each}</td>' for each in both)
            yield f'<table width="100%" cellpadding="6"><tr>{cells}</tr></table>'
        case Cards():
            yield from (_card(each, minutes.direction) for each in block.cards)
        case Picture():
            yield _figure(block, minutes)
        case _:
            yield "<hr>"  # a new page


def _card(card: Sequence[Paragraph], base: Direction) -> str:
    """In a frame of its own; nobody cuts a screen."""
    said = "".join(_paragraph(each, base) for each in card)
    cell = f'<td bgcolor="#{TINT}">{said}</td>'
    return f'<table width="100%" cellspacing="6" cellpadding="18"><tr>{cell}</tr></table>'


def _contents(block: Contents, base: Direction) -> Iterator[str]:
    """What follows, without links: the view shows a page and leads nowhere."""
    title = f'style="font-weight:600; color:#{ACCENT}">{_inline(block.title, base)}'
    yield f"<p{_side(base)} {title}</p>"
    for each in block.headings:
        style = f"margin-top:0px; margin-bottom:0px; -qt-block-indent:{min(each.level, 2) - 1}"
        yield f'<p{_side(base)} style="{style}">{_inline(heading_text(each), base)}</p>'


def _paragraphs(paragraphs: Sequence[Paragraph], own: Direction) -> str:
    return "".join(_paragraph(each, own) for each in paragraphs)


def _paragraph(block: Paragraph, base: Direction) -> str:
    whole = "".join(span.text for span in block.spans)
    own = block.direction or (base if block.label else direction_of(whole, base))
    text = "".join(_span(each, own) for each in block.spans if each.text) + _mark(block.note)
    if block.label:
        text = f"<b>{_inline(block.label, own)}</b>&nbsp; {text}"
    style = f"margin-top:3px; margin-bottom:5px{_OF_A_CARD.get(block.kind, '')}"
    if block.kind in _QUIET:
        style += f"; color:#{QUIET}; font-size:small"
    indent = _LISTS.get(block.kind, 0) + (block.kind is ParagraphKind.QUOTE)
    style += f"; -qt-block-indent:{indent}"
    return f'<p{_side(own)} style="{style}">{text}</p>'


def _span(span: Span, base: Direction) -> str:
    text = _inline(span.text, base)
    if span.emphasis is Emphasis.STRONG:
        return f"<b>{text}</b>"
    return (
        f'<span style="color:#{QUIET}">{text}</span>' if span.emphasis is Emphasis.QUIET else text
    )


def _table(block: Table, base: Direction) -> Iterator[str]:
    whole = sum(column.width for column in block.columns) or 1
    widths = [100 * column.width // whole for column in block.columns]
    if widths:
        widths[-1] += 100 - sum(widths)
    centred = [column.alignment is Alignment.CENTRE for column in block.columns]
    titles = [column.title for column in block.columns]
    yield from _rows(block.rows, widths, base, titles, centred, noted=block.noted)


def _rows(  # noqa: PLR0913 - what a table is made of
    rows: Iterable[Sequence[str]],
    widths: Sequence[int],
    base: Direction,
    titles: Sequence[str] = (),
    centred: Sequence[bool] = (),
    *,
    noted: _NotedBy = _never,
    is_named: bool = False,
) -> Iterator[str]:
    """A table, laid from the side where reading begins: a view of rich text does not turn it."""
    turned = slice(None, None, -1) if base == "rtl" else slice(None)
    yield (
        '<table width="100%" cellspacing="0" cellpadding="5"'
        ' style="margin-top:6px; margin-bottom:8px">'
    )
    if titles:
        head = [_cell(title, base, width, HEAD_TINT, is_strong=True)
                for title, width in zip(titles, widths, strict=True)]  # fmt: skip
        yield f"<tr>{''.join(head[turned])}</tr>"
    middle = list(centred) or [False] * len(widths)
    for number, row in enumerate(rows):
        found = noted(number, row)
        marked = {found.place: found} if found else {}
        cells = [
            _cell(text, base, width, TINT if is_named and at == 0 else "", is_centred=centre,
                  is_strong=is_named and at == 0, noted=marked.get(at))
            for at, (text, width, centre) in enumerate(zip(row, widths, middle, strict=True))
        ]  # fmt: skip
        yield f"<tr>{''.join(cells[turned])}</tr>"
    yield "</table>"


def _cell(  # noqa: PLR0913 - how a cell may look
    text: str,
    base: Direction,
    width: int,
    ground: str = "",
    *,
    is_centred: bool = False,
    is_strong: bool = False,
    noted: Noted | None = None,
) -> str:
    own = direction_of(text, base) if base == "ltr" else base
    words = f"<b>{_inline(text, own)}</b>" if is_strong else _inline(text, own)
    if noted:
        rest = _inline(text[noted.length :], own)
        words = f"{_inline(text[: noted.length], own)}{_mark(noted.note)}{rest}"
    align = ' align="center"' if is_centred else ""
    tint = f' bgcolor="#{ground}"' if ground else ""
    rule = f' style="border-bottom:1px solid #{LINE}"'
    return f'<td width="{width}%"{tint}{rule}><p{align}{_side(own)}>{words}</p></td>'


def _signatures(block: SignatureBlock, base: Direction) -> Iterator[str]:
    people = []
    for each in block.signatories:
        lines = [f"<b>{_inline(each.capacity, base)}</b>", _inline(each.name, base),
                 _inline(each.role, base)]  # fmt: skip
        lines += [f"{_inline(label, base)}: …………………" for label in block.labels]
        said = "".join(f"<p{_side(base)}>{line}</p>" for line in lines)
        people.append(f"<td>{said}</td>")
    turned = people[::-1] if base == "rtl" else people
    if people:
        yield f'<table width="100%" cellpadding="8"><tr>{"".join(turned)}</tr></table>'


def _letterhead(minutes: Minutes) -> str:
    base, hosts = minutes.direction, []
    for each in minutes.letterhead.hosts:
        logo = _image(each.logo, minutes, _WIDEST_LOGO) if each.logo else ""
        role = f'<span style="color:#{QUIET}; font-size:small">{_inline(each.role, base)}</span>'
        names = "<br>".join(filter(None, (role if each.role else "", _inline(each.name, base))))
        hosts.append(f'<td><p align="center"{_side(base)}>{logo}{names}</p></td>')
    turned = hosts[::-1] if base == "rtl" else hosts
    if not hosts:
        return ""
    return f'<table width="100%" cellpadding="6"><tr>{"".join(turned)}</tr></table><hr>'


def _figure(picture: Picture, minutes: Minutes) -> str:
    shown = _image(picture, minutes, _WIDEST_PICTURE)
    texts = ("".join(caption_parts(picture)), picture.credit)
    words = [_inline(each, minutes.direction) for each in texts if each]
    if not shown:
        return ""
    return f'<p align="center"{_side(minutes.direction)}>{"<br>".join([shown, *words])}</p>'


def _image(picture: Picture, minutes: Minutes, widest: int) -> str:
    if picture.sha256 not in minutes.media:
        return ""
    content = b64encode(minutes.media[picture.sha256]).decode()
    width = min(picture.width, widest)
    return f'{_PICTURE}image/{picture.kind};base64,{content}" width="{width}"><br>'


def _line(text: str, base: Direction, style: str) -> str:
    if not text.strip():
        return ""
    margins = "margin-top:2px; margin-bottom:2px"
    return f'<p align="center"{_side(base)} style="{style}; {margins}">{_inline(text, base)}</p>'


def _side(own: Direction) -> str:
    return f' dir="{own}"'


def _inline(text: str, base: Direction) -> str:
    """As on a web page, with marks for its isolates; whatever was typed stands there as text."""
    pieces = inline(text, base).split("<bdi ")
    shown = [pieces[0]]
    for each in pieces[1:]:
        attributes, said = each.split(">", 1)
        mark = "\u2066" if 'dir="ltr"' in attributes else "\u2067"
        shown.append(mark + said.replace("</bdi>", "\u2069"))
    return "".join(shown)
