"""A meeting's story: what became of it since the last export."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from recorder import (
    Archive,
    Attendance,
    Meeting,
    Note,
    Person,
    Recommendation,
    Speaker,
    Turn,
)
from recorder.storage import writer
from tests.recorder.archive.conftest import FakeClock
from tests.recorder.archive.laptops import deliver


@pytest.fixture(autouse=True)
def hurried_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "GROUPED_WITHIN", 0.0)


@pytest.fixture
def meeting(archive: Archive) -> str:
    archive.people.write(Person(id="p", name="وسيم الحاج"))
    archive.meetings.write(Meeting(id="m", title="لقاء حلب"))
    for each in ("n1", "n2", "n3"):
        archive.notes.append(Note(id=each, meeting_id="m", text=f"كلمة {each}"))
    return "m"


def edit(archive: Archive, row_id: str, text: str) -> None:
    archive.notes.write(replace(archive.notes.get(row_id), text=text))


def told(archive: Archive) -> list[tuple[str, str]]:
    return [(each.row_id, str(each.fate)) for each in archive.story("m").lines]


def test_an_export_is_remembered_with_its_moment(
    archive: Archive, meeting: str, tmp_path: Path, clock: FakeClock
) -> None:
    assert archive.last_export(meeting) is None
    archive.export_json(meeting, tmp_path / "m.json")
    clock.move(hours=1)
    archive.export_docx(meeting, tmp_path / "m.docx")
    last = archive.last_export(meeting)
    assert last is not None
    assert (last.form, last.wall) == ("docx", "2026-11-23T09:00:00Z")
    assert archive.last_export("other") is None


def test_an_export_that_failed_is_not_remembered(
    archive: Archive, meeting: str, tmp_path: Path
) -> None:
    from recorder import ExportError

    with pytest.raises(ExportError):
        archive.export_json(meeting, tmp_path / "missing" / "m.json")
    assert archive.last_export(meeting) is None


def test_the_story_since_the_export_tells_each_row_once_with_before_and_after(
    archive: Archive, meeting: str, tmp_path: Path, clock: FakeClock
) -> None:
    archive.notes.delete("n3")
    archive.export_json(meeting, tmp_path / "m.json")
    assert archive.story(meeting).lines == ()
    clock.move(minutes=3)
    edit(archive, "n1", "كلمة أولى")
    edit(archive, "n1", "كلمة ثانية")
    archive.notes.write(replace(archive.notes.get("n1"), speaker=Speaker("p")))
    archive.notes.delete("n2")
    archive.notes.restore("n3")
    archive.notes.append(Note(id="n4", meeting_id="m", text="جديدة"))
    archive.attendance.append(Attendance(id="a", meeting_id="m", person_id="p"))
    story = archive.story(meeting)
    assert story.since == "2026-11-23T08:00:00Z"
    assert {(each.row_id, str(each.fate)) for each in story.lines} == {
        ("n1", "changed"), ("n2", "deleted"), ("n3", "restored"), ("n4", "added"), ("a", "added"),
    }  # fmt: skip
    (first,) = [each for each in story.lines if each.row_id == "n1"]
    assert [(each.column, each.before, each.after) for each in first.fields] == [
        ("speaker", "", "وسيم الحاج"), ("text", "كلمة n1", "كلمة ثانية"),
    ]  # fmt: skip
    assert (first.authors, first.wall) == (("ليلى",), "2026-11-23T08:03:00Z")
    assert next(each.text for each in story.lines if each.row_id == "a") == "وسيم الحاج"


def test_what_was_taken_back_before_anybody_saw_it_is_not_told(
    archive: Archive, meeting: str, tmp_path: Path
) -> None:
    archive.export_json(meeting, tmp_path / "m.json")
    edit(archive, "n1", "غير ذلك")
    archive.undo()
    archive.notes.append(Note(id="n4", meeting_id="m", text="جديدة"))
    archive.notes.delete("n4")
    assert archive.story(meeting).lines == ()


def test_the_story_from_the_beginning_tells_all_also_what_is_gone(
    archive: Archive, meeting: str, tmp_path: Path
) -> None:
    archive.notes.delete("n3")
    archive.export_json(meeting, tmp_path / "m.json")
    fates = {each.row_id: str(each.fate) for each in archive.story(meeting, "").lines}
    assert fates == {"m": "added", "n1": "added", "n2": "added", "n3": "deleted"}


def test_a_story_begins_at_any_moment(archive: Archive, meeting: str, clock: FakeClock) -> None:
    clock.move(days=1)
    edit(archive, "n2", "في الغد")
    lines = archive.story(meeting, "2026-11-23T20:00:00Z").lines
    assert [each.row_id for each in lines] == ["n2"]


def test_what_came_from_another_laptop_and_what_was_joined_is_marked(
    make_archive: Callable[[str], Archive], tmp_path: Path
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.meetings.write(Meeting(id="m", title="لقاء"))
    here.notes.append(Note(id="n", meeting_id="m", text="الماء. الكهرباء."))
    here.recommendations.append(Recommendation(id="r", meeting_id="m", text="خطة"))
    deliver(here, there)
    here.export_json("m", tmp_path / "m.json")
    edit(here, "n", "الماء منقطع. الكهرباء.")
    edit(there, "n", "الماء. الكهرباء ضعيفة.")
    there.recommendations.write(replace(there.recommendations.get("r"), priority="high"))
    deliver(there, here)
    note, recommendation = here.story("m").lines
    assert (note.is_received, note.is_merged) == (True, True)
    assert set(note.authors) == {"هنا", "هناك"}
    assert note.fields[0].after == "الماء منقطع. الكهرباء ضعيفة."
    assert (recommendation.is_received, recommendation.is_merged) == (True, False)


def test_private_notes_are_left_out_when_asked(archive: Archive, meeting: str) -> None:
    archive.notes.append(Note(id="s", meeting_id="m", text="سرّ", kind="private"))
    everything = archive.story(meeting, "")
    assert "سرّ" in [each.text for each in everything.lines]
    told = archive.story(meeting, "", private=False)
    assert "s" not in [each.row_id for each in told.lines]
    assert "سرّ" not in repr(told)


def test_a_person_who_is_named_otherwise_since_is_part_of_the_story(
    archive: Archive, meeting: str, tmp_path: Path
) -> None:
    archive.attendance.append(Attendance(id="a", meeting_id="m", person_id="p"))
    archive.people.write(Person(id="stranger", name="غريب"))
    archive.export_json(meeting, tmp_path / "m.json")
    archive.people.write(replace(archive.people.get("p"), name="وسيم حاج"))
    archive.people.write(replace(archive.people.get("stranger"), name="غريبة"))
    assert told(archive) == [("p", "changed")]


def test_who_had_the_floor_is_no_part_of_the_story(archive: Archive) -> None:
    archive.meetings.write(Meeting(id="floor", title="لقاء"))
    archive.turns.write(Turn(id="t", meeting_id="floor", began_at="2026-11-23T08:00:00Z"))
    assert {line.table for line in archive.story("floor").lines} == {"meeting"}
