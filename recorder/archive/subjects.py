"""The subjects of an archive: one for each kind of row, all with the same verbs."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from recorder.archive.telling import tells_damage
from recorder.domain.changes import Changes
from recorder.domain.columns import Place
from recorder.domain.meeting import Meeting
from recorder.domain.recommendation import Recommendation
from recorder.domain.record import MeetingRecord
from recorder.domain.row import Row
from recorder.domain.summaries import MeetingSummary
from recorder.errors import NotFoundError
from recorder.merge.order import key_between

if TYPE_CHECKING:
    from recorder.storage.reader import Reader
    from recorder.storage.writer import Writer

AnyRow = TypeVar("AnyRow", bound=Row)


@tells_damage
class Subject(Generic[AnyRow]):
    """All rows of one kind. Each method is one transaction; what writes answers its Changes.

    Every method may raise ArchiveUnwritableError (the disk refused; nothing was written).
    """

    def __init__(self, row_type: type[AnyRow], reader: "Reader", writer: "Writer") -> None:
        self._type = row_type
        self._table = row_type.TABLE
        self._reader = reader
        self._writer = writer

    ## Reading

    def find(self, row_id: str) -> AnyRow | None:
        """The row, None when it is not there or deleted."""
        return cast("AnyRow | None", self._reader.find(self._table, row_id))

    def is_known(self, row_id: str) -> bool:
        """Whether there is or was such a row: ids are never reused."""
        return self._writer.has_row(self._table, row_id)

    def get(self, row_id: str) -> AnyRow:
        """The row.

        Raises:
            NotFoundError: it is not there or deleted.
        """
        row = self.find(row_id)
        if row is None:
            raise NotFoundError(table=self._table, id=row_id)
        return row

    def all(self, meeting_id: str | None = None) -> list[AnyRow]:
        """The rows in order: of one meeting, or of the directory."""
        return cast("list[AnyRow]", self._reader.all(self._table, meeting_id))

    ## Writing

    def write(self, *rows: AnyRow, action: str = "") -> Changes:
        """Create rows, or write only the fields that differ from what is stored.

        `action`: a stable token that names what the user did, where it is more than writing.
        """
        about = rows[0].id if len(rows) == 1 else None
        with self._writer.action(action or f"{self._table}.write", about=about) as pending:
            for row in rows:
                pending.write(row)
        return pending.changes()

    def append(self, row: AnyRow, *, after: str | None = None, action: str = "") -> Changes:
        """Write the row at the end of its parent, or right after one of its siblings."""
        parent_id = _place(row).parent_id
        if after is None:
            around: tuple[str | None, str | None] = (self._reader.last_key(row, parent_id), None)
        else:
            around = self._reader.keys_around(row, parent_id, after)
        return self.write(self._placed(row, parent_id, around), action=action)

    def move(
        self, row_id: str, *, parent_id: str | None = None, after: str | None = None
    ) -> Changes:
        """Put the row under a parent, after a sibling there or, with None, at the front."""
        row = self.get(row_id)
        moved = self._placed(row, parent_id, self._reader.keys_around(row, parent_id, after))
        with self._writer.action(f"{self._table}.move") as action:
            action.write(moved)
        return action.changes()

    def delete(self, *row_ids: str) -> Changes:
        """Put rows out of sight; nothing is removed, `restore` brings them back.

        With a row goes what is shown as one with it: the entries merged into a person or an
        organisation, or the second line that two merged people have on one list.
        """
        ids = [
            each for row_id in row_ids for each in self._writer.mentions.as_one(self._table, row_id)
        ]
        return self._each("delete", tuple(dict.fromkeys(ids)))

    def restore(self, *row_ids: str) -> Changes:
        """Bring deleted rows back as they were."""
        return self._each("restore", row_ids)

    def _each(self, verb: str, row_ids: tuple[str, ...]) -> Changes:
        with self._writer.action(f"{self._table}.{verb}") as action:
            for row_id in row_ids:
                getattr(action, verb)(self._table, row_id)
        return action.changes()

    def _placed(
        self, row: AnyRow, parent_id: str | None, around: tuple[str | None, str | None]
    ) -> AnyRow:
        key = key_between(*around, self._writer.sites.public.tag)
        return cast("AnyRow", replace(cast("Any", row), place=Place(parent_id, key)))


@tells_damage
class Meetings(Subject[Meeting]):
    """Meetings, whole and in lines."""

    def record(self, meeting_id: str) -> MeetingRecord:
        """The whole meeting with the directory rows that it names; NotFoundError."""
        return self._reader.record(meeting_id)

    def summaries(self) -> list[MeetingSummary]:
        """A line for each meeting: undated ones first, then the newest."""
        return self._reader.summaries()

    def open_recommendations(self, meeting_id: str) -> list[Recommendation]:
        """What the other meetings of its series left open."""
        found = self._reader.open_recommendations(meeting_id)
        return cast("list[Recommendation]", found)


def _place(row: Row) -> Place:
    return cast("Place", cast("Any", row).place)
