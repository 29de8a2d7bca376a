"""One line of a benchmark: a time of ours beside the least that the same work can cost."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured.

    Attributes:
        name: The work, in words.
        value: What Mahdar takes, in `unit`.
        floor: What the yardstick takes for the same content, in `unit`.
        ratio: value / floor; floor / value in a row that is to be faster than the yardstick.
        aim: The ratio aimed at.
        unit: The unit of value and floor.
        faster: Whether the ratio is to be at least the aim; else it is to be at most the aim.
    """

    name: str
    value: float
    floor: float
    ratio: float
    aim: float
    unit: str = "ms"
    faster: bool = False

    @property
    def reached(self) -> bool:
        """Whether the ratio is on the right side of the aim."""
        return self.ratio >= self.aim if self.faster else self.ratio <= self.aim


def at_most(name: str, value: float, floor: float, times: float, unit: str = "ms") -> Row:
    """A row that aims to cost no more than some times the floor."""
    return Row(name, value, floor, value / floor, times, unit)


def at_least(name: str, value: float, slower: float, times: float, unit: str = "ms") -> Row:
    """A row that aims to be some times faster than another way to do the same."""
    return Row(name, value, slower, slower / value, times, unit, faster=True)


def medians(runs: int, *works: Callable[[], object]) -> list[float]:
    """The median milliseconds of each work, run in turns: a busy machine is unfair to none."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for work, taken in zip(works, times, strict=True):
            begin = time.perf_counter_ns()
            work()
            taken.append((time.perf_counter_ns() - begin) / 1e6)
    return [statistics.median(taken) for taken in times]
