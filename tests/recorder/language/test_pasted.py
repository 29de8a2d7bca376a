import pytest
from hypothesis import given
from hypothesis import strategies as st

from recorder.language.pasted import clean_pasted


@pytest.mark.parametrize(
    ("pasted", "clean"),
    [
        ("كلمة\u00a0واحدة\tثم\u2003أخرى", "كلمة واحدة ثم أخرى"),
        ("المـ\u00adؤسسات \u200fالمحلية\u200e (\u202aGLOCA\u202c)", "المـؤسسات المحلية (GLOCA)"),
        ("«نعم» و“yes” و‘no’", "«نعم» و“yes” و‘no’"),
        ("می\u200cخواهم \u200cو\u200b کتاب\u200d", "می\u200cخواهم و کتاب"),
        ("\ufeffأول\r\nثانٍ\vثالث\u2029رابع", "أول\nثانٍ\nثالث\nرابع"),
        ("•\tماء\n\n\uf0b7 كهرباء\no صرف صحي", "ماء\nكهرباء\nصرف صحي"),
        ("١- الماء\n٢- الكهرباء", "الماء\nالكهرباء"),
        ("1) الماء\n2) الكهرباء\n(3) الطرق", "الماء\nالكهرباء\nالطرق"),
        ("أولاً: الماء\nثانياً: الكهرباء", "الماء\nالكهرباء"),
        ("- 40% من الأحياء", "40% من الأحياء"),
        ("2026-11-23 موعد اللقاء\n12.5 مليون", "2026-11-23 موعد اللقاء\n12.5 مليون"),
        ("1. وحدها", "1. وحدها"),
        ("1. الأول\nوتتمّته", "1. الأول\nوتتمّته"),
        ("د. أحمد\nد. سمير", "د. أحمد\nد. سمير"),
        ("5- الماء\n5- الكهرباء", "5- الماء\n5- الكهرباء"),
        ("قديم\rجديد", "قديم\nجديد"),
        ("رقم\u20112", "رقم-2"),
        ("-5 درجات", "-5 درجات"),
    ],
)
def test_what_word_puts_around_words_goes_and_the_words_stay(pasted, clean):
    assert clean_pasted(pasted).text == clean


def test_a_list_of_several_lines_is_told_from_one_line():
    assert clean_pasted("• ماء\n• كهرباء").is_list
    assert not clean_pasted("• ماء\n\n").is_list


WORDS = st.text("محضرء ةى«»()٣3aZ.،%", min_size=1, max_size=8).filter(str.strip)


@given(st.lists(WORDS, max_size=5), st.sampled_from([" ", "\t", "\u00a0", "\u200f ", "\u2003"]))
def test_no_letter_is_lost_and_cleaning_again_changes_nothing(words, between):
    def letters(text):
        return "".join(text.split())

    text = "قال " + between.join(words)
    clean = clean_pasted(text).text
    assert letters(clean) == letters(text).replace("\u200f", "")
    assert clean_pasted(clean).text == clean
