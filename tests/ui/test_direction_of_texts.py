import pytest

from ui.i18n import LRM, PDI, RLM, isolate
from ui.widgets.direction import LTR, RTL, direction_of, framed


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


def test_a_name_inside_a_sentence_does_not_turn_it():
    said = f"“{isolate('وسيم الحاج')}” was deleted."
    assert framed(said, LTR) == f"{LRM}{said}"
    named = f"حُذف «{isolate('Elena Rossi')}»."
    assert framed(named, RTL) == f"{RLM}{named}"
    assert framed("DCAF تدعم", LTR) == f"{LRM}\u2067DCAF تدعم{PDI}"
