"""What is to be looked at after laptops met; read in the archive's thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from recorder import DIRECTORY, AgendaItem, Person, Place, Speaker, Subject
from ui.edits import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from recorder import Changes, Conflict, Row
    from ui.bridge import ArchiveType

DELETED = "deleted"
_NAMES = ("name", "title", "text", "label")


@dataclass(frozen=True)
class Version:
    """One of the values among which somebody chooses; nobody wrote the one that keeps a row."""

    value: Any
    author: str = ""
    wall: str = ""


@dataclass(frozen=True)
class ReviewItem:
    """A field that was written apart, with what it takes to tell where it is.

    Attributes:
        conflict: what the archive has to settle.
        versions: what was written, the one that shows now first.
        row: the row as it reads now.
        now: what stands in the field; for a text the machine may have joined it.
        is_text: whether it can be joined by hand.
        names: what rows that the values or the row name are called, by id.
        after: for a place, the row that it follows there, by its version's number.
    """

    conflict: Conflict
    versions: tuple[Version, ...]
    row: Row
    now: Any
    is_text: bool
    names: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[int, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str, str]:
        """What is settled: table, row and column."""
        return (self.conflict.table, self.conflict.row_id, self.conflict.column)


def read_review(meeting_id: str) -> Callable[[ArchiveType], list[ReviewItem]]:
    """A call that reads what was written apart in a meeting, then in the directory."""

    def call(archive: ArchiveType) -> list[ReviewItem]:
        found = [*archive.conflicts(meeting_id), *archive.conflicts(DIRECTORY)]
        return list(_items(archive, found))

    return call


def settling(item: ReviewItem, value: object) -> Callable[[ArchiveType], Changes]:
    """A call that ends one of them, with what was typed over it."""
    table, row_id, column = item.key

    def call(archive: ArchiveType) -> Changes:
        archive.drafts.discard(WINDOW, table, row_id, column)
        return archive.settle(item.conflict, value)

    return call


WINDOW = "form.review"
"""The name of the desk's drafts: like those of a form they become changes after a crash."""


def _items(archive: ArchiveType, conflicts: Iterable[Conflict]) -> Iterable[ReviewItem]:
    """The conflicts of rows that are in sight; what is gone needs nobody's eye."""
    for each in conflicts:
        row = _find(archive, each.table, each.row_id) if each.table in SUBJECTS else None
        if row is not None:
            yield _item(archive, each, row)


def _item(archive: ArchiveType, conflict: Conflict, row: Row) -> ReviewItem:
    column = conflict.column
    if column == DELETED:
        gone = next(each for each in conflict.sides if each.value)
        goes, stays = Version(True, gone.author, gone.wall), Version(False)  # noqa: FBT003 - what settles it
        return ReviewItem(conflict, (goes, stays), row, now=False, is_text=False,
                          names=_names(archive, row, ()))  # fmt: skip
    versions = tuple(Version(each.value, each.author, each.wall) for each in conflict.sides)
    values = [each.value for each in versions]
    return ReviewItem(
        conflict,
        versions,
        row,
        now=getattr(row, column, values[0]),
        is_text=any(each.name == column and each.shape == "text" for each in row.registers()),
        names=_names(archive, row, [(column, each) for each in values]),
        after={at: _before(archive, row, each) for at, each in enumerate(values)
               if isinstance(each, Place)},
    )  # fmt: skip


def _find(archive: ArchiveType, table: str, row_id: str) -> Row | None:
    found: Row | None = getattr(archive, SUBJECTS[table]).find(row_id)
    return found


def _names(archive: ArchiveType, row: Row, values: Iterable[tuple[str, Any]]) -> dict[str, str]:
    """What the rows are called that the values lead to, and who said the row."""
    columns = {each.name: each.table for each in row.registers()}
    names: dict[str, str] = {}
    for column, value in (*values, ("speaker", getattr(row, "speaker", None))):
        for table, row_id in _leads(columns.get(column), row.TABLE, value):
            found = _find(archive, table, row_id) if row_id and table in SUBJECTS else None
            if found is not None:
                names[found.id] = names[row_id or ""] = name_of(found)
    return names


def _leads(table: str | None, own: str, value: object) -> list[tuple[str, str | None]]:
    """The rows to which a value of a column leads."""
    match value:
        case Speaker():
            return [(Person.TABLE, value.person_id)]
        case Place():
            return [(AgendaItem.TABLE, value.parent_id), (own, value.parent_id)]
        case Subject():
            return [(value.table, value.row_id)]
        case str() if table:
            return [(table, value)]
    return []


def _before(archive: ArchiveType, row: Row, place: Place) -> str:
    """The name of the row after which a place is; "" for the first."""
    siblings = getattr(archive, SUBJECTS[row.TABLE]).all(
        row.scope if row.scope != DIRECTORY else None
    )
    earlier = [
        each
        for each in siblings
        if each.place.parent_id == place.parent_id
        and each.id != row.id
        and each.place.sort_key < place.sort_key
    ]
    return name_of(max(earlier, key=lambda each: each.place.sort_key)) if earlier else ""


def name_of(row: Row) -> str:
    """What a row is called: its name, title or the words of it."""
    return next((str(value) for each in _NAMES if (value := getattr(row, each, ""))), "")
