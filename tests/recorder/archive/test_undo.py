from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from recorder import Archive, Draft, Meeting, Note, Recommendation
from recorder.storage import writer


@pytest.fixture
def note(archive: Archive) -> Note:
    archive.notes.append(Note(id="n", meeting_id="m", text="الماء منقطع. الكهرباء ضعيفة."))
    return archive.notes.get("n")


@pytest.fixture(autouse=True)
def hurried_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Writes a second apart count as actions of their own, unless a test says otherwise."""
    monkeypatch.setattr(writer, "GROUPED_WITHIN", 0.0)


def edit(archive: Archive, text: str) -> None:
    archive.notes.write(replace(archive.notes.get("n"), text=text))


def test_undo_gives_a_field_its_former_value_and_redo_the_later_one(
    archive: Archive, note: Note
) -> None:
    edit(archive, "نص آخر")
    assert archive.undoable() == "note.write"
    undone = archive.undo()
    assert undone is not None
    assert undone.action == "note.write"
    assert undone.changes.touches("note", "n")
    assert archive.notes.get("n") == note
    assert archive.redoable() == "note.write"
    archive.redo()
    assert archive.notes.get("n").text == "نص آخر"


def test_undo_goes_back_step_by_step_to_the_beginning(archive: Archive, note: Note) -> None:
    for text in ("أ", "ب", "ج"):
        edit(archive, text)
    seen = []
    while archive.undo():
        seen.append(getattr(archive.notes.find("n"), "text", None))
    assert seen == ["ب", "أ", note.text, None]
    while archive.redo():
        pass
    assert archive.notes.get("n").text == "ج"


def test_after_something_new_there_is_nothing_to_redo(archive: Archive, note: Note) -> None:
    edit(archive, "أ")
    archive.undo()
    edit(archive, "ب")
    assert archive.redo() is None
    archive.undo()
    assert archive.notes.get("n") == note


def test_a_deletion_is_undone(archive: Archive, note: Note) -> None:
    archive.notes.delete("n")
    archive.undo()
    assert archive.notes.get("n") == note
    archive.redo()
    assert archive.notes.find("n") is None


def test_undo_outlives_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "archive.mahdar"
    with Archive.open(path, author="ليلى") as archive:
        archive.meetings.write(Meeting(id="m", title="لقاء"))
        archive.meetings.write(Meeting(id="m", title="لقاء آخر"))
    with Archive.open(path) as archive:
        archive.undo()
        assert archive.meetings.get("m").title == "لقاء"


def test_one_burst_of_typing_is_one_step(
    archive: Archive, note: Note, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "GROUPED_WITHIN", 60.0)
    for text in ("أ", "أب", "أبج"):
        archive.drafts.save(Draft(window="w", table="note", row_id="n", column="text", text=text))
        archive.drafts.commit("w", "note", "n", "text")
    archive.undo()
    assert archive.notes.get("n") == note


def test_undo_never_takes_away_what_another_author_wrote_since(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.recommendations.append(Recommendation(id="r", meeting_id="m", text="خطة"))
    here.recommendations.write(replace(here.recommendations.get("r"), text="خطة عمل"))
    there.receive(here.changes_since({}))
    there.recommendations.write(replace(there.recommendations.get("r"), text="خطة عمل مشتركة"))
    here.receive(there.changes_since(here.vector()))
    undone = here.undo()
    assert undone is not None
    assert undone.kept == (("recommendation", "r", "text"),)
    assert here.recommendations.get("r").text == "خطة عمل مشتركة"
    assert here.undo() is not None  # its creation stays too, since another one wrote in it
    assert here.recommendations.find("r") is not None


def test_what_was_undone_is_taken_out_of_a_text_that_another_author_went_on_with(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.notes.append(Note(id="n", meeting_id="m", text="الماء. الكهرباء."))
    edit(here, "الماء منقطع. الكهرباء.")
    there.receive(here.changes_since({}))
    edit(there, "الماء منقطع. الكهرباء ضعيفة.")
    here.receive(there.changes_since(here.vector()))
    here.undo()
    assert here.notes.get("n").text == "الماء. الكهرباء ضعيفة."
    there.receive(here.changes_since(there.vector()))
    assert there.notes.get("n").text == "الماء. الكهرباء ضعيفة."


def test_an_import_is_not_undone_by_accident(archive: Archive) -> None:
    archive.write(Meeting(id="m", title="لقاء"), action="meeting.import")
    assert archive.undoable() is None
    assert archive.undo() is None


def test_history_tells_who_wrote_what(archive: Archive, note: Note) -> None:
    edit(archive, "نص آخر")
    versions = archive.history("note", "n", "text")
    assert [(each.value, each.author, each.is_shown) for each in versions] == [
        ("نص آخر", "ليلى", True),
        (note.text, "ليلى", False),
    ]


def test_undo_of_an_edit_on_a_merged_text_keeps_the_words_of_both_sides(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.notes.append(Note(id="n", meeting_id="m", text="الماء. الكهرباء."))
    there.receive(here.changes_since({}))
    edit(here, "الماء منقطع. الكهرباء.")
    edit(there, "الماء. الكهرباء ضعيفة.")
    here.receive(there.changes_since(here.vector()))
    merged = here.notes.get("n").text
    assert merged == "الماء منقطع. الكهرباء ضعيفة."
    edit(here, merged + " وأكثر.")
    here.undo()
    assert here.notes.get("n").text == merged
    here.redo()
    assert here.notes.get("n").text == merged + " وأكثر."


def test_two_laptops_without_a_name_are_still_two(tmp_path: Path) -> None:
    with (
        Archive.open(tmp_path / "a", machine=tmp_path / "1") as here,
        Archive.open(tmp_path / "b", machine=tmp_path / "2") as there,
    ):
        here.notes.append(Note(id="n", meeting_id="m", text="كلمة"))
        there.receive(here.changes_since({}))
        edit(there, "كلمة من هناك")
        here.receive(there.changes_since(here.vector()))
        here.undo()
        assert here.notes.get("n").text == "كلمة من هناك"
