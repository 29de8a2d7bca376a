"""Umm al-Qura dates against days that everybody remembers."""

from datetime import date, timedelta

import pytest

from recorder.language.formatting import Formatter
from recorder.language.hijri import hijri_date


@pytest.mark.parametrize(
    ("day", "hijri"),
    [
        (date(1999, 4, 17), (1420, 1, 1)),
        (date(2015, 10, 14), (1437, 1, 1)),
        (date(2020, 4, 24), (1441, 9, 1)),  # the first of Ramadan
        (date(2023, 7, 19), (1445, 1, 1)),
        (date(2024, 3, 11), (1445, 9, 1)),
        (date(2024, 6, 16), (1445, 12, 10)),  # the feast of the sacrifice
        (date(2025, 3, 1), (1446, 9, 1)),
        (date(2025, 3, 30), (1446, 10, 1)),  # the end of the fast
        (date(2026, 11, 23), (1448, 6, 13)),
    ],
)
def test_days_that_everybody_remembers(day, hijri):
    assert hijri_date(day) == hijri


def test_every_day_follows_the_one_before_it():
    day, last = date(1999, 4, 17), (1420, 1, 0)
    while (found := hijri_date(day)) is not None:
        year, month, number = last
        following = {(year, month, number + 1), (year, month + 1, 1), (year + 1, 1, 1)}
        assert found in following
        assert number in (29, 30) or found.month == month
        day, last = day + timedelta(days=1), found
    assert last[:2] == (1450, 12)


def test_outside_the_years_in_which_the_sources_agree_nothing_is_said():
    assert hijri_date(date(1999, 4, 16)) is None
    assert hijri_date(date(2040, 1, 1)) is None
    assert Formatter("ar").hijri("2040-01-01") == Formatter("ar").hijri("") == ""


@pytest.mark.parametrize(
    ("language", "digits", "said"),
    [
        ("ar", "latn", "13 جمادى الآخرة 1448 هـ"),
        ("ar", "arab", "١٣ جمادى الآخرة ١٤٤٨ هـ"),
        ("en", "latn", "13 Jumada al-Akhira 1448 AH"),
    ],
)
def test_a_date_is_written_in_words_and_chosen_digits(language, digits, said):
    assert Formatter(language, digits).hijri("2026-11-23") == said
