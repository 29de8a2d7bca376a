"""The floor of the storage benchmarks: the same engine and settings, and nothing else."""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from recorder.storage import engine

TEXT = "وأكّد المشاركون أن الأولوية للخدمات الأساسية: الماء والكهرباء والصرف الصحي. " * 4
"""About 300 letters, as long as a note is."""


def raw_database(path: Path) -> engine.Connection:
    """A connection with the settings of an archive."""
    connection = engine.connect(path)
    engine.prepare(connection)
    return connection


def in_turns(times: int, *calls: Callable[[int], object]) -> list[float]:
    """The median time of each call in microseconds; each is told which time it is.

    They take turns, so that whatever else the machine does meets all of them alike.
    """
    taken: list[list[float]] = [[] for _ in calls]
    for number in range(times):
        for call, times_of_call in zip(calls, taken, strict=True):
            begun = time.perf_counter()
            call(number)
            times_of_call.append(time.perf_counter() - begun)
    return [median(each) * 1e6 for each in taken]
