"""Dates, clock times and numbers as a reader of one language expects them.

The digits of a document are chosen here and nowhere else: translating finished text would
scramble codes, phones and ISO dates (measured). No answer holds a bidi mark; whoever shows it
knows what stands beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from recorder.language.catalogue import Catalogue

DIGITS = ("latn", "arab")
"""0-9, or ٠-٩ with their own separators."""

# No skeletons: they answer نوفمبر for ar_SY; no short form: it holds U+200F (both measured).
_LOCALES = {"ar": "ar_SY", "en": "en_GB"}
_LONG_DATE = "EEEE d MMMM y"
_DATE = "d MMMM y"
_SHORT_DATE = "d/M/y"
_WEEKDAY = "EEEE"

_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_ARABIC_NUMBER = str.maketrans("0123456789,.%", "٠١٢٣٤٥٦٧٨٩٬٫٪")

_ARABIC_ORDINALS = (
    "أولاً", "ثانياً", "ثالثاً", "رابعاً", "خامساً",
    "سادساً", "سابعاً", "ثامناً", "تاسعاً", "عاشراً",
    "حادي عشر", "ثاني عشر", "ثالث عشر", "رابع عشر", "خامس عشر",
    "سادس عشر", "سابع عشر", "ثامن عشر", "تاسع عشر", "عشرون",
)  # fmt: skip


@dataclass(frozen=True)
class Formatter:
    """Formats for one language ("ar", "en") and one kind of digits ("latn", "arab").

    Dates are ISO 8601 text and clock times HH:MM, as the domain stores them; "" stays empty.
    Only dates draw in Babel, at their first use.
    """

    language: str = "ar"
    digits: str = "latn"

    def long_date(self, iso: str) -> str:
        """The date with its weekday: «الاثنين 23 تشرين الثاني 2026»."""
        return self._date(iso, _LONG_DATE)

    def date(self, iso: str) -> str:
        """The date: «23 تشرين الثاني 2026»."""
        return self._date(iso, _DATE)

    def weekday(self, iso: str) -> str:
        """The day of the week: «الاثنين»."""
        return self._date(iso, _WEEKDAY)

    def short_date(self, iso: str) -> str:
        """The date where room is scarce, slashes between: 23/11/2026."""
        return self._date(iso, _SHORT_DATE)

    def clock(self, hhmm: str) -> str:
        """A time of day: 10:42."""
        return self._figures(hhmm)

    def number(self, value: int) -> str:
        """A whole number, thousands set apart."""
        return self._number(f"{value:,}")

    def decimal(self, value: Decimal | int) -> str:
        """A decimal number with the places that it has, thousands set apart."""
        return self._number(f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}")

    def percent(self, value: int) -> str:
        """A whole percentage: 35%."""
        return self._number(f"{value:,}%")

    def minutes(self, count: int) -> str:
        """A duration in words: «دقيقتان», «10 دقائق», «45 دقيقة»."""
        catalogue = Catalogue.load(self.language)
        message = catalogue.ngettext("{count} minute", "{count} minutes", count)
        return message.format(count=self.number(count))

    def ordinal(self, position: int) -> str:
        """How a list counts its heads from 1: «أولاً»; a number in English and beyond twenty."""
        if self.language == "ar" and 1 <= position <= len(_ARABIC_ORDINALS):
            return _ARABIC_ORDINALS[position - 1]
        return self.number(position)

    def listed(self, items: Sequence[str]) -> str:
        """An enumeration: «أ وب وج»; a, b and c."""
        if self.language == "ar":
            return " و".join(items)
        return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)

    def _date(self, iso: str, pattern: str) -> str:
        if not iso:
            return ""
        from babel.dates import format_date

        locale = _LOCALES.get(self.language, self.language)
        return self._figures(format_date(date.fromisoformat(iso), pattern, locale=locale))

    def _figures(self, text: str) -> str:
        return text.translate(_ARABIC_DIGITS) if self.digits == "arab" else text

    def _number(self, text: str) -> str:
        return text.translate(_ARABIC_NUMBER) if self.digits == "arab" else text
