"""Undo and redo step by step: scalars, places, conflicts, and what others hold."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from recorder import (
    AgendaItem,
    Archive,
    Draft,
    FollowUp,
    Meeting,
    Note,
    Person,
    Place,
    Recommendation,
    Speaker,
)
from recorder.storage import writer
from tests.recorder.archive.laptops import deliver


@pytest.fixture(autouse=True)
def hurried_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Writes a second apart count as actions of their own, unless a test says otherwise."""
    monkeypatch.setattr(writer, "GROUPED_WITHIN", 0.0)


def title(archive: Archive, words: str) -> None:
    archive.meetings.write(replace(archive.meetings.get("m"), title=words))


## Values that are not texts


def test_a_title_goes_back_step_by_step_and_forth_again(archive: Archive) -> None:
    archive.meetings.write(Meeting(id="m", title="أ"))
    for words in ("ب", "ج", "د"):
        title(archive, words)
    seen = []
    for _ in range(3):
        undone = archive.undo()
        assert undone is not None
        assert undone.kept == ()
        seen.append(archive.meetings.get("m").title)
    assert seen == ["ج", "ب", "أ"]
    while archive.redo():
        seen.append(archive.meetings.get("m").title)
    assert seen[3:] == ["ب", "ج", "د"]


def test_what_was_done_again_can_be_undone_again(archive: Archive) -> None:
    archive.meetings.write(Meeting(id="m", title="أ"))
    title(archive, "ب")
    for _ in range(3):
        archive.undo()
        assert archive.meetings.get("m").title == "أ"
        archive.redo()
        assert archive.meetings.get("m").title == "ب"


def test_a_row_that_came_back_by_redo_goes_again_by_undo(archive: Archive) -> None:
    archive.recommendations.append(Recommendation(id="r", meeting_id="m", text="خطة"))
    for _ in range(3):
        archive.undo()
        assert archive.recommendations.find("r") is None
        archive.redo()
        assert archive.recommendations.get("r").text == "خطة"


def test_a_move_and_a_change_of_speaker_are_undone(archive: Archive) -> None:
    for each in ("a", "b"):
        archive.notes.append(Note(id=each, meeting_id="m", text=each))
    archive.notes.move("b")
    archive.notes.write(replace(archive.notes.get("b"), speaker=Speaker(None, "الأهالي")))
    archive.undo()
    assert archive.notes.get("b").speaker == Speaker()
    assert [note.id for note in archive.notes.all("m")] == ["b", "a"]
    archive.undo()
    assert [note.id for note in archive.notes.all("m")] == ["a", "b"]
    archive.redo()
    assert [note.id for note in archive.notes.all("m")] == ["b", "a"]


def test_a_deletion_of_an_item_with_its_own_is_undone_at_once(archive: Archive) -> None:
    for item, parent in (("one", None), ("one-a", "one")):
        archive.agenda.append(AgendaItem(id=item, meeting_id="m", place=Place(parent), title=item))
    archive.agenda.delete("one", "one-a")
    archive.undo()
    assert {each.id for each in archive.agenda.all("m")} == {"one", "one-a"}


def test_a_note_that_was_made_private_is_public_again(archive: Archive) -> None:
    archive.notes.append(Note(id="n", meeting_id="m", text="كلمة"))
    archive.notes.write(replace(archive.notes.get("n"), kind="private"))
    archive.undo()
    assert [(note.id, note.text) for note in archive.notes.all("m")] == [("n", "كلمة")]


## Bursts


def test_typing_and_dressing_one_note_within_a_minute_is_one_step(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.notes.append(Note(id="n", meeting_id="m", text="أ"))
    monkeypatch.setattr(writer, "GROUPED_WITHIN", 60.0)
    archive.drafts.save(Draft(window="w", table="note", row_id="n", column="text", text="أب"))
    archive.drafts.commit("w", "note", "n", "text")
    archive.notes.write(archive.notes.get("n"))  # nothing to write: it ends no burst
    archive.notes.write(replace(archive.notes.get("n"), speaker=Speaker(None, "الأهالي")))
    archive.undo()
    assert archive.notes.get("n") == replace(archive.notes.get("n"), text="أ", speaker=Speaker())


def test_a_correction_is_undone_without_the_note_it_corrects(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "GROUPED_WITHIN", 60.0)
    for text in ("كلمه", "كلمة"):
        archive.drafts.save(
            Draft(window="w", table="note", row_id="n", column="text", text=text,
                  fields={"meeting_id": "m"})
        )  # fmt: skip
        archive.drafts.commit("w", "note", "n", "text")
    archive.undo()
    assert archive.notes.get("n").text == "كلمه"


def test_a_sync_ends_a_burst(
    make_archive: Callable[[str], Archive], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.meetings.write(Meeting(id="m", title="أ"))
    monkeypatch.setattr(writer, "GROUPED_WITHIN", 60.0)
    title(here, "ب")
    deliver(here, there)
    title(there, "ج")
    deliver(there, here)
    title(here, "د")
    here.undo()
    assert here.meetings.get("m").title == "ج"


def test_what_a_hand_did_once_is_undone_at_once(archive: Archive) -> None:
    with archive.as_one("recommendation.make"):
        archive.recommendations.append(Recommendation(id="r", meeting_id="m", text="خطة"))
        archive.people.write(Person(id="p", name="وسيم"))
    assert archive.undoable() == "recommendation.make"
    archive.undo()
    assert archive.recommendations.find("r") is None
    assert archive.people.find("p") is None
    archive.redo()
    assert archive.recommendations.find("r") is not None


## Others' words


def test_a_meeting_in_which_others_wrote_is_not_taken_away(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.meetings.write(Meeting(id="m", title="لقاء"))
    deliver(here, there)
    there.notes.append(Note(id="n", meeting_id="m", text="كلمة"))
    deliver(there, here)
    undone = here.undo()
    assert undone is not None
    assert undone.kept == (("meeting", "m", "deleted"),)
    assert here.meetings.find("m") is not None


def test_a_person_whom_another_author_quotes_is_not_taken_away(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.people.write(Person(id="p", name="وسيم"))
    deliver(here, there)
    there.notes.append(Note(id="n", meeting_id="m", text="كلمة", speaker=Speaker("p")))
    deliver(there, here)
    here.undo()
    assert here.people.find("p") is not None


def test_redo_of_a_deletion_leaves_what_others_wrote_meanwhile(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.recommendations.append(Recommendation(id="r", meeting_id="m", text="خطة"))
    here.recommendations.delete("r")
    here.undo()
    deliver(here, there)
    there.follow_ups.append(FollowUp(id="f", meeting_id="m", recommendation_id="r", text="بدأت"))
    deliver(there, here)
    undone = here.redo()
    assert undone is not None
    assert undone.kept == (("recommendation", "r", "deleted"),)
    assert here.recommendations.find("r") is not None


def test_an_edit_in_a_row_that_somebody_else_deleted_is_left_alone(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.notes.append(Note(id="n", meeting_id="m", text="أ"))
    here.notes.write(replace(here.notes.get("n"), text="ب"))
    deliver(here, there)
    there.notes.delete("n")
    deliver(there, here)
    undone = here.undo()
    assert undone is not None
    assert undone.kept == (("note", "n", "text"),)
    assert here.notes.find("n") is None
    assert here.check().problems == ()


## Conflicts


def apart(make_archive: Callable[[str], Archive]) -> tuple[Archive, Archive]:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.recommendations.append(Recommendation(id="r", meeting_id="m", text="خطة"))
    deliver(here, there)
    for each, text in ((here, "خطة من هنا"), (there, "خطة من هناك")):
        each.recommendations.write(replace(each.recommendations.get("r"), text=text))
    deliver(there, here)
    return here, there


def test_a_conflict_whose_settling_is_undone_stands_again_on_every_laptop(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = apart(make_archive)
    (conflict,) = here.conflicts()
    shown = here.recommendations.get("r").text
    here.settle(conflict, "خطة الجميع")
    here.undo()
    (again,) = here.conflicts()
    assert [each.value for each in again.sides] == [each.value for each in conflict.sides]
    assert here.recommendations.get("r").text == shown
    here.redo()
    assert here.conflicts() == []
    assert here.recommendations.get("r").text == "خطة الجميع"
    here.undo()
    deliver(here, there)
    assert [each.value for each in there.conflicts()[0].sides] == [s.value for s in again.sides]
    assert here.check().problems == there.check().problems == ()


@pytest.mark.parametrize("goes", [True, False])
def test_the_settling_of_a_deletion_against_an_edit_is_undone(
    make_archive: Callable[[str], Archive], *, goes: bool
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.notes.append(Note(id="n", meeting_id="m", text="أ"))
    deliver(here, there)
    there.notes.delete("n")
    here.notes.write(replace(here.notes.get("n"), text="ب"))
    deliver(there, here)
    (conflict,) = here.conflicts()
    here.settle(conflict, goes)
    assert here.conflicts() == []
    here.undo()
    assert here.notes.get("n").text == "ب"
    assert [each.column for each in here.conflicts()] == ["deleted"]
    here.redo()
    assert here.conflicts() == []
    assert (here.notes.find("n") is None) == goes
    assert here.check().problems == ()


## Copies and scale


def test_the_steps_of_a_copied_archive_are_those_of_the_first_one(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.mahdar", tmp_path / "b.mahdar"
    with Archive.open(path, author="ليلى", machine=tmp_path / "1") as archive:
        archive.meetings.write(Meeting(id="m", title="لقاء"))
    copy.write_bytes(path.read_bytes())
    with Archive.open(copy, machine=tmp_path / "2") as archive:
        assert archive.author == "ليلى"
        assert archive.undoable() is None
        title(archive, "لقاء آخر")
        archive.undo()
        assert archive.undo() is None
        assert archive.meetings.get("m").title == "لقاء"


def test_what_can_be_undone_is_found_by_an_index_however_long_the_log(archive: Archive) -> None:
    from recorder.storage.undo import _BACK, _FORTH

    for statement, values in ((_BACK, ["a"]), (_FORTH, ["a"])):
        plan = [
            each[3]
            for each in archive._file.database.conn.execute(
                f"EXPLAIN QUERY PLAN {statement}", values
            )
        ]
        assert any("INDEX step_" in line for line in plan), plan
        assert not any(line.startswith("SCAN") or "TEMP B-TREE" in line for line in plan), plan
