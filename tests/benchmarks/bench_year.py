"""A year of work on the disk: 100 meetings of 5,000 bursts of keys, against the text itself.

Thirty bursts of keys make a note, which becomes one change; each note is mended once. The file
holds the text once in its table and once for each change, with hashes, chains and the index.
So there are two floors: all that people typed, of which nothing is forgotten, and what is shown
in the end, without the wordings that were mended.
"""

import json
import tempfile
from pathlib import Path

from recorder import Archive
from recorder.domain.columns import Shape as ColumnShape
from recorder.storage.codec import CODECS
from tests.benchmarks.large_archive import Shape, make_archive
from tests.benchmarks.row import Row, at_most

YEAR = Shape(meetings=100, notes=5_000 // 30, edits=1)


def measure() -> list[Row]:
    """The file in megabytes beside what people wrote in it, as UTF-8."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.mahdar"
        make_archive(path, YEAR)
        with Archive.open(path, machine=path.parent) as archive:
            shown = sum(_bytes_shown(archive, table) for table in CODECS)
            typed = sum(_bytes_typed(archive, table) for table in CODECS)
        size = path.stat().st_size / 1e6
        return [
            at_most("a year on the disk, to all that was typed", size, typed / 1e6, 6, "MB"),
            at_most("a year on the disk, to what is shown", size, shown / 1e6, 6, "MB"),
        ]


def _texts(table: str) -> list[str]:
    """The columns of a table that people wrote."""
    return [name for name, each in CODECS[table].columns.items() if each.shape is ColumnShape.TEXT]


def _bytes_typed(archive: Archive, table: str) -> int:
    """The letters of all wordings of a table's texts, in bytes, without quotes and escapes."""
    found = archive._file.database.execute(
        "SELECT ifnull(sum(length(CAST(value ->> '$' AS BLOB))), 0) FROM change"
        " WHERE tbl = ? AND col IN (SELECT value FROM json_each(?))",
        [table, json.dumps(_texts(table))],
    )
    return int(found.fetchone()[0])


def _bytes_shown(archive: Archive, table: str) -> int:
    """The letters of a table that people wrote, in bytes."""
    texts = _texts(table)
    sizes = " + ".join(f"length(CAST({name} AS BLOB))" for name in texts) or "0"
    found = archive._file.database.execute(f"SELECT ifnull(sum({sizes}), 0) FROM {table}")  # noqa: S608
    return int(found.fetchone()[0])
