"""Lines as they come out of a wreck: known by their shape, kept in tables of the new file."""

from collections.abc import Iterable, Iterator
from itertools import islice

from recorder.storage import engine
from recorder.storage.wreck import Line, Values

_BATCH = 2_000

Shape = tuple[tuple[type, ...], ...]
"""Of each column of a table, the types that a value may have."""


def has_shape(line: Line, shape: Shape) -> bool:
    """Whether the values of a line are those of a table's columns, by number and type."""
    return len(line) == len(shape) and all(map(isinstance, line, shape))


def numbered(found: Iterable[Values], shape: Shape) -> Iterator[Line]:
    """The lines of a table whose first column is the row's number."""
    for no, line in found:
        whole = (no, *line[1:])
        if line and line[0] is None and has_shape(whole, shape):
            yield whole


def plain(found: Iterable[Values], shape: Shape) -> Iterator[Line]:
    """The lines of an index, or of a table without row numbers."""
    return (line for _, line in found if has_shape(line, shape))


def keep(connection: engine.Connection, table: str, lines: Iterable[Line]) -> None:
    """Put lines into a table; one that is there already stays."""
    left = iter(lines)
    while batch := list(islice(left, _BATCH)):
        marks = ", ".join("?" * len(batch[0]))
        connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", batch)


def run(connection: engine.Connection, script: str) -> None:
    """Statement by statement: executescript would commit the transaction."""
    for statement in script.split(";"):
        connection.execute(statement)
