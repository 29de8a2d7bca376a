"""A merge is undone as one thing: what came is held back whole, and comes back whole."""

import random
from dataclasses import replace

import pytest

from recorder import Archive, Note
from tests.recorder.archive.laptops import tables
from tests.recorder.sync.laptops import Laptops, a_meeting, texts


def shown(archive: Archive) -> dict[str, list[object]]:
    """What the archive shows, without who it knows by name."""
    return tables(archive) | {"author": []}


def apart(laptops: Laptops, layla: Archive, rana: Archive) -> None:
    """Both have the meeting, and each went on with it."""
    a_meeting(layla, notes=3)
    laptops.sync(layla, rana)
    rana.notes.append(Note(id="r", meeting_id="m", text="من رنا"))
    rana.notes.write(replace(rana.notes.get("n0"), text="غيّرتها رنا."))
    rana.notes.delete("n1")
    layla.notes.write(replace(layla.notes.get("n0"), text="غيّرتها ليلى."))
    layla.notes.append(Note(id="l", meeting_id="m", text="من ليلى"))
    laptops.sync(rana)


def test_what_came_goes_out_of_sight_and_nothing_of_ones_own_does(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    apart(laptops, layla, rana)
    before = shown(layla)
    laptops.sync(layla)
    after = shown(layla)
    assert layla.sharing.latest_merge()
    held = layla.sharing.undo_merge()
    assert held is not None
    assert (held.kept, layla.sharing.count_held()) == (0, held.held)
    assert {"note"} <= set(held.changes.rows)
    assert shown(layla) == before
    assert layla.check().problems == ()
    layla.sharing.release()
    assert shown(layla) == after
    assert layla.sharing.count_held() == 0
    assert layla.check().problems == ()


def test_what_is_held_back_stays_so_when_the_stick_comes_again(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    apart(laptops, layla, rana)
    laptops.sync(layla)
    layla.sharing.undo_merge()
    before = shown(layla)
    [report] = laptops.sync(layla)
    assert report.delivery is None
    assert report.files_out == 0
    assert shown(layla) == before
    rana.notes.append(Note(id="r2", meeting_id="m", text="بعد ذلك"))
    laptops.sync(rana, layla)
    assert shown(layla) == before  # it hangs from what is held
    layla.sharing.release()
    laptops.sync(layla, rana)
    assert {"من رنا", "بعد ذلك"} <= set(texts(layla))
    assert shown(layla) == shown(rana)


def test_what_was_gone_on_from_since_stays(laptops: Laptops, layla: Archive, rana: Archive) -> None:
    apart(laptops, layla, rana)
    laptops.sync(layla)
    layla.notes.write(replace(layla.notes.get("r"), text="من رنا، أتمّتها ليلى"))
    held = layla.sharing.undo_merge()
    assert held is not None
    assert held.kept > 0
    assert "من رنا، أتمّتها ليلى" in texts(layla)
    assert layla.check().problems == ()
    layla.sharing.release()
    laptops.sync(layla, rana)
    assert shown(layla) == shown(rana)


def test_it_is_undone_once_and_after_a_restart_too(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    apart(laptops, layla, rana)
    laptops.sync(layla)
    layla.close()
    with Archive.open(layla.path, author="ليلى", machine=layla.path.parent / "machine") as again:
        assert again.sharing.undo_merge() is not None
        assert again.sharing.undo_merge() is None
        assert "من رنا" not in texts(again)
    with Archive.open(layla.path, author="ليلى", machine=layla.path.parent / "machine") as again:
        assert again.sharing.count_held() > 0
        assert "من رنا" not in texts(again)
        again.sharing.release()
        assert "من رنا" in texts(again)


def test_nothing_can_be_undone_where_nothing_came(layla: Archive) -> None:
    assert layla.sharing.latest_merge() is None
    assert layla.sharing.undo_merge() is None


def test_a_story_told_since_the_last_export_misses_nothing_after_it(
    laptops: Laptops, layla: Archive, rana: Archive, tmp_path
) -> None:
    apart(laptops, layla, rana)
    laptops.sync(layla)
    layla.export_json("m", tmp_path / "m.json")
    layla.sharing.undo_merge()
    layla.notes.append(Note(id="new", meeting_id="m", text="بعد التراجع"))
    assert "new" in {line.row_id for line in layla.story("m").lines}


@pytest.mark.parametrize("seed", range(12))
def test_held_back_and_released_in_any_history_all_end_the_same(
    laptops: Laptops, layla: Archive, rana: Archive, seed: int
) -> None:
    chance = random.Random(seed)
    third = laptops.join("سامر")
    archives = [layla, rana, third]
    a_meeting(layla, notes=4)
    laptops.sync(*archives)
    for step in range(30):
        archive = chance.choice(archives)
        _do_something(archive, chance, f"{step}")
        if chance.random() < 0.5:
            laptops.sync(archive)
        if chance.random() < 0.25:
            archive.sharing.undo_merge()
            assert archive.check().problems == ()
        if chance.random() < 0.15:
            archive.sharing.release()
    for archive in archives:
        archive.sharing.release()
    for _ in range(3):
        laptops.sync(*archives)
    for archive in archives:
        assert archive.check().problems == ()
        assert archive.count_waiting() == 0
        assert shown(archive) == shown(layla)


def _do_something(archive: Archive, chance: random.Random, word: str) -> None:
    notes = archive.notes.all("m")
    note = chance.choice(notes) if notes else None
    deed = chance.randrange(3)
    if note is None or deed == 0:
        archive.notes.append(Note(id=f"x{word}", meeting_id="m", text=f"كلمة {word}."))
    elif deed == 1:
        archive.notes.write(replace(note, text=f"{note.text} وأيضاً {word}."))
    else:
        archive.notes.delete(note.id)
