"""A file is replaced whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from recorder.errors import ExportError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_LOCKS_OPEN_FILES = os.name == "nt"  # where an office program has it open, replacing it fails


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A stream whose content takes the place of `path` in one step when it is complete.

    It is written beside the target, so that the last step never crosses disks, and it is on the
    disk before it takes the name.

    Raises:
        ExportError: the disk refused (data: path, reason); what was at `path` is untouched.
    """
    path = path.resolve()  # a link stays a link; what it leads to is replaced
    if path.exists() and not path.is_file():
        raise ExportError(path=str(path), reason="unwritable")
    try:
        with _beside(path) as (stream, part):
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
            stream.close()  # an open file cannot be moved everywhere
            Path(part).chmod(0o644)
            os.replace(part, path)  # noqa: PTH105 - the step that the promise is about
        _sync_folder(path.parent)
    except OSError as fault:
        raise ExportError(path=str(path), reason=_reason(fault, path)) from fault


@contextmanager
def _beside(path: Path) -> Iterator[tuple[IO[bytes], str]]:
    handle, part = tempfile.mkstemp(prefix=".mahdar-", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream, part
    except BaseException:
        with suppress(OSError):
            Path(part).unlink()
        raise


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # a folder cannot be opened there; the rename is durable by itself
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _reason(fault: OSError, target: Path) -> str:
    if fault.errno in _FULL:
        return "full"
    is_held = _LOCKS_OPEN_FILES and isinstance(fault, PermissionError) and target.exists()
    return "locked" if is_held else "unwritable"
