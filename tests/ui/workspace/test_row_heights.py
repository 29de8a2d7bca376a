import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.meeting.workspace_heights import RowHeights

HEIGHTS = st.lists(st.integers(1, 400), max_size=60)
STEPS = st.lists(
    st.tuples(st.sampled_from(["insert", "remove", "set"]), st.integers(0, 900), st.integers(1, 99))
)


@given(HEIGHTS, STEPS)
def test_rows_begin_where_the_rows_before_them_end_whatever_was_changed(first, steps):
    plain, heights = list(first) * 10, RowHeights(list(first) * 10)
    for verb, row, height in steps:
        if verb == "insert":
            at = row % (len(plain) + 1)
            plain.insert(at, height)
            heights.insert(at, height)
        elif plain and verb == "remove":
            del plain[row % len(plain)]
            heights.remove(row % (len(plain) + 1))
        elif plain:
            plain[row % len(plain)] = height
            heights[row % len(plain)] = height
    assert [heights[row] for row in range(len(heights))] == plain
    assert heights.total == sum(plain)
    assert [heights.top(row) for row in range(len(plain) + 1)] == [
        sum(plain[:row]) for row in range(len(plain) + 1)
    ]


@given(st.lists(st.integers(1, 400), min_size=1, max_size=700), st.data())
def test_the_row_at_an_offset_covers_it(plain, data):
    heights = RowHeights(plain)
    offset = data.draw(st.integers(0, sum(plain) - 1))
    row = heights.row_at(offset)
    assert heights.top(row) <= offset < heights.top(row) + heights[row]


def test_offsets_outside_the_list_give_its_ends():
    heights = RowHeights([10, 20])
    assert (heights.row_at(-5), heights.row_at(500)) == (0, 1)


def test_an_empty_list_has_no_row_anywhere():
    with pytest.raises(IndexError):
        RowHeights().row_at(0)
