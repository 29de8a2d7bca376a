"""Looking at a file without touching it: is it ours, of which release, and sound at first sight?"""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from recorder.domain.log import value_digest
from recorder.errors import ArchiveDamagedError, ArchiveTooNewError
from recorder.storage import engine
from recorder.storage.faults import translated
from recorder.storage.migrations import schema

LOOKED_THROUGH = 32 * 2**20
"""Bytes up to which every page is looked at when the archive is opened: below 0.1 s."""


_suspected: set[Path] = set()


def suspect(path: Path) -> None:
    """Let the next opening find the file damaged: a reading met damage that no first sight sees."""
    _suspected.add(path.resolve())


@dataclass(frozen=True)
class Inspection:
    """What was seen: `is_empty` before the schema was made, `pending` steps of the schema."""

    is_empty: bool
    pending: frozenset[str]


def inspect(path: Path) -> Inspection:
    """Look at the file; a foreign, newer or damaged one stays as it is, byte for byte.

    A file that is not too large is looked through page by page. Of a larger one the structure
    and the last change are; the day's backup and `check` read the rest.

    Raises:
        ArchiveDamagedError: it is no archive, or a page of it is damaged.
        ArchiveTooNewError: a later release wrote it.
    """
    known = known_steps()
    if path in _suspected:
        _suspected.discard(path)
        raise ArchiveDamagedError(path=str(path))
    if not path.exists() or path.stat().st_size == 0:
        return Inspection(is_empty=True, pending=known)
    try:
        with closing(engine.connect(path, read_only=True)) as connection:
            steps = _steps(connection, path)
            if unknown := steps - known:
                raise ArchiveTooNewError(path=str(path), steps=len(unknown))
            if steps and not _is_sound_at_first_sight(connection, path.stat().st_size):
                raise ArchiveDamagedError(path=str(path))
    except engine.Error as error:
        raise translated(error, path) from error
    return Inspection(is_empty=not steps, pending=known - steps)


def known_steps() -> frozenset[str]:
    """The names of the migrations that this release knows."""
    with closing(engine.connect_in_memory()) as connection:
        return frozenset(step.name for step in schema.pending(engine.wrap(connection)))


def _steps(connection: engine.Connection, path: Path) -> frozenset[str]:
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master").fetchall()}
    if tables and mark != engine.APPLICATION_ID:
        raise ArchiveDamagedError(path=str(path))
    if "_sqlite_migrations" not in tables:
        return frozenset()
    rows = connection.execute("SELECT name FROM _sqlite_migrations").fetchall()
    return frozenset(name for (name,) in rows)


def _is_sound_at_first_sight(connection: engine.Connection, size: int) -> bool:
    is_small = size <= LOOKED_THROUGH
    if is_small and connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        return False
    last = connection.execute(
        "SELECT digest, salt, value FROM change ORDER BY no DESC LIMIT 1"
    ).fetchone()
    return last is None or is_what_was_written(*last)


def log_of(connection: engine.Connection) -> str:
    """The table that holds the log: one that waits for its upgrade may call it as the view."""
    numbered = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'log'"
    return "log" if connection.execute(numbered).fetchone() else "change"


def is_what_was_written(digest: bytes, salt: bytes | None, value: object) -> bool:
    """Whether a logged value is the one that its change was made of; a forgotten one is."""
    if value is None:
        return True
    return isinstance(value, str) and value_digest(salt or b"", value) == digest
