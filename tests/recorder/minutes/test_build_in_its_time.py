"""Minutes tell what was known at the meeting, and nothing that became known after it."""

from pathlib import Path

from recorder.archive import Archive
from recorder.domain.meeting import Meeting
from recorder.domain.recommendation import Carried, FollowUp, Recommendation
from recorder.domain.record import MeetingRecord
from recorder.minutes import Edition, build_minutes
from tests.recorder.minutes.minutes_text import text_of

PLAN = Recommendation(id="r", meeting_id="first", text="خطة عمل مشتركة")
LATER = FollowUp(id="f", meeting_id="second", recommendation_id="r", status="stalled", progress=20)


def test_a_follow_up_told_at_a_later_meeting_is_not_in_the_minutes_of_the_earlier_one() -> None:
    record = MeetingRecord(
        meeting=Meeting(id="first", date="2026-01-01"), recommendations=[PLAN], follow_ups=[LATER]
    )
    text = text_of(build_minutes(record, Edition()))
    assert "خطة عمل مشتركة" in text
    assert "متعثّرة" not in text


def test_it_is_in_the_minutes_of_the_meeting_where_it_was_told() -> None:
    record = MeetingRecord(
        meeting=Meeting(id="second"), earlier=[PLAN], follow_ups=[LATER],
        carried=[Carried(id="c", meeting_id="second", recommendation_id="r")],
    )  # fmt: skip
    assert "متعثّرة" in text_of(build_minutes(record, Edition()))


def test_the_reported_sample_tells_nothing_of_the_invented_one(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive.mahdar") as archive:
        archive.load_sample()
        reported = next(each for each in archive.meetings.summaries() if not each.date)
        record = archive.meetings.record(reported.id)
    assert record.follow_ups
    text = text_of(build_minutes(record, Edition()))
    for word in ("متعثّرة", "منجزة", "قيد التنفيذ", "%"):
        assert word not in text
