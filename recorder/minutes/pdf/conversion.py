"""A Word document becomes a PDF: by LibreOffice, unseen, with a profile of its own, in its time.

An own profile lets it run beside a window of the user's and leaves nothing behind. It reads only
what we wrote, which fetches nothing. LibreOffice hangs on some files for ever (measured), so it
is ended with all that it started when its time is over.
"""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from recorder.errors import OfficeError, OfficeMissingError, OfficeStoppedError
from recorder.minutes.docx import write_docx
from recorder.minutes.docx.letterhead import write_on_letterhead
from recorder.minutes.model import Minutes
from recorder.minutes.pdf.faces import faces
from recorder.minutes.pdf.office import find_office
from recorder.replacing import replacing

SECONDS = 120.0
"""How long it may take; the longest minutes that were measured, of 227 pages, took seven."""

_GLANCE_S = 0.1
"""How often it is asked whether anybody still waits for it."""

_WINDOWS = os.name == "nt"
_FORM = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


def write_pdf(minutes: Minutes, path: Path, letterhead: Path | None = None) -> Path:
    """Write the minutes as PDF, in the look of the Word document.

    Blocks for seconds: never call it in the thread of a window.

    Raises:
        OfficeMissingError: LibreOffice is not on this machine.
        OfficeError: it failed or took too long (data: path, reason: failed, late).
        LetterheadError: the letterhead was refused.
        ExportError: the file cannot be written; what was there before is whole.
    """
    return plan_pdf(minutes, path, letterhead)()


def plan_pdf(
    minutes: Minutes,
    path: Path,
    letterhead: Path | None = None,
    seconds: float = SECONDS,
    goes_on: Callable[[], bool] = lambda: True,
) -> Callable[[], Path]:
    """What writes the PDF in any thread: the minutes are read now. Raises as `write_pdf`.

    Once `goes_on` says no, OfficeStoppedError.
    """
    office = find_office()
    if office is None:
        raise OfficeMissingError(path=str(path))
    folder = tempfile.TemporaryDirectory(prefix="mahdar-", ignore_cleanup_errors=True)
    source = Path(folder.name) / "minutes.docx"
    if letterhead is None:
        write_docx(minutes, source)
    else:
        write_on_letterhead(minutes, letterhead, source)

    def convert() -> Path:
        with folder, replacing(path) as stream:
            made = _converted(office, source, path, _Patience(seconds, goes_on))
            stream.write(made.read_bytes())
        return path

    return convert


@dataclass(frozen=True)
class _Patience:
    """How long an office program may take, and who may end it before."""

    seconds: float
    goes_on: Callable[[], bool]

    def wait(self, process: "subprocess.Popen[bytes]") -> int | None:
        """Its code, None when it is to be ended."""
        until = time.monotonic() + self.seconds
        while self.goes_on() and (left := until - time.monotonic()) > 0:
            with suppress(subprocess.TimeoutExpired):
                return process.wait(min(left, _GLANCE_S))
        return None


def _converted(office: Path, source: Path, path: Path, patience: _Patience) -> Path:
    """The PDF beside its source."""
    profile = (source.parent / "profile").as_uri()
    command = [
        str(office), f"-env:UserInstallation={profile}", "--headless", "--norestore",
        "--nolockcheck", "--nodefault", "--nologo", "--convert-to", _FORM, "--outdir",
        str(source.parent), str(source),
    ]  # fmt: skip
    code = _run(command, patience, faces(source.parent))
    made = source.with_suffix(".pdf")
    if code is None and not patience.goes_on():
        raise OfficeStoppedError(path=str(path))
    if code is None:
        raise OfficeError(path=str(path), reason="late")
    if code != 0 or not made.is_file() or not made.read_bytes().startswith(b"%PDF-"):
        raise OfficeError(path=str(path), reason="failed")
    return made


def _run(command: list[str], patience: _Patience, variables: dict[str, str]) -> int | None:
    """Run a program and all that it starts; None when they had to be ended."""
    flags = 0x200 | 0x08000000 if _WINDOWS else 0  # a group of its own, no console window
    try:
        process = subprocess.Popen(  # noqa: S603 - a program that was found, our own files
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=not _WINDOWS, creationflags=flags,
            env={**os.environ, **variables},
        )  # fmt: skip
    except OSError:
        return -1
    try:
        return patience.wait(process)
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a program with its children; the number of one that has ended may be another's."""
    if process.poll() is not None:
        return
    if _WINDOWS:
        taskkill = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(taskkill, check=False, capture_output=True)  # noqa: S603
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        process.wait(5)
