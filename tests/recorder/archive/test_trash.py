"""The trash: what was deleted, by whom, and its way back."""

from collections.abc import Callable
from dataclasses import replace

from recorder import (
    AgendaItem,
    Archive,
    Attendance,
    FollowUp,
    Meeting,
    Note,
    Person,
    Place,
    Recommendation,
)
from tests.recorder.archive.conftest import FakeClock
from tests.recorder.archive.laptops import deliver


def put_meeting(archive: Archive) -> None:
    archive.people.write(Person(id="p", name="وسيم الحاج"))
    archive.meetings.write(Meeting(id="m", title="لقاء حلب"))
    archive.agenda.append(AgendaItem(id="i", meeting_id="m", title="النقاش"))
    archive.notes.append(Note(id="n", meeting_id="m", place=Place("i"), text="كلمة"))
    archive.recommendations.append(Recommendation(id="r", meeting_id="m", text="خطة"))
    archive.follow_ups.append(FollowUp(id="f", meeting_id="m", recommendation_id="r", text="بدأت"))
    archive.attendance.append(Attendance(id="a", meeting_id="m", person_id="p"))


def rows(archive: Archive, meeting_id: str | None = None) -> list[tuple[str, str]]:
    return [(each.table, each.row_id) for each in archive.trash(meeting_id)]


def test_the_trash_says_what_was_deleted_by_whom_and_when_the_latest_first(
    archive: Archive, clock: FakeClock
) -> None:
    put_meeting(archive)
    archive.notes.delete("n")
    clock.move(minutes=5)
    archive.attendance.delete("a")
    person, note = archive.trash()
    assert (note.table, note.row_id, note.text) == ("note", "n", "كلمة")
    assert (note.author, note.wall) == ("ليلى", "2026-11-23T08:00:00Z")
    assert (note.meeting_id, note.meeting_title, note.hidden_by) == ("m", "لقاء حلب", "")
    assert (person.text, person.wall) == ("وسيم الحاج", "2026-11-23T08:05:00Z")
    assert len(archive.trash(limit=1)) == 1


def test_the_trash_of_a_meeting_holds_its_own_rows_alone(archive: Archive) -> None:
    put_meeting(archive)
    archive.notes.append(Note(id="other", meeting_id="m2", text="غيرها"))
    archive.notes.delete("n", "other")
    archive.people.delete("p")
    assert rows(archive, "m") == [("note", "n")]
    assert set(rows(archive)) == {("note", "n"), ("note", "other"), ("person", "p")}


def test_a_deleted_meeting_is_one_line_and_comes_back_with_all_that_was_in_it(
    archive: Archive,
) -> None:
    put_meeting(archive)
    archive.meetings.delete("m")
    assert rows(archive) == [("meeting", "m")]
    archive.restore_rows([("meeting", "m")])
    assert archive.meetings.get("m").title == "لقاء حلب"
    assert [note.id for note in archive.notes.all("m")] == ["n"]
    assert archive.trash() == []


def test_rows_come_back_where_they_were_in_one_action(archive: Archive) -> None:
    put_meeting(archive)
    before = archive.meetings.record("m")
    archive.notes.delete("n")
    archive.recommendations.delete("r")
    changes = archive.restore_rows(rows(archive))
    assert changes.touches("note", "n")
    assert changes.touches("recommendation", "r")
    assert archive.meetings.record("m") == before
    assert archive.undoable() == "trash.restore"
    archive.undo()
    assert set(rows(archive)) == {("note", "n"), ("recommendation", "r")}


def test_a_note_whose_item_is_still_deleted_comes_back_unfiled(archive: Archive) -> None:
    put_meeting(archive)
    archive.notes.delete("n")
    archive.agenda.delete("i")
    (note,) = [each for each in archive.trash() if each.table == "note"]
    assert note.hidden_by == ""
    archive.restore_rows([("note", "n")])
    assert archive.notes.get("n").place.parent_id == "i"
    assert [each.id for each in archive.notes.all("m")] == ["n"]


def test_a_row_that_would_stay_hidden_with_its_parent_says_so(archive: Archive) -> None:
    put_meeting(archive)
    archive.follow_ups.delete("f")
    archive.recommendations.delete("r")
    assert {each.row_id: each.hidden_by for each in archive.trash()} == {
        "f": "recommendation", "r": "",
    }  # fmt: skip
    archive.meetings.delete("m")
    assert {each.row_id: each.hidden_by for each in archive.trash()} == {
        "f": "meeting", "r": "meeting", "m": "",
    }  # fmt: skip


def test_restoring_what_is_there_already_changes_nothing(archive: Archive) -> None:
    put_meeting(archive)
    assert not archive.restore_rows([("note", "n")])


def test_a_note_that_went_over_the_wall_was_not_thrown_away(archive: Archive) -> None:
    put_meeting(archive)
    archive.notes.write(replace(archive.notes.get("n"), kind="private"))
    assert archive.trash() == []


def test_what_another_laptop_deleted_is_in_the_trash_with_its_author(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    put_meeting(here)
    deliver(here, there)
    there.notes.delete("n")
    deliver(there, here)
    assert [(each.row_id, each.author) for each in here.trash()] == [("n", "هناك")]


def test_a_note_whose_writing_was_undone_can_be_found_again(archive: Archive) -> None:
    archive.notes.append(Note(id="n", meeting_id="m", text="كلمة"))
    archive.undo()
    assert [(each.row_id, each.text) for each in archive.trash()] == [("n", "كلمة")]


def test_deleted_rows_are_found_by_an_index(archive: Archive) -> None:
    from recorder.domain.record import TABLES
    from recorder.storage.trash import _DELETED

    for table in TABLES:
        statement = _DELETED.format(table=table, more="")
        plan = archive._file.database.conn.execute(
            f"EXPLAIN QUERY PLAN {statement}", ["deleted"]
        ).fetchall()
        assert any(f"{table}_deleted" in each[3] for each in plan), (table, plan)
