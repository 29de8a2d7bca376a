"""Dates, clock times and numbers as the screen writes them: one digits setting, one formatter."""

from typing import TYPE_CHECKING

from ui.i18n import isolate_ltr, load_formatter

if TYPE_CHECKING:
    from collections.abc import Sequence

_ASCII_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def ascii_digits(text: str) -> str:
    """The text with Arabic and Persian digits as 0-9, as values are stored."""
    return text.translate(_ASCII_DIGITS)


class Wording:
    """Formats for one language and one choice of digits; dates draw in Babel at their first use.

    What goes inside a sentence is isolated, so that a clock or a sign disturbs no neighbour.
    """

    def __init__(self, language: str, digits: str) -> None:
        self.language = language
        self.digits = digits
        self._formatter = load_formatter(language, digits)

    def figures(self, value: str) -> str:
        """A number or a clock time in the user's digits, bare: for a field of its own."""
        return self._formatter.figures(value)

    def number(self, value: int) -> str:
        """A whole number for the inside of a sentence."""
        return isolate_ltr(self._formatter.number(value))

    def clock(self, hhmm: str) -> str:
        """A clock time HH:MM (or a span H:MM:SS) for the inside of a sentence; "" stays empty."""
        return isolate_ltr(self._formatter.clock(hhmm))

    def date(self, iso: str) -> str:
        """A date as the language writes it: «24 تشرين الثاني 2025»; "" stays empty."""
        return self._formatter.date(iso)

    def long_date(self, iso: str) -> str:
        """The same with its weekday before it."""
        return self._formatter.long_date(iso)

    def short_date(self, iso: str) -> str:
        """The same in figures, for a narrow column: «24/11/2025»."""
        return isolate_ltr(self._formatter.short_date(iso))

    def list(self, items: "Sequence[str]") -> str:
        """The items as a sentence joins them."""
        return self._formatter.list(items)
