import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from recorder.domain.columns import Shape
from recorder.domain.record import MeetingRecord
from recorder.domain.tokens import Capacity, NoteKind, Presence, Sector, Stage, Stance, Status
from recorder.interchange import load_record, write_record
from recorder.interchange.schema import build_schema

SAMPLES = files("resources") / "samples"
NAMES = ["aleppo.json", "followup.json"]


def _document(name: str) -> Any:
    return json.loads((SAMPLES / name).read_text(encoding="utf-8"))


def _record(name: str) -> MeetingRecord:
    return load_record(_document(name)).record


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_fits_the_schema_and_holds_nothing_unknown(name: str) -> None:
    document = _document(name)
    assert list(Draft202012Validator(build_schema()).iter_errors(document)) == []
    assert load_record(document).unknown == []


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_stands_as_mahdar_itself_writes_it(name: str, tmp_path: Path) -> None:
    written = write_record(_record(name), tmp_path / name).read_text(encoding="utf-8")
    assert written == (SAMPLES / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_and_parent_in_a_sample_is_in_its_file(name: str) -> None:
    record = _record(name)
    known = {(row.TABLE, row.id) for row in record.rows()} | {
        ("meeting", each.meeting_id) for each in record.earlier
    }
    # What an earlier meeting recommended stands in that meeting's agenda.
    rows = [row for row in record.rows() if row not in record.earlier]
    for row in rows:
        for column in row.registers():
            value = getattr(row, column.name)
            if column.shape is Shape.REFERENCE and value is not None:
                assert (column.table, value) in known
            if column.shape is Shape.PLACE and value.parent_id is not None:
                assert (column.table, value.parent_id) in known
            if column.shape is Shape.SPEAKER and value.person_id is not None:
                assert ("person", value.person_id) in known
            if column.shape is Shape.SUBJECT:
                assert (value.table, value.row_id) in known


@pytest.mark.parametrize("name", NAMES)
def test_the_links_of_a_sample_have_the_ids_on_which_every_laptop_agrees(name: str) -> None:
    record = _record(name)
    for row in (*record.hosts, *record.attendance, *record.supports, *record.carried):
        links = {
            "host": ("meeting_id", "organisation_id"),
            "attendance": ("meeting_id", "person_id"),
            "support": ("recommendation_id", "organisation_id"),
            "carried": ("meeting_id", "recommendation_id"),
        }[row.TABLE]
        assert row.id == type(row).id_for(*(getattr(row, each) for each in links))


def test_the_reported_sample_says_what_the_article_says_and_no_more() -> None:
    record = _record("aleppo.json")
    assert [each.name for each in record.people] == ["أيمن أيوب", "محمد خليلو", "وسيم الحاج"]
    assert [each.acronym for each in record.organisations] == ["GLOCA", "DCAF"]
    assert len([each for each in record.themes if each.place.parent_id is None]) == 4
    assert len(record.notes) == 10
    assert len(record.recommendations) == 5
    assert "أنطوان بصمه جي" in record.meeting.credits
    assert "صهيب عمرايا" in record.meeting.credits
    meeting = record.meeting
    unknown = (
        meeting.date, meeting.planned_start, meeting.planned_end, meeting.actual_start,
        meeting.actual_end, meeting.number, meeting.next_date, meeting.rapporteur_id,
    )  # fmt: skip
    assert not any(unknown)
    for each in record.recommendations:
        assert (each.lead_id, each.due, each.timeframe, each.priority) == (None, "", "", None)
        assert each.stage is Stage.PRELIMINARY
        assert each.theme_id in record.theme_by_id


@pytest.mark.parametrize(
    ("speaker", "count"),
    [
        ("وسيم الحاج", 2),
        ("أيمن أيوب", 2),
        ("محمد خليلو", 2),
        ("ممثلون عن المؤسسات المحلية والمجتمع المدني", 2),
        ("المنظمون", 2),
    ],
)
def test_each_speaker_of_the_article_has_their_statements(speaker: str, count: int) -> None:
    record = _record("aleppo.json")
    names = [
        record.person_by_id[each.speaker.person_id].name
        if each.speaker.person_id
        else each.speaker.label
        for each in record.notes
    ]
    assert names.count(speaker) == count


def test_the_invented_sample_says_that_it_is_invented_and_shares_no_person() -> None:
    reported, invented = (_record(name) for name in NAMES)
    assert "مثال تدريبي متخيّل" in invented.meeting.purpose
    assert "مثال تدريبي متخيّل" in invented.meeting.credits
    assert {each.name for each in reported.people}.isdisjoint(each.name for each in invented.people)
    assert {each.id for each in reported.organisations}.isdisjoint(
        each.id for each in invented.organisations
    )


def test_the_invented_sample_shows_what_the_article_lacks() -> None:
    record = _record("followup.json")
    assert len(record.attendance) == 40
    assert {each.presence for each in record.attendance} == set(Presence) - {Presence.INVITED}
    assert {each.capacity for each in record.attendance} == set(Capacity)
    assert {each.sector for each in record.organisations} == set(Sector)
    assert {each.kind for each in record.notes} == set(NoteKind)
    assert {each.stage for each in record.recommendations} == set(Stage)
    assert {each.stance for each in record.positions} == set(Stance)
    assert all(each.reason for each in record.positions)
    assert any(each.arrived for each in record.attendance)
    assert any(each.departed for each in record.attendance)


def test_nobody_in_the_invented_sample_speaks_while_away() -> None:
    record = _record("followup.json")
    for note in record.notes:
        attendance = record.attendance_by_person.get(note.speaker.person_id)
        if attendance is not None:
            clock = f"{int(note.said_at[11:13]) + 3:02d}{note.said_at[13:16]}"
            assert attendance.presence is Presence.PRESENT
            assert (attendance.arrived or "00:00") <= clock <= (attendance.departed or "23:59")


def test_the_invented_sample_follows_up_on_the_five_recommendations_of_the_article() -> None:
    reported, invented = (_record(name) for name in NAMES)
    assert invented.earlier == reported.recommendations
    assert invented.meeting.series_id == reported.meeting.series_id
    assert [each.recommendation_id for each in invented.carried] == [
        each.id for each in reported.recommendations
    ]
    assert {invented.status_of(each.id) for each in invented.earlier} == {
        Status.IN_PROGRESS,
        Status.STALLED,
        Status.DONE,
        Status.NOT_STARTED,
    }


def test_rows_that_two_samples_share_are_the_same_in_both() -> None:
    rows: dict[tuple[str, str], Any] = {}
    for name in NAMES:
        for row in _record(name).rows():
            assert rows.setdefault((row.TABLE, row.id), row) == row
