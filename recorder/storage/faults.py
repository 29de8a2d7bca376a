"""What the engine refuses, in our words: is the file damaged, or does the disk refuse?"""

from pathlib import Path

from recorder.errors import ArchiveDamagedError, ArchiveError, ArchiveUnwritableError
from recorder.storage import engine

_CORRUPT, _NOT_A_DATABASE = 11, 26  # SQLite's result codes; the low byte of the extended ones
_SIGNS = ("malformed", "not a database", "corrupt", "decode to UTF-8", "no such table")


def translated(error: engine.Error, path: Path) -> ArchiveError:
    """The engine's error as one of ours, by what the user can do about it."""
    if is_damage(error):
        return ArchiveDamagedError(path=str(path))
    return ArchiveUnwritableError(path=str(path), reason=str(error))


def is_damage(error: engine.Error) -> bool:
    """Whether the file is at fault, and not the disk or its fullness.

    A table that is missing was lost with its page: all are there since the archive was made.
    """
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in {_CORRUPT, _NOT_A_DATABASE} or any(sign in str(error) for sign in _SIGNS)
