"""Columns share the width of the text, and none breaks a word for want of room."""

from hypothesis import given
from hypothesis import strategies as st

from recorder.minutes.docx.columns import column_widths, fitted
from recorder.minutes.docx.page import TEXT_WIDTH
from recorder.minutes.model import Column, Table

PAIRS = st.lists(
    st.tuples(st.integers(1, 100), st.integers(100, 3000)), min_size=1, max_size=12
)  # fmt: skip


@given(PAIRS)
def test_columns_are_together_exactly_as_wide_as_the_text(pairs):
    wanted, least = zip(*pairs, strict=True)
    assert sum(fitted(wanted, least, TEXT_WIDTH)) == TEXT_WIDTH


@given(PAIRS)
def test_no_column_is_narrower_than_its_least_while_there_is_room(pairs):
    wanted, least = zip(*pairs, strict=True)
    widths = fitted(wanted, least, TEXT_WIDTH)
    if sum(least) < TEXT_WIDTH:
        assert all(width >= each - 1 for width, each in zip(widths, least, strict=True))


def test_columns_with_room_keep_their_proportion():
    assert fitted([1, 2, 1], [10, 10, 10], 1000) == [250, 500, 250]


def test_a_number_keeps_its_figures_together_beside_a_greedy_neighbour():
    columns = (Column("م", 1), Column("النص", 99))
    short = column_widths(Table(columns, (("1", "نص"),)))
    long = column_widths(Table(columns, tuple((str(each), "نص") for each in range(990, 1010))))
    assert short[0] < long[0]


def test_the_last_rows_count_where_they_are_at_hand():
    columns = (Column("م", 1), Column("النص", 99))
    rows = tuple((str(each), "نص") for each in range(1, 10_001))
    assert column_widths(Table(columns, rows)) == column_widths(Table(columns, rows[-1:]))


def test_a_table_whose_rows_are_made_while_they_are_read_is_measured_too():
    class Rows:
        def __iter__(self):
            return iter([("123456", "نص")])

    columns = (Column("م", 1), Column("النص", 99))
    assert column_widths(Table(columns, Rows())) == column_widths(Table(columns, tuple(Rows())))
