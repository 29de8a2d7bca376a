"""The Word file on the disk: a zip written in a stream, whole or not at all, always the same."""

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from recorder.errors import ExportError
from recorder.minutes.docx.parts import document_xml, small_parts
from recorder.minutes.model import Minutes

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CHUNK = 256 * 1024  # characters
_EPOCH = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE = 0o100644 << 16


def write_docx(minutes: Minutes, path: str | os.PathLike[str]) -> Path:
    """Write the minutes beside `path` and move them there in one step.

    The same minutes give the same bytes on every day and machine.

    Raises:
        ExportError: the disk refused (data: path, reason: locked, unwritable or full); what was
            at `path` is untouched.
    """
    target = Path(path)
    try:
        handle, part = tempfile.mkstemp(prefix=".mahdar-", suffix=".part", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                write_package(minutes, stream)
                stream.flush()
                os.fsync(stream.fileno())
            Path(part).chmod(0o644)
            Path(part).replace(target)
        except BaseException:
            with suppress(OSError):
                Path(part).unlink()
            raise
        _sync_folder(target.parent)
    except OSError as fault:
        raise ExportError(path=str(target), reason=_reason(fault, target)) from fault
    return target


def write_package(minutes: Minutes, stream: IO[bytes]) -> None:
    """Write the package into a seekable binary stream, never holding the whole document."""
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=6) as package:
        for name, text in small_parts(minutes).items():
            package.writestr(_entry(name), text.encode(), compresslevel=6)
        with package.open(_entry("word/document.xml"), "w") as part:
            for chunk in _chunks(document_xml(minutes)):
                part.write(chunk.encode())


def _chunks(pieces: Iterable[str]) -> Iterator[str]:
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= _CHUNK:
            yield "".join(held)
            held, size = [], 0
    yield "".join(held)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 3  # else Windows would write its own number
    entry.external_attr = _REGULAR_FILE
    return entry


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
    # Where Word holds the file open, replacing it is what fails.
    held = isinstance(fault, PermissionError) and os.name == "nt" and target.exists()
    return "locked" if held else "unwritable"
