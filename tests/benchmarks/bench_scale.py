"""1,000 meetings, 100,000 notes and a million changes against 10 meetings of the same shape.

The large archive is made anew for each run, by the real log: some five minutes and a gigabyte
of the temporary folder.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.large_archive import LARGE, SMALL, make_archive
from tests.benchmarks.row import Row, at_most
from tests.benchmarks.scale_work import WORK

ROOT = Path(__file__).parents[2]
RUNS = 3
LISTED = {"the library": (SMALL.meetings, LARGE.meetings), "open recommendations": (1, 100)}
"""What lists meetings, and how many in each archive: it is measured for each of them."""


def measure() -> list[Row]:
    """Time and memory of what people do, in the large archive and in the small one."""
    rows, peaks = [], []
    with tempfile.TemporaryDirectory() as folder:
        small, large = (Path(folder) / name / "archive.mahdar" for name in ("small", "large"))
        for path, shape in ((small, SMALL), (large, LARGE)):
            path.parent.mkdir()
            make_archive(path, shape)
        for name in WORK:
            floor, ours = _measured([small, large], name)
            few, many = LISTED.get(name, (1, 1))
            called = name if many == 1 else f"{name}, for each meeting in it"
            rows.append(at_most(called, ours["milliseconds"] / many,
                                floor["milliseconds"] / few, 2))  # fmt: skip
            if floor["megabytes"]:
                peaks.append(
                    at_most(f"memory: {name}", ours["megabytes"], floor["megabytes"], 1.5, "MB")
                )
    return [*rows, *peaks]


def _measured(archives: list[Path], name: str) -> list[dict[str, float]]:
    """The best of some runs in each archive, in turns: a busy machine is unfair to none."""
    runs = [[_run(path, name) for path in archives] for _ in range(RUNS)]
    return [min(each, key=lambda run: run["milliseconds"]) for each in zip(*runs, strict=True)]


def _run(path: Path, name: str) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.scale_work", str(path), name]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    measured: dict[str, float] = json.loads(done.stdout)
    return measured
