"""What was said becomes a sentence that an editor would leave as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recorder.domain.discussion import Note
from recorder.domain.tokens import NoteKind, ReportingVerb
from recorder.language.verbs import Voice, ended, is_feminine_group, reported

HE = Voice("السيد أيمن أيوب", "رئيس قسم في مركز جنيف (DCAF)")
SHE = Voice("السيدة ليلى حداد", is_feminine=True)
GROUP = Voice("ممثلون عن المؤسسات المحلية")
MR = Voice("Mr Ayman Ayoub", "Head of Division, DCAF")


def said(voice, text, verb=None, kind=NoteKind.STATEMENT, **how):
    note = Note(id="n", meeting_id="m", text=text, verb=verb, kind=kind)
    return reported(how.get("language", "ar"), voice, note, linked=how.get("linked", False)).text


V = ReportingVerb

BEFORE_A_NOUN = [
    (V.REVEALED, "كشف السيد سامر عن خطة.", "كشفت السيدة ليلى حداد عن خطة."),
    (V.CLARIFIED, "بيّن السيد سامر خطة.", "بيّنت السيدة ليلى حداد خطة."),
    (V.POINTED_OUT, "أشار السيد سامر إلى خطة.", "أشارت السيدة ليلى حداد إلى خطة."),
    (V.AFFIRMED, "أكّد السيد سامر على خطة.", "أكّدت السيدة ليلى حداد على خطة."),
    (V.EXPLAINED, "أوضح السيد سامر خطة.", "أوضحت السيدة ليلى حداد خطة."),
    (V.STRESSED, "شدّد السيد سامر على خطة.", "شدّدت السيدة ليلى حداد على خطة."),
    (V.CALLED_FOR, "طالب السيد سامر بخطة.", "طالبت السيدة ليلى حداد بخطة."),
    (V.SUGGESTED, "اقترح السيد سامر خطة.", "اقترحت السيدة ليلى حداد خطة."),
    (V.WONDERED, "تساءل السيد سامر عن خطة.", "تساءلت السيدة ليلى حداد عن خطة."),
    (V.RESERVED, "تحفّظ السيد سامر على خطة.", "تحفّظت السيدة ليلى حداد على خطة."),
    (V.COMMITTED, "التزم السيد سامر بخطة.", "التزمت السيدة ليلى حداد بخطة."),
    (V.EXPRESSED, "عبّر السيد سامر عن خطة.", "عبّرت السيدة ليلى حداد عن خطة."),
    (V.VOICED, "أعرب السيد سامر عن خطة.", "أعربت السيدة ليلى حداد عن خطة."),
    (V.SAID, "قال السيد سامر: خطة.", "قالت السيدة ليلى حداد: خطة."),
    (V.ADDED, "أضاف السيد سامر: خطة.", "أضافت السيدة ليلى حداد: خطة."),
    (V.ANSWERED, "أجاب السيد سامر: خطة.", "أجابت السيدة ليلى حداد: خطة."),
]

BEFORE_A_CLAUSE = {
    V.REVEALED: "كشف", V.CLARIFIED: "بيّن", V.AFFIRMED: "أكّد", V.EXPLAINED: "أوضح",
    V.SUGGESTED: "اقترح", V.ADDED: "أضاف", V.SAID: "قال",
}  # fmt: skip


@pytest.mark.parametrize(("verb", "his", "hers"), BEFORE_A_NOUN)
def test_each_verb_agrees_with_the_speaker_and_brings_its_preposition(verb, his, hers):
    assert said(Voice("السيد سامر"), "خطة", verb) == his
    assert said(SHE, "خطة", verb) == hers


def test_every_verb_of_the_domain_has_its_forms():
    assert {verb for verb, _his, _hers in BEFORE_A_NOUN} == set(ReportingVerb)


@pytest.mark.parametrize(("verb", "form"), list(BEFORE_A_CLAUSE.items()))
def test_some_verbs_lose_their_preposition_before_that(verb, form):
    assert said(Voice("السيد سامر"), "أن الوقت ضيق", verb) == f"{form} السيد سامر أن الوقت ضيق."


@pytest.mark.parametrize(
    ("verb", "text", "sentence"),
    [
        (V.POINTED_OUT, "أن الوقت ضيق", "أشار السيد سامر إلى أن الوقت ضيق."),
        (V.STRESSED, "أنّه لا بديل عنه", "شدّد السيد سامر على أنّه لا بديل عنه."),
        (V.CALLED_FOR, "أن تُنشر النتائج", "طالب السيد سامر بأن تُنشر النتائج."),
        (V.CALLED_FOR, "بأن تُنشر النتائج", "طالب السيد سامر بأن تُنشر النتائج."),
        (V.ANSWERED, "أن العمل جارٍ", "أجاب السيد سامر بأن العمل جارٍ."),
        (V.POINTED_OUT, "إلى ضيق الوقت", "أشار السيد سامر إلى ضيق الوقت."),
        (V.WONDERED, "عمّا إذا كان التمويل كافياً", "تساءل السيد سامر عمّا إذا كان التمويل كافياً."),
    ],
)
def test_a_text_that_brings_its_own_joint_gets_no_second_one(verb, text, sentence):
    assert said(Voice("السيد سامر"), text, verb) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("توفير المياه", "طالب السيد سامر بتوفير المياه."),
        ("الشفافية", "طالب السيد سامر بالشفافية."),
        ("التزام واضح", "طالب السيد سامر بالتزام واضح."),
        ("بالشفافية", "طالب السيد سامر بالشفافية."),
        ("15 مقعداً", "طالب السيد سامر بـ15 مقعداً."),
        ("«خطة» مكتوبة", "طالب السيد سامر بـ«خطة» مكتوبة."),
        ("برنامج للشباب", "طالب السيد سامر ببرنامج للشباب."),
    ],
)
def test_the_ba_is_written_together_with_the_next_word(text, sentence):
    assert said(Voice("السيد سامر"), text, V.CALLED_FOR) == sentence


def test_the_description_stands_between_commas_and_the_next_sentence_is_linked():
    assert said(HE, "أهمية الحوار", V.POINTED_OUT, linked=True) == (
        "وأشار السيد أيمن أيوب، رئيس قسم في مركز جنيف (DCAF)، إلى أهمية الحوار."
    )
    assert said(HE, "متى نبدأ؟", V.WONDERED) == (
        "تساءل السيد أيمن أيوب، رئيس قسم في مركز جنيف (DCAF): متى نبدأ؟"
    )


def test_before_a_group_of_men_or_a_mixed_one_the_verb_stays_masculine_singular():
    assert said(GROUP, "أهمية هذا اللقاء", V.EXPRESSED, linked=True) == (
        "وعبّر ممثلون عن المؤسسات المحلية عن أهمية هذا اللقاء."
    )


@pytest.mark.parametrize(
    ("label", "feminine"),
    [
        ("ممثلون عن المؤسسات", False), ("المنظمون", False), ("عدد من المشاركات", False),
        ("منظمات المجتمع المدني", True), ("اللجنة", True), ("ناشطات", True), ("نساء الحي", True),
        ("قادة المجتمع", False), ("الأساتذة", False), ("إحدى المشاركات", True), ("", False),
    ],
)  # fmt: skip
def test_a_group_whose_word_is_feminine_takes_the_feminine_verb(label, feminine):
    assert is_feminine_group(label) is feminine


@pytest.mark.parametrize(
    "text", ["هل التمويل كافٍ؟", "نحتاج إلى مياه", "في حلب ثلاث مدارس", "We agree", "لا بديل"]
)
def test_a_text_that_is_a_sentence_of_its_own_follows_a_colon(text):
    assert f"السيد سامر: {text}" in said(Voice("السيد سامر"), text, V.POINTED_OUT)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (NoteKind.STATEMENT, "السيد سامر: خطة."),
        (NoteKind.QUESTION, "تساءل السيد سامر: خطة."),
        (NoteKind.ANSWER, "أجاب السيد سامر: خطة."),
        (NoteKind.NEED, "أشار السيد سامر إلى احتياج: خطة."),
        (NoteKind.CHALLENGE, "أشار السيد سامر إلى تحدٍّ: خطة."),
        (NoteKind.OPPORTUNITY, "أشار السيد سامر إلى فرصة: خطة."),
        (NoteKind.COMMITMENT, "التزم السيد سامر بما يأتي: خطة."),
        (NoteKind.RESERVATION, "أبدى السيد سامر تحفّظاً: خطة."),
    ],
)
def test_without_a_verb_the_kind_speaks_and_the_text_is_quoted(kind, sentence):
    assert said(Voice("السيد سامر"), "خطة", kind=kind) == sentence


def test_without_a_verb_a_clause_runs_on_from_the_verb_of_its_kind():
    assert said(SHE, "أن المياه شحيحة", kind=NoteKind.NEED) == (
        "أشارت السيدة ليلى حداد إلى أن المياه شحيحة."
    )


def test_a_verb_of_a_later_release_leaves_the_words_to_the_kind():
    assert said(SHE, "خطة", "hinted") == "السيدة ليلى حداد: خطة."


@pytest.mark.parametrize(
    ("verb", "kind", "text", "sentence"),
    [
        (V.POINTED_OUT, NoteKind.STATEMENT, "ضيق الوقت", "وأُشير إلى ضيق الوقت."),
        (V.CALLED_FOR, NoteKind.STATEMENT, "توفير المياه", "وطولب بتوفير المياه."),
        (V.AFFIRMED, NoteKind.STATEMENT, "أن العمل جارٍ", "وأُكّد أن العمل جارٍ."),
        (V.SUGGESTED, NoteKind.STATEMENT, "إقامة دورة", "وجرى اقتراح إقامة دورة."),
        (V.RESERVED, NoteKind.RESERVATION, "الصياغة", "وسُجّل تحفّظ على الصياغة."),
        (None, NoteKind.QUESTION, "متى نبدأ؟", "وسُئل: متى نبدأ؟"),
        (None, NoteKind.COMMITMENT, "نشر النتائج", "وجرى الالتزام بما يأتي: نشر النتائج."),
        (None, NoteKind.STATEMENT, "الوقت ضيق", "الوقت ضيق."),
    ],
)
def test_where_nobody_is_named_the_sentence_is_impersonal(verb, kind, text, sentence):
    assert said(None, text, verb, kind, linked=True) == sentence


@pytest.mark.parametrize(
    ("voice", "verb", "kind", "text", "sentence"),
    [
        (MR, V.POINTED_OUT, NoteKind.STATEMENT, "the value of dialogue",
         "Mr Ayman Ayoub, Head of Division, DCAF, pointed to the value of dialogue."),
        (MR, V.POINTED_OUT, NoteKind.STATEMENT, "that time is short",
         "Mr Ayman Ayoub, Head of Division, DCAF, pointed out that time is short."),
        (MR, V.WONDERED, NoteKind.QUESTION, "when do we start?",
         "Mr Ayman Ayoub, Head of Division, DCAF, asked: when do we start?"),
        (MR, V.AFFIRMED, NoteKind.STATEMENT, "التزام المنظمة",
         "Mr Ayman Ayoub, Head of Division, DCAF, affirmed: التزام المنظمة."),
        (MR, None, NoteKind.STATEMENT, "time is short",
         "Mr Ayman Ayoub, Head of Division, DCAF: time is short."),
        (Voice("Ms Haddad"), None, NoteKind.NEED, "clean water",
         "Ms Haddad pointed to a need: clean water."),
        (None, V.AFFIRMED, NoteKind.STATEMENT, "that work goes on",
         "It was affirmed that work goes on."),
        (None, None, NoteKind.RESERVATION, "the wording",
         "A reservation was expressed: the wording."),
    ],
)  # fmt: skip
def test_english_sentences_put_the_speaker_first(voice, verb, kind, text, sentence):
    assert said(voice, text, verb, kind, language="en") == sentence


@pytest.mark.parametrize(
    ("text", "closed"),
    [("خطة", "خطة."), ("خطة.", "خطة."), ("لماذا؟", "لماذا؟"), ("«خطة.»", "«خطة.»"),
     ("(خطة)", "(خطة)."), ("", "")],
)  # fmt: skip
def test_a_sentence_ends_once(text, closed):
    assert ended(text) == closed


@given(
    st.text(max_size=40),
    st.sampled_from([None, *ReportingVerb]),
    st.sampled_from([kind for kind in NoteKind if kind is not NoteKind.PRIVATE]),
    st.sampled_from([HE, SHE, GROUP, None]),
    st.sampled_from(["ar", "en"]),
)
def test_the_words_of_a_note_stand_unchanged_in_its_sentence(text, verb, kind, voice, language):
    note = Note(id="n", meeting_id="m", text=text, verb=verb, kind=kind)
    sentence = reported(language, voice, note, linked=True)
    assert sentence.said in (note.text.strip(), f"{note.text.strip()}.")
    assert sentence.text.endswith(sentence.said)
    assert sentence.subject == (voice.name if voice else "")
