import json

from hypothesis import given
from hypothesis import strategies as st

from recorder.merge.registers import Write, heads_of, is_deleted, resolve_scalar, resolve_text


def a_write(name: str, lamport: int, value: object, *parents: Write, site: str = "a") -> Write:
    identity = name.encode().ljust(32, b"-")
    return Write(identity, lamport, site, json.dumps(value), frozenset(each.id for each in parents))


def test_a_write_that_saw_another_replaces_it() -> None:
    first = a_write("1", 1, "أ")
    second = a_write("2", 2, "ب", first)
    assert heads_of([first, second]) == [second]


def test_writes_that_did_not_see_each_other_both_stand() -> None:
    first = a_write("1", 1, "أ")
    here, there = a_write("2", 2, "ب", first), a_write("3", 2, "ج", first, site="b")
    assert heads_of([first, here, there]) == [there, here]
    assert resolve_scalar([here, there]) == there.value


def test_the_later_of_two_concurrent_writes_shows_whatever_the_site() -> None:
    early, late = a_write("1", 1, "أ", site="z"), a_write("2", 2, "ب", site="a")
    assert resolve_scalar([early, late]) == late.value


def test_a_criss_cross_of_writes_ends_where_one_saw_both() -> None:
    one, two = a_write("1", 1, 1), a_write("2", 1, 2, site="b")
    left, right = a_write("3", 2, 3, one, two), a_write("4", 2, 4, one, two, site="b")
    last = a_write("5", 3, 5, left, right)
    assert heads_of([one, two, left, right]) == [right, left]
    assert heads_of([one, two, left, right, last]) == [last]


def test_more_than_two_texts_all_stay_and_equal_ones_stand_once() -> None:
    heads = [a_write(str(at), 1, text, site=str(at)) for at, text in enumerate("أبأ")]
    assert sorted(json.loads(resolve_text(heads)).split()) == ["أ", "ب"]


def test_texts_are_merged_against_the_nearest_text_that_both_had_seen() -> None:
    first = a_write("1", 1, "الماء.")
    second = a_write("2", 2, "الماء. الكهرباء.", first)
    here = a_write("3", 3, "الماء نظيف. الكهرباء.", second)
    there = a_write("4", 3, "الماء. الكهرباء ضعيفة.", second, site="b")
    text = json.loads(resolve_text([first, second, here, there]))
    assert text == "الماء نظيف. الكهرباء ضعيفة."


def test_a_criss_cross_history_loses_no_word() -> None:
    root = a_write("0", 1, "الماء. الطرق.")
    one = a_write("1", 2, "الماء منقطع. الطرق.", root)
    two = a_write("2", 2, "الماء. الطرق ضيقة.", root, site="b")
    left = a_write("3", 3, "الماء منقطع. الطرق ضيقة. يسار.", one, two)
    right = a_write("4", 3, "الماء منقطع. الطرق ضيقة. يمين.", one, two, site="b")
    text = json.loads(resolve_text([root, one, two, left, right]))
    assert text == "الماء منقطع. الطرق ضيقة. يسار. يمين."


def test_a_row_is_gone_only_when_its_deletion_saw_every_edit() -> None:
    made, text = a_write("1", 1, 0), a_write("2", 2, "أ")
    gone = a_write("3", 3, 1, made, text)
    edit = a_write("4", 3, "ب", text, site="b")
    assert is_deleted([gone], [text.id])
    assert not is_deleted([gone], [edit.id])
    assert not is_deleted([made], [text.id])
    assert not is_deleted([], [])


def test_two_deletions_count_as_one_when_together_they_saw_everything() -> None:
    one, two = a_write("1", 1, "أ"), a_write("2", 1, "ب", site="b")
    assert is_deleted([a_write("3", 2, 1, one), a_write("4", 2, 1, two, site="b")],
                      [one.id, two.id])  # fmt: skip


histories = st.lists(
    st.tuples(st.integers(0, 3), st.lists(st.integers(0, 30), max_size=3)), max_size=12
)


@given(histories, st.randoms(use_true_random=False))
def test_the_outcome_does_not_depend_on_the_order_of_arrival(
    history: list[tuple[int, list[int]]], chance: object
) -> None:
    writes: list[Write] = []
    for at, (site, parents) in enumerate(history):
        seen = [writes[each % len(writes)] for each in parents] if writes else []
        lamport = 1 + max((each.lamport for each in seen), default=0)
        writes.append(a_write(str(at), lamport, f"نص {at}", *seen, site=str(site)))
    shuffled = list(writes)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert heads_of(shuffled) == heads_of(writes)
    if writes:
        assert resolve_text(shuffled) == resolve_text(writes)
