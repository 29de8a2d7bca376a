"""Paragraphs: a style, a base direction, and runs."""

from collections.abc import Sequence
from functools import lru_cache

from recorder.language.direction import Direction, clean, paragraph_direction
from recorder.minutes.docx.marks import Marks, TextMarks
from recorder.minutes.docx.runs import span_runs, tab_run, text_runs, worded_runs
from recorder.minutes.docx.styles import LABEL_STYLES, PARAGRAPH_STYLES
from recorder.minutes.labels import separator
from recorder.minutes.model import Emphasis, Heading, Paragraph, Span

_LONGEST_NARROW = 3  # characters of a label that fit before the hanging indent: "12."


@lru_cache(maxsize=256)
def opening(
    style: str,
    base: Direction,
    *,
    own: Direction | None = None,
    keeps_next: bool = False,
    starts_page: bool = False,
) -> str:
    """The start of a paragraph up to its runs.

    Its mark has `w:rtl` too, which formats an empty paragraph. Only a direction against that of
    the document is written: the style has the other.
    """
    bidi = ""
    if own is not None and own != base:
        bidi = "<w:bidi/>" if own == "rtl" else '<w:bidi w:val="0"/>'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>'
        f"{'<w:keepNext/>' if keeps_next else ''}"
        f"{'<w:pageBreakBefore/>' if starts_page else ''}{bidi}"
        f"{'<w:rPr><w:rtl/></w:rPr>' if (own or base) == 'rtl' else ''}</w:pPr>"
    )


def line(
    style: str,
    text: str,
    base: Direction,
    *,
    keeps_next: bool = False,
    starts_page: bool = False,
) -> str:
    """A paragraph of one text."""
    start = opening(style, base, keeps_next=keeps_next, starts_page=starts_page)
    return f"{start}{text_runs(text, base)}</w:p>"


def gap(base: Direction, *, starts_page: bool = False) -> str:
    """An empty paragraph: after a table, lest Word join it with the next one."""
    return f"{opening('MinutesGap', base, starts_page=starts_page)}</w:p>"


def gap_after(runs: str, base: Direction) -> str:
    """An empty paragraph that holds what is not to be seen."""
    return f"{opening('MinutesGap', base)}{runs}</w:p>"


def heading(
    block: Heading,
    base: Direction,
    *,
    starts_page: bool = False,
    around: tuple[str, str] = ("", ""),
    mark: str = "",
) -> str:
    """A heading, between the two ends of its bookmark if it has one; `mark` is that of a note."""
    level = min(max(block.level, 1), 3)
    start = opening(f"Heading{level}", base, starts_page=starts_page)
    return f"{start}{around[0]}{heading_runs(block, base)}{around[1]}{mark}</w:p>"


def heading_runs(block: Heading, base: Direction) -> str:
    """A heading with its number as literal text: Word's own would read each reader's digits."""
    label = block.label + separator(block.label)
    return f"{text_runs(label, base)}{text_runs(block.text, base)}"


def paragraph(
    block: Paragraph, base: Direction, marks: Marks, *, starts_page: bool = False, mark: str = ""
) -> str:
    """A paragraph of the body; a label hangs before it and a tab leads to the text."""
    own = direction_of(block, base)
    start = opening(
        _style(block), base, own=own, keeps_next=block.keeps_next, starts_page=starts_page
    )
    found = marks.of_paragraph(block)
    if found is None:
        return f"{start}{_label(block, own)}{span_runs(block.spans, own)}{mark}</w:p>"
    runs = worded_runs(block.spans, own, found)
    return f"{start}{found.place}{_label(block, own)}{runs}{mark}</w:p>"


def direction_of(block: Paragraph, base: Direction) -> Direction:
    """A line of a list stays at the side of its list; other paragraphs go with their letters."""
    if block.direction:
        return block.direction
    if block.label:
        return base
    return paragraph_direction("".join(span.text for span in block.spans), base)


def _style(block: Paragraph) -> str:
    if block.kind not in LABEL_STYLES:
        return PARAGRAPH_STYLES[block.kind]
    plain, short, wide = LABEL_STYLES[block.kind]
    if not block.label:
        return plain
    return short if len(block.label) <= _LONGEST_NARROW else wide


def _label(block: Paragraph, own: Direction) -> str:
    if block.label:
        return text_runs(block.label, own, Emphasis.STRONG) + tab_run(own)
    return ""


def cell_text(style: str, text: str, base: Direction, *, parts: bool = False) -> str:
    """The paragraph of a cell. Only Arabic goes against its table: a Latin name stands with it.

    `parts`: each line is a paragraph, and its letters decide where it begins.
    """
    if parts:
        return "".join(_part(style, each, base) for each in text.split("\n"))
    own = paragraph_direction(text, base) if base == "ltr" else base
    return f"{opening(style, base, own=own)}{text_runs(text, own)}</w:p>"


def cell_worded(style: str, text: str, base: Direction, marks: TextMarks) -> str:
    """The paragraph of a cell with the bookmarks of its wording."""
    own = paragraph_direction(text, base) if base == "ltr" else base
    return f"{opening(style, base, own=own)}{worded_runs((Span(text),), own, marks)}</w:p>"


def parts_worded(style: str, text: str, base: Direction, marks: TextMarks) -> str:
    """The same in a cell of which each line is a paragraph."""
    whole = clean(text)
    parts = [_part(style, each, base) for each in whole.split("\n")]
    last = whole[: marks.length].count("\n")
    _mark(parts, 0, last, marks.around)
    if last + 1 < len(parts):
        _mark(parts, last + 1, len(parts) - 1, marks.rest)
    return "".join(parts)


def _mark(parts: list[str], first: int, last: int, ends: tuple[str, str]) -> None:
    """Put a bookmark around some of the paragraphs."""
    parts[first] = parts[first].replace("</w:pPr>", f"</w:pPr>{ends[0]}", 1)
    parts[last] = f"{parts[last].removesuffix('</w:p>')}{ends[1]}</w:p>"


def _part(style: str, text: str, base: Direction) -> str:
    own = paragraph_direction(text, base)
    return f"{opening(style, base, own=own)}{text_runs(text, own)}</w:p>"


def lines(style: str, texts: Sequence[str], base: Direction, *, keeps_next: bool = False) -> str:
    """A paragraph for each text that says something."""
    return "".join(line(style, text, base, keeps_next=keeps_next) for text in texts if text)


def leader_line(style: str, label: str, base: Direction, *, keeps_next: bool) -> str:
    """A label and a dotted line behind it, for the pen."""
    start = opening(style, base, keeps_next=keeps_next)
    return f"{start}{span_runs((Span(f'{label}: '),), base)}{tab_run(base)}</w:p>"
