"""A second copy of a meeting beside the first: new ids for all that is its own (FORMAT 20)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from inspect import signature
from typing import Any

from recorder.domain.columns import Column, Place, Shape, Subject
from recorder.domain.identity import new_id
from recorder.domain.record import MeetingRecord
from recorder.domain.row import Row
from recorder.interchange.document import is_owner, parts_of_document

_Key = tuple[str, str | None]


def as_copy(record: MeetingRecord) -> MeetingRecord:
    """The same meeting under new ids.

    The meeting's own rows and all references among them change; people, organisations, themes
    and the series stay the same ones, and so do the recommendations of earlier meetings with
    their entries. What later meetings told about this meeting's recommendations becomes the
    copy's own, so that the copy shows the same progress and no other meeting gains a row.
    """
    copying = _Copying(record)
    values: dict[str, Any] = {}
    for part in parts_of_document():
        value = getattr(record, part.name)
        if part.is_list:
            values[part.name] = tuple(copying.row(each) for each in value)
        elif value is not None:
            values[part.name] = copying.row(value)
    return MeetingRecord(**values)


@dataclass
class _Copying:
    """The new id of every own row, by its table and old id."""

    record: MeetingRecord
    ids: dict[_Key, str] = field(init=False)
    recommendations: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.recommendations = {each.id for each in self.record.recommendations}
        own = [each for each in self.record.rows() if self._is_own(each)]
        linked = [each for each in own if hasattr(each, "id_for")]
        self.ids = {(each.TABLE, each.id): new_id() for each in own if not hasattr(each, "id_for")}
        self.ids |= self._derived(linked)

    def row(self, row: Row) -> Row:
        """The row as it stands in the copy."""
        if not self._is_own(row):
            return row
        changed = {
            column.name: self._value(column, getattr(row, column.name))
            for column in row.registers()
        }
        return replace(row, id=self.ids[row.TABLE, row.id], **changed)

    def _is_own(self, row: Row) -> bool:
        meeting_id = self.record.meeting.id
        return (
            row.scope == meeting_id
            or getattr(row, "recommendation_id", None) in self.recommendations
        )

    def _derived(self, rows: Iterable[Row]) -> dict[_Key, str]:
        """Ids for the rows that are known by what they link, from the new ids of that."""
        ids: dict[_Key, str] = {}
        for row in rows:
            # The arguments of id_for are named as the fields that it hangs from.
            id_for: Callable[..., str] = row.id_for  # type: ignore[attr-defined]
            columns = {column.name: column for column in row.registers()}
            links = [
                self._value(columns[name], getattr(row, name))
                for name in signature(id_for).parameters
            ]
            derived = id_for(*links) if all(links) else new_id()
            # Two rows may link the same by mistake; neither is lost.
            ids[row.TABLE, row.id] = new_id() if derived in ids.values() else derived
        return ids

    def _value(self, column: Column, value: Any) -> Any:  # noqa: ANN401 - any register
        if is_owner(column):
            return self.ids["meeting", self.record.meeting.id]
        if column.shape is Shape.REFERENCE:
            return self._id(column.table, value)
        if isinstance(value, Place):
            return replace(value, parent_id=self._id(column.table, value.parent_id))
        if isinstance(value, Subject):
            return replace(value, row_id=self._id(value.table, value.row_id))
        return value

    def _id(self, table: str | None, old: str | None) -> str | None:
        return self.ids.get((table or "", old), old)
