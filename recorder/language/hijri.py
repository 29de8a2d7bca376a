"""The Umm al-Qura date (أم القرى) of a day, for the years in which its sources agree.

The lengths of the months are those of ICU 78.2 (its calendar islamic-umalqura, after R. H. van
Gent's tables) for 1420 to 1450; the package hijridate 2.6.0, made from the printed calendar, has
the same first day for each of these 372 months. Before and after they differ by a day here and
there, and nothing is said then: an office would rather have no date than a wrong one.
"""

from bisect import bisect_right
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

_FIRST_YEAR = 1420
_FIRST_DAY = date(1999, 4, 17)
# A year each: bit n is set where month n + 1 has 30 days and not 29.
_LONG_MONTHS = """
    bd2 bc4 b89 a95 52d 5ad b6a 6d4 dc9 d92 aa6 956 2ae 56d 36a b55 aaa
    94d 49d 95d 2ba 5b5 5aa d55 a9a 92e 26e 55d ada 6d4 6a5
"""
_MONTHS = 12

NAMES = {
    "ar": (
        "محرّم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان",
        "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
    ),
    "en": (
        "Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Akhir", "Jumada al-Ula", "Jumada al-Akhira",
        "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qada", "Dhu al-Hijja",
    ),
}  # fmt: skip
"""The names of the months in each language."""


class HijriDate(NamedTuple):
    """A date of the Umm al-Qura calendar; the month from 1."""

    year: int
    month: int
    day: int


def hijri_date(day: date) -> HijriDate | None:
    """The date of a day; None outside 17 April 1999 to the end of 1450."""
    starts = _month_starts()
    if not starts[0] <= day < starts[-1]:
        return None
    at = bisect_right(starts, day) - 1
    year, month = divmod(at, _MONTHS)
    return HijriDate(_FIRST_YEAR + year, month + 1, (day - starts[at]).days + 1)


@cache
def _month_starts() -> tuple[date, ...]:
    """The first day of each month, and of the one after the last."""
    starts = [_FIRST_DAY]
    for year in _LONG_MONTHS.split():
        bits = int(year, 16)
        for month in range(_MONTHS):
            starts.append(starts[-1] + timedelta(days=30 if bits >> month & 1 else 29))
    return tuple(starts)
