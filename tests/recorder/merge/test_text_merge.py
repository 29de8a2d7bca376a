"""Golden merges: what two note-takers find in the morning. Their outcome never changes."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recorder.merge.matcher import matches
from recorder.merge.text import Merged, merge_texts


def merge(base: str, *sides: str) -> Merged:
    return merge_texts(base, sides)


def test_different_sentences_are_merged_without_a_question() -> None:
    base = "الماء منقطع. الكهرباء ضعيفة. الصرف جيد."
    one = "الماء منقطع منذ شهر. الكهرباء ضعيفة. الصرف جيد."
    two = "الماء منقطع. الكهرباء ضعيفة. الصرف جيد في المركز."
    expected = "الماء منقطع منذ شهر. الكهرباء ضعيفة. الصرف جيد في المركز."
    assert merge(base, one, two) == Merged(expected)


def test_neighbouring_sentences_changed_by_two_people_are_merged() -> None:
    merged = merge("أ واحد. ب اثنان.", "أ واحد جديد. ب اثنان.", "أ واحد. ب اثنان آخران.")
    assert merged.text == "أ واحد جديد. ب اثنان آخران."


def test_words_of_one_sentence_that_do_not_touch_are_merged_and_shown() -> None:
    merged = merge(
        "وعدت البلدية بإصلاح الشبكة قريباً.",
        "وعدت بلدية حلب بإصلاح الشبكة قريباً.",
        "وعدت البلدية بإصلاح الشبكة خلال شهر.",
    )
    assert merged == Merged("وعدت بلدية حلب بإصلاح الشبكة خلال شهر.", needs_review=True)


def test_a_number_changed_by_two_people_stands_in_two_sentences() -> None:
    merged = merge("بنسبة 10 بالمئة", "بنسبة 15 بالمئة", "بنسبة 12 بالمئة")
    assert merged == Merged("بنسبة 12 بالمئة\nبنسبة 15 بالمئة", needs_review=True)


def test_a_day_changed_by_two_people_never_becomes_a_third_day() -> None:
    merged = merge("الأحد", "الإثنين القادم", "الثلاثاء")
    assert merged.text.split("\n") == ["الإثنين القادم", "الثلاثاء"]


def test_what_one_deleted_and_the_other_edited_stays_and_is_shown() -> None:
    merged = merge("تبقى. تُحذف.", "تبقى.", "تبقى. تُحذف لأنها خطأ.")
    assert merged == Merged("تبقى. تُحذف لأنها خطأ.", needs_review=True)


def test_what_one_deleted_and_the_other_left_alone_goes() -> None:
    assert merge("تبقى. تُحذف. آخر.", "تبقى. آخر.", "تبقى. تُحذف. آخر جملة.").text == (
        "تبقى. آخر جملة."
    )


def test_sentences_added_at_one_place_by_two_people_both_stay() -> None:
    assert merge("أ.", "أ. قال وسيم.", "أ. قالت رنا.") == Merged("أ. قال وسيم. قالت رنا.")


def test_a_sentence_put_behind_one_that_somebody_else_changes_stands_once() -> None:
    merged = merge("أ. ب. ج.", "أ جديد. ب. ج.", "أ. جملة. ب. ج.")
    assert merged == Merged("أ جديد. جملة. ب. ج.")


def test_one_sentence_added_by_two_people_in_the_same_words_stands_once() -> None:
    assert merge("أ.", "أ. نعم. وسيم.", "أ. نعم. رنا.").text == "أ. نعم. رنا. وسيم."


def test_a_decimal_number_is_not_the_end_of_a_sentence() -> None:
    merged = merge("بلغت 0.2 درجة. جيد.", "بلغت 0.3 درجة. جيد.", "بلغت 0.2 درجة. جيد جداً.")
    assert merged == Merged("بلغت 0.3 درجة. جيد جداً.")


def test_arabic_marks_end_sentences_and_a_comma_does_not() -> None:
    merged = merge("هل نبدأ؟ نعم، الآن؛ حسناً.", "هل نبدأ الآن؟ نعم، الآن؛ حسناً.",
                   "هل نبدأ؟ نعم، الآن؛ حسناً جداً.")  # fmt: skip
    assert merged == Merged("هل نبدأ الآن؟ نعم، الآن؛ حسناً جداً.")


def test_lines_of_a_list_stay_lines() -> None:
    merged = merge("- ماء\n- كهرباء", "- ماء\n- كهرباء\n- صحة", "- ماء نظيف\n- كهرباء")
    assert merged.text == "- ماء نظيف\n- كهرباء\n- صحة"


def test_a_repeated_sentence_is_not_lost() -> None:
    assert merge("نعم. لا. نعم.", "نعم. لا. نعم. نعم.", "نعم. ربما. نعم.").text == (
        "نعم. ربما. نعم. نعم."
    )


def test_three_people_are_merged_as_two_are() -> None:
    merged = merge("أ واحد. ب. ج.", "أ اثنان. ب. ج.", "أ واحد. ب جديد. ج.", "أ واحد. ب. ج آخر.")
    assert merged.text == "أ اثنان. ب جديد. ج آخر."


def test_texts_without_a_common_past_both_stay() -> None:
    assert merge("", "قال وسيم.", "قالت رنا.").text == "قال وسيم. قالت رنا."


word = st.sampled_from(["ماء", "0.2", "حلب", "(DCAF)", "لا", "نعم", "و10", "12,5"])
sentence = st.lists(word, min_size=1, max_size=5).map(" ".join)
text = st.lists(st.tuples(sentence, st.sampled_from([". ", "؟ ", "\n", "؛ "])), max_size=5).map(
    lambda parts: "".join(core + end for core, end in parts).rstrip()
)


@given(text, text)
def test_a_side_merged_with_its_base_is_that_side(base: str, side: str) -> None:
    assert merge(base, side, base) == Merged(side)
    assert merge(base, side, side) == Merged(side)


@settings(max_examples=200)
@given(text, st.lists(text, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_the_sides_does_not_matter(
    base: str, sides: list[str], chance: object
) -> None:
    shuffled = list(sides)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merge(base, *shuffled) == merge(base, *sides)


@settings(max_examples=300)
@given(text, st.lists(text, min_size=2, max_size=3))
def test_every_word_that_a_side_brought_in_stands_in_the_result(
    base: str, sides: list[str]
) -> None:
    merged = Counter(merge(base, *sides).text.replace("؟", " ").replace("؛", " ").split())
    plain = {each.rstrip(".") for each in merged}
    known = set(words_of(base))
    for side in sides:
        assert {each for each in words_of(side) if each not in known} <= plain


def words_of(text: str) -> list[str]:
    return [each.rstrip(".") for each in text.replace("؟", " ").replace("؛", " ").split()]


@given(st.lists(st.sampled_from("أبجد"), max_size=8), st.lists(st.sampled_from("أبجد"), max_size=8))
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
