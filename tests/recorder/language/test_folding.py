"""Search finds a word however it was typed, and folding is a law unto itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recorder.language.folding import fold, index_terms, query_terms

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


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_that_read_the_same_fold_to_the_same(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_words_stay_different(one, other):
    assert fold(one) != fold(other)
    assert not set(query_terms(one)) & set(index_terms(other).split())


@pytest.mark.parametrize(("sought", "written"), SAME + FORMS)
def test_a_search_finds_every_written_form_of_its_words(sought, written):
    terms = index_terms(f"في {written} أمس").split()
    assert set(query_terms(sought)) <= set(terms)


def test_a_search_does_not_find_what_is_not_there():
    assert query_terms("حماة")[0] not in index_terms("حلب والمحافظة").split()


def test_several_words_are_several_terms_in_their_order():
    assert query_terms("  الأمن، (DCAF)؛ ٢٠٢٦ ") == ["امن", "dcaf", "2026"]


def test_punctuation_alone_seeks_nothing():
    assert query_terms('"*(-:^" ، ؟ ـ') == []


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="ابتةىيئؤءأإآوفلك\u0651\u0654\u0640\u200c\u200f ABكé٣۳"))
def test_folding_arabic_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_text_is_found_by_its_own_words(text):
    assert set(query_terms(text)) <= set(index_terms(text).split())


PLAIN = st.text(alphabet="حصرمنتشعقجد", min_size=3, max_size=7)
ATTACHED = st.sampled_from(["ال", "وال", "بال", "فال", "كال", "لل", "وبال"])


@given(PLAIN, ATTACHED, ATTACHED)
def test_any_two_forms_of_a_word_find_each_other(word, one, other):
    assert query_terms(one + word)[0] in index_terms(other + word).split()
    assert query_terms(word)[0] in index_terms(one + word).split()
    assert query_terms(one + word)[0] in index_terms(word).split()
