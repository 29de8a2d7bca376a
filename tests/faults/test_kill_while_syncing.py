"""The process dies, or the stick is pulled, at any step of writing: neither side is harmed."""

import os
from io import BytesIO
from pathlib import Path

import pytest

from recorder import Archive, Attachment, Note
from tests.faults.test_kill_while_attaching import in_a_child
from tests.recorder.archive.laptops import tables
from tests.recorder.sync.laptops import Laptops, a_meeting

MOST_STEPS = 60

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork()")


class Mortal:
    """Counts what is done to files, and ends the process before the step that is one too many."""

    def __init__(self, left: int) -> None:
        self.left = left

    def guard(self, name: str) -> None:
        done = getattr(os, name)

        def step(*given: object, **named: object) -> object:
            self.left -= 1
            if self.left < 0:
                os._exit(9)
            return done(*given, **named)

        setattr(os, name, step)


def sync_until_death(path: Path, stick: Path, steps: int) -> None:
    archive = Archive.open(path, author="رنا", machine=path.parent / "machine")
    mortal = Mortal(steps)
    for name in ("fsync", "mkdir", "replace", "unlink"):
        mortal.guard(name)
    archive.sharing.sync(stick)
    os._exit(0)


def _at_the_stick(tmp_path: Path) -> Laptops:
    stick = tmp_path / "stick"
    stick.mkdir(parents=True)
    laptops = Laptops(tmp_path, stick)
    a_meeting(laptops.founder)
    rana = laptops.join("رنا")
    laptops.sync(laptops.founder, rana)
    rana.notes.append(Note(id="r", meeting_id="m", text="من رنا"))
    rana.attachments.add(Attachment(id="f", meeting_id="m", name="أ.bin"), BytesIO(b"x" * 5000))
    rana.close()
    return laptops


def test_a_sync_that_dies_at_any_step_harms_neither_side(tmp_path: Path) -> None:
    died: list[bool] = []
    for steps in range(MOST_STEPS):
        laptops = _at_the_stick(tmp_path / str(steps))
        path = laptops.path_of("رنا")
        ended = in_a_child(lambda path=path, stick=laptops.stick, steps=steps: sync_until_death(
            path, stick, steps))  # fmt: skip
        [report] = laptops.sync(laptops.founder)
        assert report.refused == ()
        assert laptops.founder.check().problems == ()
        with Archive.open(path, author="رنا", machine=path.parent / "machine") as rana:
            assert rana.check().problems == ()
            for archive in (rana, laptops.founder, rana):
                archive.sharing.sync(laptops.stick)
            assert tables(rana) == tables(laptops.founder)
            assert not list(laptops.stick.rglob("*.part"))
        assert b"".join(laptops.founder.attachments.open("f")) == b"x" * 5000
        laptops.close()
        died.append(not ended)
        if ended:
            break
    assert sum(died) > 5
    assert not died[-1]


def test_a_file_that_was_written_to_the_stick_is_never_changed_again(tmp_path: Path) -> None:
    laptops = _at_the_stick(tmp_path)
    path = laptops.path_of("رنا")
    seen: dict[Path, tuple[int, bytes]] = {}
    with Archive.open(path, author="رنا", machine=path.parent / "machine") as rana:
        for at in range(4):
            rana.notes.append(Note(id=f"again {at}", meeting_id="m", text="كلمة"))
            for archive in (rana, laptops.founder):
                archive.sharing.sync(laptops.stick)
                for each, (inode, data) in seen.items():
                    assert (each.stat().st_ino, each.read_bytes()) == (inode, data)
                seen |= {each: (each.stat().st_ino, each.read_bytes())
                         for each in laptops.stick.rglob("*.*") if each.is_file()}  # fmt: skip
    laptops.close()
    assert len(seen) > 6
