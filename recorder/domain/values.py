"""The values that a field may hold, cleaned where they enter (FORMAT 7)."""

import re
import unicodedata
from datetime import date, time

MAX_INTEGER = 2**53 - 1
"""The largest integer that every JSON reader keeps exactly."""

# C0/C1 controls but newline and tab, lone surrogates, noncharacters; and the bidi embeddings
# and overrides that pasted text carries (research: they reorder a whole line).
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e]"
)
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\x0b\x0c\x85]")
_CLOCK = re.compile(r"[0-2]\d:[0-5]\d")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")


class InvalidValueError(ValueError):
    """A field was given something that it cannot hold.

    Attributes:
        field: the name of the field, dotted inside a compound one.
        expected: a stable token: text, integer, boolean, date, clock, instant, identity…
    """

    def __init__(self, field: str, expected: str) -> None:
        super().__init__(f"{field}: expected {expected}")
        self.field = field
        self.expected = expected


def clean_text(text: str) -> str:
    """The text in NFC without control characters other than newline and tab.

    Idempotent. Line ends of every platform become a newline; lone surrogates, noncharacters
    and bidi overrides (U+202A to U+202E) are removed. Nothing else is changed: tatweel, marks,
    ZWNJ and emoji stay as they were typed.
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _UNWANTED.sub("", _LINE_ENDS.sub("\n", text)))


def check_text(field: str, value: object) -> str:
    """The cleaned text, or InvalidValueError when the value is no text."""
    if not isinstance(value, str):
        raise InvalidValueError(field, "text")
    return clean_text(value)


def check_integer(field: str, value: object) -> int:
    """The integer, or InvalidValueError when it is none or does not fit 53 bits."""
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > MAX_INTEGER:
        raise InvalidValueError(field, "integer")
    return value


def check_date(field: str, value: object) -> str:
    """A local calendar date as ISO 8601 text (YYYY-MM-DD), or "" when it is not known."""
    text = check_text(field, value)
    if text:
        try:
            date.fromisoformat(text)
        except ValueError:
            raise InvalidValueError(field, "date") from None
        if len(text) != len("2026-01-31"):
            raise InvalidValueError(field, "date")
    return text


def check_clock(field: str, value: object) -> str:
    """A local time of day as HH:MM text, or "" when it is not known."""
    text = check_text(field, value)
    if text:
        if not _CLOCK.fullmatch(text):
            raise InvalidValueError(field, "clock")
        try:
            time.fromisoformat(text)
        except ValueError:
            raise InvalidValueError(field, "clock") from None
    return text


def check_instant(field: str, value: object) -> str:
    """A UTC instant as ISO 8601 text that ends in Z, or "" when it is not known."""
    text = check_text(field, value)
    if text:
        if not _INSTANT.fullmatch(text):
            raise InvalidValueError(field, "instant")
        check_date(field, text[:10])
        check_clock(field, text[11:16])
    return text
