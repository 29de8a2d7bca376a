"""Entries that were merged are taken apart again: by undo, by the notice, or one by itself."""

from dataclasses import replace

import pytest

from recorder import Archive, NotFoundError, Person, SameEntryError, Speaker
from recorder.storage import writer
from tests.recorder.archive.doubled_entries import ROWS, merge_both
from tests.recorder.archive.laptops import tables


@pytest.fixture(autouse=True)
def hurried_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "GROUPED_WITHIN", 0.0)


@pytest.fixture
def doubled(archive: Archive) -> Archive:
    archive.write(*ROWS)
    return archive


def test_merging_is_one_step_that_undo_takes_back_and_redo_does_again(doubled: Archive) -> None:
    before = tables(doubled)
    doubled.duplicates.merge("person", "wassim2", "wassim")
    assert doubled.undoable() == "person.merge"
    undone = doubled.undo()
    assert undone is not None
    assert undone.changes.touches("note", "n")
    assert doubled.notes.get("n").speaker == Speaker("wassim2")
    assert tables(doubled) | {"person_alias": []} == before
    redone = doubled.redo()
    assert redone is not None
    assert redone.changes.touches("note", "n")
    assert doubled.notes.get("n").speaker == Speaker("wassim")
    doubled.undo()
    doubled.duplicates.merge("person", "wassim2", "wassim")
    assert doubled.notes.get("n").speaker == Speaker("wassim")


def test_one_merging_is_taken_back_whatever_was_done_since(doubled: Archive) -> None:
    doubled.duplicates.dismiss("person", "wassim", "wassim2")
    before = tables(doubled)["person_distinction"]
    changes = doubled.duplicates.merge("person", "wassim2", "wassim")
    doubled.notes.write(replace(doubled.notes.get("n"), text="نص آخر"))
    back = doubled.duplicates.take_back(changes)
    assert back.touches("note", "n")
    assert doubled.notes.get("n").speaker == Speaker("wassim2")
    assert doubled.notes.get("n").text == "نص آخر"
    assert tables(doubled)["person_distinction"] == before
    assert not doubled.duplicates.take_back(changes)
    doubled.undo()
    assert doubled.notes.get("n").speaker == Speaker("wassim")


def test_merging_two_that_were_told_apart_leaves_one_word_on_them(doubled: Archive) -> None:
    doubled.duplicates.dismiss("person", "wassim", "wassim2")
    doubled.duplicates.merge("person", "wassim2", "wassim")
    assert doubled._writer.aliases.all_links("person_distinction") == []
    doubled.undo()
    assert len(doubled._writer.aliases.all_links("person_distinction")) == 1


def test_merging_tells_every_view_that_shows_any_of_the_two(doubled: Archive) -> None:
    changes = doubled.duplicates.merge("person", "wassim2", "wassim")
    assert changes.rows["person"] == {"wassim", "wassim2"}
    for table, row_id in (("note", "n"), ("meeting", "m"), ("turn", "t"), ("position", "p"),
                          ("agenda_item", "i")):  # fmt: skip
        assert changes.touches(table, row_id), table
    assert not changes.touches("recommendation")
    assert changes.scopes == {"directory", "m"}


def test_merging_what_is_one_already_does_nothing(doubled: Archive) -> None:
    doubled.duplicates.merge("person", "wassim2", "wassim")
    before = len(doubled.changes_since({}))
    assert not doubled.duplicates.merge("person", "wassim2", "wassim")
    assert not doubled.duplicates.merge("person", "wassim", "wassim2")
    assert len(doubled.changes_since({})) == before
    assert doubled.people.get("wassim2").id == "wassim"


def test_nobody_is_merged_with_themselves_or_with_who_is_not_there(doubled: Archive) -> None:
    with pytest.raises(SameEntryError):
        doubled.duplicates.merge("person", "wassim", "wassim")
    with pytest.raises(NotFoundError):
        doubled.duplicates.merge("person", "wassim", "nobody")
    with pytest.raises(NotFoundError):
        doubled.duplicates.merge("person", "wassim", "gloca")


def test_the_second_named_shows_also_when_both_were_merged_before(doubled: Archive) -> None:
    for each in "abcd":
        doubled.people.write(Person(id=each, name=each))
    doubled.duplicates.merge("person", "a", "b")
    doubled.duplicates.merge("person", "d", "c")
    doubled.duplicates.merge("person", "a", "d")
    assert {doubled.people.get(each).id for each in "abcd"} == {"c"}


def test_a_merged_entry_stands_for_itself_again_and_the_others_stay_one(doubled: Archive) -> None:
    for each in "abc":
        doubled.people.write(Person(id=each, name=each))
    doubled.duplicates.merge("person", "a", "b")
    doubled.duplicates.merge("person", "b", "c")
    doubled.duplicates.separate("person", "b")
    assert [doubled.people.get(each).id for each in "abc"] == ["c", "b", "c"]
    doubled.undo()
    assert {doubled.people.get(each).id for each in "abc"} == {"c"}
    doubled.duplicates.separate("person", "c")
    assert [doubled.people.get(each).id for each in "abc"] == ["b", "b", "c"]


def test_separating_an_entry_gives_its_notes_back_to_it(doubled: Archive) -> None:
    merge_both(doubled)
    doubled.duplicates.separate("person", "wassim2")
    assert doubled.notes.get("n").speaker == Speaker("wassim2")
    assert doubled.people.get("wassim2").name == "أبو أحمد وسيم حاج"
    assert not doubled.duplicates.separate("person", "wassim2")


def test_deleting_a_person_deletes_all_entries_of_them_and_undo_brings_them_back(
    doubled: Archive,
) -> None:
    merge_both(doubled)
    doubled.people.delete("wassim")
    assert [each.id for each in doubled.people.all()] == ["ayman"]
    doubled.undo()
    assert doubled.people.get("wassim2").id == "wassim"


def test_an_archive_with_merged_entries_is_made_anew_from_its_log(doubled: Archive) -> None:
    merge_both(doubled)
    doubled.duplicates.dismiss("person", "wassim", "ayman")
    before = tables(doubled)
    assert doubled.check().ok
    doubled.rebuild()
    assert tables(doubled) == before
    assert doubled.notes.get("n").speaker == Speaker("wassim")
