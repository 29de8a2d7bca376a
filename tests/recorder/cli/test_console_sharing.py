"""Laptops share from the console, so that an office can collect many by a script."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from recorder import Archive
from recorder.cli import program
from tests.recorder.sync.laptops import a_meeting

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    def run_command(*arguments: str, language: str = "en") -> Result:
        return CliRunner().invoke(program, ["--language", language, *arguments])

    return run_command


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def archives(tmp_path: Path) -> tuple[str, str]:
    for name in ("a", "b"):
        with Archive.open(tmp_path / f"{name}.mahdar", author=name) as archive:
            if name == "a":
                a_meeting(archive)
    return str(tmp_path / "a.mahdar"), str(tmp_path / "b.mahdar")


def test_two_archives_share_by_a_code_and_a_folder(run: Run, tmp_path: Path, stick: Path) -> None:
    first, second = archives(tmp_path)
    made = run("--archive", first, "team", "new", str(stick), language="en")
    code = made.output.splitlines()[-1]
    assert run("--archive", first, "sync", str(stick)).exit_code == 0
    joined = run("--archive", second, "team", "join", str(stick), "--code", code)
    assert joined.exit_code == 0
    told = run("--archive", second, "sync", str(stick), "--preview", language="ar").output
    assert "المداخلات: 2 جديدة" in told
    assert Archive.open(second, read_only=True).notes.all("m") == []
    done = json.loads(run("--archive", second, "sync", str(stick), "--json").output)
    assert done["delivery"]["added"]["note"] == 2
    assert done["failure"] == ""
    again = run("--archive", second, "sync", str(stick), language="en").output
    assert "Nothing new" in again
    assert "safe to pull" in again


def test_a_file_of_a_stick_is_told_apart_from_others(run: Run, tmp_path: Path, stick: Path) -> None:
    first, second = archives(tmp_path)
    run("--archive", first, "team", "new", str(stick))
    run("--archive", first, "sync", str(stick))
    [bundle] = stick.rglob("*.mdr")
    told = run("--archive", first, "bundle", "inspect", str(bundle), "--json")
    assert json.loads(told.output)["count"] > 5
    assert "m  " in run("--archive", first, "bundle", "inspect", str(bundle)).output
    stranger = run("--archive", second, "bundle", "inspect", str(bundle), language="en")
    assert (stranger.exit_code, "shares with nobody" in stranger.output) == (1, True)
    bundle.write_bytes(b"MZ")
    broken = run("--archive", first, "bundle", "inspect", str(bundle), language="en")
    assert (broken.exit_code, "damaged or no file of ours" in broken.output) == (1, True)


def test_a_refused_file_is_told_and_shows_in_the_exit_code(
    run: Run, tmp_path: Path, stick: Path
) -> None:
    first, _ = archives(tmp_path)
    run("--archive", first, "team", "new", str(stick))
    run("--archive", first, "sync", str(stick))
    [bundle] = stick.rglob("*.mdr")
    (bundle.parent / f"00000009-{'a' * 16}.mdr").write_bytes(b"MZ")
    done = run("--archive", first, "sync", str(stick), language="en")
    assert done.exit_code == 1
    assert "is no file of Mahdar" in done.output


def test_who_left_shares_no_more_and_keeps_everything(
    run: Run, tmp_path: Path, stick: Path
) -> None:
    first, _ = archives(tmp_path)
    run("--archive", first, "team", "new", str(stick))
    assert run("--archive", first, "team", "leave").exit_code == 0
    done = run("--archive", first, "sync", str(stick), language="en")
    assert (done.exit_code, "shares with nobody" in done.output) == (1, True)


@pytest.mark.parametrize("code", ["1234", "x" * 20])
def test_a_slip_in_the_code_is_one_sentence(
    run: Run, tmp_path: Path, stick: Path, code: str
) -> None:
    first, second = archives(tmp_path)
    run("--archive", first, "team", "new", str(stick))
    done = run("--archive", second, "team", "join", str(stick), "--code", code, language="en")
    assert done.exit_code == 1
    assert done.output.startswith("A code has")
