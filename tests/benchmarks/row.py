"""One line of a benchmark."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A figure beside the floor that was measured in the same run.

    Attributes:
        name: what was done.
        value: how long it took, in `unit`.
        floor: how long the least that could be done took.
        ratio: value / floor, the figure that travels from machine to machine.
        aim: the ratio that we want to stay under (or, for a speed-up, over).
        unit: of value and floor.
    """

    name: str
    value: float
    floor: float
    ratio: float
    aim: float
    unit: str
