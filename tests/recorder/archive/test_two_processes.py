"""Two real processes and one archive; a laptop that died and one that was put back."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from recorder import Archive, ArchiveInUseError
from recorder.storage.backup import restore_backup

ROOT = Path(__file__).parents[3]
Start = Callable[[Path, Path, str], subprocess.Popen[str]]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts processes that hold an archive, and ends them in the end."""
    started: list[subprocess.Popen[str]] = []

    def start_one(path: Path, machine: Path, text: str) -> subprocess.Popen[str]:
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.recorder.archive.holding_process", path, machine, text],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        started.append(child)
        return child

    yield start_one
    for child in started:
        child.kill()
        child.communicate()


def said(child: subprocess.Popen[str]) -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


def texts(archive: Archive) -> list[str]:
    return sorted(note.text for note in archive.notes.all("m"))


def test_the_second_process_is_told_and_the_first_one_goes_on(tmp_path: Path, start: Start) -> None:
    path, machine = tmp_path / "archive.mahdar", tmp_path / "laptop"
    first = start(path, machine, "من الأولى")
    assert said(first) == "held"
    assert said(start(path, machine, "من الثانية")) == "ArchiveInUseError"
    with pytest.raises(ArchiveInUseError):
        Archive.open(path, machine=machine)
    first.communicate("go\n")
    with Archive.open(path, machine=machine) as archive:
        assert texts(archive) == ["من الأولى"]
        assert not archive.is_new_copy


def test_a_process_that_was_killed_holds_nothing_and_what_it_wrote_is_there(
    tmp_path: Path, start: Start
) -> None:
    path, machine = tmp_path / "archive.mahdar", tmp_path / "laptop"
    first = start(path, machine, "قبل الموت")
    assert said(first) == "held"
    first.kill()
    first.wait()
    with Archive.open(path, machine=machine) as archive:
        assert texts(archive) == ["قبل الموت"]
        assert not archive.is_new_copy
        assert archive.check().ok


def test_a_second_name_of_the_archive_is_the_same_archive(tmp_path: Path, start: Start) -> None:
    path, machine = tmp_path / "archive.mahdar", tmp_path / "laptop"
    assert said(start(path, machine, "كلمة")) == "held"
    link = tmp_path / "link.mahdar"
    link.symlink_to(path)
    assert said(start(link, machine, "كلمة")) == "ArchiveInUseError"


def test_a_copy_taken_while_a_process_writes_is_whole_and_an_archive_of_its_own(
    tmp_path: Path, start: Start
) -> None:
    path, machine = tmp_path / "archive.mahdar", tmp_path / "laptop"
    first = start(path, machine, "من الأصل")
    assert said(first) == "held"
    copy = tmp_path / "copy.mahdar"
    for ending in ("", "-wal"):
        shutil.copy(f"{path}{ending}", f"{copy}{ending}")
    with Archive.open(copy, machine=tmp_path / "other") as archive:
        assert archive.is_new_copy
        assert texts(archive) == ["من الأصل"]
        changes = archive.changes_since({})
    first.communicate("go\n")
    with Archive.open(path, machine=machine) as archive:
        archive.receive(changes)
        assert archive.check().ok


def test_two_processes_that_open_copies_of_one_archive_do_not_disturb_each_other(
    tmp_path: Path, start: Start
) -> None:
    path, machine = tmp_path / "archive.mahdar", tmp_path / "laptop"
    Archive.open(path, machine=machine).close()
    copy = Path(shutil.copy(path, tmp_path / "copy.mahdar"))
    children = [start(path, machine, "من هنا"), start(copy, machine, "من هناك")]
    assert [said(child) for child in children] == ["held", "held"]
    for child in children:
        child.communicate("go\n")
    with Archive.open(path, machine=machine) as here, Archive.open(copy, machine=machine) as there:
        here.receive(there.changes_since(here.vector()))
        there.receive(here.changes_since(there.vector()))
        assert texts(here) == texts(there) == ["من هنا", "من هناك"]
        assert here.vector() == there.vector()


def test_a_backup_put_back_after_a_crash_loses_nothing_that_others_have(
    tmp_path: Path, start: Start
) -> None:
    path, machine = tmp_path / "archive.mahdar", tmp_path / "laptop"
    with Archive.open(path, machine=machine) as archive:
        backup = archive.make_backup()
    first = start(path, machine, "بعد النسخة")
    assert said(first) == "held"
    first.kill()
    first.wait()
    other = tmp_path / "other.mahdar"
    with (
        Archive.open(path, machine=machine) as archive,
        Archive.open(other, machine=tmp_path / "other") as there,
    ):
        there.receive(archive.changes_since({}))
    aside = restore_backup(backup.path, path)
    second = start(path, machine, "بعد الاستعادة")
    assert said(second) == "held"
    second.communicate("go\n")
    with (
        Archive.open(path, machine=machine) as archive,
        Archive.open(other, machine=tmp_path / "other") as there,
    ):
        archive.receive(there.changes_since(archive.vector()))
        there.receive(archive.changes_since(there.vector()))
        assert texts(archive) == texts(there) == ["بعد الاستعادة", "بعد النسخة"]
    assert aside is not None
    assert aside.exists()
