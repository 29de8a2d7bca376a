"""Discussion, outcomes and recommendations as their readers need them."""

from recorder.domain.columns import Place, Speaker
from recorder.domain.directory import Theme
from recorder.domain.discussion import Decision, Issue
from recorder.domain.recommendation import Carried, FollowUp, Support
from recorder.domain.tokens import (
    Agreement,
    Attribution,
    NoteKind,
    Priority,
    ReportingVerb,
    Stage,
    Stance,
    Status,
)
from recorder.minutes import build_minutes
from recorder.minutes.model import Emphasis, Heading, Paragraph, ParagraphKind, Table
from tests.recorder.minutes.meetings import (
    ARABIC,
    HOSTS,
    arabic,
    english,
    headings,
    item,
    meeting,
    note,
    position,
    recommendation,
    record,
)
from tests.recorder.minutes.minutes_text import text_of

# Discussion


def test_an_item_without_words_has_no_heading_in_the_discussion():
    agenda = [item(1, "الأول"), item(2, "الثاني", summary="دار نقاش."), item(3, "فرعي", "a2")]
    built = build_minutes(record(agenda=agenda, notes=[]), ARABIC)
    assert [
        (each.label, each.text) for each in built if isinstance(each, Heading) and each.level > 1
    ] == [("ثانياً", "الثاني")]
    assert "1. فرعي" in text_of(built)


def test_a_note_under_no_known_item_is_not_lost():
    lost = note(1, "ضيق الوقت", place=Place("gone", "a1"))
    kept = note(2, "سعة المكان")
    text = arabic(record(agenda=[item(1, "الأول")], notes=[lost, kept]))
    assert text.index("سعة المكان") < text.index("مداخلات أخرى") < text.index("ضيق الوقت")


def test_items_that_are_each_others_parents_are_all_read():
    agenda = [item(1, "الأول", "a2"), item(2, "الثاني", "a1")]
    text = arabic(record(agenda=agenda, notes=[note(1, "كلام")]))
    assert "أولاً الأول" in text
    assert "كلام" in text


def test_a_question_stays_on_the_page_of_its_answer():
    asked = note(1, "متى نبدأ؟", kind=NoteKind.QUESTION)
    answered = note(2, "أن العمل بدأ", kind=NoteKind.ANSWER, speaker=Speaker("p2"))
    built = build_minutes(record(notes=[asked, answered]), ARABIC)
    said = [
        each for each in built if isinstance(each, Paragraph) and each.kind is ParagraphKind.NOTE
    ]
    assert [each.keeps_next for each in said] == [True, False]
    assert "وأجابت السيدة ليلى حداد، من المركز بيتا، بأن العمل بدأ." in text_of(built)


def test_words_in_another_language_stand_alone_in_their_own_direction():
    said = note(1, "We will come back", verb=ReportingVerb.AFFIRMED)
    built = [each for each in build_minutes(record(notes=[said]), ARABIC)
             if isinstance(each, Paragraph)]  # fmt: skip
    (quote,) = [each for each in built if each.kind is ParagraphKind.QUOTE]
    assert (quote.spans[0].text, quote.direction) == ("We will come back.", "ltr")
    (lead,) = [each for each in built if each.kind is ParagraphKind.NOTE]
    assert "".join(span.text for span in lead.spans).endswith("(ALF):")
    assert lead.keeps_next


def test_the_speakers_name_stands_out():
    built = build_minutes(record(notes=[note(1, "كلام", verb=ReportingVerb.SAID)]), ARABIC)
    strong = [
        span.text
        for each in built
        if isinstance(each, Paragraph)
        for span in each.spans
        if span.emphasis is Emphasis.STRONG
    ]
    assert strong == ["السيد سامر النجار"]


# Outcomes


def test_points_tell_who_stood_how_and_why():
    issue = Issue(id="i1", meeting_id="m", text="النشر", agreement=Agreement.CONTESTED)
    held = [
        position(1, "i1", Stance.SUPPORTS, "p1"),
        position(2, "i1", Stance.SUPPORTS, "p2"),
        position(3, "i1", Stance.RESERVATION, "p3", reason="لا وقت"),
    ]
    text = arabic(record(issues=[issue], positions=held))
    assert "## نقاط موضع خلاف\n1. النشر." in text
    assert (
        "المؤيّدون: السيد سامر النجار من جمعية ألفا (ALF) والسيدة ليلى حداد من المركز بيتا." in text
    )
    assert "تحفّظ د. نديم قباني: لا وقت." in text
    hidden = record(meeting=meeting(attribution=Attribution.NONE), issues=[issue], positions=held)
    assert "المؤيّدون: 2." in arabic(hidden)
    assert "تحفّظ: لا وقت." in arabic(hidden)


def test_decisions_are_numbered_by_their_order_until_a_number_is_set():
    made = [
        Decision(id="d1", meeting_id="m", text="الأول", place=Place("a2", "a1")),
        Decision(id="d2", meeting_id="m", text="الثاني", place=Place("a1", "a2")),
        Decision(id="d3", meeting_id="m", text="الثالث", place=Place("a2", "a3"), number="9/ب"),
    ]
    text = arabic(record(agenda=[item(1, "بند"), item(2, "آخر")], decisions=made))
    assert "# القرارات\n1. الثاني.\n2. الأول.\n9/ب. الثالث." in text


def test_bare_recommendations_make_a_table_of_two_columns():
    asked = [recommendation(each) for each in range(1, 6)]
    built = build_minutes(record(recommendations=asked), ARABIC)
    assert "التوصيات الأولية" in headings(built)
    (table,) = [each for each in built if isinstance(each, Table)]
    assert [each.title for each in table.columns] == ["م", "التوصية"]
    assert list(table.rows)[4] == ("5", "توصية 5")


def test_a_full_recommendation_fills_the_matrix():
    full = recommendation(
        1, theme_id="th", lead_id="o1", due="2026-11-23", indicator="عدد", evidence="كشف",
        stage=Stage.REJECTED, reason="لا مال", priority=Priority.HIGH,
    )  # fmt: skip
    rows = record(
        themes=[Theme(id="th", title="المحور", title_en="The theme")],
        recommendations=[full],
        supports=[Support(id="u", meeting_id="m", recommendation_id="r1", organisation_id="o2")],
        follow_ups=[FollowUp(id="f", meeting_id="m", recommendation_id="r1",
                             status=Status.IN_PROGRESS, progress=40)],
    )  # fmt: skip
    assert (
        "م | التوصية | الجهة المسؤولة | الموعد | المرحلة والحالة\n"
        "1 | توصية 1 / السبب: لا مال / المحور: المحور / المؤشّر: عدد / وسيلة التحقّق: كشف"
        " | جمعية ألفا (ALF) / جهات مساندة: المركز بيتا | 23 تشرين الثاني 2026"
        " | مرفوضة / قيد التنفيذ / 40% / أولوية عالية"
    ) in arabic(rows)
    assert "The theme" in english(rows)


def test_a_theme_has_a_column_of_its_own_where_nothing_is_measured():
    rows = record(themes=[Theme(id="th", title="المحور")],
                  recommendations=[recommendation(1, theme_id="th")])  # fmt: skip
    assert "م | التوصية | المحور\n1 | توصية 1 | المحور" in arabic(rows)


def test_earlier_recommendations_tell_what_became_of_them():
    earlier = [recommendation(1), recommendation(2)]
    rows = record(
        earlier=earlier,
        carried=[Carried(id=f"c{each}", meeting_id="m", recommendation_id=f"r{each}")
                 for each in (2, 1)],
        follow_ups=[FollowUp(id="f", meeting_id="m", recommendation_id="r2", date="2026-11-23",
                             status=Status.DONE, progress=100, text="اكتمل العمل")],
    )  # fmt: skip
    text = arabic(rows)
    assert "1 | توصية 2 | 23 تشرين الثاني 2026: اكتمل العمل | منجزة\n2 | توصية 1 |  | " in text


def test_signatures_are_of_the_officers_and_the_hosts():
    rows = record(meeting=meeting(rapporteur_id="p2", chair_id="p3"), hosts=HOSTS)
    text = arabic(rows)
    lines = text[text.index("وعليه جرى التوقيع.") :].splitlines()[1:]
    assert [line.removesuffix(" | التوقيع | التاريخ") for line in lines] == [
        "المقرّرة | ليلى حداد", "الميسّر/ة", "رئيس/ة الجلسة | د. نديم قباني | باحث",
        "عن الجهة المنظِّمة | جمعية ألفا (ALF)", "عن الجهة الشريكة | المركز بيتا",
    ]  # fmt: skip
