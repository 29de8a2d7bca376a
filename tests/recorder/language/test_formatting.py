"""Dates, clock times and numbers read as a Syrian or a British reader expects them."""

import re
import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recorder.language.formatting import Formatter

ARABIC = Formatter("ar", "latn")
INDIC = Formatter("ar", "arab")
ENGLISH = Formatter("en", "latn")

BIDI_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

MONTHS = [
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
    "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
]  # fmt: skip


def test_a_long_date_names_the_weekday_and_the_syrian_month():
    assert ARABIC.long_date("2026-11-23") == "الاثنين 23 تشرين الثاني 2026"
    assert ENGLISH.long_date("2026-11-23") == "Monday 23 November 2026"


@pytest.mark.parametrize(("month", "name"), list(enumerate(MONTHS, start=1)))
def test_every_month_has_its_syrian_name(month, name):
    assert ARABIC.date(f"2026-{month:02}-05") == f"5 {name} 2026"


def test_a_date_may_leave_the_weekday_out_or_stand_alone_as_a_weekday():
    assert ENGLISH.date("2026-11-23") == "23 November 2026"
    assert ARABIC.weekday("2026-11-23") == "الاثنين"


def test_a_short_date_has_slashes_and_no_leading_zeros():
    assert ARABIC.short_date("2026-01-05") == "5/1/2026"
    assert INDIC.short_date("2026-01-05") == "٥/١/٢٠٢٦"


def test_what_is_not_known_stays_empty():
    for formatter in (ARABIC, INDIC, ENGLISH):
        assert formatter.date("") == formatter.long_date("") == formatter.clock("") == ""
        assert formatter.short_date("") == formatter.weekday("") == ""


def test_arabic_digits_stand_in_all_that_is_formatted():
    assert INDIC.long_date("2026-11-23") == "الاثنين ٢٣ تشرين الثاني ٢٠٢٦"
    assert INDIC.clock("10:42") == "١٠:٤٢"
    assert INDIC.number(12500) == "١٢٬٥٠٠"
    assert INDIC.decimal(Decimal("12500.75")) == "١٢٬٥٠٠٫٧٥"
    assert INDIC.percent(35) == "٣٥٪"
    assert INDIC.ordinal(100) == "١٠٠."


def test_western_digits_keep_western_separators_in_arabic_too():
    assert ARABIC.clock("10:42") == "10:42"
    assert ARABIC.number(12500) == "12,500"
    assert ARABIC.decimal(Decimal("12500.70")) == "12,500.70"
    assert ARABIC.decimal(Decimal(7)) == "7"
    assert ARABIC.percent(35) == "35%"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "دقيقة واحدة"), (2, "دقيقتان"), (3, "3 دقائق"), (10, "10 دقائق"), (11, "11 دقيقة"),
        (45, "45 دقيقة"), (90, "90 دقيقة"), (100, "100 دقيقة"), (103, "103 دقائق"),
    ],
)  # fmt: skip
def test_minutes_take_the_plural_that_arabic_asks_for(count, words):
    assert ARABIC.duration(count) == words


def test_minutes_in_other_digits_and_in_english():
    assert INDIC.duration(45) == "٤٥ دقيقة"
    assert ENGLISH.duration(1) == "1 minute"
    assert ENGLISH.duration(45) == "45 minutes"


def test_heads_are_counted_in_words_up_to_ninety_nine():
    assert [ARABIC.ordinal(n) for n in (1, 2, 3, 10, 11, 20)] == [
        "أولاً", "ثانياً", "ثالثاً", "عاشراً", "حادي عشر", "عشرون",
    ]  # fmt: skip
    assert ARABIC.ordinal(21) == "حادي وعشرون"
    assert ARABIC.ordinal(30) == "ثلاثون"
    assert ARABIC.ordinal(99) == "تاسع وتسعون"
    assert ARABIC.ordinal(100) == "100."
    assert ENGLISH.ordinal(2) == "2."
    assert len({ARABIC.ordinal(n) for n in range(1, 140)}) == 139


@pytest.mark.parametrize(
    ("items", "arabic", "english"),
    [
        ([], "", ""),
        (["أ"], "أ", "أ"),
        (["أ", "", "ب"], "أ وب", "أ and ب"),
        (["GLOCA", "DCAF", "البلدية"], "GLOCA وDCAF والبلدية", "GLOCA, DCAF and البلدية"),
    ],
)
def test_an_enumeration_joins_its_parts_as_the_language_does(items, arabic, english):
    assert ARABIC.list(items) == arabic
    assert ENGLISH.list(items) == english


@given(st.dates(min_value=date(1900, 1, 1)), st.integers(), st.sampled_from(["latn", "arab"]))
def test_no_format_holds_a_bidi_mark_or_mixes_digits(day, number, digits):
    formatter, iso = Formatter("ar", digits), day.isoformat()
    text = " ".join(
        [formatter.long_date(iso), formatter.short_date(iso), formatter.number(number),
         formatter.percent(number), formatter.clock_range("09:00", "23:59"),
         formatter.duration(abs(number))]
    )  # fmt: skip
    assert not BIDI_MARKS.search(text)
    assert not re.search("[0-9]" if digits == "arab" else "[٠-٩]", text)


def test_english_keeps_western_digits_whatever_was_chosen():
    assert Formatter("en", "arab").date("2026-11-23") == "23 November 2026"


def test_a_span_of_time_shows_the_end_that_is_known():
    assert ARABIC.clock_range("10:00", "14:30") == "10:00 – 14:30"
    assert ARABIC.clock_range("10:00", "") == "10:00"
    assert ARABIC.clock_range("", "") == ""


def test_a_formatter_waits_for_its_first_date_before_it_draws_in_babel():
    program = (
        "import sys; from recorder.language.formatting import Formatter;"
        "Formatter('ar', 'latn').number(3); assert 'babel' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
