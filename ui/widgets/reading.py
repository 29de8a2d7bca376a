"""Dates and clock times as people type them, in both sets of digits."""

import re
from datetime import date, time

from ui.i18n import N_, _
from ui.wording import ascii_digits

MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
"""English msgids in the order of the year; the Arabic ones are the Levantine names."""

_MARKS = re.compile("[\u200e\u200f\u061c\u2066-\u2069]")
_NUMBERS = re.compile(r"\d+")
_CENTURY = 2000
_WHOLE_DATE, _DAY_AND_MONTH = 3, 2
_HOUR_ONLY_DIGITS = 2
_NOON = 12
_AFTERNOON = re.compile(r"(?:^|[\d\s])(?:م|مساءً?|pm)\.?$", re.IGNORECASE)
_MORNING = re.compile(r"(?:^|[\d\s])(?:ص|صباحاً?|am)\.?$", re.IGNORECASE)


def month_name(month: int) -> str:
    """The name of a month, 1 to 12, in the language in use."""
    return _(MONTHS[month - 1])


def read_date(text: str, today: date) -> str | None:
    """The date that a text means as YYYY-MM-DD; "" for a blank text, None when it means none.

    Day first, as in the region: 18/6/2025, 18-6-25, 18 6 (of this year), «18 حزيران 2025»,
    and 2025-06-18.
    """
    plain = ascii_digits(_MARKS.sub("", text)).strip()
    if not plain:
        return ""
    named = _named_month(plain)
    numbers = _NUMBERS.findall(plain)
    if named is not None:
        numbers.insert(
            0 if len(numbers) > 1 and len(numbers[0]) > _DAY_AND_MONTH else 1, str(named)
        )
    if len(numbers) == _DAY_AND_MONTH:
        numbers.append(str(today.year))
    if len(numbers) != _WHOLE_DATE:
        return None
    year_first = len(numbers[0]) > _DAY_AND_MONTH
    year, month, day = map(int, numbers if year_first else reversed(numbers))
    try:
        return date(year + _CENTURY if year < 100 else year, month, day).isoformat()  # noqa: PLR2004
    except (ValueError, OverflowError):
        return None


def _named_month(text: str) -> int | None:
    lowered = text.casefold()
    for language_names in ([_(name) for name in MONTHS], MONTHS):
        # The longer name first: «تشرين الأول» is no prefix of «تشرين الثاني», «May» is of none.
        for at, name in sorted(enumerate(language_names, 1), key=lambda each: -len(each[1])):
            if name.casefold() in lowered:
                return at
    return None


def read_clock(text: str) -> str | None:
    """The time that a text means as HH:MM; "" for a blank text, None when it means none.

    9, 930, 9:30, 9.30, 21:30, «9:30 م», 9 pm.
    """
    plain = ascii_digits(_MARKS.sub("", text)).strip()
    if not plain:
        return ""
    numbers = _NUMBERS.findall(plain)
    if len(numbers) == 1:
        numbers = _split_digits(numbers[0])
    if len(numbers) != _DAY_AND_MONTH:
        return None
    hour, minute = map(int, numbers)
    if _AFTERNOON.search(plain) and hour < _NOON:
        hour += _NOON
    elif _MORNING.search(plain) and hour == _NOON:
        hour = 0
    try:
        return time(hour, minute).strftime("%H:%M")
    except (ValueError, OverflowError):
        return None


def _split_digits(digits: str) -> list[str]:
    if len(digits) <= _HOUR_ONLY_DIGITS:
        return [digits, "0"]
    return [digits[:-2], digits[-2:]]
