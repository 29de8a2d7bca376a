"""Sheets under each other: all of them, apart, in the middle, and every place found again."""

from hypothesis import given
from hypothesis import strategies as st

from ui.export.sheets import Sheets, Spot, lay_sheets

GAP, LARGEST = 12, 96 / 72
SIZES = st.lists(st.tuples(st.floats(50, 2000), st.floats(50, 2000)), min_size=1, max_size=40)
A4, ACROSS = (595.3, 841.9), (841.9, 595.3)


@given(SIZES, st.integers(60, 2000))
def test_sheets_keep_a_gap_and_stay_inside_the_room(sizes, width):
    sheets = lay_sheets(sizes, width, GAP, LARGEST)
    ends = [0]
    for place in sheets.places:
        assert place.y() == ends[-1] + GAP
        assert place.x() >= 0
        assert place.x() + place.width() <= width
        assert abs((width - place.width()) / 2 - place.x()) <= 1
        ends.append(place.y() + place.height())
    assert sheets.height == ends[-1] + GAP


@given(SIZES, st.integers(60, 2000), st.integers(0, 60_000), st.integers(1, 900))
def test_what_lies_between_two_heights_is_what_one_would_see(sizes, width, top, high):
    places = lay_sheets(sizes, width, GAP, LARGEST).places
    seen = [at for at, each in enumerate(places)
            if each.y() < top + high and each.y() + each.height() > top]  # fmt: skip
    assert list(Sheets(places).between(top, top + high)) == seen


@given(SIZES, st.integers(300, 2000), st.integers(300, 2000), st.integers(0, 60_000))
def test_a_place_of_reading_is_found_again_in_another_width(sizes, one, other, height):
    first, second = (lay_sheets(sizes, each, GAP, LARGEST) for each in (one, other))
    spot = first.spot(min(height, first.height))
    assert abs(first.height_of(spot) - min(height, first.height)) <= 1
    there = second.spot(second.height_of(spot))
    assert abs(there.number - spot.number) <= (0 if 0.02 < spot.share < 0.98 else 1)


def test_paper_is_no_larger_than_itself_and_fits_the_room():
    assert lay_sheets([A4], 2000, GAP, LARGEST).places[0].width() == 794
    assert lay_sheets([A4], 500, GAP, LARGEST).places[0].width() == 500 - 2 * GAP


def test_a_sheet_that_lies_across_is_wider_than_one_that_stands():
    upright, across = lay_sheets([A4, ACROSS], 800, GAP, LARGEST).places
    assert across.width() == 800 - 2 * GAP
    assert abs(upright.width() - across.height()) <= 1


def test_a_place_on_a_page_that_has_gone_is_the_end():
    sheets = lay_sheets([A4], 500, GAP, LARGEST)
    assert sheets.height_of(Spot(7, 0.5)) == sheets.height
    assert lay_sheets([], 500, GAP, LARGEST).spot(0) == Spot()
