"""What was postponed, what was put aside, and hands that were counted."""

from recorder.domain.columns import Place
from recorder.domain.discussion import Decision, Issue
from recorder.domain.tokens import Agreement, Postponed
from recorder.minutes import build_minutes
from recorder.minutes.model import Heading
from tests.recorder.minutes.meetings import (
    ARABIC,
    arabic,
    english,
    headings,
    item,
    note,
    record,
)

PARKED = item(9, "ترميم المدرسة", postponed=Postponed.PARKED, postponed_reason="طُرح في النقاش")


def section(text, title):
    """What stands under a heading, up to the closing."""
    return text[text.index(title) :].split("اختتم")[0]


def test_postponed_items_are_listed_with_their_reason_and_stay_on_the_agenda():
    late = item(
        2, "تمكين الشباب", postponed=Postponed.NO_TIME, postponed_reason="تجاوز البند الأول"
    )
    text = arabic(record(agenda=[item(1, "الماء"), late]))
    assert "ثانياً تمكين الشباب" in text
    assert "1. تمكين الشباب (ضيق الوقت: تجاوز البند الأول)" in section(text, "مواضيع مؤجّلة")


def test_a_topic_that_was_put_aside_is_neither_on_the_agenda_nor_in_the_discussion():
    said = note(1, "حالة المدرسة", place=Place("a9", "a1"))
    rows = record(agenda=[item(1, "الماء"), PARKED], notes=[said, note(2, "شح الماء")])
    built = build_minutes(rows, ARABIC)
    assert "مواضيع مؤجّلة" in headings(built)
    places = [each.text for each in built if isinstance(each, Heading)]
    assert "ترميم المدرسة" not in places
    text = arabic(rows)
    assert text.count("ترميم المدرسة") == 1
    told = section(text, "مواضيع مؤجّلة")
    assert "1. ترميم المدرسة (طُرح في النقاش)" in told
    assert "حالة المدرسة" in told
    assert text.count("حالة المدرسة") == 1


def test_what_was_said_of_a_topic_without_a_title_is_not_lost():
    nameless = item(9, "", postponed=Postponed.PARKED)
    said = note(1, "حالة المدرسة", place=Place("a9", "a1"))
    assert "حالة المدرسة" in arabic(record(agenda=[nameless], notes=[said]))


def test_the_english_edition_names_the_reason_in_english():
    late = item(2, "Youth", postponed=Postponed.ABSENT)
    assert "1. Youth (Somebody is missing)" in english(record(agenda=[late]))


def test_hands_are_told_where_they_were_counted_and_only_there():
    agreed = Issue(id="i1", meeting_id="m", text="فتح المركز", agreement=Agreement.AGREED,
                   hands_for=12, hands_against=0)  # fmt: skip
    silent = Issue(id="i2", meeting_id="m", text="أوقات العمل", agreement=Agreement.AGREED)
    decided = Decision(id="d1", meeting_id="m", text="تشكيل لجنة", hands_for=9, hands_against=3,
                       hands_abstained=2)  # fmt: skip
    rows = record(issues=[agreed, silent], decisions=[decided])
    lines = arabic(rows).splitlines()
    hands = [line for line in lines if line.startswith("رفع الأيدي")]
    assert hands == ["رفع الأيدي: 12 مؤيّداً، لا معارض.",
                     "رفع الأيدي: 9 مؤيّدين، 3 معارضين، ممتنعان."]  # fmt: skip
    assert "Show of hands: 9 in favour, 3 against, 2 abstaining." in english(rows)
