"""Every text reads the same in Word and elsewhere, and loses nothing on the way."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recorder.language.direction import (
    LRM,
    NBSP,
    RLM,
    Run,
    clean,
    paragraph_direction,
    split_runs,
)
from tests.recorder.language.bidi_models import uax9_order, word_order

ARABIC = ["حلب", "المحضر", "مُدير", "لجنة الأمن", "وسيم الحاج", "لا"]
LATIN = ["GLOCA", "M&E", "DCAF", "e-mail", "3W", "C++", "Word 365", "U.N.", "naïve", "Γλώσσα"]
UNITS = [
    "+963 21 123-4567", "021-2234567", "2026-11-23", "info@gloca-example.org", "00:04:12",
    "GLOCA/DCAF-2026-017", "https://example.org/a_b/?x=1", "www.example.org/", "17-2026",
    "(GLOCA)", "(Security Sector – SSG)", "[MHPSS]", "(DCAF (UN))", "@gloca", "12,500.75",
    "35%", "23/11/2026", "$50", "10:00 – 14:30", "٢٠٢٦", "٣٫٥٪", "5", "1000000", "5+3", "-7",
]  # fmt: skip
SIGNS = [
    " ", "  ", "، ", "؛ ", "؟", ". ", ", ", ": ", " – ", "/", " (", ") ", "«", "»", "[", "] ", "%",
    "\"", "…", "!", "\n", "-", "&", "{", "}", "'", "+", "#", "…", " • ",
]  # fmt: skip
PIECES = st.sampled_from(ARABIC + LATIN + UNITS) | st.sampled_from(SIGNS)
GLUED = st.lists(PIECES, max_size=14).map("".join)
SPACED = st.lists(PIECES, max_size=10).map(" ".join)
BASES = st.sampled_from(["rtl", "ltr"])


def text_of(runs: list[Run]) -> str:
    return "".join(run.text for run in runs)


def without_marks(text: str) -> str:
    return text.replace(LRM, "").replace(RLM, "").replace(NBSP, " ")


def in_lines(runs: list[Run]) -> list[list[Run]]:
    """The runs of each line: a line break ends a line in every program."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *more = run.text.split("\n")
        lines[-1].append(Run(first, run.is_rtl))
        lines += [[Run(each, run.is_rtl)] for each in more]
    return lines


def visual(text: str, order: list[int]) -> str:
    return "".join(text[at] for at in order)


@settings(max_examples=600)
@given(GLUED | SPACED, BASES, st.booleans())
def test_word_shows_every_line_in_the_order_of_the_unicode_algorithm(text, base, keeps_es):
    level = 1 if base == "rtl" else 0
    runs = split_runs(text, base)
    whole = text_of(runs)
    assert visual(whole, word_order(runs, level, keeps_es=keeps_es)) == visual(
        whole, uax9_order(whole, level)
    )


@settings(max_examples=300)
@given(GLUED | st.text(), BASES)
def test_no_character_is_lost_added_or_moved(text, base):
    cleaned = clean(text)
    assert without_marks(text_of(split_runs(cleaned, base))) == cleaned.replace(NBSP, " ")


@settings(max_examples=300)
@given(GLUED | st.text(alphabet=st.characters(codec="utf-8", max_codepoint=0x6FF)), BASES)
def test_a_run_has_strong_letters_of_its_own_direction_only(text, base):
    for run in split_runs(clean(text), base):
        classes = {unicodedata.bidirectional(each) for each in run.text}
        assert not classes & ({"L"} if run.is_rtl else {"R", "AL"})


@given(GLUED, BASES)
def test_neighbouring_runs_differ_in_direction(text, base):
    runs = split_runs(text, base)
    assert all(one.is_rtl != other.is_rtl for one, other in pairwise(runs))
    assert all(run.text for run in runs)


def test_latin_words_and_what_stands_between_them_are_one_run():
    assert split_runs("عمل Monitoring & Evaluation مستمر") == [
        Run("عمل ", is_rtl=True),
        Run("Monitoring & Evaluation", is_rtl=False),
        Run(" مستمر", is_rtl=True),
    ]


def test_arabic_names_in_an_english_list_follow_one_another_from_left_to_right():
    runs = split_runs("Mr وسيم الحاج, المدير التنفيذي, revealed", "ltr")
    assert [each.text for each in runs if each.is_rtl] == ["وسيم الحاج", "المدير التنفيذي"]
    whole = text_of(runs)
    shown = visual(whole, uax9_order(whole, 0))
    assert shown.index("جاحلا ميسو") < shown.index("يذيفنتلا ريدملا")


def test_the_arabic_comma_inside_a_name_does_not_part_it():
    runs = split_runs("held at القاعة، حي المحافظة، حلب, by", "ltr")
    assert [each.text for each in runs if each.is_rtl] == ["القاعة، حي المحافظة، حلب"]


def test_brackets_hug_the_acronym_inside_them():
    assert split_runs("مركز جنيف (DCAF)، حلب") == [
        Run("مركز جنيف ", is_rtl=True),
        Run(f"{LRM}(DCAF){LRM}", is_rtl=False),
        Run("، حلب", is_rtl=True),
    ]


@pytest.mark.parametrize(
    "unit",
    ["2026-11-23", "021-2234567", "GLOCA/DCAF-2026-017", "info@gloca.org", "https://a.example/b/"],
)
def test_a_code_reads_from_left_to_right_whole(unit):
    runs = split_runs(f"الرقم {unit} في السجلّ")
    whole = text_of(runs)
    assert unit in [without_marks(run.text) for run in runs if not run.is_rtl]
    assert unit in visual(whole, uax9_order(whole, 1))


def test_a_phone_number_stays_on_one_line():
    runs = split_runs("للتواصل: +963 21 123-4567.")
    assert f"{LRM}+963{NBSP}21{NBSP}123-4567{LRM}" in [run.text for run in runs]


@pytest.mark.parametrize("glued", ["M&E2026-11-23", "عربيDCAF2026-11-23عربي", "GLOCA،DCAF"])
def test_tokens_glued_without_spaces_read_alike(glued):
    runs = split_runs(glued)
    whole = text_of(runs)
    assert word_order(runs, 1, keeps_es=False) == uax9_order(whole, 1)


def test_a_time_code_behind_an_arabic_name_stays_on_its_right_in_english():
    runs = split_runs("وسيم الحاج (00:04:12) said", "ltr")
    whole = text_of(runs)
    assert visual(whole, uax9_order(whole, 0)).endswith(" (00:04:12) said")


@pytest.mark.parametrize("is_rtl", [True, False])
def test_one_run_for_the_whole_line_would_read_differently_in_word(is_rtl):
    text = "عقدت GLOCA (2026-11-23) لقاءً مع DCAF."
    assert word_order([Run(text, is_rtl)], 1, keeps_es=False) != uax9_order(text, 1)


def test_cleaning_keeps_everything_a_reader_sees():
    kept = "تـطويل، مُشكَّل، نیم\u200cفاصله 👩\u200d👧\ttab\nline & <b>"
    assert clean(kept) == kept
    assert clean("b\x00c\u202ed\u2067e\ufffe") == "bcde"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_the_line_ends_of_other_programs_stay_line_ends(end):
    assert clean(f"الأول{end}الثاني") == "الأول\nالثاني"


@pytest.mark.parametrize("text", ["التقيّد به.", "هل نبدأ؟ (نعم)!", "12 مقترحاً…"])
def test_an_arabic_sentence_in_an_english_document_keeps_its_full_stop(text):
    whole = text_of(split_runs(text, "ltr"))
    assert visual(whole, uax9_order(whole, 0)) == visual(text, uax9_order(text, 1))


def test_a_bracket_that_nobody_closes_is_not_tried_in_every_way():
    text = "ترميم دورات المياه في المدرسة (" + "دائرة الخدمات البلدية، " * 50 + "DCAF)"
    for base in ("ltr", "rtl"):
        assert text_of(split_runs(text, base)).replace("\u200e", "").replace("\u200f", "") == text


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("قرار.", "ltr", "rtl"),
        ("A decision.", "rtl", "ltr"),
        ("قرار DCAF", "ltr", "ltr"),
        ("DCAF تدعم", "rtl", "rtl"),
        ("12", "rtl", "rtl"),
    ],
)
def test_a_paragraph_goes_against_its_document_only_when_all_its_letters_do(text, base, expected):
    assert paragraph_direction(text, base) == expected


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", clean(text))
