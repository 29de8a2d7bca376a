"""Word by word, in what two texts differ: for showing, never for merging."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from recorder.merge.matcher import matches

# Marks over and under Arabic letters are no word characters to `re`, yet belong to their word.
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_WORD = re.compile(rf"\s+|[\w{_MARKS}]+|.", re.DOTALL)
_SENTENCE = re.compile(r"[^\n.!?؟؛۔…]*(?:[.!?؟؛۔…]+|\n|$)\s*")
_MOST_WORDS = 800
"""Of both texts together; larger changed parts count as replaced whole, to stay quick."""


class Mark(StrEnum):
    """How a piece of text stands to the two texts."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text: in both, in the older alone, or in the newer alone."""

    mark: Mark
    text: str


def differences(old: str, new: str) -> list[Span]:
    """The texts as one sequence of spans, what was removed before what came in its place.

    Laws: the same and the removed spans in a row are `old`, the same and the added are `new`;
    no two neighbours are of one sort.
    """
    spans: list[Span] = []
    for removed, added in _parts(_SENTENCE.findall(old), _SENTENCE.findall(new)):
        if removed == added:
            _add(spans, Mark.SAME, removed)
            continue
        words = (_WORD.findall(removed), _WORD.findall(added))
        if sum(map(len, words)) > _MOST_WORDS:
            _add(spans, Mark.REMOVED, removed)
            _add(spans, Mark.ADDED, added)
            continue
        for less, more in _parts(*words):
            if less == more:
                _add(spans, Mark.SAME, less)
            else:
                _add(spans, Mark.REMOVED, less)
                _add(spans, Mark.ADDED, more)
    return spans


def _parts(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str]]:
    """Both sequences cut where they agree: equal pairs, and between them what differs."""
    parts: list[tuple[str, str]] = []
    left = right = 0
    for at, to in [*matches(old, new), (len(old), len(new))]:
        if at > left or to > right:
            parts.append(("".join(old[left:at]), "".join(new[right:to])))
        if at < len(old):
            parts.append((old[at], new[to]))
        left, right = at + 1, to + 1
    return parts


def _add(spans: list[Span], mark: Mark, text: str) -> None:
    if not text:
        return
    if spans and spans[-1].mark is mark:
        text = spans.pop().text + text
    spans.append(Span(mark, text))
