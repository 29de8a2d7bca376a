"""Letterheads before they are used: ours to begin with, and what will become of another."""

from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from recorder.replacing import replacing

if TYPE_CHECKING:
    from recorder.minutes.docx.letterhead import LetterheadReport

STARTERS = ("official", "joint", "band")


def check_letterhead(path: str | Path) -> "LetterheadReport":
    """What will become of a letterhead; it is not changed.

    Raises:
        LetterheadError: it would be refused (data: path, reason).
    """
    from recorder.minutes.docx.letterhead import inspect_letterhead

    return inspect_letterhead(Path(path))


def copy_starters(folder: str | Path) -> list[Path]:
    """Put our letterheads into a folder, to be made an organisation's own in Word.

    A file of the same name that is there already stays as it is.

    Raises:
        ExportError: a file cannot be written.
    """
    written = []
    for name in STARTERS:
        target = Path(folder) / f"mahdar-{name}.docx"
        if not target.exists():
            with suppress(OSError):  # why, is told by what cannot be written there
                target.parent.mkdir(parents=True, exist_ok=True)
            with replacing(target) as stream:
                stream.write((files("resources") / "templates" / f"{name}.docx").read_bytes())
            written.append(target)
    return written
