"""Search finds a word however it was typed, and folding is a law unto itself."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recorder.language.folding import fold
from recorder.language.search_query import read_query
from recorder.language.word_forms import QUOTATION_MARKS, forms_of, index_terms

SAME = [
    ("احمد", "أحمد"),
    ("إحصاء", "احصاء"),
    ("آذار", "اذار"),
    ("مدرسه", "مدرسة"),
    ("مستشفي", "مستشفى"),
    ("مسئول", "مسؤول"),
    ("شؤون", "شئون"),
    ("مُدَرِّسَة", "مدرسة"),
    ("الرحمٰن", "الرحمن"),
    ("محـــضر", "محضر"),
    ("کلیة", "كلية"),
    ("می‌خواهم", "میخواهم"),
    ("هەڵەبجە", "ههلهبجه"),
    ("ﻻ", "لا"),
    ("ﻣﺤﻀﺮ", "محضر"),
    ("٣", "3"),
    ("۴۵", "45"),
    ("DCAF", "dcaf"),
    ("Genève", "geneve"),
    ("الحاج\u200f", "الحاج"),
]

FORMS = [
    ("احصاء", "الإحصاء"),
    ("احصاء", "للإحصاء"),
    ("مدرسه", "للمدرسة"),
    ("مدرسة", "والمدرسة"),
    ("مدرسة", "كالمدرسة"),
    ("مستشفي", "بالمستشفى"),
    ("وبالمستشفى", "مستشفى"),
    ("الأمن", "للأمن"),
    ("للأمن", "أمن"),
    ("لجنة", "للجنة"),
    ("للجنة", "لجنة"),
    ("للجنة", "اللجنة"),
    ("وزارة", "الوزارة"),
    ("الوزارة", "وزارة"),
    ("بوزارة", "للوزارة"),
    ("تعزيز", "وتعزيز"),
    ("لتعزيز", "بتعزيز"),
    ("فالمجتمع", "المجتمع"),
    ("التعافي", "تعافى"),
    ("احصاء", "والإحصاء"),
    ("الاحصاء", "للإحصاءِ"),
    ("مسئول", "والمسؤول"),
    ("شئون", "للشؤون"),
    ("ايوب", "أيّوب"),
    ("الحاج", "للحاج"),
    ("محافظه", "المحافظـة"),
    ("حلب", "بحلب"),
    ("حلب", "وبحلب"),
    ("اولويات", "والأولويّات"),
    ("توصيه", "بالتوصية"),
    ("٢٠٢٦", "2026"),
]

DIFFERENT = [
    ("حلب", "حلف"),
    ("قلب", "كلب"),
    ("عام", "عالم"),
    ("أمن", "أمين"),
    ("مدرسة", "مدارس"),
    ("ماء", "مال"),
    ("والي", "وال"),
    ("شرب", "ضرب"),
    ("2026", "2025"),
    ("DCAF", "GLOCA"),
    ("المحافظة", "المحاضرة"),
]


def finds(typed, text):
    """Whether a text has all that is sought, as an index of terms answers it."""
    terms, flow = set(index_terms(text).split()), " ".join(sequence_of(text))
    return all(
        any(
            sequence[0] in terms if len(sequence) == 1 else " ".join(sequence) in flow
            for sequence in each.sequences
        )
        for each in read_query(f"{typed} ")
    )


def sequence_of(text):
    return [
        term
        for unit in re.split(rf"[\s{QUOTATION_MARKS}]+", text)
        for term in forms_of(unit).sequence
    ]


def sought(typed):
    return [each.sequences for each in read_query(typed)]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_that_read_the_same_fold_to_the_same(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_words_stay_different(one, other):
    assert fold(one) != fold(other)
    assert not finds(one, other)


@pytest.mark.parametrize(("sought", "written"), SAME + FORMS)
def test_a_search_finds_every_written_form_of_its_words(sought, written):
    assert finds(sought, f"في {written} أمس")


def test_a_search_does_not_find_what_is_not_there():
    assert not finds("حماة", "حلب والمحافظة")


def test_several_words_are_sought_one_by_one_in_their_order():
    assert sought("  الأمن، (DCAF)؛ ٢٠٢٦ ") == [(("امن",),), (("dcaf",),), (("2026",),)]


def test_quoted_words_are_sought_as_a_phrase_whatever_the_quotation_marks():
    for typed in ('"المجتمع المدني"', "«المجتمع المدني»", "“المجتمع المدني”", '"المجتمع المدني'):
        assert sought(typed) == [(("مجتمع", "مدني"),)]


def test_the_last_word_is_a_beginning_until_a_space_or_a_quotation_mark_ends_it():
    begins = {typed: read_query(typed)[-1].is_prefix for typed in ("حلب", "حلب ", '"حلب"', "حل")}
    assert begins == {"حلب": True, "حلب ": False, '"حلب"': False, "حل": False}


def test_a_noun_that_the_archive_knows_keeps_its_first_letter():
    assert read_query("بلدية ")[0].sequences == (("بلديه",), ("لديه",))
    known = read_query("بلدية ", is_noun=lambda word: word == "بلديه")
    assert known[0].sequences == (("بلديه",),)


@pytest.mark.parametrize("typed", ['"*(-:^" ، ؟ ـ', "ء", '"', "««", "", "   ", "\ue001\ue002"])
def test_what_is_no_word_seeks_nothing(typed):
    assert read_query(typed) == []


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="ابتةىيئؤءأإآوفلك\u0651\u0654\u0640\u200c\u200f ABكé٣۳"))
def test_folding_arabic_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_text_is_found_by_its_own_words(text):
    assert finds(text, text)


@given(st.text(alphabet="ابلوفكالعدقيىةهءؤئأإآ٠١05.,/-'«»\" \u0651\u0640\u200cAb"))
def test_any_arabic_text_is_found_by_its_own_words(text):
    assert finds(text, text)


PLAIN = st.text(alphabet="حصرمنتشعقجد", min_size=3, max_size=7)
ATTACHED = st.sampled_from(["ال", "وال", "بال", "فال", "كال", "لل", "وبال"])


@given(PLAIN, ATTACHED, ATTACHED)
def test_any_two_forms_of_a_word_find_each_other(word, one, other):
    assert finds(one + word, other + word)
    assert finds(word, one + word)
    assert finds(one + word, word)
