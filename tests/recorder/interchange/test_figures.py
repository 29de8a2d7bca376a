"""Many meetings in figures: counts and what was asked for, nobody's name, nobody's words."""

import json
from importlib.resources import files

import pytest

from recorder import Archive
from recorder.domain.discussion import Note
from recorder.domain.tokens import NoteKind
from recorder.interchange import load_record
from recorder.interchange.figures import FORMAT, VERSION, figures, write_figures


def sample(name):
    text = (files("resources") / "samples" / name).read_text(encoding="utf-8")
    return load_record(json.loads(text), name).record


@pytest.fixture
def followup():
    return sample("followup.json")


def test_a_meeting_is_a_line_and_each_of_its_recommendations_another(tmp_path, followup):
    records = [sample("aleppo.json"), followup]
    path = write_figures(records, tmp_path / "figures.jsonl")
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert lines[0] == {"kind": "file", "format": FORMAT, "version": VERSION}
    kinds = [each["kind"] for each in lines[1:]]
    assert kinds == ["meeting", *["recommendation"] * 5, "meeting", *["recommendation"] * 10]


def test_people_are_counts_by_presence_sex_and_sector(followup):
    meeting = list(figures([followup]))[1]
    assert meeting["people"] == {"absent": 3, "excused": 4, "present": 33}
    assert sum(meeting["present_by_sex"].values()) == 33
    assert sum(meeting["present_by_sector"].values()) == 33
    assert meeting["organisations_present"] == 24


def test_a_recommendation_has_its_latest_status(followup):
    told = {each["id"]: each for each in figures([followup]) if each["kind"] == "recommendation"}
    for row in followup.recommendations:
        assert told[row.id]["status"] == followup.status_of(row.id)
        assert told[row.id]["due"] == row.due


def test_nobody_is_named_and_nothing_that_was_said_is_repeated(followup):
    text = json.dumps(list(figures([followup])), ensure_ascii=False)
    assert not [each.name for each in followup.people if each.name in text]
    assert not [each.id for each in followup.notes if each.text in text]
    assert not [each.id for each in followup.people if each.id in text]


def test_a_private_note_is_not_even_counted(tmp_path):
    with Archive.open(tmp_path / "archive.mahdar") as archive:
        archive.load_sample()
        (meeting, *_rest) = archive.meetings.summaries()
        before = archive.export_figures(tmp_path / "a.jsonl", [meeting.id]).read_bytes()
        note = Note(id="n", meeting_id=meeting.id, text="سرّ", kind=NoteKind.PRIVATE)
        archive.notes.append(note)
        assert archive.export_figures(tmp_path / "b.jsonl", [meeting.id]).read_bytes() == before
        whole = archive.export_figures(tmp_path / "all.jsonl").read_text("utf-8")
    assert whole.count('"kind":"meeting"') == 2
