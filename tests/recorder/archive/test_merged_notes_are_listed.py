"""A note that a merge put together stands in the list of conflicts until somebody writes it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from recorder import Archive, Note, NoteKind
from tests.recorder.archive.laptops import deliver, exchange_all, tables

Pair = tuple[Archive, Archive]

BASE = "زار احمد الحي."
HERE = "زار أحمد الحي."
THERE = "زار احمد الحي الشرقي."
MERGED = "زار أحمد الحي الشرقي."


@pytest.fixture
def merged(make_archive: Callable[[str], Archive]) -> Pair:
    """Two laptops on which words of two people were mixed in one sentence."""
    here, there = make_archive("هنا"), make_archive("هناك")
    here.notes.append(Note(id="n", meeting_id="m", text=BASE))
    deliver(here, there)
    for archive, text in ((here, HERE), (there, THERE)):
        archive.notes.write(replace(archive.notes.get("n"), text=text))
    exchange_all([here, there])
    return here, there


def listed(archive: Archive) -> list[tuple[str, set[str]]]:
    return [(each.column, {side.value for side in each.sides}) for each in archive.conflicts("m")]


def test_both_sides_of_what_was_mixed_are_listed_on_both_laptops(merged: Pair) -> None:
    for archive in merged:
        assert archive.notes.get("n").text == MERGED
        assert listed(archive) == [("text", {HERE, THERE})]


def test_looking_restarting_and_rebuilding_do_not_end_it(merged: Pair) -> None:
    here, _ = merged
    path, machine = here.path, here._writer._machine
    here.rebuild()
    here.close()
    with Archive.open(path, machine=machine) as again:
        assert listed(again) == [("text", {HERE, THERE})]


def test_a_write_to_another_field_does_not_end_it(merged: Pair) -> None:
    here, there = merged
    here.notes.write(replace(here.notes.get("n"), kind=NoteKind.NEED))
    exchange_all([here, there])
    assert listed(here) == listed(there) == [("text", {HERE, THERE})]


@pytest.mark.parametrize("text", [MERGED, HERE, "قال آخر."], ids=["as it is", "a side", "anew"])
def test_who_settles_it_ends_it_everywhere(merged: Pair, text: str) -> None:
    here, there = merged
    (conflict,) = here.conflicts("m")
    here.settle(conflict, text)
    exchange_all([here, there])
    assert listed(here) == listed(there) == []
    assert there.notes.get("n").text == text
    assert tables(here) == tables(there)


def test_who_writes_the_note_on_ends_it(merged: Pair) -> None:
    here, there = merged
    here.notes.write(replace(here.notes.get("n"), text=MERGED + " ثم غادر."))
    exchange_all([here, there])
    assert listed(here) == listed(there) == []


def test_who_had_not_seen_the_merge_adds_a_side_and_ends_nothing(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there, third = (make_archive(name) for name in ("هنا", "هناك", "ثالث"))
    here.notes.append(Note(id="n", meeting_id="m", text=BASE))
    for archive, text in ((there, THERE), (third, "زار خالد الحي.")):
        deliver(here, archive)
        archive.notes.write(replace(archive.notes.get("n"), text=text))
    here.notes.write(replace(here.notes.get("n"), text=HERE))
    exchange_all([here, there])
    assert here.notes.get("n").text == MERGED
    exchange_all([here, there, third])
    assert listed(here) == listed(third) == [("text", {HERE, THERE, "زار خالد الحي."})]
