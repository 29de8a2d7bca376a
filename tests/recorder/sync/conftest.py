"""Laptops at one stick: archives with an author each, and a folder that stands for the stick."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from recorder import Archive
from tests.recorder.sync.laptops import Laptops


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def laptops(tmp_path: Path, stick: Path) -> Iterator[Laptops]:
    opened = Laptops(tmp_path, stick)
    yield opened
    opened.close()


@pytest.fixture
def layla(laptops: Laptops) -> Archive:
    """The laptop that founded the team."""
    return laptops.founder


@pytest.fixture
def rana(laptops: Laptops) -> Archive:
    """A laptop that joined it."""
    return laptops.join("رنا")


MakeLaptop = Callable[[str], Archive]
