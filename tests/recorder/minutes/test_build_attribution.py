"""Nobody is named against the rule of attribution."""

from dataclasses import replace

import pytest

from recorder.domain.columns import Place, Speaker
from recorder.domain.directory import Person
from recorder.domain.tokens import (
    Attribution,
    ReportingVerb,
    Sex,
)
from recorder.minutes import build_minutes
from tests.recorder.minutes.meetings import (
    ARABIC,
    ATTENDANCE,
    SAMER,
    arabic,
    item,
    meeting,
    note,
    record,
)
from tests.recorder.minutes.minutes_text import text_of

# Attendance


def test_attendance_is_counted_and_told_by_organisation():
    text = arabic(record(attendance=ATTENDANCE))
    assert "الحاضرون المسجّلون: 2\nالمعتذرون: 1 (د. نديم قباني)" in text
    assert "جمعية ألفا (ALF) | 1 | سامر النجار (الميسّر)" in text
    assert "الغائبون" not in text


def test_the_attendance_sheet_leaves_out_the_columns_of_which_nothing_is_known():
    text = arabic(record(attendance=ATTENDANCE))
    assert "م | الاسم | الجهة | الصفة | صفة المشاركة | الحضور | التوقيع" in text
    assert "1 | سامر النجار | جمعية ألفا (ALF) | المدير العام | الميسّر | حاضر / من 10:20 | " in text
    assert "م | الاسم | الصفة | صفة المشاركة" in arabic(record(attendance=ATTENDANCE[2:]))


def test_the_attendance_sheet_can_be_left_out():
    edition = replace(ARABIC, has_annex=False)
    assert "كشف الحضور" not in text_of(build_minutes(record(attendance=ATTENDANCE), edition))


@pytest.mark.parametrize(
    ("rule", "shown", "hidden"),
    [
        (Attribution.ORGANISATION, "جمعية ألفا (ALF) | 1", "سامر"),
        (Attribution.SECTOR, "المجتمع المدني | 1", "ألفا"),
        (Attribution.NONE, "الحاضرون المسجّلون: 2", "المجتمع المدني"),
    ],
)
def test_attendance_tells_no_more_than_the_rule_of_attribution(rule, shown, hidden):
    text = arabic(record(meeting=meeting(attribution=rule), attendance=ATTENDANCE))
    assert shown in text
    assert hidden not in text
    assert "كشف الحضور" not in text


# Attribution


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (Attribution.NAMED,
         "أشار السيد سامر النجار، المدير العام لجمعية ألفا (ALF)، إلى ضيق الوقت."),
        (Attribution.ORGANISATION, "أشار ممثّل عن جمعية ألفا (ALF) إلى ضيق الوقت."),
        (Attribution.SECTOR, "أشار أحد المشاركين من المجتمع المدني إلى ضيق الوقت."),
        (Attribution.NONE, "أُشير إلى ضيق الوقت."),
        ("whispered", "أُشير إلى ضيق الوقت."),
    ],
)  # fmt: skip
def test_a_note_names_its_speaker_as_far_as_the_rule_allows(rule, sentence):
    said = note(1, "ضيق الوقت", verb=ReportingVerb.POINTED_OUT)
    assert sentence in arabic(record(meeting=meeting(attribution=rule), notes=[said]))
    own = replace(said, attribution=rule)
    for other in Attribution:
        assert sentence in arabic(record(meeting=meeting(attribution=other), notes=[own]))


def test_a_group_whose_label_tells_what_the_rule_hides_is_not_named():
    verb = ReportingVerb.EXPRESSED
    telling = note(1, "الأمل", verb=verb, speaker=Speaker(label="وفد جمعية ألفا"))
    silent = note(2, "القلق", verb=verb, speaker=Speaker(label="ناشطات المدينة"))
    text = arabic(record(meeting=meeting(attribution=Attribution.SECTOR), notes=[telling, silent]))
    assert "عُبّر عن الأمل." in text
    assert "وعبّرت ناشطات المدينة عن القلق." in text


def test_a_group_whose_label_tells_a_name_of_somebody_who_was_merged_is_not_named():
    telling = note(1, "الأمل", speaker=Speaker(label="جماعة أبو الخير"))
    rule = meeting(attribution=Attribution.ORGANISATION)
    assert "أبو الخير" in arabic(record(meeting=rule, notes=[telling]))
    known = record(meeting=rule, notes=[telling], other_names={"p1": ("أبو الخير النجار",)})
    assert "أبو الخير" not in arabic(known)


def test_what_was_said_at_an_item_that_is_deleted_keeps_its_rule():
    above = item(1, "أعلى", attribution=Attribution.NONE)
    gone = item(2, "مطويّ", parent="a1")
    said = note(1, "ضيق الوقت", place=Place("a2", "a1"), verb=ReportingVerb.POINTED_OUT)
    assert "أشار السيد سامر النجار" in arabic(record(notes=[said]))
    for alive, deleted in (([above], [gone]), ([], [gone, above])):
        text = arabic(record(agenda=alive, deleted_items=deleted, notes=[said]))
        assert "ضيق الوقت" in text
        assert "أشار السيد سامر النجار" not in text
        assert "مطويّ" not in text


def test_a_person_is_described_once_and_named_alone_afterwards():
    said = [note(each, f"الأمر {each}", verb=ReportingVerb.POINTED_OUT) for each in (1, 2)]
    text = arabic(record(notes=said))
    assert "وأشار السيد سامر النجار إلى الأمر 2." in text
    assert text.count("المدير العام") == 1


def test_two_people_of_one_name_are_told_apart_each_time():
    other = Person(id="p9", name=SAMER.name, role="طبيب", sex=Sex.MALE)
    said = [
        note(each, f"الأمر {each}", verb=ReportingVerb.POINTED_OUT, speaker=Speaker(who))
        for each, who in enumerate(["p1", "p9", "p1"])
    ]
    text = arabic(record(people=[SAMER, other], notes=said))
    assert "وأشار السيد سامر النجار، طبيب، إلى الأمر 1." in text
    assert text.count("المدير العام لجمعية ألفا (ALF)") == 2


@pytest.mark.parametrize(
    ("arrived", "departed", "told"),
    [
        ("", "", "حاضرة"),
        ("10:20", "", "حاضرة / من 10:20"),
        ("", "13:40", "حاضرة / حتى 13:40"),
        ("10:20", "13:40", "حاضرة / 10:20 – 13:40"),
    ],
)
def test_the_attendance_sheet_tells_who_came_late_or_left_early(arrived, departed, told):
    came = replace(ATTENDANCE[1], arrived=arrived, departed=departed)
    assert f"مشاركة | {told} | \n" in arabic(record(attendance=[came])) + "\n"
