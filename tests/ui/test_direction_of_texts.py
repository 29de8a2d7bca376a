import pytest

from ui.widgets.direction import LTR, RTL, direction_of


@pytest.mark.parametrize(
    ("text", "fallback", "expected"),
    [
        ("DCAF تدعم", "ltr", "rtl"),
        ("- (DCAF) قرار", "ltr", "rtl"),
        ("only Latin", "rtl", "ltr"),
        ("", "rtl", "rtl"),
        ("12 %", "ltr", "ltr"),
        ("…", "rtl", "rtl"),
    ],
)
def test_a_note_is_right_to_left_as_soon_as_it_has_arabic(text, fallback, expected):
    ways = {"rtl": RTL, "ltr": LTR}
    assert direction_of(text, ways[fallback]) == ways[expected]
