"""The wall between what travels and what stays on this laptop (FORMAT 12)."""

from recorder.domain.discussion import Note
from recorder.domain.row import Row
from recorder.domain.tokens import NoteKind


def is_private(row: Row) -> bool:
    """Whether a row is a private note."""
    return isinstance(row, Note) and row.kind == NoteKind.PRIVATE


def wall_between(one: Row, other: Row) -> bool:
    """Whether one of two versions of a row is private and the other is not."""
    return is_private(one) != is_private(other)
