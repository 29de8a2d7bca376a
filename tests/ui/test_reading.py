from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from ui.widgets.reading import month_name, read_clock, read_date
from ui.wording import Wording

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("18/6/2025", "2025-06-18"), ("18-6-25", "2025-06-18"), ("18.6.2025", "2025-06-18"),
        ("2025-06-18", "2025-06-18"), ("١٨/٦/٢٠٢٥", "2025-06-18"), ("18 6", "2026-06-18"),
        ("18 حزيران 2025", "2025-06-18"), ("24 تشرين الثاني 2026", "2026-11-24"),
        ("24 تشرين الأول", "2026-10-24"), ("18 June 2025", "2025-06-18"), ("  ", ""),
        ("31/2/2025", None), ("غداً", None), ("5", None),
    ],
)  # fmt: skip
def test_a_date_is_understood_as_people_write_it(typed, meant):
    assert read_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9", "09:00"), ("930", "09:30"), ("9:30", "09:30"), ("9.30", "09:30"), ("٩:٣٠", "09:30"),
        ("9:30 م", "21:30"), ("9 pm", "21:00"), ("12:15 ص", "00:15"), ("12 م", "12:00"),
        ("2145", "21:45"), ("", ""), ("25:00", None), ("9:75", None), ("ظهراً", None),
    ],
)  # fmt: skip
def test_a_clock_time_is_understood_as_people_write_it(typed, meant):
    assert read_clock(typed) == meant


@settings(max_examples=60)
@given(some.dates(date(1900, 1, 1), date(2099, 12, 31)), some.sampled_from(["latn", "arab"]))
def test_a_date_reads_back_as_it_is_shown(day, digits):
    shown = Wording("ar", digits).date(day.isoformat())
    assert read_date(shown, TODAY) == day.isoformat()


@settings(max_examples=60)
@given(some.text(max_size=30))
def test_no_text_breaks_the_reading(text):
    assert read_date(text, TODAY) is None or isinstance(read_date(text, TODAY), str)
    assert read_clock(text) is None or isinstance(read_clock(text), str)


def test_months_have_their_levantine_names():
    assert month_name(11) == "تشرين الثاني"
