"""The wall between what travels and what stays on this laptop (FORMAT 12)."""

from collections.abc import Callable

from recorder.domain.discussion import Attachment, Note, Position
from recorder.domain.recommendation import Source
from recorder.domain.row import Row
from recorder.domain.tokens import NoteKind


def is_private(row: Row) -> bool:
    """Whether a row is a private note."""
    return isinstance(row, Note) and row.kind == NoteKind.PRIVATE


def wall_between(one: Row, other: Row) -> bool:
    """Whether one of two versions of a row is private and the other is not."""
    return is_private(one) != is_private(other)


def hangs_from_private(row: Row | None, find: Callable[[str, str | None], Row | None]) -> bool:
    """Whether the row is a private note, or is about one, however far down.

    Args:
        row: any row, None where there is none.
        find: gives the row of a table and an id, in sight or not.
    """
    if isinstance(row, Source):
        return hangs_from_private(find("note", row.note_id), find)
    if isinstance(row, Position | Attachment):
        return hangs_from_private(find(row.subject.table, row.subject.row_id), find)
    return row is not None and is_private(row)
