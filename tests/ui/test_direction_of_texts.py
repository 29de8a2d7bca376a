import pytest

from ui.i18n import LRM, PDI, RLM, isolate
from ui.widgets.direction import LTR, RTL, direction_of, framed, joined
from ui.widgets.paint import lay_text


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


@pytest.mark.parametrize("part", ["2026-11-23", "+963 21 123-4567"])
@pytest.mark.parametrize("way", [RTL, LTR])
def test_phones_and_dates_in_titles_are_read_from_the_left(theme, part, way):
    """In headers, lists and completers: each is a line that `framed` made ready."""
    shown = framed(f"لقاء {part} مع GLOCA (DCAF)", way)
    laid = lay_text(shown, theme.font(15), 900, way)
    line = laid.layout.lineAt(0)
    first = laid.layout.text().index(part)
    places = [line.glyphRuns(at, 1)[0].positions()[0].x() for at in range(first, first + len(part))]
    assert places == sorted(places)
    assert joined(["حلب", f"في {part}"], way).count(part) == 1


def test_what_needs_no_fence_gets_none():
    assert framed("المبلغ 12,500.75 ليرة في 10:42", RTL) == f"{RLM}المبلغ 12,500.75 ليرة في 10:42"
