"""Texts inside HTML: escaped, and what runs against its line isolated from it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from recorder.language.direction import (
    LRM,
    RLM,
    Direction,
    clean,
    paragraph_direction,
    split_runs,
)
from recorder.minutes.model import Emphasis, Span

_SHORT, _LONGEST_UNIT = 60, 30  # characters
_WITHOUT_MARKS = str.maketrans("", "", LRM + RLM)
_TAGS = {
    Emphasis.PLAIN: ("", ""),
    Emphasis.STRONG: ("<strong>", "</strong>"),
    Emphasis.QUIET: ('<span class="quiet">', "</span>"),
}


def escaped(text: str) -> str:
    """The text as content or as the value of an attribute; a newline breaks the line."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        .replace('"', "&quot;").replace("'", "&#39;").replace("\n", "<br>")
    )  # fmt: skip


def inline(text: str, base: Direction) -> str:
    """A text of a line of the base direction; foreign runs are isolates, so no mark is needed."""
    return _short_inline(text, base) if len(text) <= _SHORT else _inline(text, base)


def _inline(text: str, base: Direction) -> str:
    return "".join(_pieces(clean(text), base))


# The cells of a table repeat a few organisations, capacities and words of state.
_short_inline = lru_cache(maxsize=2048)(_inline)


def _pieces(text: str, base: Direction) -> Iterator[str]:
    for run in split_runs(text, base):
        said = escaped(run.text.translate(_WITHOUT_MARKS))
        own: Direction = "rtl" if run.is_rtl else "ltr"
        yield said if own == base else f'<bdi dir="{own}"{_whole(run.text)}>{said}</bdi>'


def _whole(text: str) -> str:
    """A phone number, a code or a date is not broken at the end of a line."""
    is_unit = len(text) <= _LONGEST_UNIT and not text.isalpha() and " " not in text
    return ' class="whole"' if is_unit else ""


def spans(parts: Sequence[Span], base: Direction) -> str:
    """The spans of a line, each with its emphasis."""
    return "".join(
        f"{_TAGS[each.emphasis][0]}{inline(each.text, base)}{_TAGS[each.emphasis][1]}"
        for each in parts
        if each.text
    )


def direction_of(text: str, base: Direction) -> Direction:
    """That of the document, unless all letters are of the other side."""
    return paragraph_direction(clean(text), base)


def attribute(own: Direction, base: Direction) -> str:
    """The `dir` of an element that goes against its document."""
    return "" if own == base else f' dir="{own}"'
