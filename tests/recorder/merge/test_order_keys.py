import itertools
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from recorder.merge.order import key_between, order_tag

ALEPPO = order_tag("a1b2c3d4e5f60718")
HOMS = order_tag("00ffee1122334455")
TAGS = (ALEPPO, HOMS, *map(order_tag, ("123456789abc", "ffffffffffff", "000000000000")))


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, 10_000), st.booleans()), max_size=60))
def test_every_key_falls_between_its_neighbours(insertions: list[tuple[int, bool]]) -> None:
    keys: list[str] = []
    for at, here in insertions:
        index = at % (len(keys) + 1)
        before = keys[index - 1] if index else None
        after = keys[index] if index < len(keys) else None
        key = key_between(before, after, ALEPPO if here else HOMS)
        keys.insert(index, key)
        assert keys == sorted(set(keys))


def append_run(keys: list[str], tag: str, count: int) -> list[str]:
    run = list(keys)
    for _ in range(count):
        run.append(key_between(run[-1] if run else None, None, tag))
    return run


def test_what_two_laptops_append_apart_does_not_interleave() -> None:
    shared = append_run([], ALEPPO, 3)
    here = append_run(shared, ALEPPO, 40)[3:]
    there = append_run(shared, HOMS, 40)[3:]
    merged = ["here" if key in here else "there" for key in sorted([*here, *there])]
    assert sum(one != other for one, other in itertools.pairwise(merged)) == 1


def test_what_two_laptops_insert_at_one_place_does_not_interleave() -> None:
    first, last = append_run([], ALEPPO, 2)
    runs = []
    for tag in (ALEPPO, HOMS):
        keys = [first]
        for _ in range(20):
            keys.append(key_between(keys[-1], last, tag))
        runs.append(keys[1:])
    merged = ["here" if key in runs[0] else "there" for key in sorted(runs[0] + runs[1])]
    assert sum(one != other for one, other in itertools.pairwise(merged)) == 1


def insert(keys: list[str], at: int, tag: str) -> str:
    """Put a key at a place of a sorted list."""
    before = keys[at - 1] if at else None
    after = keys[at] if at < len(keys) else None
    key = key_between(before, after, tag)
    keys.insert(at, key)
    return key


@settings(max_examples=150)
@given(
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 4)), max_size=25),
    st.integers(0, 10_000),
    st.lists(st.integers(1, 12), min_size=2, max_size=4),
)
def test_runs_that_laptops_put_at_one_place_apart_do_not_interleave(
    shared: list[tuple[int, int]], place: int, runs: list[int]
) -> None:
    keys: list[str] = []
    for number, laptop in shared:
        insert(keys, number % (len(keys) + 1), TAGS[laptop])
    at = place % (len(keys) + 1)
    owner: dict[str, int] = {}
    for laptop, length in enumerate(runs):
        here = list(keys)
        owner |= {insert(here, at + behind, TAGS[laptop]): laptop for behind in range(length)}
    merged = [owner[key] for key in sorted(owner)]
    assert len(owner) == sum(runs)
    assert sum(one != other for one, other in itertools.pairwise(merged)) == len(runs) - 1
    assert sorted([*keys, *owner])[at : at + len(owner)] == sorted(owner)


@settings(max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 4)), max_size=80))
def test_no_way_of_inserting_adds_more_than_eight_digits_a_time(
    insertions: list[tuple[int, int]],
) -> None:
    keys: list[str] = []
    longest = 0
    for number, laptop in insertions:
        key = insert(keys, number % (len(keys) + 1), TAGS[laptop])
        assert len(key) <= longest + 8
        longest = max(longest, len(key))


def test_keys_stay_short_when_rows_are_put_anywhere() -> None:
    chance = random.Random(1)
    for laptops in range(1, 6):
        keys: list[str] = []
        for turn in range(2_000):
            insert(keys, chance.randrange(len(keys) + 1), TAGS[turn % laptops])
        assert keys == sorted(set(keys))
        assert max(map(len, keys)) <= 80


def test_keys_stay_short_when_laptops_append_in_turns() -> None:
    keys: list[str] = []
    for turn in range(2_000):
        keys.append(key_between(keys[-1] if keys else None, None, (ALEPPO, HOMS)[turn % 2]))
    assert keys == sorted(keys)
    assert max(map(len, keys)) <= 10


def test_keys_stay_short_when_everything_is_put_at_the_front() -> None:
    front: str | None = None
    for _ in range(500):
        front = key_between(None, front, ALEPPO)
    assert front is not None
    assert len(front) <= 200
