"""An operating-system lock beside the archive, so that two processes never write one file."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from recorder.errors import ArchiveInUseError, ArchiveUnwritableError


class ArchiveLock:
    """Held from construction to `release`; the system drops it when the process dies.

    Raises:
        ArchiveInUseError: another process, or another archive of this one, holds it.
        ArchiveUnwritableError: the folder cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._file = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise ArchiveUnwritableError(path=str(path), reason=error.strerror) from error
        try:
            _lock(self._file)
        except OSError:
            os.close(self._file)
            raise ArchiveInUseError(path=str(path)) from None

    def release(self) -> None:
        """Let others in; a second call does nothing. The lock file stays, it holds nothing."""
        if self._file >= 0:
            with suppress(OSError):
                os.close(self._file)
            self._file = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
