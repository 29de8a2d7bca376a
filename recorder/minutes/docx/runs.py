"""Texts as runs, each of one direction and one emphasis."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from recorder.language.direction import LRM, RLM, Direction, Run, clean, split_runs
from recorder.minutes.docx.marks import TextMarks
from recorder.minutes.docx.styles import CHARACTER_STYLES
from recorder.minutes.model import Emphasis, Span

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
_CLOSE = "</w:t></w:r>"
_SHORT = 60  # characters
_Kind = TypeVar("_Kind")


def _properties(emphasis: Emphasis, *, is_rtl: bool) -> str:
    style = CHARACTER_STYLES.get(emphasis)
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    properties = f"{named}{'<w:rtl/>' if is_rtl else ''}"
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""


_OPEN = {
    (emphasis, is_rtl): f'<w:r>{_properties(emphasis, is_rtl=is_rtl)}<w:t xml:space="preserve">'
    for emphasis in Emphasis
    for is_rtl in (True, False)
}


_SPECIAL = re.compile("[&<>\n\t]")


def escaped(text: str) -> str:
    """The text as XML content, line breaks and tabs as Word's own."""
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "\n" in text or "\t" in text:
        text = text.replace("\n", _BREAK).replace("\t", _TAB)
    return text


def text_runs(text: str, base: Direction, emphasis: Emphasis = Emphasis.PLAIN) -> str:
    """One text as runs, for a paragraph of the base direction."""
    if len(text) <= _SHORT:
        return _short_runs(text, base, emphasis)
    return _runs(text, base, emphasis)


def _runs(text: str, base: Direction, emphasis: Emphasis) -> str:
    return "".join(
        [
            f"{_OPEN[emphasis, is_rtl]}{escaped(part)}{_CLOSE}"
            for part, is_rtl in split_runs(clean(text), base)
        ]
    )


# The cells of a table repeat a few organisations, capacities and words of state.
_short_runs = lru_cache(maxsize=2048)(_runs)


def span_runs(spans: Sequence[Span], base: Direction) -> str:
    """The spans of a paragraph as runs.

    Direction is decided over the whole line: a span that begins with a number reads
    differently after Latin than after Arabic.
    """
    parts = _joined(spans)
    if len(parts) == 1:
        text, emphasis = parts[0]
        return text_runs(text, base, emphasis)
    whole = "".join([text for text, _ in parts])
    said = escaped if _SPECIAL.search(whole) else str  # a whole line is looked at once
    return "".join(
        [
            f"{_OPEN[emphasis, is_rtl]}{said(text)}{_CLOSE}"
            for text, is_rtl, emphasis in _cut(split_runs(whole, base), parts)
        ]
    )


def worded_runs(spans: Sequence[Span], base: Direction, marks: TextMarks) -> str:
    """The same with the bookmarks of the wording with which they begin."""
    parts = list(_parted(_joined(spans), marks.length))
    written, left = [marks.around[0]], marks.length
    for text, is_rtl, emphasis in _cut(split_runs("".join(text for text, _ in parts), base), parts):
        written.append(f"{_OPEN[emphasis, is_rtl]}{escaped(text)}{_CLOSE}")
        length = _length(text)
        if 0 < left <= length:
            written += [marks.around[1], marks.rest[0]]
        left -= length
    return "".join([*written, marks.rest[1]])


def _parted(parts: Iterable[tuple[str, Emphasis]], length: int) -> Iterable[tuple[str, Emphasis]]:
    """Texts with their emphasis, cut behind the first characters."""
    left = length
    for text, emphasis in parts:
        if 0 < left < len(text):
            yield text[:left], emphasis
            yield text[left:], emphasis
        else:
            yield text, emphasis
        left -= len(text)


def _joined(spans: Sequence[Span]) -> list[tuple[str, Emphasis]]:
    """Texts with their emphasis, neighbours that share one as one.

    Word looks at each run alone: a number that two runs cut in its middle is two numbers to it.
    """
    parts: list[tuple[str, Emphasis]] = []
    for span in spans:
        text = clean(span.text)
        if text and parts and parts[-1][1] == span.emphasis:
            parts[-1] = (parts[-1][0] + text, span.emphasis)
        elif text:
            parts.append((text, span.emphasis))
    return parts


def tab_run(base: Direction) -> str:
    """A tab in the direction of its paragraph."""
    return raw_run("<w:tab/>", base)


def field_runs(instruction: str, shown: str, base: Direction) -> str:
    """A field that Word computes, with what is shown until it has."""
    result = raw_run(f"<w:t>{escaped(shown)}</w:t>", base)
    return f"{field_start(instruction, base)}{result}{field_end(base)}"


def counted_runs(instruction: str, parts: tuple[str, str, str], base: Direction) -> str:
    """A line whose middle part is a number that Word counts.

    Its direction is decided over the whole line: after a Latin word a number stands with it.
    """
    texts = [(clean(each), place) for place, each in enumerate(parts)]
    runs = split_runs("".join(text for text, _place in texts), base)
    cut = list(_cut(runs, [each for each in texts if each[0]]))
    before, shown, after = (
        "".join(
            f"{_OPEN[Emphasis.PLAIN, is_rtl]}{escaped(text)}{_CLOSE}"
            for text, is_rtl, place in cut
            if place == wanted
        )
        for wanted in range(len(parts))
    )
    own: Direction = "rtl" if any(is_rtl for _, is_rtl, place in cut if place == 1) else "ltr"
    return f"{before}{field_start(instruction, own)}{shown}{field_end(own)}{after}"


def field_start(instruction: str, base: Direction) -> str:
    """A field up to what is shown of it."""
    return "".join(
        raw_run(content, base)
        for content in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
        )
    )


def field_end(base: Direction) -> str:
    """The end of a field."""
    return raw_run('<w:fldChar w:fldCharType="end"/>', base)


def raw_run(content: str, base: Direction) -> str:
    """A run of anything but text, in the direction of its paragraph."""
    return f"<w:r>{_properties(Emphasis.PLAIN, is_rtl=base == 'rtl')}{content}</w:r>"


def _cut(runs: list[Run], parts: list[tuple[str, _Kind]]) -> Iterable[tuple[str, bool, _Kind]]:
    """Cut the runs of a line where the kind of text changes; a mark stays with what it follows."""
    if not parts:
        return
    place, left, kind = 0, len(parts[0][0]), parts[0][1]
    last = len(parts) - 1
    for text, is_rtl in runs:
        rest = text
        while place < last and (length := _length(rest)) > left:  # the last one has all the rest
            if left:
                end = _end_of(rest, left)
                yield rest[:end], is_rtl, kind
                rest = rest[end:]
            place += 1
            left, kind = len(parts[place][0]), parts[place][1]
        if place < last:
            left -= length
        yield rest, is_rtl, kind


def _length(text: str) -> int:
    """How many characters it has, marks not counted among them."""
    return len(text) - text.count(LRM) - text.count(RLM)


def _end_of(text: str, length: int) -> int:
    """Where the first characters of a run end, marks not counted among them."""
    for place, character in enumerate(text, start=1):
        length -= character not in (LRM, RLM)
        if not length:
            return place
    return len(text)
