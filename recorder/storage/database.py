"""Opening an archive: locked, checked for its age, migrated, with the right pragmas."""

from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from recorder.errors import (
    ArchiveDamagedError,
    ArchiveError,
    ArchiveTooNewError,
    ArchiveUnwritableError,
)
from recorder.storage import engine
from recorder.storage.lock import ArchiveLock
from recorder.storage.migrations import schema


class ArchiveFile:
    """An open archive file: its database and the lock that keeps other processes out.

    Raises:
        ArchiveInUseError: another process has it open.
        ArchiveTooNewError: a later release wrote it; not a byte was touched.
        ArchiveDamagedError: it is no archive; not a byte was touched.
        ArchiveUnwritableError: the disk refuses.
    """

    def __init__(self, path: Path) -> None:
        # A link and what it leads to are one archive, and have one lock.
        self.path = path = path.resolve()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveUnwritableError(path=str(path), reason=error.strerror) from error
        self._lock = ArchiveLock(path)
        try:
            _refuse_what_is_not_ours(path)
            self.database = _open(path)
        except BaseException:
            self._lock.release()
            raise
        self._is_open = True

    @property
    def is_open(self) -> bool:
        """Whether `close` was not called yet."""
        return self._is_open

    def close(self) -> None:
        """Fold the write-ahead log in, close the file, let others in."""
        self._is_open = False
        self.database.close()
        self._lock.release()


def _refuse_what_is_not_ours(path: Path) -> None:
    """Look without touching: a foreign or a newer file must stay as it is, byte for byte."""
    if not path.exists() or path.stat().st_size == 0:
        return
    try:
        with closing(engine.connect(path, read_only=True)) as connection:
            mark = connection.execute("PRAGMA application_id").fetchone()[0]
            tables = {
                name for (name,) in connection.execute("SELECT name FROM sqlite_master").fetchall()
            }
            steps: set[str] = set()
            if "_sqlite_migrations" in tables:
                rows = connection.execute("SELECT name FROM _sqlite_migrations").fetchall()
                steps = {name for (name,) in rows}
    except engine.DatabaseError as error:
        raise ArchiveDamagedError(path=str(path)) from error
    if tables and mark != engine.APPLICATION_ID:
        raise ArchiveDamagedError(path=str(path))
    if unknown := steps - known_steps():
        raise ArchiveTooNewError(path=str(path), steps=len(unknown))


def known_steps() -> set[str]:
    """The names of the migrations that this release knows."""
    with closing(engine.connect_in_memory()) as connection:
        return {step.name for step in schema.pending(engine.wrap(connection))}


def _open(path: Path) -> Database:
    try:
        connection = engine.connect(path)
        try:
            engine.prepare(connection)
            connection.execute(f"PRAGMA application_id={engine.APPLICATION_ID}")
            database = engine.wrap(connection)
            schema.apply(database)
        except BaseException:
            connection.close()
            raise
    except engine.DatabaseError as error:
        raise translated(error, path) from error
    return database


_DAMAGE = ("malformed", "not a database", "corrupt")


def translated(error: engine.Error, path: Path) -> ArchiveError:
    """The engine's error as one of ours, by what the user can do about it."""
    if any(sign in str(error) for sign in _DAMAGE):
        return ArchiveDamagedError(path=str(path))
    return ArchiveUnwritableError(path=str(path), reason=str(error))
