import pytest
from PySide6.QtCore import Qt

from ui.capture.mixed_text import lay_mixed

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


UNSEEN = "\u200e\u200f\u2066\u2067\u2068\u2069"


def place_of(laid, part):
    """The left edges of a part's characters, in reading order; marks are not counted."""
    text = laid.layout.text().replace("\xa0", " ")
    seen = [at for at, letter in enumerate(text) if letter not in UNSEEN]
    first = "".join(text[at] for at in seen).index(part)
    line = laid.layout.lineAt(0)
    return [line.glyphRuns(at, 1)[0].positions()[0].x() for at in seen[first : first + len(part)]]


@pytest.mark.parametrize(
    "part", ["GLOCA", "DCAF", "12,500.75", "+963 21 123-4567", "2026-11-23", "41%"]
)
def test_codes_numbers_and_dates_are_read_from_the_left_inside_arabic(theme, part):
    laid = lay_mixed(f"تدعم المنظمة ({part}) في حلب", theme.font(15), 600, RTL)
    places = place_of(laid, part)
    if part != "41%":  # the sign of a percentage stands at the left of its number in Arabic
        assert places == sorted(places)
        assert len(set(places)) == len(places)
    before, after = place_of(laid, "تدعم"), place_of(laid, "حلب")
    assert min(before) > max(places) > min(places) > max(after)


def test_brackets_stay_around_a_code(theme):
    laid = lay_mixed("المركز (DCAF) مستعد", theme.font(15), 600, RTL)
    brackets = sorted(place_of(laid, "(") + place_of(laid, ")"))
    letters = place_of(laid, "DCAF")
    assert brackets[0] < min(letters) < max(letters) < brackets[1]


@pytest.mark.parametrize(
    ("text", "fallback", "side"),
    [
        ("DCAF: التعاون", LTR, "right"),
        ("- (DCAF) قرار", LTR, "right"),
        ("GLOCA and DCAF share the survey (2025).", RTL, "left"),
        ("12,500.75", RTL, "right"),
        ("12,500.75", LTR, "left"),
    ],
)
def test_a_text_stands_at_the_side_where_its_reading_begins(theme, text, fallback, side):
    width = 600
    laid = lay_mixed(text, theme.font(15), width, fallback)
    used = laid.layout.lineAt(0).naturalTextRect()
    gap = {"left": used.left(), "right": width - used.right()}
    assert abs(gap[side]) < 3
    other = {"left": "right", "right": "left"}[side]
    assert gap[other] > 100
