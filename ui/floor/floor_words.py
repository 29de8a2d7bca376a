"""The floor in words: spans of time, who has not spoken, shares in percent."""

from collections.abc import Sequence

from recorder import Sex
from ui.i18n import _, isolate
from ui.wording import Wording

_MINUTE = 60


def span_text(seconds: int) -> str:
    """A span as a stopwatch shows it: «2:05», «1:02:05»; bare ASCII, whatever the sign."""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def span_of(text: str) -> int | None:
    """The seconds of a span as people type it: «3» minutes, «2:30»; None when it is none."""
    minutes, colon, rest = text.strip().partition(":")
    if not (minutes.isascii() and minutes.isdigit()) or (colon and not _is_seconds(rest)):
        return None
    return int(minutes[:4]) * 60 + (int(rest) if colon else 0)


def _is_seconds(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= len("59") and int(text) < _MINUTE


def silent_text(names: Sequence[str], sexes: Sequence[str | None], wording: Wording) -> str:
    """Who has not spoken yet, as a suggestion: «لم تتحدّث بعدُ: هدى العلي»."""
    told = wording.list([isolate(each) for each in names])
    if len(names) > 1:
        return _("They have not spoken yet: {names}").format(names=told)
    if sexes and sexes[0] == Sex.FEMALE:
        return _("She has not spoken yet: {names}").format(names=told)
    return _("He has not spoken yet: {names}").format(names=told)
