"""The console keeps an archive safe: backups, restoring, and reading while a window has it open."""

import json
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from recorder import Archive, Backup, Meeting, Note
from recorder.cli import program

Run = Callable[..., Result]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "archive.mahdar"
    with Archive.open(path) as archive:
        archive.meetings.write(Meeting(id="m", title="لقاء حلب"))
        archive.notes.append(Note(id="n", meeting_id="m", text="الماء منقطع"))
    return path


@pytest.fixture
def run(path: Path) -> Run:
    def run_command(*arguments: str, language: str = "en", **more: str) -> Result:
        shared = ["--archive", str(path), "--language", language]
        return CliRunner().invoke(program, [*shared, *arguments], **more)

    return run_command


def test_a_backup_is_made_listed_and_restored(run: Run, path: Path) -> None:
    assert run("backups").output == "There is no backup yet.\n"
    assert "Backed up and checked" in run("backup").output
    listed = run("backups").output
    assert "Made by hand" in listed
    assert "1  " in listed
    with Archive.open(path) as archive:
        archive.meetings.write(replace(archive.meetings.get("m"), title="غيّره أحد"))
    done = run("restore", "1", "--yes")
    assert done.exit_code == 0
    assert f"{path}.before-1" in done.output
    assert "لقاء حلب" in run("meetings").output


def test_the_list_of_backups_is_arabic_throughout_and_has_stable_keys(run: Run) -> None:
    run("backup")
    assert "بطلب منك" in run("backups", language="ar").output
    (listed,) = json.loads(run("backups", "--json").output)
    assert list(listed) == [each.name for each in fields(Backup)]


def test_restoring_asks_first_and_no_changes_nothing(run: Run, path: Path) -> None:
    run("backup")
    before = path.read_bytes()
    done = run("restore", "1", input="n\n")
    assert done.exit_code == 1
    assert path.read_bytes() == before


def test_a_backup_that_is_not_there_is_told(run: Run, path: Path) -> None:
    before = path.read_bytes()
    done = run("restore", "77", "--yes")
    assert done.exit_code == 1
    assert "There is no such backup" in done.stderr
    assert path.read_bytes() == before


def test_a_damaged_archive_is_met_with_what_can_be_done_about_it(run: Run, path: Path) -> None:
    run("backup")
    path.write_bytes(b"\xff" * 9000)
    done = run("meetings")
    assert done.exit_code == 1
    assert "damaged" in done.stderr
    assert "`restore`" in done.stderr
    assert path.read_bytes() == b"\xff" * 9000
    assert run("restore", "1", "--yes").exit_code == 0
    assert "لقاء حلب" in run("meetings").output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["meetings"], "لقاء حلب"),
        (["search", "الماء"], "الماء منقطع"),
        (["check"], "The archive is whole"),
        (["backup"], "Backed up and checked"),
        (["backups"], "There is no backup yet."),
    ],
)
def test_what_only_reads_works_while_a_window_has_the_archive_open(
    run: Run, path: Path, arguments: list[str], said: str
) -> None:
    with Archive.open(path) as window:
        done = run(*arguments)
        assert done.exit_code == 0
        assert said in done.output
        window.notes.write(replace(window.notes.get("n"), text="يُكتب"))


def test_minutes_are_exported_while_a_window_has_the_archive_open(
    run: Run, path: Path, tmp_path: Path
) -> None:
    with Archive.open(path):
        done = run("export", "m", "--to", "json", "--out", str(tmp_path / "m.json"))
    assert done.exit_code == 0
    assert "الماء منقطع" in (tmp_path / "m.json").read_text("utf-8")


@pytest.mark.parametrize("arguments", [["sample"], ["rebuild"], ["restore", "1", "--yes"]])
def test_what_writes_is_told_that_a_window_has_the_archive_open(
    run: Run, path: Path, arguments: list[str]
) -> None:
    run("backup")
    with Archive.open(path) as window:
        done = run(*arguments)
        assert done.exit_code == 1
        assert "Close it there" in done.stderr
        assert window.notes.get("n").text == "الماء منقطع"


def test_a_damaged_archive_is_salvaged_into_a_new_one_with_a_report(
    run: Run, path: Path, tmp_path: Path
) -> None:
    with path.open("r+b") as stream:
        stream.write(b"\xa5" * 4096)
    damaged, new = path.read_bytes(), tmp_path / "new.mahdar"
    done = run("salvage", "--to", str(new))
    assert done.exit_code == 0
    assert "لقاء حلب: everything that was written is there · 1 note" in done.output
    assert path.read_bytes() == damaged
    again = run("salvage", "--to", str(new))
    assert again.exit_code == 1
    assert "There is a file of that name already" in again.stderr
    report = json.loads(run("salvage", "--to", str(tmp_path / "newer"), "--json").output)
    assert [each["state"] for each in report["scopes"]] == ["whole", "whole"]


def test_a_report_of_a_salvage_names_what_is_lost_in_arabic(
    run: Run, path: Path, tmp_path: Path
) -> None:
    file = path.read_bytes()
    at = file.index('"الماء منقطع"'.encode()) // 4096 * 4096
    path.write_bytes(file[:at] + b"\xa5" * 4096 + file[at + 4096 :])
    done = run("salvage", "--to", str(tmp_path / "new"), language="ar")
    assert done.exit_code == 1
    assert "لقاء حلب: أُنقذ بعضه" in done.output
    assert "تحتاج إلى مراجعة" in done.output
