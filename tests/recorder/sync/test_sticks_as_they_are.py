"""Sticks that are full, pulled, damaged or copied cost nobody a word."""

import errno
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from recorder import Archive, Note, Person
from recorder.errors import (
    StickError,
)
from recorder.sync.bundle import LARGEST_FILE
from tests.recorder.archive.laptops import clone_laptop, tables
from tests.recorder.sync.laptops import Laptops, a_meeting, texts

## Sticks as they are


def test_a_bad_file_is_refused_alone_and_its_neighbours_are_read(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    a_meeting(layla)
    laptops.sync(layla)
    layla.notes.append(Note(id="more", meeting_id="m", text="كلمة أخرى"))
    laptops.sync(layla)
    folder = next(laptops.stick.rglob("00000001-*.mdr")).parent
    (folder / f"00000003-{'a' * 16}.mdr").write_bytes(b"MZ\x90 a virus")
    (folder / f"00000004-{'b' * 16}.mdr").write_bytes(b"")
    (folder / f"00000005-{'c' * 16}.mdr").write_bytes(b"mahdar-bundle 7\nfrom tomorrow")
    with (folder / f"00000006-{'d' * 16}.mdr").open("wb") as large:
        large.truncate(LARGEST_FILE * 40)
    [report] = laptops.sync(rana)
    assert [each.reason for each in report.refused] == ["foreign", "foreign", "newer", "foreign"]
    assert texts(rana) == texts(layla)


def test_a_damaged_bundle_is_written_anew_by_who_still_has_it(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    a_meeting(layla)
    laptops.sync(layla)
    [bundle] = laptops.stick.rglob("*.mdr")
    bundle.write_bytes(bundle.read_bytes()[:-5])
    _, report = laptops.sync(layla, rana)
    assert len(report.refused) == 1
    assert texts(rana) == texts(layla)


def test_decoys_and_links_are_neither_opened_nor_followed(
    laptops: Laptops, layla: Archive, rana: Archive, tmp_path: Path
) -> None:
    a_meeting(layla)
    laptops.sync(layla)
    folder = next(laptops.stick.rglob("*.mdr")).parent
    secret = tmp_path / "secret.mdr"
    secret.write_bytes(b"mahdar-bundle 1\nnot on the stick")
    (folder / f"00000009-{'e' * 16}.mdr").symlink_to(secret)
    (folder.parent / ("f" * 32)).symlink_to(tmp_path)
    for name in ("autorun.inf", "note.lnk", "0.mdr", "00000001-xyz.mdr", "..mdr"):
        (folder / name).write_bytes(b"mahdar-bundle 1\n")
    (folder / f"00000008-{'a' * 16}.mdr").mkdir()
    [report] = laptops.sync(rana)
    assert report.refused == ()
    assert texts(rana) == texts(layla)


@pytest.fixture
def refuse(stick: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], None]]:
    """Lets the stick, and it alone, refuse to be written to."""
    open_ = Path.open

    def arrange(number: int) -> None:
        def opening(path: Path, mode: str = "r", *more: object, **named: object) -> object:
            if "w" in mode and path.is_relative_to(stick):
                raise OSError(number, "refused")
            return open_(path, mode, *more, **named)

        monkeypatch.setattr(Path, "open", opening)

    yield arrange
    monkeypatch.undo()


@pytest.mark.parametrize(
    ("number", "expected"),
    [(errno.ENOSPC, "full"), (errno.EROFS, "readonly"), (errno.EIO, "gone")],
)
def test_what_came_is_kept_when_the_stick_takes_nothing(
    laptops: Laptops, refuse: Callable[[int], None], number: int, expected: str
) -> None:
    a_meeting(laptops.founder)
    laptops.sync(laptops.founder)
    rana = laptops.join("رنا")
    rana.people.write(Person(id="p", name="هبة"))
    refuse(number)
    [report] = laptops.sync(rana)
    assert (report.failure, report.is_safe_to_pull) == (expected, False)
    assert report.files_out == 0
    assert texts(rana) == texts(laptops.founder)
    assert not list(laptops.stick.rglob("*.part"))


def test_what_an_earlier_pull_left_half_written_is_cleared_away(
    laptops: Laptops, layla: Archive
) -> None:
    a_meeting(layla)
    laptops.sync(layla)
    folder = next(laptops.stick.rglob("*.mdr")).parent
    (folder / f"00000002-{'a' * 16}.mdr.part").write_bytes(b"half")
    laptops.sync(layla)
    assert not list(laptops.stick.rglob("*.part"))


def test_a_stick_that_is_not_there_is_told_before_anything_happens(
    layla: Archive, tmp_path: Path
) -> None:
    with pytest.raises(StickError) as caught:
        layla.sharing.sync(tmp_path / "nowhere")
    assert caught.value.data["reason"] == "missing"


## Copies and old friends


def test_a_cloned_laptop_and_its_original_lose_nothing(
    laptops: Laptops, layla: Archive, tmp_path: Path
) -> None:
    a_meeting(layla)
    laptops.sync(layla)
    path, machine = layla.path, layla.path.parent / "machine"
    clone = clone_laptop(layla, tmp_path / "clone.mahdar", machine, tmp_path / "clone machine")
    with clone, Archive.open(path, author="ليلى", machine=machine) as original:
        for archive, at in ((original, "here"), (clone, "there")):
            archive.notes.append(Note(id=at, meeting_id="m", text=f"كتبت {at}"))
        for archive in (original, clone, original, clone, original):
            archive.sharing.sync(laptops.stick)
        assert tables(original) == tables(clone)
        assert {"here", "there"} <= {note.id for note in original.notes.all("m")}
        assert original.check().ok
        assert clone.check().ok


def test_who_restored_an_old_backup_gets_back_what_their_own_folder_holds(
    laptops: Laptops, layla: Archive, tmp_path: Path
) -> None:
    a_meeting(layla)
    path, machine = layla.path, layla.path.parent / "machine"
    layla.close()
    shutil.copy(path, tmp_path / "old.mahdar")
    with Archive.open(path, author="ليلى", machine=machine) as again:
        again.notes.append(Note(id="later", meeting_id="m", text="بعد النسخة"))
        again.sharing.sync(laptops.stick)
        expected = texts(again)
    shutil.copy(tmp_path / "old.mahdar", path)
    with Archive.open(path, author="ليلى", machine=machine) as restored:
        restored.sharing.sync(laptops.stick)
        assert texts(restored) == expected
