"""Some laptops with archives and clocks that go wrong; everything but their order is known."""

import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from recorder import Archive
from recorder.storage.backup import restore_backup
from tests.recorder.archive.edits import word_number

MOST_LAPTOPS = 5
MEETINGS = ("m", "k")


@dataclass
class Laptop:
    """One machine: an archive, a user's folder, a clock that may say anything."""

    path: Path
    machine: Path
    author: str
    moment: datetime = datetime(2026, 1, 1, tzinfo=UTC)
    archive: Archive = field(init=False)

    def start(self) -> None:
        self.archive = Archive.open(
            self.path, author=self.author, clock=lambda: self.moment, machine=self.machine
        )

    def restart(self) -> None:
        self.archive.close()
        self.start()

    def files(self) -> Iterator[Path]:
        """The archive as a dying machine leaves it: its pages and its write-ahead log."""
        return (each for ending in ("", "-wal") if (each := Path(f"{self.path}{ending}")).exists())

    def crash(self) -> None:
        """Die with the file open: nothing is folded in, nothing said good-bye."""
        kept = [(each, each.read_bytes()) for each in self.files()]
        self.archive._file.close()
        for path, content in kept:
            path.write_bytes(content)
        self.start()

    def restore(self, number: int) -> None:
        """Put one of its backups back, whichever are still kept."""
        backups = self.archive.backups()
        backup = backups[number % len(backups)]
        self.archive.close()
        restore_backup(backup.path, self.path)
        self.start()


class World:
    """Three to five laptops; ids, keys and salts follow from how often they are asked for."""

    def __init__(self, *, seed: int = 0, laptops: int = 3, clocks: Callable[[], int] | None = None):
        self.folder = Path(tempfile.mkdtemp(prefix="mahdar-world-"))
        self.chance = random.Random(seed)
        self.clocks = clocks
        self.words = 0
        self.merges = 0
        self.shown: dict[tuple[Any, ...], set[str]] = {}
        """For each draft, the words that its window showed before the first key."""
        self._made = 0
        self._seconds = 0.0
        self._patches = ExitStack()
        self._settle_chance()
        self.laptops: list[Laptop] = []
        for _ in range(laptops):
            self.add_laptop()

    def _settle_chance(self) -> None:
        """The same history makes the same ids, so that a failure can be played again."""
        enter = self._patches.enter_context
        enter(patch("recorder.domain.identity.uuid4", lambda: UUID(bytes=self._fresh(16))))
        enter(patch("recorder.storage.log.os", SimpleNamespace(urandom=self._fresh)))
        enter(patch("recorder.storage.writer.monotonic", lambda: self._seconds))
        from_bytes = Ed25519PrivateKey.from_private_bytes
        make_key = staticmethod(lambda: from_bytes(self._fresh(32)))
        enter(patch.object(Ed25519PrivateKey, "generate", make_key))

    def _fresh(self, size: int) -> bytes:
        self._made += 1
        return sha256(str(self._made).encode()).digest()[:size]

    def add_laptop(self) -> Laptop:
        """A machine with an archive of its own."""
        laptop = self._machine(f"كاتب {len(self.laptops)}")
        laptop.start()
        return laptop

    def _machine(self, author: str) -> Laptop:
        number = len(self.laptops)
        laptop = Laptop(self.folder / f"{number}.mahdar", self.folder / f"user-{number}", author)
        self.laptops.append(laptop)
        return laptop

    def clone(self, source: Laptop, *, with_machine: bool) -> Laptop:
        """Another machine with a copy of the file, taken while it is open.

        Args:
            source: whose archive is copied.
            with_machine: the whole disk was cloned; the copy cannot know that it is one.
        """
        copy = self._machine(source.author)
        for each in source.files():
            shutil.copy(each, str(each).replace(str(source.path), str(copy.path)))
        if with_machine:
            shutil.copytree(source.machine, copy.machine)
        copy.start()
        return copy

    @property
    def archives(self) -> list[Archive]:
        return [each.archive for each in self.laptops]

    def word(self) -> str:
        """A word that was never said before."""
        self.words += 1
        return word_number(self.words)

    def wait(self, seconds: float) -> None:
        """Time passes for the processes; what the clocks say is another matter."""
        self._seconds += seconds

    def set_clock(self, laptop: Laptop, number: int) -> None:
        """A clock says any moment from 1970 to 2099."""
        day = number if self.clocks is None else self.clocks()
        laptop.moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=day % 47_400)

    def close(self) -> None:
        for laptop in self.laptops:
            laptop.archive.close()
        self._patches.close()
        shutil.rmtree(self.folder)


@contextmanager
def a_world(**given: object) -> Iterator[World]:
    world = World(**given)  # type: ignore[arg-type]
    try:
        yield world
    finally:
        world.close()
