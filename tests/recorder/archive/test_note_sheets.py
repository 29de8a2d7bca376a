"""The notes of a meeting in columns say what its rows say, and make none of them."""

import pytest

from recorder import Archive, Draft, Meeting, Note, Person, Place, Speaker
from recorder.domain.row import Row


def a_note(number, parent, key, **rest):
    return Note(id=f"n{number}", meeting_id="m", place=Place(parent, key), **rest)


GROUP = Speaker(None, "ممثلون")
NOTES = [
    a_note(1, "a", "k3", text="أولى", speaker=Speaker("p1"), said_at="2026-11-24T08:00:00Z"),
    a_note(2, "b", "k1", text="ثانية", speaker=GROUP, said_at="2026-11-24T09:00:00Z"),
    a_note(3, None, "k2", text="ثالثة", speaker=Speaker("p2"), said_at="2026-11-24T08:30:00Z"),
    a_note(4, "a", "k1", text="رابعة", speaker=Speaker("p1"), said_at="2026-11-24T10:00:00Z"),
    a_note(5, "a", "k9", text="خامسة"),
]


@pytest.fixture
def archive(tmp_path):
    with Archive.open(tmp_path / "a.mahdar", machine=tmp_path) as opened:
        opened.write(Meeting(id="m"), Meeting(id="other"), Person(id="p1"), Person(id="p2"))
        opened.write(*NOTES, Note(id="x", meeting_id="other", text="غيرها"))
        yield opened


def test_columns_and_rows_say_the_same(archive):
    sheet = archive.notes.sheet("m")
    rows = list(sheet.rows)
    assert rows == archive.notes.all("m")
    assert list(sheet.ids) == [each.id for each in rows]
    assert list(sheet.parents) == [each.place.parent_id for each in rows]
    assert list(sheet.sort_keys) == [each.place.sort_key for each in rows]
    assert list(sheet.texts) == [each.text for each in rows]


def test_who_spoke_last_comes_first_and_groups_are_told_once(archive):
    sheet = archive.notes.sheet("m")
    assert sheet.recent == [Speaker("p1"), Speaker(None, "ممثلون"), Speaker("p2")]
    assert sheet.groups == ["ممثلون"]
    assert sheet.last_said == {
        "a": "2026-11-24T10:00:00Z",
        "b": "2026-11-24T09:00:00Z",
        None: "2026-11-24T08:30:00Z",
    }


def test_no_row_is_made_before_it_is_looked_at(archive, monkeypatch):
    made = []
    trusted = Row.trusted.__func__
    monkeypatch.setattr(
        Row, "trusted", classmethod(lambda cls, values: made.append(1) or trusted(cls, values))
    )
    sheet = archive.notes.sheet("m")
    assert made == []
    assert sheet.rows[2].text == sheet.texts[2]
    assert sheet.rows[2] is sheet.rows[2]
    assert made == [1]


def test_a_row_shows_what_is_being_typed_into_it(archive):
    archive.drafts.save(Draft(window="w", table="note", row_id="n1", column="text", text="يُكتب"))
    sheet = archive.notes.sheet("m")
    assert sheet.rows[list(sheet.ids).index("n1")].text == "يُكتب"


def test_columns_are_told_of_rows_that_were_made_already(archive):
    rows = archive._reader.of_meeting("note", "m")
    before = [rows.column(name) for name in ("id", "place_parent_id", "text", "speaker_label")]
    list(rows)
    assert before == [
        rows.column(name) for name in ("id", "place_parent_id", "text", "speaker_label")
    ]
