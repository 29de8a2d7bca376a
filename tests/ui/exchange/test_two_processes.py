"""Two windows in two processes, driven by keyboard alone, share by one folder at the same time."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from recorder import Archive, Meeting, Note
from tests.recorder.archive.laptops import tables

ROOT = Path(__file__).resolve().parents[3]


class Child:
    """One of the windows."""

    def __init__(self, folder: Path, name: str, stick: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.archive = folder / "archive.mahdar"
        # Two laptops: each has an instance of its own (FORMAT 3).
        home = {"XDG_DATA_HOME": str(folder / "home"), "XDG_STATE_HOME": str(folder / "home")}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.exchange.window_child", str(folder), name, str(stick)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
            env=os.environ | home,
        )  # fmt: skip

    def tell(self, **what: str | tuple[str, ...]) -> None:
        """Play something and do not wait for it."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()

    def hear(self) -> dict[str, Any]:
        """What the window shows after it."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the window has gone"
        shown: dict[str, Any] = json.loads(line)
        return shown

    def press(self, keys: str) -> dict[str, Any]:
        self.tell(press=keys)
        return self.hear()

    def type(self, text: str) -> dict[str, Any]:
        self.tell(type=text)
        return self.hear()

    def wait(self, *wanted: str) -> dict[str, Any]:
        """Wait until any of what the window shows is one of these."""
        self.tell(wait=wanted)
        shown = self.hear()
        assert not {*wanted}.isdisjoint(shown.values()), shown
        return shown

    def close(self) -> int:
        """Close the window."""
        if self._process.stdin is not None and not self._process.stdin.closed:
            self._process.stdin.close()
        code = self._process.wait(60)
        if self._process.stdout is not None:
            self._process.stdout.close()
        return code


@pytest.fixture
def children(tmp_path: Path) -> Iterator[tuple[Child, Child]]:
    stick = tmp_path / "stick"
    stick.mkdir()
    first = tmp_path / "ليلى"
    first.mkdir()
    machine = first / "home"
    with Archive.open(first / "archive.mahdar", author="ليلى", machine=machine) as archive:
        archive.write(Meeting(id="m", title="لقاء"), Note(id="n1", meeting_id="m", text="الماء."))
    both = Child(first, "ليلى", stick), Child(tmp_path / "رنا", "رنا", stick)
    yield both
    for each in both:
        each.close()


def write_a_note(child: Child, text: str) -> None:
    child.press("Shift+F2")
    child.press("Return")
    child.wait("workspace")
    child.wait("CaptureBox")
    child.type(text)
    child.press("Return")
    child.wait("saved")


def test_two_processes_with_windows_come_to_the_same(children: tuple[Child, Child]):
    layla, rana = children
    layla.wait("blank")
    layla.press("Ctrl+F4")
    layla.wait("exchange")
    layla.wait("QPushButton")
    layla.press("Return")
    layla.wait("code")
    code = layla.wait("idle")["code"]
    layla.press("Return")

    rana.wait("shared")
    rana.press("Ctrl+F4")
    rana.wait("CodeField")
    rana.type(code)
    rana.press("Return")
    rana.wait("asking")
    rana.press("Return")
    rana.wait("done")
    rana.press("Return")

    for child, text in ((layla, "من ليلى"), (rana, "من رنا")):
        write_a_note(child, text)
    for _round in range(3):
        for child in (layla, rana):  # both at once, at one stick
            child.press("Ctrl+F4")
            child.press("Return")
        for child in (layla, rana):
            if child.wait("asking", "done")["stage"] == "asking":
                child.press("Return")
            child.wait("done")
            child.press("Return")
    assert [child.close() for child in children] == [0, 0]
    kept = []
    for child in children:
        with Archive.open(child.archive, read_only=True) as archive:
            assert archive.check().ok
            texts = sorted(note.text for note in archive.notes.all("m"))
            assert texts == sorted(["الماء.", "من ليلى", "من رنا"])
            kept.append(tables(archive))
    assert kept[0] == kept[1]
