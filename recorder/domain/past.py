"""Values that tell what became of a meeting: its trash, its exports, its story."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Trashed:
    """A deleted row.

    Attributes:
        text: what it says, or what it links, in one text; "" when it says nothing.
        author: who deleted it, and `wall` when (for display only).
        meeting_id: the meeting that it belongs to, None for a row of the directory.
        hidden_by: the table of the row that was deleted above it and with which it would stay
            out of sight, "" when nothing stands in its way.
    """

    table: str
    row_id: str
    text: str
    author: str
    wall: str
    meeting_id: str | None = None
    meeting_title: str = ""
    hidden_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Exported:
    """That a meeting left the archive as a document.

    `form` is the ending of the file ("docx", "html"…); `change` is how far this file's log was.
    """

    meeting_id: str
    form: str
    wall: str
    change: int


class Fate(StrEnum):
    """What became of a row."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"
    RESTORED = "restored"


@dataclass(frozen=True, kw_only=True)
class FieldStory:
    """One field as it was and as it is; names stand in the place of ids."""

    column: str
    before: Any
    after: Any


@dataclass(frozen=True, kw_only=True)
class StoryLine:
    """What became of one row.

    Attributes:
        text: what the row says now, or said when it was deleted.
        fields: what changed in it, for a changed row.
        authors: who wrote, the first one first; `wall` is the moment of the latest write.
        is_received: whether another laptop had a hand in it.
        is_merged: whether a text of it was joined by the machine and stands so.
    """

    table: str
    row_id: str
    fate: Fate
    text: str
    fields: tuple[FieldStory, ...]
    authors: tuple[str, ...]
    wall: str
    is_received: bool = False
    is_merged: bool = False


@dataclass(frozen=True, kw_only=True)
class Story:
    """What became of a meeting since a moment.

    `since` is the instant from which it tells, "" when it tells from the beginning; the lines
    are in the order of the tables, then of the writes.
    """

    meeting_id: str
    since: str
    lines: tuple[StoryLine, ...]
