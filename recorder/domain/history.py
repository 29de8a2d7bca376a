"""Values that tell the past: a field's versions, and what an undo did."""

from dataclasses import dataclass
from typing import Any

from recorder.domain.changes import Changes


@dataclass(frozen=True, kw_only=True)
class Version:
    """One write of one field: what it was set to, by whom and when (for display only)."""

    column: str
    value: Any
    author: str
    wall: str
    action: str
    action_id: str
    is_shown: bool


@dataclass(frozen=True, kw_only=True)
class Undone:
    """What undoing or redoing an action did.

    Attributes:
        action: the token of the action that was undone ("note.write"), for its name on screen.
        changes: what was touched.
        kept: (table, row id, column) of what somebody else had written since and was left.
    """

    action: str
    changes: Changes
    kept: tuple[tuple[str, str, str], ...] = ()
