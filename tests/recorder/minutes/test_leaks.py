"""No name leaves against the rule: documents tell none by themselves, and what people typed is
read over for names in every spelling."""

import struct
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recorder.domain.columns import Place, Speaker, Subject
from recorder.domain.directory import Person
from recorder.domain.discussion import Attachment, Issue
from recorder.domain.documents import Detail, DocumentKind
from recorder.domain.meeting import Attendance
from recorder.domain.tokens import (
    Attribution,
    Consent,
    NoteKind,
    Postponed,
    Presence,
    ReportingVerb,
    Stance,
)
from recorder.minutes import Edition, build_minutes
from recorder.minutes.documents import PLANS
from recorder.minutes.leaks import find_leaks
from recorder.minutes.model import Origin
from tests.recorder.minutes.meetings import (
    NAMES,
    arabic,
    item,
    meeting,
    meetings,
    note,
    position,
    record,
    sample,
)
from tests.recorder.minutes.minutes_text import text_of

KINDS = st.sampled_from(list(PLANS))
LANGUAGES = st.sampled_from(["ar", "en", "both"])
HIDDEN = meeting(attribution=Attribution.NONE)
ALIASES = {"p0": ("أبو الخير القيصر",), "p1": ("نور الدين العطار",)}


def leaks_of(rows, edition):
    return find_leaks(rows, edition, build_minutes(rows, edition))


def with_officers(rows):
    officers = {"chair_id": "p0", "facilitator_id": "p1", "rapporteur_id": "p2"}
    return replace(rows, meeting=replace(rows.meeting, **officers), other_names=ALIASES)


@settings(max_examples=80)
@given(meetings(attribution=Attribution.NONE), KINDS, LANGUAGES)
def test_without_attribution_no_document_tells_a_name(rows, kind, language):
    rows, edition = with_officers(rows), Edition(language, document=kind)
    text = text_of(build_minutes(rows, edition))
    for name in (*NAMES, *(each for names in ALIASES.values() for each in names)):
        assert name not in text
    assert leaks_of(rows, edition) == []


@settings(max_examples=60)
@given(meetings(attribution=Attribution.SECTOR) | meetings(attribution=Attribution.ORGANISATION),
       KINDS, LANGUAGES)  # fmt: skip
def test_by_organisation_or_sector_only_the_officers_are_named_as_such(rows, kind, language):
    rows, edition = with_officers(rows), Edition(language, document=kind)
    assert leaks_of(rows, edition) == []


@settings(max_examples=60)
@given(meetings(attribution=Attribution.NAMED), KINDS, LANGUAGES, st.sampled_from(["p0", "p3"]))
def test_who_does_not_agree_to_be_named_is_named_in_no_document(rows, kind, language, person_id):
    refusal = Attendance(id="t", meeting_id="m", person_id=person_id, presence=Presence.PRESENT,
                         consent_name=Consent.NO)  # fmt: skip
    others = [each for each in rows.attendance if each.person_id != person_id]
    rows = with_officers(replace(rows, attendance=[refusal, *others]))
    edition = Edition(language, document=kind)
    assert NAMES[int(person_id[1])] not in text_of(build_minutes(rows, edition))
    assert leaks_of(rows, edition) == []


@settings(max_examples=60)
@given(meetings(), KINDS, LANGUAGES, st.sampled_from([None, *Detail]))
def test_a_private_note_is_in_no_document(rows, kind, language, detail):
    text = text_of(build_minutes(rows, Edition(language, document=kind, detail=detail)))
    for each in rows.notes:
        if each.kind == NoteKind.PRIVATE:
            assert each.text not in text


SPELLINGS = [
    lambda name: name,
    lambda name: name.replace("أ", "ا").replace("ة", "ه").replace("ى", "ي"),
    lambda name: name[0] + "\u064e" + name[1:],
    lambda name: name[:2] + "ـ" + name[2:],
    lambda name: name.replace(" ", "  "),
]
PREFIXES = ["", "و", "ف", "ب", "ل", "ك", "ول", "وب"]


@settings(max_examples=150)
@given(
    st.sampled_from(
        ["بشار الأسود", "عبد القادر سواس", "نور الدين العطار", "فاطمة عيسى", "وائل ميداني",
         "أمل حبة", "لؤي بيطار", "هناء الحسين كيالي", "Werner Zöllner"]
    ),
    st.sampled_from(PREFIXES), st.sampled_from(SPELLINGS), st.booleans(), st.booleans(),
)  # fmt: skip
def test_a_name_in_any_spelling_is_found_in_the_note_that_tells_it(
    name, prefix, spelled, is_alias, is_of_family
):
    known = Person(id="p", name="فلان الفلاني" if is_alias else name)
    written = spelled(name.split()[-1] if is_of_family else name)
    if written.startswith("ال") and prefix.endswith("ل"):
        written = written.removeprefix("ا")
    said = [note(1, "ضيق الوقت"), note(2, f"ما قاله {prefix}{written}، وهو معروف")]
    others = {"p": (name,)} if is_alias else {}
    agenda = [item(1, "بند")]
    rows = record(meeting=HIDDEN, notes=said, people=[known], other_names=others, agenda=agenda)
    found = leaks_of(rows, Edition())
    assert [(each.table, each.row_id, each.origin) for each in found] == [
        ("person", "p", Origin("note", "n2"))
    ]
    assert found[0].found.endswith(written)
    assert found[0].is_whole is not is_of_family


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("عبد الله حسن", "قال عبدالله حسن"), ("عبدالله حسن", "قال عبد الله حسن"),
        ("نور الدين مكانسي", "وشكر نورالدين مكانسي"), ("محمد خالد الحاج", "أيّد محمد الحاج ذلك"),
        ("أحمد زيدو", "وأجاب السيد أحمد"), ("وسيم الحاج", "كلام للحاج وسيم الحاج"),
        ("رئيفة بصمه جي", "وذكرت السيدة بصمه جي"),
    ],
)  # fmt: skip
def test_a_name_is_found_joined_apart_shortened_or_behind_a_form_of_address(name, text):
    rows = record(meeting=HIDDEN, notes=[note(1, text)], people=[Person(id="p", name=name)])
    assert {each.row_id for each in leaks_of(rows, Edition())} == {"p"}


@pytest.mark.parametrize("text", ["والأمل كبير", "عمل القادرين", "قادر على العمل", "فرح الناس"])
def test_a_word_that_is_a_name_of_many_is_no_leak_by_itself(text):
    people = [Person(id="p", name="عبد القادر سواس"), Person(id="q", name="أمل فرح")]
    rows = record(meeting=HIDDEN, notes=[note(1, text)], people=people)
    assert leaks_of(rows, Edition()) == []


def test_a_rule_of_a_note_or_of_its_item_goes_before_that_of_the_meeting():
    verb = ReportingVerb.POINTED_OUT
    agenda = [item(1, "بند", attribution=Attribution.NONE), item(2, "فرع", "a1")]
    said = [
        note(1, "الأول", verb=verb),
        note(2, "الثاني", verb=verb, attribution=Attribution.NAMED),
        replace(note(3, "الثالث عن سامر النجار", verb=verb), place=replace(note(3, "").place,
                                                                           parent_id="a2")),
    ]  # fmt: skip
    rows = record(agenda=agenda, notes=said)
    text = arabic(rows)
    assert "أُشير إلى الأول." in text
    assert "السيد سامر النجار، المدير العام لجمعية ألفا (ALF)، إلى الثاني." in text
    assert [each.origin for each in leaks_of(rows, Edition())] == [Origin("note", "n3")]


def test_what_stands_at_an_item_follows_the_rule_of_the_item():
    agenda = [item(1, "بند سامر النجار", attribution=Attribution.NONE), item(2, "بند ليلى حداد")]
    at_item = Place("a1", "i")
    issue = Issue(id="i1", meeting_id="m", text="رأي سامر النجار", place=at_item)
    held = position(1, "i1", Stance.OBJECTS, "p2", "كما قالت ليلى حداد")
    rows = record(agenda=agenda, issues=[issue], positions=[held])
    found = {(each.row_id, each.origin) for each in leaks_of(rows, Edition())}
    assert found == {
        ("p1", Origin("agenda_item", "a1")),
        ("p1", Origin("issue", "i1")),
        ("p2", Origin("position", "s1")),
    }


@pytest.mark.parametrize("subject", [Subject("agenda_item", "a1"), Subject("note", "n1")])
def test_what_is_said_of_a_picture_follows_the_rule_of_what_it_shows(subject):
    content = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 2, 2)
    picture = Attachment(id="f", meeting_id="m", subject=subject, sha256="0", name="a.png",
                         mime="image/png", place=Place(None, "f"), caption="سامر النجار يعرض",
                         credit="ليلى حداد")  # fmt: skip
    rows = record(agenda=[item(1, "بند", attribution=Attribution.NONE)],
                  notes=[note(1, "قول")], attachments=[picture])  # fmt: skip
    edition = Edition(has_photographs=True)
    found = find_leaks(rows, edition, build_minutes(rows, edition, {"0": content}))
    assert {each.row_id for each in found} == {"p1", "p2"}
    assert {each.origin for each in found} == {Origin("attachment", "f")}


@pytest.mark.parametrize(
    "edition", [Edition(document=DocumentKind.SHORT_MINUTES), Edition(detail=Detail.SUMMARY)]
)
def test_each_of_several_notes_in_one_paragraph_is_read_by_its_own_rule(edition):
    promise = {"kind": NoteKind.COMMITMENT}
    said = [
        note(1, "متابعة ليلى حداد", **promise),
        note(2, "ما قاله سامر النجار", attribution=Attribution.NONE, **promise),
        note(3, "مثله عن ليلى حداد", **promise),
    ]
    rows = record(agenda=[item(1, "بند")], notes=said)
    found = [(each.row_id, each.origin) for each in leaks_of(rows, edition)]
    assert found == [("p1", Origin("note", "n2"))]
    strict = replace(said[0], attribution=Attribution.NAMED)
    hidden = [item(1, "بند", attribution=Attribution.NONE)]
    assert leaks_of(record(agenda=hidden, notes=[strict]), edition) == []


@pytest.mark.parametrize("english", ["", " The water is scarce and the network is old."])
def test_a_summary_follows_the_rule_of_its_own_item_where_it_is_told_under_another(english):
    agenda = [item(1, "بند", summary=f"خلاصة{english}"),
              item(2, "فرع", "a1", summary=f"قول سامر النجار{english}",
                   attribution=Attribution.NONE)]  # fmt: skip
    edition = Edition(document=DocumentKind.SHORT_MINUTES)
    found = leaks_of(record(agenda=agenda), edition)
    assert {(each.row_id, each.origin) for each in found} == {("p1", Origin("agenda_item", "a2"))}


def test_a_title_follows_the_rule_of_its_item_wherever_it_stands():
    hidden = {"attribution": Attribution.NONE}
    agenda = [item(1, "بند سامر النجار", **hidden),
              item(2, "طلب ليلى حداد", postponed=Postponed.NO_TIME, **hidden)]  # fmt: skip
    rows = record(agenda=agenda, notes=[note(1, "قول")])
    report = Edition(document=DocumentKind.CONSULTATION_REPORT)
    annex = Edition(document=DocumentKind.DONOR_ANNEX)
    for edition, person in ((report, "p1"), (annex, "p1"), (Edition(), "p2")):
        assert person in {each.row_id for each in leaks_of(rows, edition)}


def test_who_asked_not_to_be_named_speaks_for_a_part_of_society_and_keeps_a_row():
    refusal = Attendance(id="t", meeting_id="m", person_id="p1", presence=Presence.PRESENT,
                         consent_name=Consent.NO)  # fmt: skip
    said = note(1, "ضيق الوقت", verb=ReportingVerb.POINTED_OUT)
    text = arabic(record(notes=[said], attendance=[refusal]))
    assert "أشار أحد المشاركين من المجتمع المدني إلى ضيق الوقت." in text
    assert "1 | حُجب الاسم بطلب صاحبه | جمعية ألفا (ALF)" in text


def test_an_organisation_is_hidden_by_sector_unless_it_hosts_or_answers_for_something():
    rule = meeting(attribution=Attribution.SECTOR)
    said = note(1, "لم تُدعَ المركز بيتا ولا ALF", speaker=Speaker(label="الحاضرون"))
    rows = record(meeting=rule, notes=[said])
    assert {each.row_id for each in leaks_of(rows, Edition())} == {"o1", "o2"}
    by_body = replace(rows, meeting=meeting(attribution=Attribution.ORGANISATION))
    assert leaks_of(by_body, Edition()) == []


@pytest.mark.parametrize("rule", list(Attribution))
def test_the_samples_leak_nothing_under_any_rule(rule):
    for name in ("aleppo.json", "followup.json"):
        rows = sample(name)
        rows = replace(rows, meeting=replace(rows.meeting, attribution=rule))
        assert [each for each in leaks_of(rows, Edition()) if each.is_whole] == []
