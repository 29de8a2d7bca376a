"""The choice of digits: what the program words itself changes, what people wrote does not."""

import pytest

from recorder.domain.columns import Place, Speaker
from recorder.domain.directory import Organisation, Person
from recorder.domain.discussion import Note
from recorder.domain.meeting import AgendaItem, Host, Meeting
from recorder.domain.recommendation import Recommendation
from recorder.domain.record import MeetingRecord
from recorder.domain.tokens import ReportingVerb
from recorder.minutes import Edition, build_minutes, write_docx
from tests.recorder.minutes.word_package import W, WordPackage, text_of

CODE, PHONE = "GLOCA/DCAF-2026-017", "+963 21 123-4567"

SMALL = MeetingRecord(
    meeting=Meeting(id="m", number=CODE, title="لقاء 3 في حلب", date="2026-11-23",
                    actual_start="10:00"),
    organisations=(Organisation(id="o1", name="المنظمة العالمية 7", acronym="GLOCA"),),
    people=(Person(id="p1", name="أيمن أيوب", organisation_id="o1"),),
    hosts=(Host(id="h1", meeting_id="m", organisation_id="o1"),),
    agenda=(AgendaItem(id="i1", meeting_id="m", title="بند 12", planned_minutes=45),),
    notes=(
        Note(id="n1", meeting_id="m", place=Place("i1", "a"), speaker=Speaker("p1", ""),
             verb=ReportingVerb.POINTED_OUT,
             text=f"أهمية الحوار بكلفة 12,500.75 دولار قبل 2026-12-15؛ للتواصل {PHONE}"),
    ),
    recommendations=(
        Recommendation(id="r1", meeting_id="m", text="خطة لعام 2027", lead_id="o1",
                       due="2027-03-01"),
    ),
)  # fmt: skip


@pytest.fixture(params=["latn", "arab"])
def said(request, tmp_path):
    minutes = build_minutes(SMALL, Edition(digits=request.param))
    package = WordPackage(write_docx(minutes, tmp_path / "m.docx"))
    text = "\n".join(text_of(each) for each in package.document.iter(f"{W}p"))
    return request.param, text


def test_codes_phones_and_what_people_typed_keep_their_digits(said):
    _, text = said
    for typed in (CODE, PHONE, "12,500.75", "2026-12-15", "لقاء 3", "العالمية 7", "بند 12",
                  "خطة لعام 2027"):  # fmt: skip
        assert typed in text


def test_dates_and_durations_are_in_the_chosen_digits(said):
    digits, text = said
    shown = {
        "latn": ("23 تشرين الثاني 2026", "1 آذار 2027", "45 دقيقة", "10:00"),
        "arab": ("٢٣ تشرين الثاني ٢٠٢٦", "١ آذار ٢٠٢٧", "٤٥ دقيقة", "١٠:٠٠"),
    }
    other = {"latn": "arab", "arab": "latn"}[digits]
    assert all(each in text for each in shown[digits])
    assert not any(each in text for each in shown[other])
