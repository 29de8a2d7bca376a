"""Texts as runs, each of one direction and one emphasis."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from recorder.language.direction import LRM, RLM, Direction, Run, clean, split_runs
from recorder.minutes.docx.styles import CHARACTER_STYLES
from recorder.minutes.model import Emphasis, Span

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
_CLOSE = "</w:t></w:r>"


def escaped(text: str) -> str:
    """The text as XML content, line breaks and tabs as Word's own."""
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "\n" in text or "\t" in text:
        text = text.replace("\n", _BREAK).replace("\t", _TAB)
    return text


def text_runs(text: str, base: Direction, emphasis: Emphasis = Emphasis.PLAIN) -> str:
    """One text as runs, for a paragraph of the base direction."""
    return "".join(
        [
            f"{_open(emphasis, is_rtl)}{escaped(part)}{_CLOSE}"
            for part, is_rtl in split_runs(clean(text), base)
        ]
    )


def span_runs(spans: Sequence[Span], base: Direction) -> str:
    """The spans of a paragraph as runs.

    Direction is decided over the whole line: a span that begins with a number reads
    differently after Latin than after Arabic.
    """
    parts = [(clean(span.text), span.emphasis) for span in spans]
    parts = [part for part in parts if part[0]]
    if len(parts) == 1:
        text, emphasis = parts[0]
        return text_runs(text, base, emphasis)
    runs = split_runs("".join(text for text, _ in parts), base)
    return "".join(
        [
            f"{_open(emphasis, run.is_rtl)}{escaped(run.text)}{_CLOSE}"
            for run, emphasis in _cut(runs, parts)
        ]
    )


def tab_run(base: Direction) -> str:
    """A tab in the direction of its paragraph."""
    return f"<w:r>{_properties(Emphasis.PLAIN, base == 'rtl')}<w:tab/></w:r>"


def field_runs(instruction: str, shown: str, base: Direction) -> str:
    """A field that Word computes, with what is shown until it has."""
    begin = f"<w:r>{_properties(Emphasis.PLAIN, base == 'rtl')}"
    return "".join(
        f"{begin}{content}</w:r>"
        for content in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            f"<w:t>{escaped(shown)}</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )


def _cut(runs: list[Run], parts: list[tuple[str, Emphasis]]) -> Iterable[tuple[Run, Emphasis]]:
    """Cut the runs of a line where the emphasis changes; a mark stays with what it follows."""
    following = iter(parts)
    left, emphasis = 0, Emphasis.PLAIN
    for text, is_rtl in runs:
        rest = text
        while (length := len(rest) - rest.count(LRM) - rest.count(RLM)) > left:
            if left:
                end = _end_of(rest, left)
                yield Run(rest[:end], is_rtl), emphasis
                rest = rest[end:]
            span, emphasis = next(following)
            left = len(span)
        left -= length
        yield Run(rest, is_rtl), emphasis


def _end_of(text: str, length: int) -> int:
    """Where the first characters of a run end, marks not counted among them."""
    for place, character in enumerate(text, start=1):
        length -= character not in (LRM, RLM)
        if not length:
            return place
    return len(text)


@lru_cache(maxsize=16)
def _open(emphasis: Emphasis, is_rtl: bool) -> str:  # noqa: FBT001 - a key of the cache
    return f'<w:r>{_properties(emphasis, is_rtl)}<w:t xml:space="preserve">'


@lru_cache(maxsize=16)
def _properties(emphasis: Emphasis, is_rtl: bool) -> str:  # noqa: FBT001
    style = CHARACTER_STYLES.get(emphasis)
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    properties = f"{named}{'<w:rtl/>' if is_rtl else ''}"
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""
