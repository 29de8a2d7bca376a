"""Which way a text runs: one rule for labels, fields, notes and lists."""

import re
import unicodedata
from collections.abc import Iterable

from PySide6.QtCore import Qt

from ui.i18n import LRI, LRM, PDI, RLM, foreign_spans

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
_RLI = "\u2067"
MAY_TURN = re.compile("[0-9][-+ \u00a0]+[(0-9]|[+][0-9]")
"""What a text holds, at the least, when Unicode shows a part of it in another order."""

_ISOLATED = re.compile("[\u2066-\u2068][^\u2069]*\u2069")


def direction_of(text: str, fallback: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """Right to left if any letter is Arabic; left to right if all are Latin; else the fallback.

    The first strong letter does not decide, as Unicode's own rule has it: notes often begin
    with an acronym («DCAF تدعم…»).
    """
    latin = False
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"R", "AL"}:
            return RTL
        latin = latin or kind == "L"
    return LTR if latin else fallback


def framed(text: str, direction: Qt.LayoutDirection) -> str:
    """Text for a line whose base direction is given, in its own direction inside that line.

    Names isolated in a sentence do not turn it: an English one about «وسيم» stays English. The
    marks are for showing only; they are never stored.
    """
    if not text or text[0] in {RLM, LRM}:
        return text
    mark = RLM if direction == RTL else LRM
    own = direction_of(_ISOLATED.sub("", text), direction)
    text = _as_read(text) if own == RTL else text
    if own == direction:
        return mark + text
    return f"{mark}{_in_own_direction(text, own)}"


def _as_read(text: str) -> str:
    """An Arabic text with the phones and dates in it fenced, which Unicode would turn round."""
    if not MAY_TURN.search(text):
        return text
    shown, at = [], 0
    for start, end in foreign_spans(text):
        shown += [text[at:start], _in_own_direction(text[start:end], LTR)]
        at = end
    return "".join([*shown, text[at:]])


def joined(parts: Iterable[str], direction: Qt.LayoutDirection) -> str:
    """Facts side by side, «13 May 2026 · حي المحافظة», in the order of the line they stand in.

    Each part keeps its own direction; the empty are left out.
    """
    mark = RLM if direction == RTL else LRM
    shown = [_part(part, direction_of(part, direction)) for part in parts if part]
    return mark + " · ".join(shown) if shown else ""


def _part(text: str, own: Qt.LayoutDirection) -> str:
    return _in_own_direction(_as_read(text) if own == RTL else text, own)


def _in_own_direction(text: str, own: Qt.LayoutDirection) -> str:
    return f"{_RLI if own == RTL else LRI}{text}{PDI}"
