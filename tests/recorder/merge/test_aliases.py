"""Which entry stands for those merged into one another, whoever merged them and in what order."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recorder.merge.aliases import representatives

IDS = st.sampled_from("abcdefgh")
LINKS = st.lists(st.tuples(IDS, IDS), max_size=12)


def entry(links, row_id, out_of_sight=()):
    return representatives(links, out_of_sight).get(row_id, row_id)


@pytest.mark.parametrize(
    ("links", "entries"),
    [
        ([], {"a": "a"}),
        ([("a", "b")], {"a": "b", "b": "b"}),
        ([("a", "b"), ("b", "c")], {"a": "c", "b": "c", "c": "c"}),
        ([("a", "b"), ("b", "a")], {"a": "a", "b": "a"}),
        ([("c", "b"), ("b", "a"), ("a", "c")], {"a": "a", "b": "a", "c": "a"}),
        ([("z", "b"), ("b", "c"), ("c", "b")], {"z": "b", "b": "b", "c": "b"}),
        ([("a", "c"), ("a", "b")], {"a": "b", "b": "b", "c": "b"}),
        ([("a", "z"), ("z", "y"), ("a", "d"), ("d", "c")], {"a": "c", "z": "c", "y": "c"}),
        ([("b", "c"), ("a", "c"), ("x", "y")], {"a": "c", "b": "c", "x": "y"}),
        ([("a", "a")], {"a": "a"}),
        ([("b", "a"), ("a", "b"), ("a", "z")], {"a": "z", "b": "z", "z": "z"}),
    ],
    ids=["nothing", "a pair", "a chain", "both ways", "a ring", "a chain into a ring",
         "two targets", "two chains from one", "two into one", "itself", "out of a ring"],
)  # fmt: skip
def test_the_end_of_the_links_stands_for_all_and_the_smallest_of_several_ends(links, entries):
    assert {each: entry(links, each) for each in entries} == entries


def test_an_entry_that_is_out_of_sight_stands_for_nobody_while_another_is_there():
    assert entry([("a", "b"), ("b", "c")], "a", {"c"}) == "a"
    assert entry([("a", "b"), ("a", "c")], "a", {"b"}) == "c"
    assert entry([("a", "b")], "a", {"a", "b"}) == "b"


def test_a_chain_of_ten_thousand_is_followed_to_its_end():
    chain = [(f"{at:05}", f"{at + 1:05}") for at in range(10_000)]
    random.Random(1).shuffle(chain)
    assert set(representatives(chain).values()) == {"10000"}


@given(LINKS, st.randoms())
def test_order_and_repetition_of_the_links_do_not_matter(links, chance):
    shuffled = [*links, *links]
    chance.shuffle(shuffled)
    assert representatives(links) == representatives(shuffled)


@given(LINKS, st.sets(IDS))
def test_who_stands_for_others_stands_for_itself(links, out_of_sight):
    found = representatives(links, out_of_sight)
    assert not found.keys() & set(found.values())


@given(LINKS, st.sets(IDS))
def test_ids_are_one_exactly_when_links_join_them(links, out_of_sight):
    found = representatives(links, out_of_sight)
    joined = {each: {each} for each in "abcdefgh"}
    for start, end in links:
        together = joined[start] | joined[end]
        joined.update(dict.fromkeys(together, together))
    for each, together in joined.items():
        one_with = {other for other in joined if found.get(each, each) == found.get(other, other)}
        assert one_with == together


@given(LINKS, st.sets(IDS))
def test_nobody_out_of_sight_is_shown_for_one_in_sight(links, out_of_sight):
    for each, shown in representatives(links, out_of_sight).items():
        assert shown not in out_of_sight or each in out_of_sight


@given(LINKS)
def test_what_shows_is_the_smallest_of_the_ids_from_which_every_way_leads_back(links):
    ids = {each for link in links for each in link}
    reached = {each: {each} for each in ids}
    for _ in ids:
        for start, end in links:
            reached[start] = reached[start] | reached[end]
    ends = [each for each in ids if all(each in reached[other] for other in reached[each])]
    for each, shown in representatives(links).items():
        group = [end for end in ends if entry(links, end) == entry(links, each)]
        assert shown == min(group)
