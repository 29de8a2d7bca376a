"""Values that tell the past: a field's versions, and what an undo did."""

from dataclasses import dataclass
from typing import Any

from recorder.domain.changes import Changes

NO_STEPS = frozenset(
    {"author.write", "sample.load", "meeting.import", "undo", "redo", "turn.follow", "turn.rest"}
)
"""Actions that are not undone: the machine's own, and whole imports (delete the meeting).

The clock that follows whoever is written for is the machine's own: undo means the last note.
"""


@dataclass(frozen=True, kw_only=True)
class Version:
    """One write of one field: what it was set to, by whom and when (for display only).

    Attributes:
        id: the hex id of the change; "" where nobody wrote it and the machine joined two texts.
        parents: the hex ids of the writes that its writer had seen, or that were joined.
        action: the token of the action that wrote it ("note.write"), "merge" for a joined text.
        is_shown: whether it stands in the field now, alone or beside others.
        is_received: whether another laptop wrote it.
    """

    table: str
    row_id: str
    column: str
    value: Any
    author: str
    wall: str
    action: str
    action_id: str
    is_shown: bool
    is_received: bool = False
    id: str = ""
    parents: tuple[str, ...] = ()

    @property
    def is_merge(self) -> bool:
        """Whether the machine joined it from what several had written apart."""
        return not self.id


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
