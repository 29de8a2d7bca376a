"""The arithmetic and the table of the benchmarks, without measuring anything."""

from tests.benchmarks.__main__ import main, names, table
from tests.benchmarks.row import at_least, at_most, medians


def test_a_cost_is_measured_in_floors():
    row = at_most("saving", value=3.0, floor=2.0, times=1.2)
    assert (row.ratio, row.reached) == (1.5, False)
    assert at_most("saving", value=2.0, floor=2.0, times=1.2).reached


def test_a_speed_is_measured_in_times_faster():
    row = at_least("export", value=2.0, slower=50.0, times=20)
    assert (row.ratio, row.reached) == (25.0, True)
    assert not at_least("export", value=2.0, slower=30.0, times=20).reached


def test_works_are_run_in_turns():
    order: list[str] = []
    medians(2, lambda: order.append("ours"), lambda: order.append("floor"))
    assert order == ["ours", "floor", "ours", "floor"]


def test_the_table_says_what_was_aimed_at_and_what_came_of_it():
    text = table([at_most("saving", 3.0, 2.0, 1.2), at_least("export", 2.0, 50.0, 20)])
    heading, saving, export = text.splitlines()
    assert heading.split() == ["benchmark", "ours", "floor", "unit", "ratio", "aim"]
    assert saving.split() == ["saving", "3.00", "2.00", "ms", "1.50", "<=", "1.2", "not", "reached"]
    assert export.split() == ["export", "2.00", "50.00", "ms", "25.00", ">=", "20", "reached"]


def test_a_benchmark_that_is_not_there_is_refused_with_the_list(capsys):
    assert main(["flying"]) == 2
    said = capsys.readouterr().err
    assert "start" in names()
    assert all(name in said for name in names())
