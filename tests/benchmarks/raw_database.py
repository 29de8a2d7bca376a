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


def microseconds(call: Callable[[int], object], times: int) -> float:
    """The median time of one call; the call is told which one it is."""
    taken = []
    for number in range(times):
        begun = time.perf_counter()
        call(number)
        taken.append(time.perf_counter() - begun)
    return median(taken) * 1e6
