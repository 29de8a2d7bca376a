"""What a Word file says otherwise than the archive, as items of a desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recorder import Recommendation, new_id
from ui.review.reading import Version

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from recorder import Changes, ReturnedDocument, Rewording
    from ui.bridge import ArchiveType

WINDOW = "form.returned"
KEEP, OPEN = "", "\0open"
"""Answers that write nothing: it stays as it is here, its form is wanted."""


@dataclass(frozen=True)
class ReturnedItem:
    """A recommendation of which a Word file says otherwise.

    Attributes:
        rewording: what was found.
        number: under which the screen shows it; "" for one that is new.
        stage: how far it has been taken up; "" for one that is new.
    """

    rewording: Rewording
    number: str = ""
    stage: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """The field that is asked about; for one that is new its text stands for it."""
        found = self.rewording
        return (Recommendation.TABLE, found.recommendation_id or f"\0{found.in_word}", "text")

    @property
    def is_text(self) -> bool:
        """Whether a wording can be written: there is one on both sides."""
        return not (self.rewording.is_gone or self.rewording.is_new)

    @property
    def versions(self) -> tuple[Version, ...]:
        """Ours, that of the file, and where ours has changed since what both began with."""
        found = self.rewording
        theirs = OPEN if found.is_gone else found.in_word
        both = (Version(KEEP), Version(theirs))
        if self.is_text and found.is_contested and found.before is not None:
            return (*both, Version(found.before))
        return both


def read_file(meeting_id: str, path: Path) -> Callable[[ArchiveType], ReturnedDocument]:
    """A call that reads a Word file of a meeting."""
    return lambda archive: archive.read_docx(meeting_id, path)


def compare(
    meeting_id: str, document: ReturnedDocument
) -> Callable[[ArchiveType], list[Rewording]]:
    """A call that compares a file that was read with what stands here now."""
    return lambda archive: archive.compare_returned(meeting_id, document)


def taking(
    meeting_id: str, item: ReturnedItem, text: str
) -> Callable[[ArchiveType], Changes | None]:
    """A call that lets a text stand; one that was deleted meanwhile stays so."""
    table, row_id, column = item.key

    def call(archive: ArchiveType) -> Changes | None:
        if item.rewording.is_new:
            row = Recommendation(id=new_id(), meeting_id=meeting_id, text=text)
            return archive.recommendations.append(row, action="recommendation.receive")
        archive.drafts.discard(WINDOW, table, row_id, column)
        return archive.reword(row_id, text)

    return call


def keeping(item: ReturnedItem) -> Callable[[ArchiveType], None]:
    """A call that forgets what was typed over an item."""
    return lambda archive: archive.drafts.discard(WINDOW, *item.key)
