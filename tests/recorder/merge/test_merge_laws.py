"""What holds for every merge of texts, whoever wrote them."""

import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recorder.domain.values import clean_text
from recorder.merge.matcher import matches
from recorder.merge.sentences import join_sentences, split_sentences, words_of
from recorder.merge.spelling import said_by
from recorder.merge.text import Merged, merge_texts

words = st.sampled_from(
    ["ماء", "ماءً", "احمد", "أحمد", "0.2", "٠٫٢", "12,5", "حلب", "(DCAF)", "لا", "لم", "نعم", "إلا",
     "د.", "أ.د.", "1.", "15.", "•", "قال:", "«نعم.»", "نم\u200cخ", "\u200fحلب", "👍🏽", "e\u0301"]
)  # fmt: skip
ends = st.sampled_from([". ", ".", "؟ ", "\n", "؛ ", "\n\n\t", "... ", "!  ", " ", "۔ "])
texts = st.lists(
    st.tuples(st.lists(words, min_size=1, max_size=5).map(" ".join), ends), max_size=5
).map(lambda parts: clean_text("".join(core + end for core, end in parts)))


def edited(base: str, chance) -> str:
    """A text as somebody leaves it who worked on it: a few words in, out, changed, or moved."""
    tokens = base.replace("\n", " \n ").split(" ")
    for _ in range(chance.randint(0, 3)):
        at = chance.randrange(len(tokens) + 1)
        if chance.random() < 0.6:
            tokens.insert(at, chance.choice(["جديد", "لم", "15", "أحمد", "نعم.", "د.", "\n"]))
        else:
            del tokens[at : at + chance.randint(1, 3)]
    return clean_text(" ".join(tokens))


@st.composite
def meetings_of_edits(draw) -> tuple[str, list[str]]:
    base = draw(texts)
    chance = draw(st.randoms(use_true_random=False))
    fresh = st.builds(lambda: edited(base, chance))
    return base, draw(st.lists(st.one_of(fresh, texts), min_size=2, max_size=4))


def sentences_of(text: str) -> set[tuple[str, ...]]:
    return {tuple(map(said_by, words_of(each.key))) for each in split_sentences(text)}


@given(texts, texts)
def test_a_side_merged_with_its_base_is_that_side(base: str, side: str) -> None:
    assert merge_texts(base, [side, base]) == Merged(side)
    assert merge_texts(base, [side, side]) == Merged(side)


@settings(max_examples=200)
@given(meetings_of_edits(), st.randoms(use_true_random=False))
def test_the_order_of_the_sides_does_not_matter(meeting: tuple[str, list[str]], chance) -> None:
    base, sides = meeting
    shuffled = [*sides, *chance.sample(sides, 1)]
    chance.shuffle(shuffled)
    assert merge_texts(base, shuffled) == merge_texts(base, sides)


@settings(max_examples=500)
@given(meetings_of_edits())
def test_every_sentence_of_a_merge_was_written_by_somebody(meeting: tuple[str, list[str]]) -> None:
    base, sides = meeting
    written = set().union(*(sentences_of(each) for each in (base, *sides)))
    assert sentences_of(merge_texts(base, sides).text) <= written


@settings(max_examples=500)
@given(meetings_of_edits())
def test_every_word_that_a_side_brought_in_stands_in_the_result(
    meeting: tuple[str, list[str]],
) -> None:
    base, sides = meeting
    merged = spelt(merge_texts(base, sides).text)
    known = spelt(base)
    for side in sides:
        assert {word for word in spelt(side) if word not in known} <= merged.keys()


def spelt(text: str) -> Counter[str]:
    return Counter(each.rstrip(".") for each in text.split())


@settings(max_examples=300)
@given(meetings_of_edits())
def test_a_merge_is_a_text_as_a_field_may_hold_it(meeting: tuple[str, list[str]]) -> None:
    base, sides = meeting
    text = merge_texts(base, sides).text
    assert clean_text(text) == text
    assert unicodedata.is_normalized("NFC", text)


@given(texts)
def test_a_text_that_was_taken_apart_goes_together_again(text: str) -> None:
    assert join_sentences(split_sentences(text)) == text.strip()


def test_a_text_whose_every_line_somebody_doubled_is_compared_all_the_same() -> None:
    lines = [f"سطر {at}" for at in range(900)]
    doubled = [each for line in lines for each in (line, line)]
    assert len(matches(lines, doubled)) == len(lines)
    merged = merge_texts("\n".join(lines), ["\n".join(doubled), "\n".join([*lines, "آخر"])])
    assert merged.text == "\n".join([*doubled, "آخر"])


letters = st.lists(st.sampled_from("أبجد"), max_size=8)


@given(letters, letters)
def test_the_matcher_finds_a_longest_common_subsequence(one: list[str], other: list[str]) -> None:
    found = matches(one, other)
    assert all(one[left] == other[right] for left, right in found)
    assert found == sorted(found)
    assert len({left for left, _ in found}) == len({right for _, right in found}) == len(found)
    assert len(found) == longest(tuple(one), tuple(other))


def longest(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for left, mine in enumerate(one):
        for right, theirs in enumerate(other):
            table[left + 1][right + 1] = (
                table[left][right] + 1
                if mine == theirs
                else max(table[left][right + 1], table[left + 1][right])
            )
    return table[-1][-1]


@pytest.mark.parametrize("size", [3_000])
def test_long_texts_that_share_nothing_are_given_up_in_good_time(size: int) -> None:
    assert matches([f"a{at}" for at in range(size)], [f"b{at}" for at in range(size)]) == []
