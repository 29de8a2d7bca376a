"""What minutes say, what they leave out, and how they begin and end."""

import pytest

from recorder.domain.meeting import Host
from recorder.domain.record import MeetingRecord
from recorder.domain.tokens import (
    HostRole,
    MeetingKind,
    MeetingState,
    NoteKind,
)
from recorder.minutes import Edition, build_minutes
from recorder.minutes.model import Paragraph, ParagraphKind
from tests.recorder.minutes.meetings import (
    ARABIC,
    ENGLISH,
    HOSTS,
    arabic,
    assert_clean,
    english,
    headings,
    meeting,
    note,
    recommendation,
    record,
    sample,
)
from tests.recorder.minutes.minutes_text import text_of

# The whole


def test_the_reported_meeting_has_the_sections_that_its_article_has_words_for():
    assert headings(build_minutes(sample("aleppo.json"), ARABIC)) == [
        "الحضور", "جدول الأعمال", "وقائع النقاش", "التوصيات الأولية", "ملحق: كشف الحضور",
    ]  # fmt: skip


def test_the_follow_up_meeting_has_every_section_in_the_order_of_formal_minutes():
    assert headings(build_minutes(sample("followup.json"), ARABIC)) == [
        "الحضور", "جدول الأعمال", "متابعة التوصيات السابقة", "وقائع النقاش",
        "نقاط الاتفاق والاختلاف", "القرارات", "التوصيات", "ختام اللقاء", "ملحق: كشف الحضور",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "عُقد في مقر المنظمة العالمية للنهوض بالمجتمع المدني، حي المحافظة، حلب، لقاء حواري "
            "تشاوري بدعوة من المنظمة العالمية للنهوض بالمجتمع المدني (GLOCA) وبالتعاون مع مركز "
            "جنيف لحوكمة القطاع الأمني (DCAF)."
        ),
        (
            "كشف السيد وسيم الحاج، المدير التنفيذي للمنظمة العالمية للنهوض بالمجتمع المدني "
            "(GLOCA)، أن هدف اللقاء الرئيسي"
        ),
        (
            "وأشار السيد أيمن أيوب، رئيس قسم الشرق الأوسط وشمال أفريقيا في مركز جنيف لحوكمة "
            "القطاع الأمني (DCAF)، إلى أهمية الحوارات التشاورية"
        ),
        "عبّر ممثلون عن المؤسسات المحلية والمجتمع المدني عن أهمية هذا اللقاء",
        "وأعرب المنظمون عن تفاؤلهم بنتائج الحوار.",
    ],
)
def test_the_reported_meeting_reads_as_its_editor_would_have_it(sentence):
    assert sentence in arabic(sample("aleppo.json"))


def test_a_document_can_be_read_twice_and_is_the_same_each_time():
    minutes = build_minutes(sample("followup.json"), ARABIC)
    assert list(minutes) == list(minutes)


@pytest.mark.parametrize("name", ["aleppo.json", "followup.json"])
@pytest.mark.parametrize("edition", [ARABIC, ENGLISH, Edition("ar", "arab")])
def test_every_public_note_of_a_sample_stands_once_and_no_private_one(name, edition):
    rows = sample(name)
    text = text_of(build_minutes(rows, edition))
    for each in rows.notes:
        assert text.count(each.text) == (0 if each.kind == NoteKind.PRIVATE else 1), each.text


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_empty_meeting_has_minutes_that_can_be_signed(language):
    minutes = build_minutes(MeetingRecord(meeting=meeting()), Edition(language))
    assert_clean(text_of(minutes))
    assert headings(minutes) == []
    assert "التوقيع" in text_of(minutes) or "Signature" in text_of(minutes)


def test_the_title_says_what_kind_of_meeting_it_was_and_its_number():
    built = build_minutes(record(meeting=meeting(number="3/2026", title="لقاء")), ARABIC)
    assert (built.title, built.reference, built.subject) == (
        "محضر لقاء حواري تشاوري", "رقم 3/2026", "لقاء",
    )  # fmt: skip
    workshop = build_minutes(record(meeting=meeting(kind=MeetingKind.WORKSHOP)), ARABIC)
    assert (workshop.title, workshop.reference) == ("محضر ورشة عمل", "")


def test_minutes_that_were_not_approved_say_so():
    assert build_minutes(record(), ARABIC).state == "مسودّة"
    approved = meeting(state=MeetingState.APPROVED)
    assert build_minutes(record(meeting=approved), ARABIC).state == ""


def test_the_letterhead_has_the_organiser_first_and_no_donor():
    hosts = [
        Host(id="h1", meeting_id="m", organisation_id="o2", role=HostRole.PARTNER),
        Host(id="h2", meeting_id="m", organisation_id="o1", role=HostRole.ORGANISER),
        Host(id="h3", meeting_id="m", organisation_id="o2", role=HostRole.DONOR),
    ]
    letterhead = build_minutes(record(hosts=hosts), ARABIC).letterhead
    assert [(each.name, each.acronym) for each in letterhead.hosts] == [
        ("جمعية ألفا", "ALF"), ("المركز بيتا", ""),
    ]  # fmt: skip


# The first and the last sentence


@pytest.mark.parametrize(
    ("fields", "hosts", "sentence"),
    [
        ({"date": "2026-11-23", "actual_start": "10:00", "venue": "القاعة", "city": "حلب"}, HOSTS,
         ("إنه في يوم الاثنين الموافق 23 تشرين الثاني 2026، وفي تمام الساعة 10:00، عُقد في "
         "القاعة، حلب، لقاء حواري تشاوري بدعوة من جمعية ألفا (ALF) وبالتعاون مع المركز بيتا.")),
        ({"date": "2026-11-23", "actual_start": "10:08"}, [],
         ("إنه في يوم الاثنين الموافق 23 تشرين الثاني 2026، وفي الساعة 10:08، عُقد لقاء "
          "حواري تشاوري.")),
        ({"date": "2026-11-23"}, HOSTS[1:],
         ("إنه في يوم الاثنين الموافق 23 تشرين الثاني 2026، عُقد لقاء حواري تشاوري بالتعاون مع "
         "المركز بيتا.")),
        ({"actual_start": "10:00", "city": "حلب"}, [],
         "إنه في تمام الساعة 10:00، عُقد في حلب لقاء حواري تشاوري."),
        ({"venue": "القاعة", "kind": MeetingKind.WORKSHOP}, [], "عُقدت في القاعة ورشة عمل."),
        ({"venue": "قاعة حلب", "city": "حلب"}, [], "عُقد في قاعة حلب لقاء حواري تشاوري."),
        ({}, HOSTS[:1], "عُقد لقاء حواري تشاوري بدعوة من جمعية ألفا (ALF)."),
        ({"opening": "افتُتح اللقاء بالنشيد.", "date": "2026-11-23"}, HOSTS,
         "افتُتح اللقاء بالنشيد."),
    ],
)  # fmt: skip
def test_the_opening_tells_what_is_known_in_one_sound_sentence(fields, hosts, sentence):
    built = build_minutes(record(meeting=meeting(**fields), hosts=hosts), ARABIC)
    leads = [each for each in built if isinstance(each, Paragraph)]
    assert leads[0].kind is ParagraphKind.LEAD
    assert leads[0].spans[0].text == sentence


def test_a_planned_time_is_never_told_as_the_time_at_which_the_meeting_began():
    text = arabic(record(meeting=meeting(date="2026-11-23", planned_start="10:00")))
    assert "الوقت المقرّر: 10:00" in text
    assert "الساعة 10:00" not in text


def test_the_opening_in_english():
    rows = record(meeting=meeting(date="2026-11-23", actual_start="10:00", venue="the hall"),
                  hosts=HOSTS)  # fmt: skip
    assert (
        "On Monday 23 November 2026, at 10:00, a consultative dialogue meeting was held at the "
        "hall, called by جمعية ألفا (ALF) and in cooperation with Beta Centre."
    ) in english(rows)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"actual_end": "14:30"}, "ورُفع اللقاء في تمام الساعة 14:30."),
        ({"actual_end": "14:52", "kind": MeetingKind.DIALOGUE}, "ورُفعت الجلسة في الساعة 14:52."),
        ({"closing": "واختُتم اللقاء بالشكر."}, "واختُتم اللقاء بالشكر."),
        ({"next_date": "2026-11-23", "next_venue": "القاعة"},
         "ومن المقرّر عقد اللقاء القادم يوم الاثنين الموافق 23 تشرين الثاني 2026 في القاعة."),
        ({"next_venue": "القاعة"}, "ومن المقرّر عقد اللقاء القادم في القاعة."),
    ],
)  # fmt: skip
def test_the_closing_tells_what_is_known(fields, sentence):
    assert sentence in arabic(record(meeting=meeting(**fields)))


def test_officers_are_named_with_what_they_stand_for():
    text = arabic(record(meeting=meeting(facilitator_id="p1", rapporteur_id="p2")))
    assert "الميسّر: السيد سامر النجار، المدير العام لجمعية ألفا (ALF)" in text
    assert "المقرّرة: السيدة ليلى حداد، من المركز بيتا" in text
    assert "رئيس" not in text


# Digits


def test_the_digits_of_an_edition_touch_what_the_program_wrote_and_no_text():
    said = note(1, "الرمز GLOCA/2026-017 والهاتف +963 21 123-4567")
    rows = record(
        meeting=meeting(number="3/2026", date="2026-11-23", title="لقاء 7"),
        notes=[said], recommendations=[recommendation(1, due="2026-12-01")],
    )  # fmt: skip
    text = text_of(build_minutes(rows, Edition("ar", "arab")))
    for kept in ("GLOCA/2026-017", "+963 21 123-4567", "رقم 3/2026", "لقاء 7", "توصية 1"):
        assert kept in text
    assert "٢٣ تشرين الثاني ٢٠٢٦" in text
    assert "١ | توصية 1 | ١ كانون الأول ٢٠٢٦" in text
