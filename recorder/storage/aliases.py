"""Reading merged entries as one: references are followed when they are read (FORMAT 17).

What a row says stays stored as it was written; only what is handed out names the entry that
stands for all. An archive in which nothing was merged pays one question for each reading.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import Any

from sqlite_utils import Database

from recorder.domain.alias import ALIAS_TYPES, ALIASES
from recorder.domain.columns import Column, Shape, Speaker, Subject
from recorder.domain.row import Row
from recorder.merge.aliases import representatives
from recorder.storage.codec import CODECS, TableCodec

_LINKS = " UNION ALL ".join(
    f"SELECT '{table}', from_id, into_id,"
    f" (SELECT deleted FROM {table} WHERE {table}.id = from_id),"
    f" (SELECT deleted FROM {table} WHERE {table}.id = into_id)"
    f" FROM {alias.TABLE} WHERE deleted = 0 AND from_id > '' AND into_id > ''"
    for table, alias in ALIASES.items()
)

_ALIAS_TABLES = {each.TABLE for each in ALIAS_TYPES}


class Standing:
    """Who stands for whom at one moment: of each table, the id that stands for another."""

    def __init__(self, found: Iterable[tuple[str, str, str, int | None, int | None]] = ()) -> None:
        links: dict[str, list[tuple[str, str]]] = {table: [] for table in ALIASES}
        hidden: set[str] = set()
        for table, start, end, start_deleted, end_deleted in found:
            links[table].append((start, end))
            hidden.update([start] * (start_deleted != 0) + [end] * (end_deleted != 0))
        self.of: Mapping[str, Mapping[str, str]] = {
            table: representatives(each, hidden) for table, each in links.items()
        }

    def __bool__(self) -> bool:
        return any(self.of.values())

    def entry(self, table: str, row_id: str) -> str:
        """The id of the entry that shows for an id."""
        return self.of[table].get(row_id, row_id) if table in self.of else row_id

    def members(self, table: str, row_id: str) -> frozenset[str]:
        """All ids that are one with an id, itself with them."""
        if table not in self.of:
            return frozenset({row_id})
        return self._groups[table].get(self.entry(table, row_id), frozenset({row_id}))

    @cached_property
    def _groups(self) -> dict[str, dict[str, frozenset[str]]]:
        groups: dict[str, dict[str, frozenset[str]]] = {}
        for table, of in self.of.items():
            members = defaultdict(list)
            for each, entry in of.items():
                members[entry].append(each)
            groups[table] = {
                entry: frozenset([entry, *merged]) for entry, merged in members.items()
            }
        return groups

    def reading(self, codec: TableCodec) -> Callable[[Sequence[Any]], Sequence[Any]] | None:
        """What turns a stored line of a table into the line that is shown; None: nothing does."""
        found = [(at, self.of[table]) for at, table in references(codec) if self.of[table]]
        subjects = _subjects(codec)
        if not found and not subjects:
            return None

        def read(stored: Sequence[Any]) -> Sequence[Any]:
            line = list(stored)
            for at, of in found:
                line[at] = of.get(line[at], line[at])
            for at in subjects:
                line[at + 1] = self.entry(line[at], line[at + 1])
            return line

        return read

    def is_same(self, column: Column, one: object, other: object) -> bool:
        """Whether two values of a column name the same, when they are read."""
        if isinstance(one, Speaker) and isinstance(other, Speaker):
            people = self.of["person"]
            ids = (people.get(each.person_id or "", each.person_id) for each in (one, other))
            return one.label == other.label and len(set(ids)) == 1
        if isinstance(one, Subject) and isinstance(other, Subject):
            ids = (self.entry(each.table, each.row_id or "") for each in (one, other))
            return one.table == other.table and len(set(ids)) == 1
        return self.entry(column.table or "", str(one)) == self.entry(
            column.table or "", str(other)
        )


NOBODY = Standing()
"""How it stands where nothing was merged."""


class AliasTable:
    """Reads how it stands; asks the tables each time, so that nothing can be out of date."""

    def __init__(self, database: Database) -> None:
        self._db = database.conn
        self._found: list[Any] = []
        self._standing = NOBODY

    def now(self) -> Standing:
        """Who stands for whom as the tables have it now."""
        found = self._db.execute(_LINKS).fetchall()
        if not found:
            return NOBODY
        if found != self._found:
            self._found, self._standing = found, Standing(found)
        return self._standing

    def is_same(self, table: str, column: str, one: object, other: object) -> bool:
        """Whether two values of a register name the same entry; false of values that name none."""
        known = CODECS[table].columns[column]
        if known.table not in ALIASES and known.shape not in {Shape.SPEAKER, Shape.SUBJECT}:
            return False
        return one is not None and other is not None and self.now().is_same(known, one, other)

    def all_links(self, table: str) -> list[Row]:
        """All rows in sight of a table of links."""
        codec = CODECS[table]
        found = self._db.execute(f"{codec.select} WHERE deleted = 0 ORDER BY id")
        return [codec.read(line) for line in found.fetchall()]

    def links(self, table: str, columns: Iterable[str], ids: Iterable[str]) -> list[Row]:
        """The rows in sight of a table of links that name any of some ids in one of the columns."""
        codec = CODECS[table]
        found = {
            line[0]: line
            for each in ids
            for column in columns
            for line in self._db.execute(
                f"{codec.select} WHERE {column} = ? AND deleted = 0", [each]
            )
        }
        return [codec.read(found[row_id]) for row_id in sorted(found)]


@cache
def references(codec: TableCodec) -> list[tuple[int, str]]:
    """Where a stored line names people and organisations."""
    if codec.table in _ALIAS_TABLES:
        return []
    found = []
    for column in codec.columns.values():
        at = codec.names.index(column.parts[0])
        if column.shape is Shape.SPEAKER:
            found.append((at, "person"))
        elif column.shape is Shape.REFERENCE and column.table in ALIASES:
            found.append((at, str(column.table)))
    return found


@cache
def _subjects(codec: TableCodec) -> list[int]:
    """Where a stored line names a row of any table."""
    return [
        codec.names.index(column.parts[0])
        for column in codec.columns.values()
        if column.shape is Shape.SUBJECT
    ]
