"""The part of a text around what was found in it, with the found words told apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recorder.language.folding import UNSEEN
from recorder.language.search_query import Sought
from recorder.language.word_forms import QUOTATION_MARKS, Forms, forms_of

LENGTH = 180
"""Characters of a snippet, about two lines of a list."""

_BEFORE = 60  # of them before the first found word
_UNIT = re.compile(rf"[^\s{QUOTATION_MARKS}]+")
_WORD = re.compile(f"[\\w{UNSEEN}]+")
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670"
_TRIM = re.compile(rf"^[\W_]*(.*[^\W_][{_MARKS}]*)[\W_]*$", re.DOTALL)
_CUT = "…"

Span = tuple[int, int]


class Finder:
    """Finds what was sought in one text after another."""

    def __init__(self, sought: Sequence[Sought]) -> None:
        words: set[str] = set()
        beginnings: set[str] = set()
        self._phrases: list[tuple[tuple[str, ...], bool]] = []
        for each in sought:
            for sequence in each.sequences:
                if len(sequence) > 1:
                    self._phrases.append((sequence, each.is_prefix))
                elif each.is_prefix:
                    beginnings.add(sequence[0])
                else:
                    words.add(sequence[0])
        self._words = frozenset(words | beginnings)
        self._beginnings = tuple(beginnings)
        self._known: dict[str, bool] = {}

    def spans(self, text: str) -> Iterator[Span]:
        """Where the found words stand, in their order."""
        phrases = self._phrase_units(text) if self._phrases else set()
        for unit in _UNIT.finditer(text):
            if unit.start() in phrases:
                yield from self._trimmed(text, unit.span())
            elif self._is_found(unit[0]):
                yield from self._words_of(unit)

    def _is_found(self, unit: str) -> bool:
        known = self._known.get(unit)
        if known is None:
            known = self._known[unit] = self._has(forms_of(unit))
        return known

    def _has(self, forms: Forms) -> bool:
        if not self._words.isdisjoint(forms.all):
            return True
        return bool(self._beginnings) and any(
            term.startswith(self._beginnings) for term in forms.all
        )

    def _words_of(self, unit: re.Match[str]) -> Iterator[Span]:
        """The found words of a unit without the signs around them; all of it for a number."""
        words = list(_WORD.finditer(unit[0]))
        found = [each for each in words if self._is_found(each[0])]
        if not found:
            yield from self._trimmed(unit.string, unit.span())
            return
        for each in found:
            start = unit.start() + each.start()
            yield from self._trimmed(unit.string, (start, start + len(each[0])))

    @staticmethod
    def _trimmed(text: str, span: Span) -> Iterator[Span]:
        found = _TRIM.match(text[span[0] : span[1]])
        if found:
            yield span[0] + found.start(1), span[0] + found.end(1)

    def _phrase_units(self, text: str) -> set[int]:
        """The beginnings of the units that hold a phrase, or a part of one."""
        terms: list[str] = []
        starts: list[int] = []
        for unit in _UNIT.finditer(text):
            sequence = forms_of(unit[0]).sequence
            terms += sequence
            starts += [unit.start()] * len(sequence)
        return {
            start
            for phrase, is_prefix in self._phrases
            for at in _places(terms, phrase, is_prefix=is_prefix)
            for start in starts[at : at + len(phrase)]
        }


def _places(terms: list[str], phrase: Sequence[str], *, is_prefix: bool) -> Iterator[int]:
    """Where a phrase of several terms begins."""
    *firsts, last = phrase
    at = -1
    while firsts[0] in terms[at + 1 :]:
        at = terms.index(firsts[0], at + 1)
        end = at + len(firsts)
        if terms[at:end] == firsts and end < len(terms):
            found = terms[end]
            if found == last or (is_prefix and found.startswith(last)):
                yield at


@dataclass(frozen=True)
class Snippet:
    """A part of a text on one line, and where the found words stand in it."""

    text: str
    spans: tuple[Span, ...]


def snippet(text: str, finder: Finder) -> Snippet:
    """The part of a text around the first word found; its beginning when none is."""
    spans = list(finder.spans(text))
    start, end = _window(text, spans[0][0] if spans else 0)
    before, after = (_CUT if start else ""), (_CUT if end < len(text) else "")
    shift = len(before) - start
    return Snippet(
        f"{before}{_one_line(text[start:end])}{after}",
        tuple((one + shift, other + shift) for one, other in spans if start <= one < other <= end),
    )


def _one_line(part: str) -> str:
    """Line ends as spaces: as many characters as before."""
    return part.translate({ord("\n"): " ", ord("\t"): " "})


def _window(text: str, at: int) -> Span:
    """From where to where a snippet goes that shows a place, cut between words."""
    if len(text) <= LENGTH:
        return 0, len(text)
    start = max(0, min(at - _BEFORE, len(text) - LENGTH))
    if start:
        space = _space_after(text, start, at)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + LENGTH)
    if end < len(text):
        space = max(text.rfind(" ", at, end), text.rfind("\n", at, end))
        end = space if space > at else end
    return start, end


def _space_after(text: str, start: int, stop: int) -> int:
    found = [at for at in (text.find(" ", start, stop), text.find("\n", start, stop)) if at >= 0]
    return min(found, default=-1)
