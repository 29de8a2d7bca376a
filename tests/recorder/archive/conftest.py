from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from recorder.archive import Archive


class FakeClock:
    """A clock that moves only when it is told to, in any direction."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        self.moment += timedelta(**by)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def archive(tmp_path: Path, clock: FakeClock) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive.mahdar", author="ليلى", clock=clock) as opened:
        yield opened


@pytest.fixture
def make_archive(tmp_path: Path) -> Iterator[Callable[[str], Archive]]:
    """Archives of other laptops, by name, closed at the end."""
    opened: list[Archive] = []

    def make(name: str) -> Archive:
        opened.append(Archive.open(tmp_path / name / "archive.mahdar", author=name))
        return opened[-1]

    yield make
    for each in opened:
        each.close()
