"""The Markdown file: headings, paragraphs, lists, tables, in the direction of the edition.

No direction marks are written: each paragraph finds its direction by its first letter, and the
whole stands in a division that says that of the document.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import assert_never

from recorder.minutes.anchors import Anchors
from recorder.minutes.labels import caption_parts, heading_text
from recorder.minutes.markdown.texts import in_cell, in_lines, in_one_line
from recorder.minutes.model import (
    Alignment,
    Block,
    Cards,
    Column,
    Contents,
    Emphasis,
    Facing,
    Footnote,
    Heading,
    KeyValues,
    LetterheadHost,
    Minutes,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Picture,
    SignatureBlock,
    Span,
    Table,
)
from recorder.minutes.stream import write_text_file

_SIGNS = {Emphasis.PLAIN: "", Emphasis.STRONG: "**", Emphasis.QUIET: ""}
_BEFORE = {ParagraphKind.ITEM: "- ", ParagraphKind.SUBITEM: "  - ", ParagraphKind.QUOTE: "> "}


def write_markdown(minutes: Minutes, path: Path) -> Path:
    """Write the minutes as Markdown.

    Raises:
        ExportError: the file cannot be written; what was there before is whole.
    """
    return write_text_file(markdown(minutes), path)


def markdown(minutes: Minutes) -> Iterator[str]:
    """The file, in pieces of any size; the blocks are read once."""
    yield f'<div dir="{minutes.direction}">\n\n'
    for host in minutes.letterhead.hosts:
        yield _host(host)
    yield f"# {in_one_line(minutes.title)}\n\n"
    if minutes.subject.strip():
        yield f"**{in_one_line(minutes.subject)}**\n\n"
    known = [in_one_line(each) for each in (minutes.reference, minutes.state) if each.strip()]
    if known:
        yield f"{' · '.join(known)}\n\n"
    yield from _body(minutes)
    yield "</div>\n"


def _body(minutes: Minutes) -> Iterator[str]:
    anchors, notes = Anchors(), list[Footnote]()
    for block in minutes:
        if isinstance(block, Contents):
            anchors.promise(block)
        if isinstance(block, Heading):
            yield _heading(block, anchors.of(block), notes)
        else:
            yield from _block(block, notes)
    for number, note in enumerate(notes, start=1):
        said = " – ".join(in_one_line(text) for text, _own in note.lines)
        yield f"[^{number}]: {said}\n\n"


def _mark(note: Footnote | None, notes: list[Footnote]) -> str:
    """The mark of a note, by its place among them: some programs know no other figures."""
    if note is None:
        return ""
    notes.append(note)
    return f"[^{len(notes)}]"


def _host(host: LetterheadHost) -> str:
    short = host.acronym if host.acronym != host.name else ""
    parts = (host.role, host.name, short)
    return f"{' · '.join(in_one_line(each) for each in parts if each.strip())}\n\n"


def _block(block: Block, notes: list[Footnote]) -> Iterator[str]:
    match block:
        case Contents():
            yield from _contents(block)
        case Paragraph():
            yield _paragraph(block, notes)
        case KeyValues():
            for name, value in block.rows:
                yield f"- **{in_one_line(name)}:** {in_cell(value)}\n"
            yield "\n" if block.rows else ""
        case Table():
            yield from _table(block, notes)
        case SignatureBlock():
            yield from _signatures(block)
        case _:
            yield from _rarer(block, notes)


def _heading(block: Heading, anchor: int, notes: list[Footnote]) -> str:
    """Programs make names of their own from a title, each another: a link needs one of ours."""
    level = min(max(block.level, 1), 3) + 1
    name = f'<a id="s{anchor}"></a>' if anchor else ""
    text = in_one_line(heading_text(block)) + _mark(block.note, notes)
    return f"{'#' * level} {name}{text}\n\n"


def _contents(block: Contents) -> Iterator[str]:
    yield f"**{in_one_line(block.title)}**\n\n"
    for number, each in enumerate(block.headings, start=1):
        indent = "  " * (min(each.level, 2) - 1)
        yield f"{indent}- [{in_one_line(heading_text(each))}](#s{number})\n"
    yield "\n"


def _rarer(
    block: Facing | Cards | Picture | PageBreak | Heading, notes: list[Footnote]
) -> Iterator[str]:
    match block:
        case Heading():
            pass  # stands elsewhere
        case Cards():
            for card in block.cards:
                yield from (_paragraph(each, notes) for each in card)
                yield "---\n\n"
        case Facing():
            yield from (_paragraph(each, notes) for each in (*block.arabic, *block.english))
        case Picture():
            yield _caption(block)
        case PageBreak():
            yield "---\n\n"
        case _:
            assert_never(block)


def _paragraph(block: Paragraph, notes: list[Footnote]) -> str:
    text = "".join(_span(each) for each in block.spans)
    before = _BEFORE.get(block.kind, "")
    if block.label and block.label != "•":
        text = f"**{in_one_line(block.label)}** {text}"
    if not text.strip():
        return ""
    following = "> " if block.kind is ParagraphKind.QUOTE else " " * len(before)
    return before + text.replace("\n", f"\n{following}") + _mark(block.note, notes) + "\n\n"


def _caption(block: Picture) -> str:
    """What stands under a picture; a file of text holds none, nor the number alone."""
    said = ("".join(caption_parts(block)) if block.caption.strip() else "", block.credit)
    texts = [in_one_line(each) for each in said if each.strip()]
    return f"*{' · '.join(texts)}*\n\n" if texts else ""


def _span(span: Span) -> str:
    """Signs of emphasis stand next to letters, or they are not read as such."""
    text, sign = in_lines(span.text), _SIGNS[span.emphasis]
    start = " " if span.text[:1].isspace() else ""
    end = " " if span.text[-1:].isspace() else ""
    return f"{start}{sign}{text}{sign}{end}" if text else start


def _table(block: Table, notes: list[Footnote]) -> Iterator[str]:
    if not block.columns:
        return
    yield _row([in_cell(column.title) for column in block.columns])
    yield f"|{'|'.join(_rule(column) for column in block.columns)}|\n"
    for number, row in enumerate(block.rows):
        cells = [in_cell(each) for each in row]
        if noted := block.noted(number, row):
            text, length = row[noted.place], noted.length
            after = [in_cell(each) for each in (text[length:],) if each.strip()]
            marked = in_cell(text[:length]) + _mark(noted.note, notes)
            cells[noted.place] = "<br>".join([marked, *after])
        yield _row(cells)
    yield "\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _rule(column: Column) -> str:
    return ":---:" if column.alignment is Alignment.CENTRE else "---"


def _signatures(block: SignatureBlock) -> Iterator[str]:
    for each in block.signatories:
        who = " · ".join(in_one_line(part) for part in (each.name, each.role) if part.strip())
        lines = " ".join(f"{in_one_line(label)}: ……………" for label in block.labels)
        yield f"- **{in_one_line(each.capacity)}** {who} {lines}\n".replace("  ", " ")
    yield "\n" if block.signatories else ""
