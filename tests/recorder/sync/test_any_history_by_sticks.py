"""Any history, carried by real bundles in real folders, ends with the same minutes on all.

As tests/recorder/archive/test_any_history.py, whose rules these are, with sticks that are passed
on in any order, full, pulled half-way and damaged; the long form is run by the same variable.
"""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import settings

from recorder.errors import StickError
from tests.recorder.archive import test_any_history as any_history
from tests.recorder.archive.world import Laptop

HISTORIES = int(os.environ.get("MAHDAR_HISTORIES", "5"))
STICKS = 2
ROUNDS = 3  # what comes late from a third must reach the first: two rounds, and one in reserve
MADE = {"histories": 0, "syncs": 0, "refused": 0}


class AnyHistoryBySticks(any_history.AnyHistory):
    """The same laptops; what they share lies on sticks."""

    def furnish(self) -> None:
        self.sticks = [self.world.folder / f"stick {at}" for at in range(STICKS)]
        for stick in self.sticks:
            stick.mkdir()
        code = self.world.archives[0].sharing.found(self.sticks[0])
        for archive in self.world.archives[1:]:
            archive.sharing.join(self.sticks[0], code)
        super().furnish()

    def carry(self, source: Laptop, target: Laptop, way: str) -> None:
        """Plug a stick into one laptop, then into the other; the stick may suffer between."""
        chance = random.Random(f"{way} {len(MADE)} {self.world.words}")
        stick = chance.choice(self.sticks)
        with chance.choice([_whole, _whole, _pulled])(chance):
            self.sync(source, stick)
        with chance.choice([_untouched, _untouched, _damaged])(stick, chance):
            self.sync(target, stick)
        self.world.merges += 1

    def carry_all(self) -> None:
        """Everybody plugs the same stick in, in turn."""
        for _ in range(ROUNDS):
            for laptop in self.world.laptops:
                self.sync(laptop, self.sticks[0])

    def sync(self, laptop: Laptop, stick: Path) -> None:
        with suppress(StickError):
            report = laptop.archive.sharing.sync(stick)
            MADE["syncs"] += 1
            MADE["refused"] += len(report.refused)

    def teardown(self) -> None:
        super().teardown()
        MADE["histories"] += 1


@contextmanager
def _whole(_: random.Random) -> Iterator[None]:
    yield


@contextmanager
def _pulled(chance: random.Random) -> Iterator[None]:
    """The stick is gone after some of the files were written."""
    left = chance.randrange(3)
    open_ = Path.open

    def opening(path: Path, mode: str = "r", *more: object, **named: object) -> object:
        nonlocal left
        if "w" in mode and path.name.endswith(".part"):
            left -= 1
            if left < 0:
                raise OSError(5, "pulled")
        return open_(path, mode, *more, **named)  # type: ignore[call-overload]

    with patch.object(Path, "open", opening):
        yield


@contextmanager
def _untouched(_stick: Path, _chance: random.Random) -> Iterator[None]:
    yield


@contextmanager
def _damaged(stick: Path, chance: random.Random) -> Iterator[None]:
    """A file is cut off, bent or lost: whoever knows what it held writes it again."""
    bundles = sorted(stick.rglob("*.mdr"), key=lambda path: path.name[:8])
    if bundles:
        path = chance.choice(bundles)
        data = path.read_bytes()
        how = chance.randrange(3)
        if how == 0:
            path.write_bytes(data[: chance.randrange(len(data))])
        elif how == 1:
            at = chance.randrange(len(data))
            path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        else:
            path.unlink()
    yield


AnyHistoryBySticks.TestCase.settings = settings(any_history.SETTINGS, max_examples=HISTORIES)
TestAnyHistoryBySticks = AnyHistoryBySticks.TestCase


@pytest.fixture(scope="module", autouse=True)
def count() -> Iterator[None]:
    yield
    if any_history.IS_LONG:
        assert MADE["refused"]  # the damage is real
        print(f"\n{MADE}")  # noqa: T201
