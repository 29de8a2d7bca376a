"""Two ways of putting a line in visual order: UAX #9 as most programs do it, and Word's.

UAX #9 (Unicode 15) without explicit marks of embedding, which our documents never hold. Word's:
the same algorithm over classes that each run's `w:rtl` has overridden (ECMA-376 Part 1,
17.3.2.30): weak and neutral characters take the run's direction, except those inside numbers.
"""

import unicodedata
from collections.abc import Sequence

from recorder.language.direction import LRM, RLM, Run

_STRONG = {"L", "R", "AL"}
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_NEUTRAL = {"B", "S", "WS", "ON"}


def uax9_order(text: str, base_level: int) -> list[int]:
    """The positions of the characters from left to right, marks left out."""
    return _order(text, [unicodedata.bidirectional(each) for each in text], base_level)


def word_order(runs: Sequence[Run], base_level: int, *, keeps_es: bool) -> list[int]:
    """The same as Word would; whether it keeps ES ("+", "-") in numbers is not known."""
    text = "".join(run.text for run in runs)
    classes: list[str] = []
    for run in runs:
        classes += _overridden(run, keeps_es=keeps_es)
    return _order(text, classes, base_level)


def _overridden(run: Run, *, keeps_es: bool) -> list[str]:
    own = [unicodedata.bidirectional(each) for each in run.text]
    direction = "R" if run.is_rtl else "L"
    kept = {"EN", "AN", "NSM", "BN"} | _STRONG
    classes = [each if each in kept else direction for each in own]
    for at, each in enumerate(own):
        before, after = own[at - 1] if at else "", own[at + 1] if at + 1 < len(own) else ""
        separates = each == "CS" or (each == "ES" and keeps_es)
        if separates and before == after and before in {"EN", "AN"}:
            classes[at] = each
        if each == "ET" and _touches_number(own, at):
            classes[at] = each
    return classes


def _touches_number(classes: list[str], at: int) -> bool:
    for step in (-1, 1):
        near = at
        while 0 <= near < len(classes) and classes[near] == "ET":
            near += step
        if 0 <= near < len(classes) and classes[near] == "EN":
            return True
    return False


def _order(text: str, classes: list[str], base_level: int) -> list[int]:
    kept = [at for at, each in enumerate(classes) if each != "BN"]
    levels = _levels([text[at] for at in kept], [classes[at] for at in kept], base_level)
    order = _reorder(list(zip(kept, levels, strict=True)))
    return [at for at in order if text[at] not in (LRM, RLM)]


def _levels(text: list[str], original: list[str], base_level: int) -> list[int]:
    embedding = "R" if base_level else "L"
    classes = _weak(list(original), embedding)
    _brackets(text, original, classes, embedding)
    _neutral(classes, embedding)
    levels = []
    for each in classes:
        if base_level:
            levels.append(1 if each == "R" else 2)
        else:
            levels.append({"L": 0, "R": 1}.get(each, 2))
    for at in range(len(levels) - 1, -1, -1):  # L1: white space at the end
        if unicodedata.bidirectional(text[at]) not in {"WS", "S", "B"}:
            break
        levels[at] = base_level
    return levels


def _weak(classes: list[str], embedding: str) -> list[str]:
    _marks_follow(classes, embedding)
    _figures_after_arabic(classes, embedding)
    classes = _separators(["R" if each == "AL" else each for each in classes])
    terminators = [
        each == "ET" and _touches_number(classes, at) for at, each in enumerate(classes)
    ]  # W5
    classes = ["EN" if found else each for found, each in zip(terminators, classes, strict=True)]
    classes = ["ON" if each in {"ET", "ES", "CS"} else each for each in classes]  # W6
    strong = embedding  # W7
    for at, each in enumerate(classes):
        if each in {"L", "R"}:
            strong = each
        elif each == "EN" and strong == "L":
            classes[at] = "L"
    return classes


def _marks_follow(classes: list[str], embedding: str) -> None:  # W1
    previous = embedding
    for at, each in enumerate(classes):
        if each == "NSM":
            classes[at] = previous
        previous = classes[at]


def _figures_after_arabic(classes: list[str], embedding: str) -> None:  # W2
    strong = embedding
    for at, each in enumerate(classes):
        if each in _STRONG:
            strong = each
        elif each == "EN" and strong == "AL":
            classes[at] = "AN"


def _separators(classes: list[str]) -> list[str]:  # W4
    for at in range(1, len(classes) - 1):
        before, after = classes[at - 1], classes[at + 1]
        if before == after == "EN" and classes[at] in {"ES", "CS"}:
            classes[at] = "EN"
        elif before == after == "AN" and classes[at] == "CS":
            classes[at] = "AN"
    return classes


def _direction(each: str) -> str | None:
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(each)


def _brackets(text: list[str], original: list[str], classes: list[str], embedding: str) -> None:
    for start, end in sorted(_pairs_of(text, classes)):  # N0
        inside = {_direction(each) for each in classes[start + 1 : end]} - {None}
        if not inside:
            continue
        context = [each for each in map(_direction, classes[:start]) if each]
        before = context[-1] if context else embedding
        resolved = embedding if embedding in inside else before
        for at in (start, end):
            classes[at] = resolved
            following = at + 1
            while following < len(text) and original[following] == "NSM":
                classes[following] = resolved
                following += 1


def _pairs_of(text: list[str], classes: list[str]) -> list[tuple[int, int]]:
    stack: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, each in enumerate(text):
        if classes[at] == "ON" and each in _PAIRS:
            stack.append((_PAIRS[each], at))
        elif classes[at] == "ON" and each in (closings := [closing for closing, _ in stack]):
            depth = len(closings) - 1 - closings[::-1].index(each)
            pairs.append((stack[depth][1], at))
            del stack[depth:]
    return pairs


def _neutral(classes: list[str], embedding: str) -> None:
    at = 0
    while at < len(classes):
        if classes[at] not in _NEUTRAL:
            at += 1
            continue
        end = at
        while end < len(classes) and classes[end] in _NEUTRAL:
            end += 1
        before = _direction(classes[at - 1]) if at else embedding
        after = _direction(classes[end]) if end < len(classes) else embedding
        resolved = before if before == after and before else embedding
        classes[at:end] = [resolved] * (end - at)
        at = end


def _reorder(shown: list[tuple[int, int]]) -> list[int]:
    for level in range(max((each for _, each in shown), default=0), 0, -1):  # L2
        at = 0
        while at < len(shown):
            end = at
            while end < len(shown) and shown[end][1] >= level:
                end += 1
            shown[at:end] = reversed(shown[at:end])
            at = max(end, at + 1)
    return [position for position, _ in shown]
