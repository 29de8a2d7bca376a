import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from recorder import Archive, Meeting, Note
from recorder.cli import program

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run_command(*arguments: str, language: str = "en") -> Result:
        shared = ["--archive", str(tmp_path / "archive.mahdar"), "--language", language]
        return CliRunner().invoke(program, [*shared, *arguments])

    with Archive.open(tmp_path / "archive.mahdar", author="ليلى") as archive:
        archive.meetings.write(Meeting(id="meeting-1", title="لقاء حلب"))
        for each in ("note-1", "note-2"):
            archive.notes.append(Note(id=each, meeting_id="meeting-1", text=f"كلمة {each[-1]}"))
        archive.export_json("meeting-1", tmp_path / "m.json")
        archive.notes.write(replace(archive.notes.get("note-1"), text="كلمة أخرى"))
        archive.notes.delete("note-2")
    return run_command


def test_the_past_of_a_row_is_told_by_its_id_or_the_beginning_of_it(run: Run) -> None:
    lines = run("history", "note-1").output.splitlines()
    assert "ليلى · Text · writing a note · shown now" in lines[0]
    assert lines[1] == "  كلمة أخرى"
    versions = json.loads(run("history", "note-1", "--json").output)
    assert [each["value"] for each in versions if each["column"] == "text"] == [
        "كلمة أخرى", "كلمة 1",
    ]  # fmt: skip
    assert run("history", "note").exit_code == 1
    assert run("history", "nowhere").exit_code == 1


def test_the_story_tells_what_changed_since_the_export(run: Run) -> None:
    told = run("story", "meeting-1").output
    assert "Changed: a note\n  كلمة أخرى\n  Text:\n    - كلمة 1\n    + كلمة أخرى\n" in told
    assert "Deleted: a note\n  كلمة 2\n" in told
    lines = json.loads(run("story", "meeting-1", "--json").output)["lines"]
    assert {(each["row_id"], each["fate"]) for each in lines} == {
        ("note-1", "changed"), ("note-2", "deleted"),
    }  # fmt: skip
    everything = json.loads(run("story", "meeting-1", "--all", "--json").output)
    assert len(everything["lines"]) == 3
    assert run("story", "meeting-1", "--all", "--since-export").exit_code == 2


def test_steps_are_taken_back_and_done_again_in_the_words_of_the_user(run: Run) -> None:
    assert run("undo").output == "Undone: deleting a note.\n"
    assert run("redo").output == "Done again: deleting a note.\n"
    assert run("redo").output == "There is nothing to do again.\n"
    assert run("undo", language="ar").output == "جرى التراجع عن حذف مداخلة.\n"
    for _ in range(4):
        run("undo")
    assert run("undo").output == "There is nothing to undo.\n"


def test_what_was_deleted_is_listed_and_comes_back(run: Run) -> None:
    lines = run("trash").output.splitlines()
    assert lines[0] == "كلمة 2"
    assert "a note · لقاء حلب · ليلى · " in lines[1]
    assert lines[2] == "  note-2"
    assert json.loads(run("trash", "meeting-1", "--json").output)[0]["row_id"] == "note-2"
    assert run("restore-row", "note-2").output == "1 row was restored.\n"
    assert run("trash").output == "Nothing is in the trash.\n"
    assert run("restore-row", "note-2").exit_code == 1
