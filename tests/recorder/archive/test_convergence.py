"""Laptops that have seen the same changes show the same tables, whatever the order."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from recorder import AgendaItem, Archive, ChangeRefusedError, Meeting, Note, new_id
from recorder.domain.log import LoggedValue
from recorder.storage.log import Entry
from tests.recorder.archive.laptops import deliver, exchange_all, sealed, tables


def test_a_meeting_written_on_one_laptop_is_there_on_the_other(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    meeting = Meeting(id=new_id(), title="لقاء")
    here.meetings.write(meeting)
    here.notes.append(Note(id=new_id(), meeting_id=meeting.id, text="كلمة"))
    deliver(here, there)
    assert there.meetings.get(meeting.id) == meeting
    assert [hit.table for hit in there.search("كلمه")] == ["note"]
    deliver(there, here)
    assert tables(here) == tables(there)


def test_two_titles_written_apart_are_both_kept_and_the_same_one_shows(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    meeting = Meeting(id=new_id(), title="لقاء")
    here.meetings.write(meeting)
    deliver(here, there)
    here.meetings.write(replace(meeting, title="لقاء حلب"))
    there.meetings.write(replace(meeting, title="لقاء تشاوري"))
    exchange_all([here, there])
    (conflict,) = here.conflicts(meeting.id)
    assert conflict.base == "لقاء"
    assert {side.value for side in conflict.sides} == {"لقاء حلب", "لقاء تشاوري"}
    assert {side.author for side in conflict.sides} == {"هنا", "هناك"}
    assert conflict.sides[0].value == here.meetings.get(meeting.id).title
    assert tables(here) == tables(there)


def test_what_two_laptops_wrote_alike_is_no_conflict(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.meetings.write(Meeting(id="m", title="لقاء"))
    deliver(here, there)
    for archive in (here, there):
        archive.meetings.write(Meeting(id="m", title="لقاء حلب"))
    exchange_all([here, there])
    assert here.conflicts() == there.conflicts() == []
    there.meetings.write(Meeting(id="m", title="لقاء آخر"))
    exchange_all([here, there])
    assert here.meetings.get("m").title == "لقاء آخر"
    assert here.conflicts() == []


def test_items_that_two_laptops_put_under_each_other_are_both_there(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.meetings.write(Meeting(id="m", title="لقاء"))
    for name in ("a", "b"):
        here.agenda.append(AgendaItem(id=name, meeting_id="m", title=name))
    deliver(here, there)
    here.agenda.move("a", parent_id="b")
    there.agenda.move("b", parent_id="a")
    exchange_all([here, there])
    for archive in (here, there):
        for items in (archive.agenda.all("m"), archive.meetings.record("m").agenda):
            assert {each.id: each.place.parent_id for each in items} == {"a": None, "b": "a"}


def test_writing_once_more_settles_a_conflict_everywhere(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    meeting = Meeting(id=new_id(), title="لقاء")
    here.meetings.write(meeting)
    deliver(here, there)
    here.meetings.write(replace(meeting, title="أ"))
    there.meetings.write(replace(meeting, title="ب"))
    exchange_all([here, there])
    here.meetings.write(replace(meeting, title="أ وب"))
    exchange_all([here, there])
    assert there.conflicts() == []
    assert there.meetings.get(meeting.id).title == "أ وب"


def test_a_conflict_is_settled_by_the_side_that_shows_already(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.meetings.write(Meeting(id="m", title="لقاء"))
    deliver(here, there)
    here.meetings.write(Meeting(id="m", title="أ"))
    there.meetings.write(Meeting(id="m", title="ب"))
    exchange_all([here, there])
    (conflict,) = here.conflicts("m")
    shown = here.meetings.get("m").title
    here.settle(conflict, shown)
    exchange_all([here, there])
    assert here.conflicts() == there.conflicts() == []
    assert there.meetings.get("m").title == shown


@pytest.mark.parametrize("goes", [True, False])
def test_what_one_deleted_and_another_edited_is_listed_until_somebody_decides(
    make_archive: Callable[[str], Archive],
    goes: bool,  # noqa: FBT001 - the parameter of the test
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.notes.append(Note(id="n", meeting_id="m", text="كلمة"))
    deliver(here, there)
    here.notes.delete("n")
    there.notes.write(replace(there.notes.get("n"), text="كلمة مهمة"))
    exchange_all([here, there])
    (conflict,) = there.conflicts("m")
    assert (conflict.column, [side.author for side in conflict.sides]) == ("deleted", ["هنا"])
    there.settle(conflict, goes)
    exchange_all([here, there])
    assert here.conflicts() == there.conflicts() == []
    assert (here.notes.find("n") is None) == goes
    assert tables(here) == tables(there)


def test_a_conflict_of_a_row_that_is_gone_is_settled_without_bringing_it_back(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.meetings.write(Meeting(id="m", title="لقاء"))
    deliver(here, there)
    here.meetings.write(Meeting(id="m", title="أ"))
    there.meetings.write(Meeting(id="m", title="ب"))
    exchange_all([here, there])
    (conflict,) = here.conflicts("m")
    here.meetings.delete("m")
    here.settle(conflict, "أ")
    assert here.check().problems == ()
    exchange_all([here, there])
    assert here.meetings.find("m") is there.meetings.find("m") is None
    assert here.conflicts() == there.conflicts() == []
    assert tables(here) == tables(there)


def test_texts_of_one_note_written_apart_both_stay_on_lines_of_their_own(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    note = Note(id=new_id(), meeting_id="m", text="بنسبة 10 بالمئة")
    here.notes.append(note)
    deliver(here, there)
    here.notes.write(replace(here.notes.get(note.id), text="بنسبة 15 بالمئة"))
    there.notes.write(replace(there.notes.get(note.id), text="بنسبة 12 بالمئة"))
    exchange_all([here, there])
    text = here.notes.get(note.id).text
    assert sorted(text.split("\n")) == ["بنسبة 12 بالمئة", "بنسبة 15 بالمئة"]
    assert there.notes.get(note.id).text == text


def test_deleting_an_edited_note_keeps_the_edit(make_archive: Callable[[str], Archive]) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    note = Note(id=new_id(), meeting_id="m", text="كلمة")
    here.notes.append(note)
    deliver(here, there)
    here.notes.delete(note.id)
    there.notes.write(replace(there.notes.get(note.id), text="كلمة مهمة"))
    exchange_all([here, there])
    assert here.notes.get(note.id).text == "كلمة مهمة"
    assert tables(here) == tables(there)


def test_a_deletion_that_everybody_saw_stays_one(make_archive: Callable[[str], Archive]) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    note = Note(id=new_id(), meeting_id="m", text="كلمة")
    here.notes.append(note)
    deliver(here, there)
    there.notes.delete(note.id)
    deliver(there, here)
    assert here.notes.find(note.id) is None


def test_private_notes_do_not_travel(make_archive: Callable[[str], Archive]) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.notes.append(Note(id=new_id(), meeting_id="m", text="سرّ", kind="private"))
    here.notes.append(Note(id=new_id(), meeting_id="m", text="علني"))
    deliver(here, there)
    assert [note.text for note in there.notes.all("m")] == ["علني"]


def test_changes_wait_for_what_they_hang_from(make_archive: Callable[[str], Archive]) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    note = Note(id=new_id(), meeting_id="m", text="كلمة")
    here.notes.append(note)
    first, *rest = [each for each in here.changes_since({}) if each.change.scope == "m"]
    there.receive(rest)
    assert there.count_waiting() == len(rest)
    assert there.notes.all("m") == []
    there.receive([first])
    assert there.count_waiting() == 0
    assert there.notes.all("m") == here.notes.all("m")


@pytest.mark.parametrize(
    "forge",
    [
        lambda each: replace(each, value='"شيء لم يقله أحد"'),
        lambda each: LoggedValue(replace(each.change, table="note; DROP"), each.salt, each.value),
        lambda each: LoggedValue(replace(each.change, lamport=0), each.salt, each.value),
    ],
    ids=["value", "name", "count"],
)
def test_a_forged_change_is_refused_and_nothing_of_its_kind_arrives(
    make_archive: Callable[[str], Archive], forge: Callable[[LoggedValue], LoggedValue]
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.notes.append(Note(id=new_id(), meeting_id="m", text="كلمة"))
    deliver(here, there)
    here.notes.append(Note(id=new_id(), meeting_id="m", text="أخرى"))
    here.notes.append(Note(id=new_id(), meeting_id="m", text="ثالثة"))
    changes = here.changes_since(there.vector())
    before = tables(there)
    changes[0] = forge(changes[0])
    with pytest.raises(ChangeRefusedError):
        there.receive(changes)
    assert tables(there) == before
    assert there.check().ok


def test_an_unknown_table_of_a_later_release_is_kept_and_passed_on(
    make_archive: Callable[[str], Archive],
) -> None:
    later, here, other = make_archive("لاحق"), make_archive("هنا"), make_archive("آخر")
    log = later._writer.log
    with later._writer.transaction():
        action = later._writer.begin(new_id(), "applause.write")
        entry = Entry("m", "applause", new_id(), "loudness", "9")
        log.append(later._writer.sites.public, action, entry)
    deliver(later, here)
    deliver(here, other)
    assert "applause" in {each.change.table for each in other.changes_since({})}
    assert other.check().ok


@pytest.mark.parametrize("later", [{"schema": 9}, {"resolver": 9}, {"kind": "forget"}])
def test_a_change_of_a_later_release_waits_for_the_release_that_knows_its_meaning(
    make_archive: Callable[[str], Archive], later: dict[str, Any]
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.notes.append(Note(id="n", meeting_id="m", text="كلمة"))
    deliver(here, there)
    here.notes.write(replace(here.notes.get("n"), text="نصّ بمعنى آخر"))
    (logged,) = here.changes_since(there.vector())
    there.receive([sealed(here, replace(logged, change=replace(logged.change, **later)))])
    assert there.notes.get("n").text == "كلمة"
    assert there.count_waiting() == 1


def test_a_counter_that_was_made_up_is_refused(make_archive: Callable[[str], Archive]) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.notes.append(Note(id="n", meeting_id="m", text="كلمة"))
    changes = here.changes_since({})
    changes[-1] = replace(changes[-1], change=replace(changes[-1].change, lamport=2**63 - 1))
    with pytest.raises(ChangeRefusedError):
        there.receive(changes)
    there.notes.append(Note(id="o", meeting_id="m", text="بعدها"))
