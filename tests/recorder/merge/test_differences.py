from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from recorder.merge.differences import Mark, Span, differences

texts = st.text(alphabet="اب ت.؟\na1ً", max_size=60)


@given(texts, texts)
def test_the_spans_are_both_texts(old: str, new: str) -> None:
    spans = differences(old, new)
    assert "".join(each.text for each in spans if each.mark is not Mark.ADDED) == old
    assert "".join(each.text for each in spans if each.mark is not Mark.REMOVED) == new
    assert all(one.mark is not other.mark for one, other in pairwise(spans))
    assert all(each.text for each in spans)


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert [each.mark for each in differences(text, text)] == [Mark.SAME] * bool(text)


def test_a_word_is_told_not_its_sentence() -> None:
    assert differences("الماء منقطع. الكهرباء ضعيفة.", "الماء منقطع. الكهرباء جيدة.") == [
        Span(Mark.SAME, "الماء منقطع. الكهرباء "),
        Span(Mark.REMOVED, "ضعيفة"),
        Span(Mark.ADDED, "جيدة"),
        Span(Mark.SAME, "."),
    ]


def test_a_mark_over_a_letter_does_not_cut_its_word() -> None:
    (_same, removed, added) = differences("قال مُدير", "قال مُديرة")
    assert (removed.text, added.text) == ("مُدير", "مُديرة")


def test_texts_without_a_common_word_are_told_whole_and_quickly() -> None:
    old, new = " ".join(f"ا{at}" for at in range(9_000)), " ".join(f"ب{at}" for at in range(9_000))
    assert differences(old, new) == [Span(Mark.REMOVED, old), Span(Mark.ADDED, new)]
