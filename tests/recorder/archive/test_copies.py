import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from recorder import Archive, Note
from recorder.storage.backup import restore_backup


@pytest.fixture
def laptop(tmp_path: Path) -> Path:
    return tmp_path / "laptop"


@pytest.fixture
def path(tmp_path: Path, laptop: Path) -> Path:
    path = tmp_path / "archive.mahdar"
    with Archive.open(path, machine=laptop) as archive:
        archive.notes.append(Note(id="n", meeting_id="m", text="كلمة"))
    return path


def site(archive: Archive) -> str:
    return archive._writer.sites.public.id


def test_an_archive_that_stays_on_its_laptop_keeps_its_site(path: Path, laptop: Path) -> None:
    with Archive.open(path, machine=laptop) as archive:
        first = site(archive)
    with Archive.open(path, machine=laptop) as archive:
        assert site(archive) == first
        assert not archive.is_new_copy


def test_an_archive_that_was_moved_on_its_laptop_keeps_its_site(path: Path, laptop: Path) -> None:
    with Archive.open(path, machine=laptop) as archive:
        first = site(archive)
    moved = path.rename(path.with_name("moved.mahdar"))
    with Archive.open(moved, machine=laptop) as archive:
        assert site(archive) == first


@pytest.mark.parametrize("place", ["another laptop", "the same laptop"])
def test_a_copy_goes_on_under_a_site_of_its_own_and_nothing_is_lost(
    path: Path, laptop: Path, place: str
) -> None:
    copy = shutil.copy(path, path.with_name("copy.mahdar"))
    other = laptop if place == "the same laptop" else laptop.with_name("other")
    with Archive.open(path, machine=laptop) as here, Archive.open(copy, machine=other) as there:
        assert there.is_new_copy
        assert site(here) != site(there)
        note = here.notes.get("n")
        here.notes.write(replace(note, text="كلمة من هنا"))
        there.notes.append(Note(id="o", meeting_id="m", text="كلمة من هناك"))
        here.receive(there.changes_since(here.vector()))
        there.receive(here.changes_since(there.vector()))
        assert {each.text for each in here.notes.all("m")} == {"كلمة من هنا", "كلمة من هناك"}
        assert here.notes.all("m") == there.notes.all("m")
        assert there.check().ok


def test_an_older_copy_put_back_does_not_repeat_its_own_numbers(path: Path, laptop: Path) -> None:
    older = shutil.copy(path, path.with_name("older"))
    with Archive.open(path, machine=laptop) as archive:
        archive.notes.append(Note(id="later", meeting_id="m", text="بعد النسخة"))
        changes = archive.changes_since({})
    shutil.copy(older, path)
    with Archive.open(path, machine=laptop) as restored:
        restored.notes.append(Note(id="new", meeting_id="m", text="بعد الاستعادة"))
        restored.receive(changes)
        assert {each.id for each in restored.notes.all("m")} == {"n", "later", "new"}


def test_a_start_cut_off_between_the_two_tokens_is_no_copy(path: Path, laptop: Path) -> None:
    with Archive.open(path, machine=laptop) as archive:
        first = site(archive)
        token = archive._file.database.table("setting").get("instance")["value"]
    (memory,) = (laptop / "instances").iterdir()
    memory.write_text(f"written-but-not-yet-in-the-archive\n{token}")
    with Archive.open(path, machine=laptop) as archive:
        assert site(archive) == first


def test_a_backup_that_was_made_while_the_archive_was_open_is_restored_as_a_copy(
    path: Path, laptop: Path
) -> None:
    with Archive.open(path, machine=laptop) as archive:
        first = site(archive)
        backup = archive.make_backup()
        archive.notes.append(Note(id="later", meeting_id="m", text="بعد النسخة"))
        changes = archive.changes_since({})
    restore_backup(backup.path, path)
    with Archive.open(path, machine=laptop) as restored:
        assert site(restored) != first
        restored.notes.append(Note(id="new", meeting_id="m", text="بعد الاستعادة"))
        restored.receive(changes)
        assert {each.id for each in restored.notes.all("m")} == {"n", "later", "new"}


def test_a_backup_that_is_opened_by_hand_is_a_copy(path: Path, laptop: Path) -> None:
    with Archive.open(path, machine=laptop) as archive:
        backup = archive.make_backup()
        first = site(archive)
    with Archive.open(shutil.copy(backup.path, path.with_name("hand")), machine=laptop) as copy:
        assert copy.is_new_copy
    with Archive.open(path, machine=laptop) as archive:
        assert site(archive) == first


def test_a_file_that_was_copied_by_hand_is_restored_as_a_copy(path: Path, laptop: Path) -> None:
    by_hand = path.with_name("by hand")
    with Archive.open(path, machine=laptop) as archive:
        first = site(archive)
    shutil.copy(path, by_hand)
    restore_backup(by_hand, path)
    with Archive.open(path, machine=laptop) as restored:
        assert site(restored) != first
