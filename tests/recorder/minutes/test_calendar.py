"""The calendar file, read back as RFC 5545 says."""

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from recorder.domain.recommendation import FollowUp
from recorder.domain.tokens import NoteKind, Stage, Status
from recorder.language.direction import clean
from recorder.minutes import Edition
from recorder.minutes.ics import calendar, write_calendar
from recorder.minutes.material import Material
from tests.recorder.minutes.meetings import meeting, note, recommendation, record, sample

NOW = datetime(2026, 5, 14, 9, 30, tzinfo=UTC)
ESCAPED = re.compile(r"\\(.)")


def entries_of(text: str) -> list[dict[str, str]]:
    """The entries, their values unescaped; asserts what the standard demands of every line."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    lines = text.split("\r\n")[:-1]
    assert all(len(line.encode()) <= 75 for line in lines)
    unfolded = text.replace("\r\n ", "").split("\r\n")[:-1]
    assert unfolded[0] == "BEGIN:VCALENDAR"
    assert unfolded[-1] == "END:VCALENDAR"
    assert unfolded.count("BEGIN:VEVENT") == unfolded.count("END:VEVENT")
    found: list[dict[str, str]] = []
    for line in unfolded:
        name, value = line.split(":", 1)
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            found[-1][name] = ESCAPED.sub(_unescaped, value)
    return found


def _unescaped(match: re.Match[str]) -> str:
    assert match.group(1) in "\\;,nN"
    return "\n" if match.group(1) in "nN" else match.group(1)


def written(rows, edition=None, now=NOW) -> str:
    return "".join(calendar(Material(rows, edition or Edition()), now))


def test_a_due_date_is_a_day_in_the_calendar():
    (entry,) = entries_of(written(record(recommendations=[recommendation(1, due="2027-03-01")])))
    assert entry["SUMMARY"] == "موعد استحقاق: توصية 1"
    assert (entry["DTSTART;VALUE=DATE"], entry["DTEND;VALUE=DATE"]) == ("20270301", "20270302")
    assert entry["UID"] == "r1-due@mahdar.invalid"
    assert entry["DTSTAMP"] == "20260514T093000Z"


def test_the_next_meeting_is_there_with_its_place():
    rows = record(meeting=meeting(title="لقاء", next_date="2026-09-16", next_venue="المعهد"))
    (entry,) = entries_of(written(rows))
    assert entry["SUMMARY"] == "اللقاء القادم: لقاء"
    assert entry["LOCATION"] == "المعهد"


@pytest.mark.parametrize("status", [Status.DONE, Status.DROPPED])
def test_what_is_done_or_dropped_is_due_no_more(status):
    told = FollowUp(id="f", meeting_id="x", recommendation_id="r1", date="2027-01-01",
                    status=status)  # fmt: skip
    rows = record(recommendations=[recommendation(1, due="2027-03-01")], follow_ups=[told])
    assert entries_of(written(rows)) == []


def test_nothing_is_due_of_what_the_meeting_refused():
    refused = recommendation(1, due="2027-03-01", stage=Stage.REJECTED)
    assert entries_of(written(record(recommendations=[refused]))) == []


def test_an_identifier_stays_and_the_stamp_is_that_of_the_clock_in_utc():
    rows = record(recommendations=[recommendation(1, due="2027-03-01")])
    later = NOW.astimezone(timezone(timedelta(hours=3)))
    assert written(rows) == written(rows, now=later)


@given(st.text())
@example("\u200e")
def test_any_text_comes_out_as_it_went_in(text):
    row = recommendation(1, due="2027-03-01", indicator=text)
    (entry,) = entries_of(written(record(recommendations=[row])))
    wanted = clean(row.indicator.strip())
    found = entry.get("DESCRIPTION", "")
    assert f"المؤشّر: {wanted}" in found if wanted else "المؤشّر" not in found


def test_a_private_note_is_in_no_calendar():
    rows = record(notes=[note(1, "سرّ", kind=NoteKind.PRIVATE)],
                  recommendations=[recommendation(1, due="2027-03-01")])  # fmt: skip
    assert "سرّ" not in written(rows)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_sample_is_the_calendar_that_was_read_and_approved(tmp_path, golden, language):
    rows = sample("followup.json")
    path = write_calendar(rows, Edition(language), tmp_path / "due.ics", NOW)
    assert entries_of(path.read_bytes().decode())
    golden(f"followup-{language}.ics.txt", path.read_bytes().replace(b"\r\n", b"\n"))
