"""Opening an archive: locked, checked for its age and its soundness, migrated, with our pragmas."""

from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database

from recorder.domain.clock import Clock, system_clock
from recorder.domain.safety import BackupReason
from recorder.errors import ArchiveError, ArchiveInUseError, ArchiveUnwritableError
from recorder.storage import engine
from recorder.storage.backup import BackupShelf
from recorder.storage.faults import translated
from recorder.storage.inspection import inspect
from recorder.storage.lock import ArchiveLock
from recorder.storage.migrations import schema


class ArchiveFile:
    """An open archive file: its database and the lock that keeps other processes out.

    An archive of an older release is backed up before its schema is brought up to date. Where
    there is no room for the copy it is brought up to date all the same, in one transaction: a
    nearly full disk may not keep anybody from writing.

    Attributes:
        unsaved: why there is no copy from before an upgrade, None when there was none to make.

    Raises:
        ArchiveInUseError: another process has it open.
        ArchiveTooNewError: a later release wrote it; not a byte was touched.
        ArchiveDamagedError: it is no archive, or damaged; not a byte was touched.
        ArchiveUnwritableError: the disk refuses.
    """

    def __init__(self, path: Path, clock: Clock = system_clock, *, read_only: bool = False) -> None:
        # A link and what it leads to are one archive, and have one lock.
        self.path = path = path.resolve()
        self.read_only = read_only
        self.unsaved: ArchiveError | None = None
        self._lock = None if read_only else _locked(path)
        try:
            self.database = self._open_to_read() if read_only else self._open(clock)
        except BaseException:
            self._release()
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
        self._release()

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()

    def _open(self, clock: Clock) -> Database:
        found = inspect(self.path)
        if found.pending and not found.is_empty:
            try:
                BackupShelf(self.path, clock).make(BackupReason.UPGRADE)
            except ArchiveUnwritableError as error:
                self.unsaved = error
        return _opened(self.path, _prepare_to_write)

    def _open_to_read(self) -> Database:
        if inspect(self.path).pending:
            raise ArchiveInUseError(path=str(self.path))  # who has it open brings it up to date
        return _opened(self.path, _prepare_to_read, read_only=True)


def _locked(path: Path) -> ArchiveLock:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveUnwritableError(path=str(path), reason=error.strerror) from error
    return ArchiveLock(path)


def _opened(
    path: Path, prepare: Callable[[engine.Connection], None], *, read_only: bool = False
) -> Database:
    try:
        connection = engine.connect(path, read_only=read_only)
        try:
            prepare(connection)
        except BaseException:
            connection.close()
            raise
    except engine.DatabaseError as error:
        raise translated(error, path) from error
    return engine.wrap(connection)


def _prepare_to_write(connection: engine.Connection) -> None:
    engine.prepare(connection)
    connection.execute(f"PRAGMA application_id={engine.APPLICATION_ID}")
    schema.apply(engine.wrap(connection))


def _prepare_to_read(connection: engine.Connection) -> None:
    # One state for as long as it is open, whatever is written meanwhile.
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM site").fetchone()
