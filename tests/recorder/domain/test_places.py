"""Rows that laptops put under each other still have a top."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from recorder.domain.columns import Place
from recorder.domain.directory import Theme
from recorder.domain.places import without_cycles


def themes(**parents: str | None) -> list[Theme]:
    return [Theme(id=name, place=Place(parent, name)) for name, parent in parents.items()]


def parents_of(rows: list[Theme]) -> dict[str, str | None]:
    return {each.id: each.place.parent_id for each in rows}


def test_rows_in_no_ring_stay_as_they_are() -> None:
    rows = themes(a=None, b="a", c="b", d="gone")
    assert without_cycles(rows) == rows


def test_of_two_rows_under_each_other_the_smaller_id_is_at_the_top() -> None:
    assert parents_of(without_cycles(themes(b="a", a="b", c="b"))) == {
        "b": "a",
        "a": None,
        "c": "b",
    }


def test_a_row_under_itself_is_at_the_top() -> None:
    assert parents_of(without_cycles(themes(a="a", b="a"))) == {"a": None, "b": "a"}


def test_a_ring_is_cut_once_and_what_leads_into_it_stays() -> None:
    rows = themes(x="c", c="b", b="a", a="c", y="x")
    assert parents_of(without_cycles(rows)) == {"x": "c", "c": "b", "b": "a", "a": None, "y": "x"}


names = st.sampled_from("abcdefgh")


@given(st.dictionaries(names, st.none() | names), st.randoms(use_true_random=False))
def test_every_row_has_a_top_above_it_whatever_the_order(parents, chance) -> None:
    rows = themes(**parents)
    found = without_cycles(rows)
    known = parents_of(found)
    for name in known:
        at, steps = name, 0
        while at in known and steps <= len(known):
            at, steps = known[at], steps + 1
        assert steps <= len(known)
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert parents_of(without_cycles(shuffled)) == known
    assert [replace(each, place=Place()) for each in found] == [
        replace(each, place=Place()) for each in rows
    ]
