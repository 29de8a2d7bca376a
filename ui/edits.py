"""Changes of single fields, made in the archive's thread on the row as it is stored then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from recorder import Changes, Draft, Row
    from ui.bridge import ArchiveType

SUBJECTS = {
    "series": "series",
    "organisation": "organisations",
    "person": "people",
    "theme": "themes",
    "meeting": "meetings",
    "host": "hosts",
    "agenda_item": "agenda",
    "attendance": "attendance",
    "turn": "turns",
    "note": "notes",
    "issue": "issues",
    "position": "positions",
    "decision": "decisions",
    "recommendation": "recommendations",
    "support": "supports",
    "follow_up": "follow_ups",
    "attachment": "attachments",
}
"""Under which name of the archive the rows of a table are found."""


def edit(row: Row, **fields: object) -> Callable[[ArchiveType], Changes]:
    """A call that gives fields of a row new values and leaves its others as they are stored.

    A row that is not stored yet is created as it is given.
    """

    def call(archive: ArchiveType) -> Changes:
        stored = getattr(archive, SUBJECTS[row.TABLE]).find(row.id) or row
        changed: Any = replace(stored, **fields)
        return archive.write(changed, action=f"{row.TABLE}.write")

    return call


def append(row: Row, *, after: str | None = None) -> Callable[[ArchiveType], Changes]:
    """A call that writes a new row behind its like, or right after one of them."""
    return lambda archive: _subject(archive, row.TABLE).append(row, after=after)


def delete(table: str, *row_ids: str) -> Callable[[ArchiveType], Changes]:
    """A call that puts rows out of sight."""
    return lambda archive: _subject(archive, table).delete(*row_ids)


def restore(table: str, *row_ids: str) -> Callable[[ArchiveType], Changes]:
    """A call that brings deleted rows back."""
    return lambda archive: _subject(archive, table).restore(*row_ids)


def move(
    table: str, row_id: str, *, parent_id: str | None, after: str | None
) -> Callable[[ArchiveType], Changes]:
    """A call that puts a row under a parent, after a sibling or at the front."""
    return lambda archive: _subject(archive, table).move(row_id, parent_id=parent_id, after=after)


def commit_draft(draft: Draft) -> Callable[[ArchiveType], Changes]:
    """A call that makes a change of what was typed."""
    return lambda archive: archive.drafts.commit(
        draft.window, draft.table, draft.row_id, draft.column
    )


def _subject(archive: ArchiveType, table: str) -> Any:  # noqa: ANN401 - one of many generic subjects
    return getattr(archive, SUBJECTS[table])
