"""A Word document becomes a PDF: by LibreOffice, unseen, with a profile of its own, in its time.

An own profile lets it run beside a window of the user's and leaves nothing behind. It reads only
what we wrote, which fetches nothing. LibreOffice hangs on some files for ever (measured), so it
is ended with all that it started when its time is over.
"""

import hashlib
import os
import signal
import subprocess
import sys
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
from recorder.minutes.pdf.office import around_office, find_office
from recorder.replacing import replacing

SECONDS = 120.0
"""How long it may take; the longest minutes that were measured, of 249 pages, took fifteen."""

_GLANCE_S = 0.1
"""How often it is asked whether anybody still waits for it."""

_WINDOWS = os.name == "nt"
_APART = 0x200 | 0x08000000  # Windows: a group of its own, no console window
_BELOW_NORMAL, _NICE = 0x4000, 10
_FORM = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


@dataclass(frozen=True)
class Patience:
    """How long an office program may take, who may end it before, and how it shares the machine.

    Attributes:
        seconds: after which it is ended.
        goes_on: asked again and again; once it says no, the program is ended.
        gives_way: whether it runs only as far as other programs leave it room.
    """

    seconds: float = SECONDS
    goes_on: Callable[[], bool] = lambda: True
    gives_way: bool = False

    def wait(self, process: "subprocess.Popen[bytes]") -> int | None:
        """Its code, None when it is to be ended."""
        until = time.monotonic() + self.seconds
        while self.goes_on() and (left := until - time.monotonic()) > 0:
            with suppress(subprocess.TimeoutExpired):
                return process.wait(min(left, _GLANCE_S))
        return None


@dataclass(frozen=True)
class LaidOut:
    """A document as an office program laid it out.

    Attributes:
        content: the PDF.
        source: what it was made of: the SHA-256 of the Word document.
    """

    content: bytes
    source: str = ""


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
    patience: Patience | None = None,
    ready: LaidOut | None = None,
) -> Callable[[], Path]:
    """What writes the PDF in any thread: the minutes are read now. Raises as `write_pdf`.

    Args:
        minutes: the document.
        path: the file.
        letterhead: the organisation's own paper.
        patience: how long it may take; OfficeStoppedError once it says no.
        ready: a layout that was made before; taken where it is of just the same document.
    """
    lay_out = plan_layout(minutes, letterhead, patience or Patience(), ready, path)

    def convert() -> Path:
        with replacing(path) as stream:
            stream.write(lay_out().content)
        return path

    return convert


def plan_layout(
    minutes: Minutes,
    letterhead: Path | None,
    patience: Patience,
    ready: LaidOut | None = None,
    path: Path | None = None,
) -> Callable[[], LaidOut]:
    """What lays the minutes out in any thread; nothing stays on the disk.

    Args:
        minutes: the document; it is read in that thread and touches no archive.
        letterhead: the organisation's own paper.
        patience: how long it may take.
        ready: a layout that was made before; given back where it is of just the same document.
        path: the file that errors name.

    Raises:
        OfficeMissingError: at once, where there is no LibreOffice.
        OfficeError, OfficeStoppedError, LetterheadError: in that thread, as `write_pdf` does.
    """
    place = "" if path is None else str(path)
    office = find_office()
    if office is None:
        raise OfficeMissingError(path=place)

    def lay_out() -> LaidOut:
        with tempfile.TemporaryDirectory(prefix="mahdar-", ignore_cleanup_errors=True) as folder:
            source = Path(folder) / "minutes.docx"
            if letterhead is None:
                write_docx(minutes, source)
            else:
                write_on_letterhead(minutes, letterhead, source)
            made_of = hashlib.sha256(source.read_bytes()).hexdigest()
            if ready is not None and ready.source == made_of:
                return ready
            return LaidOut(_converted(office, source, place, patience), made_of)

    return lay_out


def _converted(office: Path, source: Path, place: str, patience: Patience) -> bytes:
    """The PDF of a Word document."""
    profile = (source.parent / "profile").as_uri()
    command = [
        str(office), f"-env:UserInstallation={profile}", "--headless", "--norestore",
        "--nolockcheck", "--nodefault", "--nologo", "--convert-to", _FORM, "--outdir",
        str(source.parent), str(source),
    ]  # fmt: skip
    going = patience.goes_on()
    code = _run(command, patience, faces(source.parent)) if going else None
    made = source.with_suffix(".pdf")
    if code is None and not patience.goes_on():
        raise OfficeStoppedError(path=place)
    if code is None:
        raise OfficeError(path=place, reason="late")
    content = made.read_bytes() if code == 0 and made.is_file() else b""
    if not content.startswith(b"%PDF-"):
        raise OfficeError(path=place, reason="failed")
    return content


def _run(command: list[str], patience: Patience, variables: dict[str, str]) -> int | None:
    """Run a program and all that it starts; None when they had to be ended."""
    flags = _APART | (_BELOW_NORMAL if patience.gives_way else 0) if _WINDOWS else 0
    try:
        process = subprocess.Popen(  # noqa: S603 - a program that was found, our own files
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=not _WINDOWS, creationflags=flags,
            env=around_office(variables),
        )  # fmt: skip
    except OSError:
        return -1
    try:
        if patience.gives_way and sys.platform != "win32":
            with suppress(OSError):  # it has ended already
                os.setpriority(os.PRIO_PGRP, process.pid, _NICE)
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
