"""Two people changed one sentence: no merge may make a third one, which nobody heard."""

import pytest

from recorder.merge.text import Merged, merge_texts

APART = {
    "a number changed twice": ("بنسبة 10 بالمئة", "بنسبة 12 بالمئة", "بنسبة 15 بالمئة"),
    "a decimal changed twice": ("بلغت 0.2 درجة.", "بلغت 0.3 درجة.", "بلغت 0.5 درجة."),
    "an Arabic decimal": ("بلغت ٠٫٢ درجة.", "بلغت ٠٫٣ درجة.", "بلغت ٠٫٥ درجة."),
    "thousands and decimals": ("دفع 12,500.75 ل.س.", "دفع 12,500.85 ل.س.", "دفع 13,500.75 ل.س."),
    "a number here and a word there": (
        "وعدت البلدية بإصلاح 10 آبار خلال شهر.",
        "وعدت البلدية بإصلاح 10 آبار خلال عام.",
        "وعدت البلدية بإصلاح 12 آبار خلال شهر.",
    ),
    "a negation here and an addition there": (
        "وافق المجلس على الخطة.",
        "لم يوافق المجلس على الخطة.",
        "وافق المجلس على الخطة كاملة.",
    ),
    "a negation and another subject": ("وافق", "لم يوافق", "وافقت البلدية"),
    "an exception and a number": (
        "حضر الجميع وعددهم 20 شخصاً.",
        "حضر الجميع إلا البلدية وعددهم 20 شخصاً.",
        "حضر الجميع وعددهم 30 شخصاً.",
    ),
    "a verb turned round and an adverb": (
        "وافق المجلس البلدي على الخطة.",
        "رفض المجلس البلدي على الخطة.",
        "وافق المجلس البلدي على الخطة بالإجماع.",
    ),
    "two elaborations": (
        "وعدت البلدية بإصلاح الشبكة قريباً.",
        "وعدت البلدية بإصلاح الشبكة خلال شهر.",
        "وعدت بلدية حلب بإصلاح الشبكة قريباً.",
    ),
    "a day that was moved twice": ("الأحد", "الإثنين القادم", "الثلاثاء"),
    "a title and a name": ("قال د. أحمد ذلك.", "قال د. محمد ذلك.", "قال م. أحمد ذلك."),
    "two titles in a row": (
        "قال أ.د. أحمد ذلك.",
        "قال أ.د. خالد ذلك.",
        "قال أ.د. رنا ذلك.",
    ),
    "a clause and its reason": (
        "وافق المجلس؛ لأن الخطة جيدة.",
        "رفض المجلس؛ لأن الخطة جيدة.",
        "وافق المجلس؛ لأن الخطة ضرورية.",
    ),
    "a statement made a question and a word": (
        "يوافق المجلس على الخطة.",
        "يوافق المجلس على الخطة كلها.",
        "يوافق المجلس على الخطة؟",
    ),
    "words in front and words behind": ("الماء منقطع", "الماء منقطع منذ شهر", "قال إن الماء منقطع"),
    "Latin inside Arabic": (
        "عرضت DCAF الورقة.",
        "عرضت DCAF الورقة الأولى.",
        "عرضت UNDP الورقة.",
    ),
    "a quotation": ("قال: «نعم.»", "قال: «لا.»", "قالت: «نعم.»"),
}


@pytest.mark.parametrize("name", APART)
def test_two_meanings_of_one_sentence_stand_on_two_lines(name: str) -> None:
    base, *sides = APART[name]
    assert merge_texts(base, sides) == Merged("\n".join(sides), needs_review=True)


SPELT = {
    "hamza": ("زار احمد الحي.", "زار أحمد الحي.", "زار احمد الحي الشرقي."),
    "ta marbuta": ("المدرسه مغلقة.", "المدرسة مغلقة.", "المدرسه مغلقة منذ شهر."),
    "vowel signs": ("عُقد لقاء.", "عُقِدَ لقاء.", "عُقد لقاء تشاوري."),
    "tatweel": ("الكتـــاب جديد.", "الكتاب جديد.", "الكتـــاب جديد جداً."),
    "a comma": ("نعم أوافق.", "نعم، أوافق.", "نعم أوافق تماماً."),
    "an invisible mark": ("عرضت DCAF.", "عرضت\u200f DCAF.", "عرضت DCAF ورقة."),
    "the Persian ya": ("مصطفی حضر.", "مصطفى حضر.", "مصطفی حضر متأخراً."),
}


@pytest.mark.parametrize("name", SPELT)
def test_who_changed_only_the_spelling_changed_no_meaning(name: str) -> None:
    base, spelt, said = SPELT[name]
    merged = merge_texts(base, [spelt, said])
    old, new = (set(each.split()) for each in (base, spelt))
    assert merged.needs_review
    assert "\n" not in merged.text
    assert (new - old) - {"لقاء.", "جديد.", "أوافق.", "DCAF."} <= set(merged.text.split())
    assert len(merged.text.split()) == len(said.split())


def test_the_spelling_of_one_and_the_words_of_another_make_one_sentence() -> None:
    merged = merge_texts("زار احمد الحي.", ["زار أحمد الحي.", "زار احمد الحي الشرقي أمس."])
    assert merged == Merged("زار أحمد الحي الشرقي أمس.", needs_review=True)


def test_a_full_stop_behind_a_respelt_word_does_not_cut_the_sentence_of_another() -> None:
    merged = merge_texts("زار احمد", ["زار أحمد.", "زار احمد الحي"])
    assert merged == Merged("زار أحمد الحي", needs_review=True)
    merged = merge_texts("زار احمد", ["زار أحمد...", "زار احمد الحي"])
    assert merged.text.split("\n") == ["زار أحمد...", "زار احمد الحي"]


def test_two_people_who_corrected_different_words_corrected_both() -> None:
    merged = merge_texts("زار احمد المدرسه.", ["زار أحمد المدرسه.", "زار احمد المدرسة."])
    assert merged == Merged("زار أحمد المدرسة.", needs_review=True)


def test_a_word_that_one_spelt_anew_and_another_replaced_keeps_both_sentences() -> None:
    merged = merge_texts("زار احمد الحي.", ["زار أحمد الحي.", "زارت رنا الحي."])
    assert merged.text.split("\n") == ["زار أحمد الحي.", "زارت رنا الحي."]


@pytest.mark.parametrize(
    ("base", "spelt"),
    [("يجب إلا يحضر.", "يجب ألا يحضر."), ("العدد ٣ فقط.", "العدد 3 فقط.")],
    ids=["an exception", "a number"],
)
def test_spelling_is_no_small_matter_in_negations_and_numbers(base: str, spelt: str) -> None:
    other = base[:-1] + " غداً."
    merged = merge_texts(base, [spelt, other])
    assert sorted(merged.text.split("\n")) == sorted([spelt, other])


def test_a_mark_that_one_changed_and_nobody_else_is_changed() -> None:
    merged = merge_texts("يبدأ العمل. نعم.", ["يبدأ العمل؟ نعم.", "يبدأ العمل. نعم غداً."])
    assert merged == Merged("يبدأ العمل؟ نعم غداً.")
