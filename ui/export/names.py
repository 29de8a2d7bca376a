"""What a document is called on the disk, and which language it speaks by itself."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from recorder import DocumentKind
from ui.export.choice import Choice
from ui.export.wording import document_words
from ui.i18n import _
from ui.widgets.direction import LTR, RTL, direction_of

if TYPE_CHECKING:
    from recorder import MeetingSummary

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\u200e\u200f\u2066-\u2069]+')
_LONGEST_NAME = 80


def suggest_name(summary: "MeetingSummary | None", choice: Choice) -> str:
    """A file name that every file system takes: date, title, and which document it is."""
    words = [summary.date, summary.title] if summary else []
    fallback = _("Minutes")
    kind = "" if choice.document == DocumentKind.MINUTES else document_words(choice.document)
    name = _fit(" ".join(part for part in words if part))[:_LONGEST_NAME].strip()
    name = " - ".join(filter(None, (name, _fit(kind))))
    return f"{name or fallback}.{choice.form}"


def not_yet_there(path: Path) -> Path:
    """The path, numbered where a file stands there already."""
    at, free = 2, path
    while free.exists():
        free = path.with_stem(f"{path.stem} ({at})")
        at += 1
    return free


def document_language(title: str, fallback: str) -> str:
    """The language of a meeting's minutes: that of its title, whatever the window speaks."""
    unknown = RTL if fallback == "ar" else LTR
    return "ar" if direction_of(title, unknown) == RTL else "en"


def _fit(text: str) -> str:
    return _UNFIT.sub(" ", text).strip(" .")
