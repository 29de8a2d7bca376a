"""Runs the benchmarks: python -m tests.benchmarks [name] [--json].

A benchmark is a file bench_<name>.py beside this one with a `measure() -> list[Row]`. Nothing here
fails for being slow: times belong to a machine, and the table is for a person to read.
"""

import importlib
import json
import sys
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks.row import Row

HEADINGS = ("benchmark", "ours", "floor", "unit", "ratio", "aim", "")


def names() -> list[str]:
    """The benchmarks there are."""
    return sorted(
        path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py")
    )


def measure(name: str) -> list[Row]:
    """Run one benchmark."""
    print(f"measuring {name}…", file=sys.stderr, flush=True)
    return importlib.import_module(f"tests.benchmarks.bench_{name}").measure()


def cells(row: Row) -> tuple[str, ...]:
    """A row as the texts of the table."""
    numbers = (f"{row.value:.2f}", f"{row.floor:.2f}", row.unit, f"{row.ratio:.2f}")
    aim = f"{'>=' if row.faster else '<='} {row.aim:g}"
    return (row.name, *numbers, aim, "reached" if row.reached else "not reached")


def table(rows: list[Row]) -> str:
    """The rows with their columns one below the other, numbers to the right."""
    lines = [HEADINGS, *map(cells, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if 0 < place < 5 and place != 3 else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def main(arguments: list[str]) -> int:
    """Run the named benchmark, or all, and print the table or JSON."""
    as_json = "--json" in arguments
    asked = [argument for argument in arguments if argument != "--json"]
    if unknown := [name for name in asked if name not in names()]:
        print(
            f"no benchmark {', '.join(unknown)}; there are: {', '.join(names())}", file=sys.stderr
        )
        return 2
    rows = [row for name in asked or names() for row in measure(name)]
    if as_json:
        print(json.dumps([asdict(row) | {"reached": row.reached} for row in rows], indent=1))
    else:
        print(table(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
