"""A row that was moved lies right behind the one that it was put behind, however often."""

import random
from collections.abc import Callable

import pytest

from recorder import AgendaItem, Archive, Note, Place
from tests.recorder.archive.deeds import lies_behind, siblings
from tests.recorder.archive.laptops import exchange_all


def furnish(archive: Archive) -> None:
    for item in ("i", "j"):
        archive.agenda.append(AgendaItem(id=item, meeting_id="m", title=item))
    for number in range(8):
        place = Place((None, "i", "j")[number % 3])
        archive.notes.append(Note(id=f"n{number}", meeting_id="m", place=place, text="نص"))


def move_anything(archive: Archive, chance: random.Random) -> None:
    note = chance.choice(archive.notes.all("m"))
    parent_id = chance.choice([None, "i", "j"])
    near = [each for each in archive.notes.all("m")
            if each.place.parent_id == parent_id and each.id != note.id]  # fmt: skip
    after = chance.choice([None, *near])
    archive.notes.move(note.id, parent_id=parent_id, after=after.id if after else None)
    lies_behind(archive, "notes", note.id, after)


@pytest.mark.parametrize("seed", range(3))
def test_a_row_lies_where_it_was_put(archive: Archive, seed: int) -> None:
    furnish(archive)
    chance = random.Random(seed)
    for _ in range(60):
        move_anything(archive, chance)
    assert max(len(each.place.sort_key) for each in archive.notes.all("m")) <= 120


@pytest.mark.parametrize("seed", range(3))
def test_rows_that_two_laptops_moved_lie_alike_on_both(
    make_archive: Callable[[str], Archive], seed: int
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    furnish(here)
    chance = random.Random(seed)
    for _ in range(4):
        exchange_all([here, there])
        for archive in (here, there):
            for _ in range(5):
                move_anything(archive, chance)
    exchange_all([here, there])
    for note in here.notes.all("m"):
        orders = [
            [each.id for each in siblings(archive, "notes", archive.notes.get(note.id))]
            for archive in (here, there)
        ]
        assert orders[0] == orders[1]
