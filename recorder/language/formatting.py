"""Dates, clock times, numbers and lists in words: one formatter for the screen and the documents.

Digits are mapped here and nowhere else, while a value is being written; mapping a finished text
would scramble phone numbers and codes (measured). Babel has the month names, weekdays and
lists; it neither writes Arabic digits nor keeps its short dates free of invisible marks, so
patterns are explicit and digits are ours.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from recorder.language.catalogue import Catalogue
from recorder.language.hijri import NAMES, hijri_date

_MEGA = 1_000_000  # bytes, as the shops and the file managers count
_LOCALES = {"ar": "ar_SY", "en": "en_GB"}
_ARABIC_FIGURES = str.maketrans("0123456789.,%", "٠١٢٣٤٥٦٧٨٩٫٬٪")

_ORDINALS = (
    "أولاً", "ثانياً", "ثالثاً", "رابعاً", "خامساً", "سادساً", "سابعاً", "ثامناً", "تاسعاً", "عاشراً",
    "حادي عشر", "ثاني عشر", "ثالث عشر", "رابع عشر", "خامس عشر", "سادس عشر", "سابع عشر", "ثامن عشر",
    "تاسع عشر", "عشرون",
)  # fmt: skip
_UNITS = ("حادي", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع")
_TENS = ("عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون")


class Formatter:
    """Writes values for one language and one choice of digits.

    Args:
        language: "ar" or "en"; dates are those of Syria and of Britain.
        digits: "latn" (0-9) or "arab" (٠-٩); the latter in Arabic only.
    """

    def __init__(self, language: str = "ar", digits: str = "latn") -> None:
        self.language = language
        self.digits = digits
        self._locale = _LOCALES.get(language, language)
        self._maps = digits == "arab" and language == "ar"

    # Numbers

    def figures(self, value: str) -> str:
        """A formatted number, clock time or date in the chosen digits. Never give it a text."""
        return value.translate(_ARABIC_FIGURES) if self._maps else value

    def number(self, value: int) -> str:
        """A whole number with its thousands set apart: «12,500»."""
        return self.figures(f"{value:,}")

    def decimal(self, value: Decimal) -> str:
        """A decimal number with the places that it has: «12,500.70»."""
        return self.figures(f"{value:,f}")

    def percent(self, value: int) -> str:
        """A whole percentage: «35%»."""
        return self.figures(f"{value:,}%")

    def ordinal(self, number: int) -> str:
        """The number of a section: «أولاً», «حادي وعشرون»; "1." in English and from 100 on."""
        if self.language != "ar" or not 1 <= number < 100:  # noqa: PLR2004 - the words end there
            return f"{self.figures(str(number))}."
        if number <= len(_ORDINALS):
            return _ORDINALS[number - 1]
        tens, units = divmod(number, 10)
        return f"{_UNITS[units - 1]} و{_TENS[tens - 2]}" if units else _TENS[tens - 2]

    # Time

    def clock(self, value: str) -> str:
        """A time of day HH:MM as it is stored; "" stays empty."""
        return self.figures(value)

    def clock_range(self, start: str, end: str) -> str:
        """Both ends of a span of time, or the one that is known; "" when neither is."""
        return " – ".join(self.clock(each) for each in (start, end) if each)

    def date(self, iso: str) -> str:
        """A date: «23 تشرين الثاني 2026»; "" stays empty."""
        return self._date(iso, "d MMMM y")

    def long_date(self, iso: str) -> str:
        """A date with its weekday: «الاثنين 23 تشرين الثاني 2026»."""
        return self._date(iso, "EEEE d MMMM y")

    def weekday(self, iso: str) -> str:
        """The weekday of a date."""
        return self._date(iso, "EEEE")

    def short_date(self, iso: str) -> str:
        """A date in figures without invisible marks: «23/11/2026»."""
        return self._date(iso, "d/M/y")

    def hijri(self, iso: str) -> str:
        """The Umm al-Qura date: «13 جمادى الآخرة 1448 هـ»; "" where it is not known for sure."""
        found = hijri_date(date.fromisoformat(iso)) if iso else None
        if found is None:
            return ""
        name = NAMES.get(self.language, NAMES["en"])[found.month - 1]
        era = "هـ" if self.language == "ar" else "AH"
        return f"{self.figures(str(found.day))} {name} {self.figures(str(found.year))} {era}"

    def duration(self, minutes: int) -> str:
        """A span of minutes in words: «دقيقتان», «90 دقيقة»."""
        words = Catalogue.load(self.language)
        form = words.ngettext("{count} minute", "{count} minutes", minutes)
        return form.format(count=self.number(minutes))

    # Lists

    def list(self, items: Sequence[str]) -> str:
        """The items as a sentence joins them: «أ وب وج», "a, b and c"; empty ones left out."""
        from babel.lists import format_list

        return format_list([each for each in items if each], locale=self._locale)

    def _date(self, iso: str, pattern: str) -> str:
        return self.figures(_formatted_date(iso, pattern, self._locale)) if iso else ""


def said_size(count: int) -> str:
    """A number of bytes as people speak of it: "480 kB", "3.2 MB"; Latin in every language."""
    if count < _MEGA:
        return f"{-(-count // 1000):,} kB"
    if count < 1000 * _MEGA:
        return f"{count / _MEGA:,.1f} MB"
    return f"{count / _MEGA / 1000:,.1f} GB"


@lru_cache(maxsize=4096)
def _formatted_date(iso: str, pattern: str, locale: str) -> str:
    from babel.dates import format_date

    return format_date(date.fromisoformat(iso), pattern, locale=locale)
