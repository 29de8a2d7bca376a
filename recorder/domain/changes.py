"""What an operation touched, so that a view can ask: does this concern me?"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Changes:
    """The outcome of one operation.

    Attributes:
        action: a stable token that names what the user did ("note.write").
        action_id: the id that its writes share, the unit of undo (FORMAT 11).
        rows: the ids touched, by table.
        scopes: the meetings (or the directory) that were touched.
    """

    action: str
    action_id: str
    rows: Mapping[str, frozenset[str]] = field(default_factory=dict)
    scopes: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.rows)

    def touches(self, table: str, row_id: str | None = None) -> bool:
        """Whether any row of the table, or that very row, was touched."""
        ids = self.rows.get(table, frozenset())
        return bool(ids) if row_id is None else row_id in ids

    def and_also(self, other: "Changes") -> "Changes":
        """What both operations touched, under the name and id of the other where it did any."""
        none: frozenset[str] = frozenset()
        tables = {*self.rows, *other.rows}
        rows = {each: self.rows.get(each, none) | other.rows.get(each, none) for each in tables}
        last = other if other else self
        return Changes(last.action, last.action_id, rows, self.scopes | other.scopes)
