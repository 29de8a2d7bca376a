"""An archive as the release before a step would have left it: its log knows more than it shows."""

from collections.abc import Mapping, Sequence

from recorder import Archive
from recorder.storage import engine

Columns = Mapping[str, Sequence[str]]


def as_the_release_before(archive: Archive, step: str, columns: Columns) -> None:
    """Close an archive and take the columns of a step out of it, and the step itself."""
    archive.close()
    database = engine.wrap(engine.connect(archive.path))
    for table, names in columns.items():
        for name in names:
            database.execute(f"ALTER TABLE {table} DROP COLUMN {name}")
    database.execute("DELETE FROM _sqlite_migrations WHERE name LIKE ?", [f"{step}%"])
    database.close()
