"""What an empty box says: what the keys do and what a few letters at the start mean."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics

from ui.capture.prefixes import MARKS, SPEAKER_SIGN
from ui.i18n import _, isolate, isolate_ltr
from ui.services import Services

_TOLD = 3
"""So many of the marks are told; the key sheet has them all."""


def box_hints(services: Services) -> list[str]:
    """The hints, the most useful first; none when they are switched off."""
    settings = services.settings
    if not settings.hints:
        return []
    saving, breaking = "Enter", "Shift+Enter"
    if not settings.enter_saves:
        saving, breaking = breaking, saving
    keys = [
        _("{key} saves").format(key=isolate_ltr(saving)),
        _("{key} breaks the line").format(key=isolate_ltr(breaking)),
    ]
    marks = [f"{isolate(mark.shortest)} {mark.name}" for mark in MARKS[:_TOLD]]
    return [*keys, *marks, f"{isolate(SPEAKER_SIGN)} {_('Speaker')}"]


def as_fits(words: str, hints: Sequence[str], metrics: QFontMetrics, width: int) -> str:
    """The words with as many hints behind them as go on one line of a width."""
    shown = words
    for at in range(len(hints)):
        longer = f"{words}   {' · '.join(hints[: at + 1])}"
        if metrics.horizontalAdvance(longer) > width:
            break
        shown = longer
    return shown
