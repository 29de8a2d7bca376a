"""Dates, clock times and numbers as the screen writes them: one digits setting, one formatter."""

from functools import cached_property
from typing import TYPE_CHECKING

from ui.i18n import isolate_ltr, load_formatter

if TYPE_CHECKING:
    from recorder.language.formatting import Formatter

_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_ASCII_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def ascii_digits(text: str) -> str:
    """The text with Arabic and Persian digits as 0-9, as values are stored."""
    return text.translate(_ASCII_DIGITS)


class Wording:
    """Formats for one language and one choice of digits.

    Numbers and clock times need no library, so they may be shown at once; dates draw in Babel
    at their first use.
    """

    def __init__(self, language: str, digits: str) -> None:
        self.language = language
        self.digits = digits

    @cached_property
    def _formatter(self) -> "Formatter":
        return load_formatter(self.language, self.digits)

    def figures(self, text: str) -> str:
        """The text with its digits as the user wants to see them."""
        return text.translate(_ARABIC_DIGITS) if self.digits == "arab" else text

    def number(self, value: int) -> str:
        """A whole number, isolated so that its sign stays before it."""
        return isolate_ltr(self.figures(str(value)))

    def clock(self, hhmm: str) -> str:
        """A clock time HH:MM (or a span H:MM:SS) in the user's digits; "" stays empty."""
        return isolate_ltr(self.figures(hhmm))

    def date(self, iso: str) -> str:
        """A date as the language writes it: «24 تشرين الثاني 2025»; "" stays empty."""
        return self._formatter.date(iso) if iso else ""

    def long_date(self, iso: str) -> str:
        """The same with its weekday before it."""
        return self._formatter.long_date(iso) if iso else ""
