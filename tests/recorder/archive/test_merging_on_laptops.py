"""Laptops that merged entries apart from each other show the same people in the end."""

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest

from recorder import Archive, Note, Person, Speaker
from tests.recorder.archive.laptops import deliver, exchange_all, tables

PEOPLE = ("a", "b", "c", "d")


def shown(archive: Archive) -> dict[str, str]:
    """Who is shown for each of the people."""
    found = {each: archive.people.find(each) for each in PEOPLE}
    return {each: row.id for each, row in found.items() if row}


def with_people(make: Callable[[str], Archive], *names: str) -> list[Archive]:
    """Archives of several laptops that all know the same people."""
    archives = [make(name) for name in names]
    archives[0].people.write(*(Person(id=each, name=each) for each in PEOPLE))
    exchange_all(archives)
    return archives


MakeArchive = Callable[[str], Archive]


@pytest.mark.parametrize(
    ("here_merged", "there_merged", "expected"),
    [
        ("ab", "ab", "bbcd"),
        ("ab", "ba", "aacd"),
        ("ab", "bc", "cccd"),
        ("ab", "ac", "bbbd"),
        ("ba", "ca", "aaad"),
        ("ab", "cd", "bbdd"),
    ],
    ids=["the same", "the other way", "a chain", "into two", "two into one", "two pairs"],
)
def test_what_two_laptops_merged_apart_is_merged_on_both(
    make_archive: MakeArchive, here_merged: str, there_merged: str, expected: str
) -> None:
    here, there = with_people(make_archive, "هنا", "هناك")
    here.duplicates.merge("person", *here_merged)
    there.duplicates.merge("person", *there_merged)
    exchange_all([here, there])
    assert "".join(shown(here).values()) == expected
    assert shown(there) == shown(here)
    assert [each.id for each in here.people.all()] == sorted(set(expected))
    assert tables(here) == tables(there)


def test_an_entry_that_two_laptops_led_two_ways_is_led_on_whole(
    make_archive: MakeArchive,
) -> None:
    here, there = with_people(make_archive, "هنا", "هناك")
    here.duplicates.merge("person", "a", "b")
    there.duplicates.merge("person", "a", "c")
    exchange_all([here, there])
    here.duplicates.merge("person", "a", "d")
    exchange_all([here, there])
    assert set(shown(here).values()) == set(shown(there).values()) == {"d"}


def test_three_laptops_agree_in_whatever_order_the_merging_reaches_them(
    make_archive: MakeArchive,
) -> None:
    writers = with_people(make_archive, "1", "2", "3")
    for archive, pair in zip(writers, ("ab", "bc", "ca"), strict=True):
        archive.duplicates.merge("person", *pair)
    for number, order in enumerate(permutations(writers)):
        reader = make_archive(f"reader {number}")
        for archive in order:
            deliver(archive, reader, random.Random(number))
        assert set(shown(reader).values()) == {"a", "d"}


def test_undo_on_one_laptop_parts_what_it_alone_had_merged(make_archive: MakeArchive) -> None:
    here, there = with_people(make_archive, "هنا", "هناك")
    here.duplicates.merge("person", "a", "b")
    deliver(here, there)
    assert shown(there)["a"] == "b"
    here.undo()
    exchange_all([here, there])
    assert shown(here)["a"] == shown(there)["a"] == "a"
    assert tables(here) == tables(there)


def test_undo_does_not_part_what_another_laptop_merged_too(make_archive: MakeArchive) -> None:
    here, there = with_people(make_archive, "هنا", "هناك")
    here.duplicates.merge("person", "a", "b")
    there.duplicates.merge("person", "a", "b")
    exchange_all([here, there])
    undone = here.undo()
    assert undone is not None
    assert undone.kept
    exchange_all([here, there])
    assert shown(here)["a"] == shown(there)["a"] == "b"


def test_undo_before_the_same_merging_arrives_leaves_the_other_one(
    make_archive: MakeArchive,
) -> None:
    here, there = with_people(make_archive, "هنا", "هناك")
    here.duplicates.merge("person", "a", "b")
    here.undo()
    there.duplicates.merge("person", "a", "b")
    exchange_all([here, there])
    assert shown(here)["a"] == shown(there)["a"] == "b"
    assert tables(here) == tables(there)


def test_undo_of_one_direction_leaves_the_other(make_archive: MakeArchive) -> None:
    here, there = with_people(make_archive, "هنا", "هناك")
    here.duplicates.merge("person", "a", "b")
    there.duplicates.merge("person", "b", "a")
    exchange_all([here, there])
    there.undo()
    exchange_all([here, there])
    assert shown(here)["a"] == shown(there)["a"] == "b"


def test_parting_what_two_laptops_merged_both_ways_parts_it_whole(
    make_archive: MakeArchive,
) -> None:
    here, there = with_people(make_archive, "هنا", "هناك")
    here.duplicates.merge("person", "a", "b")
    there.duplicates.merge("person", "b", "a")
    exchange_all([here, there])
    here.duplicates.separate("person", "b")
    exchange_all([here, there])
    assert shown(there) == shown(here) == {each: each for each in PEOPLE}


def test_a_merging_of_someone_whom_another_laptop_deleted_shows_who_is_left(
    make_archive: MakeArchive,
) -> None:
    here, there = with_people(make_archive, "هنا", "هناك")
    here.notes.append(Note(id="n", meeting_id="m", text="قول", speaker=Speaker("a")))
    deliver(here, there)
    here.duplicates.merge("person", "a", "b")
    there.people.delete("b")
    exchange_all([here, there])
    assert here.notes.get("n").speaker == there.notes.get("n").speaker == Speaker("a")
    assert there.people.get("b").id == "a"


def test_a_note_taken_elsewhere_for_the_merged_entry_is_read_as_the_shown_one(
    make_archive: MakeArchive,
) -> None:
    here, there = with_people(make_archive, "هنا", "هناك")
    here.duplicates.merge("person", "a", "b")
    there.notes.append(Note(id="n", meeting_id="m", text="قول", speaker=Speaker("a")))
    exchange_all([here, there])
    assert here.notes.get("n").speaker == there.notes.get("n").speaker == Speaker("b")


def test_who_received_a_merging_is_told_which_rows_read_otherwise(
    make_archive: MakeArchive,
) -> None:
    here, there = with_people(make_archive, "هنا", "هناك")
    there.notes.append(Note(id="n", meeting_id="m", text="قول", speaker=Speaker("a")))
    here.duplicates.merge("person", "a", "b")
    changes = there.receive(here.changes_since({}))
    assert changes.touches("note", "n")
    assert changes.rows["person"] == {"a", "b"}
    assert "m" in changes.scopes


def test_that_two_are_not_the_same_is_said_once_for_all_laptops(
    make_archive: MakeArchive,
) -> None:
    here, there = with_people(make_archive, "هنا", "هناك")
    here.duplicates.dismiss("person", "a", "b")
    there.duplicates.dismiss("person", "b", "a")
    exchange_all([here, there])
    rows = there._writer.aliases.links("person_distinction", ("first_id",), ["a"])
    assert len(rows) == 1
    assert not there.duplicates.dismiss("person", "a", "b")


def test_what_two_laptops_merged_alike_is_no_conflict(make_archive: MakeArchive) -> None:
    here, there = with_people(make_archive, "هنا", "هناك")
    here.duplicates.merge("person", "a", "b")
    there.duplicates.merge("person", "a", "b")
    exchange_all([here, there])
    assert here.conflicts() == there.conflicts() == []


def test_two_speakers_written_apart_are_one_when_they_are_merged(
    make_archive: MakeArchive,
) -> None:
    here, there = with_people(make_archive, "هنا", "هناك")
    here.notes.append(Note(id="n", meeting_id="m", text="قول"))
    deliver(here, there)
    here.notes.write(replace(here.notes.get("n"), speaker=Speaker("a")))
    there.notes.write(replace(there.notes.get("n"), speaker=Speaker("b")))
    exchange_all([here, there])
    assert [each.column for each in here.conflicts("m")] == ["speaker"]
    here.duplicates.merge("person", "b", "a")
    exchange_all([here, there])
    assert here.conflicts() == there.conflicts() == []
    assert there.notes.get("n").speaker == Speaker("a")
