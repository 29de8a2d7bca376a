"""Runs of a paragraph: cleaned, fenced, split by direction, escaped. The only way text gets in.

Word orders a paragraph by the `w:rtl` of its runs alone (ECMA-376 Part 1, 17.3.2.30), so each
right-to-left run says so, and so does the paragraph mark, which formats an empty paragraph.
"""

import re
from collections.abc import Iterable, Iterator

from recorder.language.direction import LRM, RLM, Direction, Run, clean, split_runs
from recorder.minutes.model import Emphasis, Span

_STYLES = {Emphasis.STRONG: "MinutesStrong", Emphasis.QUIET: "MinutesQuiet"}
_SPECIAL = re.compile("[&<>\n\t]")
_ESCAPED = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "\n": '</w:t><w:br/><w:t xml:space="preserve">',
    "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
}
_OPENINGS = {
    (emphasis, is_rtl): "<w:r>"
    + (
        f"<w:rPr>{style}{rtl}</w:rPr>"
        if (style := f'<w:rStyle w:val="{_STYLES[emphasis]}"/>' if emphasis in _STYLES else "")
        + (rtl := "<w:rtl/>" if is_rtl else "")
        else ""
    )
    for emphasis in Emphasis
    for is_rtl in (True, False)
}


def escape(text: str) -> str:
    """Text for the inside of `w:t`; a newline breaks the line, a tab goes to the next stop."""
    return _SPECIAL.sub(lambda found: _ESCAPED[found.group()], text)


def plain(text: str, base: Direction) -> str:
    """The runs of a text without emphasis."""
    return "".join([run_xml(run) for run in split_runs(clean(text), base)])


def run_xml(run: Run, emphasis: Emphasis = Emphasis.PLAIN) -> str:
    """One run; its text has been cleaned."""
    opening = _OPENINGS[emphasis, run.is_rtl]
    text = escape(run.text) if _SPECIAL.search(run.text) else run.text
    return f'{opening}<w:t xml:space="preserve">{text}</w:t></w:r>'


def spans_xml(spans: Iterable[Span], base: Direction) -> str:
    """The runs of a paragraph, split over all its spans at once: neighbours decide direction."""
    cleaned = [(clean(span.text), span.emphasis) for span in spans if span.text]
    if len(cleaned) == 1:
        text, emphasis = cleaned[0]
        return "".join([run_xml(run, emphasis) for run in split_runs(text, base)])
    runs = split_runs("".join(text for text, _ in cleaned), base)
    return "".join(
        run_xml(Run(text, run.is_rtl), emphasis)
        for run, text, emphasis in _cut(runs, [(len(text), emphasis) for text, emphasis in cleaned])
    )


def _cut(
    runs: Iterable[Run], lengths: list[tuple[int, Emphasis]]
) -> Iterator[tuple[Run, str, Emphasis]]:
    """The runs cut where a span ends; marks that were added count for no span."""
    spans = iter(lengths)
    left, emphasis = next(spans, (0, Emphasis.PLAIN))
    for run in runs:
        start = 0
        for at, each in enumerate(run.text):
            if each in (LRM, RLM):
                continue
            while left == 0:
                if at > start:
                    yield run, run.text[start:at], emphasis
                    start = at
                left, emphasis = next(spans)
            left -= 1
        yield run, run.text[start:], emphasis
