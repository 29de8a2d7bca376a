from hypothesis import given, settings

from recorder.domain.columns import Place, Speaker, Subject
from recorder.domain.directory import Organisation, Person
from recorder.domain.discussion import Attachment, Note, Position
from recorder.domain.meeting import AgendaItem, Attendance, Host, Meeting
from recorder.domain.recommendation import Carried, FollowUp, Recommendation, Source
from recorder.domain.record import MeetingRecord
from recorder.interchange import as_copy, dump_record, load_record
from tests.recorder.interchange.record_strategies import meeting_records

RECORD = MeetingRecord(
    meeting=Meeting(id="m", facilitator_id="p"),
    organisations=(Organisation(id="o"),),
    people=(Person(id="p"),),
    hosts=(Host(id=Host.id_for("m", "o"), meeting_id="m", organisation_id="o"),),
    agenda=(
        AgendaItem(id="a", meeting_id="m"),
        AgendaItem(id="b", meeting_id="m", place=Place("a", "a1")),
    ),
    attendance=(Attendance(id=Attendance.id_for("m", "p"), meeting_id="m", person_id="p"),),
    notes=(Note(id="n", meeting_id="m", place=Place("b", "a1"), speaker=Speaker("p", "")),),
    positions=(Position(id="q", meeting_id="m", subject=Subject("recommendation", "r")),),
    recommendations=(Recommendation(id="r", meeting_id="m", lead_id="o"),),
    sources=(
        Source(id=Source.id_for("r", "n"), meeting_id="m", recommendation_id="r", note_id="n"),
    ),
    carried=(Carried(id=Carried.id_for("m", "e"), meeting_id="m", recommendation_id="e"),),
    earlier=(Recommendation(id="e", meeting_id="before"),),
    follow_ups=(
        FollowUp(id="f1", meeting_id="before", recommendation_id="e"),
        FollowUp(id="f2", meeting_id="m", recommendation_id="e"),
        FollowUp(id="f3", meeting_id="later", recommendation_id="r", progress=40),
    ),
    attachments=(
        Attachment(id="t", meeting_id="m", subject=Subject("host", Host.id_for("m", "o"))),
    ),
)


def test_a_copy_has_new_ids_and_the_same_links() -> None:
    made = as_copy(RECORD)
    assert made.meeting.id != "m"
    assert made.agenda[1].place.parent_id == made.agenda[0].id != "a"
    assert made.notes[0].place.parent_id == made.agenda[1].id
    assert made.positions[0].subject.row_id == made.recommendations[0].id != "r"
    assert made.attachments[0].subject.row_id == made.hosts[0].id
    assert {each.meeting_id for each in (*made.agenda, *made.notes, *made.hosts)} == {
        made.meeting.id
    }


def test_the_links_of_a_copy_have_the_ids_on_which_every_laptop_agrees() -> None:
    made = as_copy(RECORD)
    assert made.hosts[0].id == Host.id_for(made.meeting.id, "o")
    assert made.attendance[0].id == Attendance.id_for(made.meeting.id, "p")
    assert made.carried[0].id == Carried.id_for(made.meeting.id, "e")
    assert made.sources[0].id == Source.id_for(made.recommendations[0].id, made.notes[0].id)


def test_the_directory_stays_the_same_in_a_copy() -> None:
    made = as_copy(RECORD)
    assert (made.people, made.organisations) == (RECORD.people, RECORD.organisations)
    assert made.meeting.facilitator_id == "p"
    assert made.notes[0].speaker == Speaker("p", "")
    assert made.recommendations[0].lead_id == "o"


def test_a_copy_adds_nothing_to_any_other_meeting() -> None:
    made = as_copy(RECORD)
    assert made.earlier == RECORD.earlier
    assert made.follow_ups[0] == RECORD.follow_ups[0]
    assert [each.meeting_id for each in made.follow_ups[1:]] == [made.meeting.id] * 2
    assert made.follow_ups[1].recommendation_id == "e"
    assert made.follow_ups[2].recommendation_id == made.recommendations[0].id


def test_two_rows_that_link_the_same_are_both_copied() -> None:
    twice = tuple(Attendance(id=each, meeting_id="m", person_id="p") for each in ("x", "y"))
    made = as_copy(MeetingRecord(meeting=Meeting(id="m"), attendance=twice))
    assert len({each.id for each in made.attendance}) == 2


@given(meeting_records())
@settings(max_examples=40)
def test_a_copy_of_any_meeting_is_a_sound_meeting_that_shares_no_row(record: MeetingRecord) -> None:
    made = as_copy(record)
    loaded = load_record(dump_record(made)).record
    assert loaded == made
    own = {(row.TABLE, row.id) for row in record.rows() if row.scope == record.meeting.id}
    assert own.isdisjoint((row.TABLE, row.id) for row in made.rows())
    assert len(list(made.rows())) == len(list(record.rows()))
