"""What is missing before minutes are closed, and where it is put right."""

from dataclasses import replace

import pytest

from recorder.domain.checklist import Finding, Gap
from recorder.domain.columns import Speaker, Subject
from recorder.domain.discussion import Attachment, Issue
from recorder.domain.record import MeetingRecord
from recorder.domain.tokens import (
    Agreement,
    Consent,
    ItemKind,
    NoteKind,
    Postponed,
    Presence,
    Stage,
    Stance,
)
from recorder.minutes.checklist import closing_checklist
from tests.recorder.minutes.meetings import (
    ATTENDANCE,
    item,
    meeting,
    note,
    position,
    recommendation,
    record,
    sample,
)

WHOLE = record(
    meeting=meeting(date="2026-11-23", facilitator_id="p1", rapporteur_id="p2"),
    attendance=ATTENDANCE,
    agenda=[item(1, "بند")],
    notes=[note(1, "قول")],
    recommendations=[recommendation(1, lead_id="o1", timeframe="قبل الصيف")],
)


def found(**fields):
    return closing_checklist(replace(WHOLE, **fields))


def test_nothing_is_missing_where_all_is_there():
    assert closing_checklist(WHOLE) == []


def test_of_an_empty_meeting_everything_is_missing():
    gaps = {each.gap for each in closing_checklist(MeetingRecord(meeting=meeting()))}
    assert gaps == {Gap.MEETING_DATE, Gap.FACILITATOR, Gap.RAPPORTEUR, Gap.ATTENDANCE}


@pytest.mark.parametrize("speaker", [Speaker(), Speaker("gone"), Speaker(label="  ")])
def test_a_voice_that_nobody_named_leads_to_its_note(speaker):
    said = note(2, "قول", speaker=speaker)
    assert found(notes=[*WHOLE.notes, said]) == [Finding(Gap.SPEAKER, "note", "n2", "speaker")]
    private = replace(said, kind=NoteKind.PRIVATE)
    assert found(notes=[*WHOLE.notes, private]) == []


def test_a_recommendation_needs_somebody_who_leads_it_and_a_date():
    bare = recommendation(2, lead_id="gone")
    assert found(recommendations=[bare]) == [
        Finding(Gap.LEAD, "recommendation", "r2", "lead_id"),
        Finding(Gap.DUE, "recommendation", "r2", "due"),
    ]
    assert found(recommendations=[replace(bare, stage=Stage.REJECTED)]) == []


def test_an_item_needs_something_under_it_unless_nothing_is_expected():
    silent = item(2, "بند ثانٍ")
    assert found(agenda=[*WHOLE.agenda, silent]) == [Finding(Gap.ITEM, "agenda_item", "a2")]
    for fields in ({"kind": ItemKind.BREAK}, {"summary": "خلاصة"},
                   {"postponed": Postponed.NO_TIME}):  # fmt: skip
        assert found(agenda=[*WHOLE.agenda, replace(silent, **fields)]) == []
    above = replace(WHOLE.agenda[0], place=replace(WHOLE.agenda[0].place, parent_id="a2"))
    assert found(agenda=[silent, above]) == []


def test_a_point_of_difference_needs_positions():
    issue = Issue(id="i1", meeting_id="m", text="نقطة", agreement=Agreement.CONTESTED)
    assert found(issues=[issue]) == [Finding(Gap.POSITIONS, "issue", "i1")]
    assert found(issues=[issue], positions=[position(1, "i1", Stance.OBJECTS, "p1")]) == []


def test_who_may_or_may_not_have_come_and_who_may_not_be_pictured_is_looked_at():
    expected = replace(ATTENDANCE[1], presence=Presence.INVITED, consent_photo=Consent.NO)
    rows = [ATTENDANCE[0], expected]
    assert found(attendance=rows) == [Finding(Gap.PRESENCE, "attendance", "t2", "presence")]
    picture = Attachment(id="x", meeting_id="m", subject=Subject(), mime="image/jpeg")
    logo = replace(picture, subject=Subject("host", "h1"))
    assert Gap.PICTURES not in [each.gap for each in found(attendance=rows, attachments=[logo])]
    assert Finding(Gap.PICTURES, "attendance", "t2", "consent_photo") in found(
        attendance=rows, attachments=[picture]
    )


def test_the_training_sample_leads_to_its_gaps():
    gaps = [each.gap for each in closing_checklist(sample("followup.json"))]
    assert Gap.ATTENDANCE not in gaps
    assert Gap.FACILITATOR not in gaps
