"""A row, or a field of it, in a line that tells a person which it is; deleted rows too."""

from typing import Any

from recorder.domain.columns import Place, Shape, Speaker, Subject
from recorder.domain.row import Row
from recorder.storage.codec import CODECS
from recorder.storage.writer import Writer

_TELLING: dict[str, tuple[str, ...]] = {
    "meeting": ("title", "title_en", "number", "date"),
    "series": ("title", "title_en"),
    "organisation": ("name", "acronym", "name_en"),
    "person": ("name", "name_en"),
    "author": ("name",),
    "theme": ("title", "title_en"),
    "host": ("organisation_id",),
    "agenda_item": ("title", "summary"),
    "attendance": ("person_id",),
    "turn": ("speaker",),
    "note": ("text", "speaker"),
    "issue": ("text",),
    "position": ("reason", "holder", "organisation_id"),
    "decision": ("text", "number"),
    "recommendation": ("text", "number"),
    "support": ("organisation_id",),
    "source": ("note_id", "recommendation_id", "decision_id"),
    "carried": ("recommendation_id",),
    "follow_up": ("text", "evidence", "recommendation_id"),
    "attachment": ("caption", "name"),
}
"""The columns by which rows of a table are told apart, the best first."""


class RowLines:
    """Looks names up, each once."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._known: dict[tuple[str, str], str] = {}

    def line(self, table: str, row_id: str) -> str:
        """What a row says, or what it links; "" when it says nothing or is not here."""
        if (table, row_id) not in self._known:
            self._known[table, row_id] = ""  # rows may name each other in a circle
            codec = CODECS.get(table)
            stored = self._writer.stored(codec, row_id) if codec else None
            self._known[table, row_id] = self.line_of(stored[0]) if stored else ""
        return self._known[table, row_id]

    def line_of(self, row: Row) -> str:
        """The same for a row in the hand."""
        names = _TELLING.get(row.TABLE, ())
        return next(
            filter(None, (self.words(row.TABLE, name, getattr(row, name)) for name in names)), ""
        )

    def words(self, table: str, column: str, value: Any) -> Any:  # noqa: ANN401 - any field's
        """A value as a person knows it: names for ids; texts, tokens and numbers as they are."""
        if isinstance(value, Speaker):
            return self.line("person", value.person_id) if value.person_id else value.label
        if isinstance(value, Place):
            parent = CODECS[table].columns[column].table
            return self.line(parent, value.parent_id) if parent and value.parent_id else ""
        if isinstance(value, Subject):
            return self.line(value.table, value.row_id) if value.row_id else ""
        known = CODECS[table].columns[column]
        if value is not None and known.shape is Shape.REFERENCE and known.table:
            return self.line(known.table, value)
        return value
