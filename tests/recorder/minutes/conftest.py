"""Golden files of the writers; MAHDAR_GOLDEN=1 writes them anew, to be read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

FILES = Path(__file__).resolve().parents[2] / "files" / "minutes"


@pytest.fixture
def golden() -> Callable[[str, bytes], None]:
    """Compares what was written with what somebody has read and approved."""

    def compare(name: str, written: bytes) -> None:
        file = FILES / name
        if os.environ.get("MAHDAR_GOLDEN"):
            file.write_bytes(written)
        assert written.decode() == file.read_text("utf-8")

    return compare
