"""Where a sentence ends: what is one unit is never mixed with what another laptop wrote."""

import pytest

from recorder.merge.sentences import join_sentences, split_sentences

TEXTS = [
    ["الماء منقطع.", "الكهرباء ضعيفة."],
    ["هل نبدأ؟", "نعم، الآن؛ لأن الوقت ضيق.", "حسناً!"],
    ["بلغت 0.2 درجة.", "ودفع 12,500.75 ل.س.", "و٠٫٢ أخرى."],
    ["قال د. أحمد وم. خالد وأ.د. رنا ذلك."],
    ["حضر (د. سامر) اللقاء.", "ثم غادر."],
    ["وُلد سنة 1400 هـ. في حلب."],
    ["بلغ العدد 150.", "ثم زاد."],
    ["1. ماء", "2. كهرباء"],
    ["الأولويات: 1. ماء 2. كهرباء 3. صحة"],
    ["أ- ماء", "ب- كهرباء"],
    ["• ماء", "- كهرباء"],
    ["انتظروا...", "ثم بدأ…", "نعم"],
    ['قال: "نعم."', "وخرج."],
    ["قال: «لا أوافق!»", "ثم سكت."],
    ["(وافق الجميع.)", "انتهى."],
    ["قالت Dr. Smith ذلك.", "وتحدثت DCAF عن U.N. أيضاً."],
    ["یک جملہ۔", "دوسرا جملہ۔"],
    ["الماء والكهرباء إلخ. من الخدمات."],
    ["انتهى.\u200f", "بدأ."],
    ["\u2067انتهى.\u2069", "بدأ."],
    ["نم\u200cخواهم.", "می\u200cروم."],
    ["ممتاز 👍🏽.", "شكراً 🙏"],
    ["دون نقاط ولا فواصل"],
    ["سطر", "سطر آخر"],
]


@pytest.mark.parametrize("sentences", TEXTS, ids=lambda each: each[0][:20])
def test_sentences_end_where_a_reader_says_so(sentences: list[str]) -> None:
    assert [each.core for each in split_sentences("\n".join(sentences))] == sentences
    if not any(each[0] in "1أب•-س" for each in sentences):
        spaced = split_sentences(" ".join(sentences))
        assert [each.core for each in spaced] == sentences


def test_white_space_between_sentences_is_kept_as_it_was() -> None:
    text = "الماء.\n\n\t- ضعيف\n  - مالح.  نعم.\u00a0لا."
    assert join_sentences(split_sentences(text)) == text


def test_a_full_stop_and_space_do_not_make_another_sentence() -> None:
    one, other, ellipsis = (
        split_sentences(each)[0].key for each in ("نعم  لا.", "نعم لا", "نعم لا...")
    )
    assert one == other != ellipsis
