"""Where people and organisations are named: which rows, which meetings, for whom they came."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlite_utils import Database

from recorder.domain.alias import ALIASES
from recorder.domain.changes import Changes
from recorder.domain.identity import DIRECTORY
from recorder.domain.tokens import Presence
from recorder.storage.aliases import AliasTable, references
from recorder.storage.codec import CODECS
from recorder.storage.twins import twins_of

_AMONG = "IN (SELECT value FROM json_each(?))"


class Mentions:
    """Looks entries of the directory up in all that names them."""

    def __init__(self, database: Database, aliases: AliasTable) -> None:
        self._db = database.conn
        self._aliases = aliases

    def twins(self, table: str, row_id: str) -> list[str]:
        """The rows that are shown as one with a row, since what they link was merged."""
        return twins_of(self._db, self._aliases.now(), table, row_id)

    def as_one(self, table: str, row_id: str) -> list[str]:
        """The ids of a row and of all rows in sight that are shown as one with it."""
        others = sorted(self._aliases.now().members(table, row_id) - {row_id})
        shown = [each for each in others if self.is_in_sight(table, each)]
        return [row_id, *shown, *self.twins(table, row_id)]

    def is_in_sight(self, table: str, row_id: str) -> bool:
        """Whether a table has a row that was not deleted."""
        found = self._db.execute(f"SELECT deleted FROM {table} WHERE id = ?", [row_id]).fetchone()
        return found is not None and found[0] == 0

    def concerned(self, changes: Changes) -> Changes:
        """The changes with every row that reads otherwise since entries were merged or parted."""
        if not any(each.TABLE in changes.rows for each in ALIASES.values()):
            return changes
        rows, scopes = dict(changes.rows), set(changes.scopes)
        for kind, row_type in ALIASES.items():
            links = changes.rows.get(row_type.TABLE, ())
            for table, row_id, scope in self._reading_otherwise(kind, links):
                rows[table] = rows.get(table, frozenset()) | {row_id}
                scopes.add(scope)
        return replace(changes, rows=rows, scopes=frozenset(scopes))

    def _reading_otherwise(
        self, kind: str, link_ids: Iterable[str]
    ) -> Iterator[tuple[str, str, str]]:
        """Every row that reads otherwise when links change: (table, id, scope).

        Args:
            kind: the table of the entries that the links join.
            link_ids: rows of its alias table, in sight or not.
        """
        linked = sorted(self._linked(kind, link_ids))
        for row_id in linked:
            yield kind, row_id, DIRECTORY
        for table, column, scope in _columns_naming(kind):
            for row_id, where in self._db.execute(
                f"SELECT id, {scope} FROM {table} WHERE deleted = 0 AND {column} {_AMONG}",
                [json.dumps(linked)],
            ):
                yield table, row_id, where or DIRECTORY

    def meetings(self, kind: str, ids: Iterable[str]) -> dict[str, set[str]]:
        """The meetings that name each entry, or any that is one with it; by the ids asked for."""
        standing = self._aliases.now()
        asked = {member: each for each in ids for member in standing.members(kind, each)}
        found: dict[str, set[str]] = defaultdict(set)
        for table, column, scope in _columns_naming(kind):
            if scope.startswith("'"):
                continue
            for row_id, meeting_id in self._db.execute(
                f"SELECT DISTINCT {column}, {scope} FROM {table}"
                f" WHERE deleted = 0 AND {column} {_AMONG}",
                [json.dumps(sorted(asked))],
            ):
                found[asked[row_id]].add(meeting_id)
        return found

    def came_for(self, ids: Iterable[str]) -> dict[str, dict[str, str | None]]:
        """For whom people came where they were present: organisation by meeting, by person."""
        standing = self._aliases.now()
        found: dict[str, dict[str, str | None]] = defaultdict(dict)
        for person_id, meeting_id, own, body in self._db.execute(
            "SELECT person_id, meeting_id, attendance.organisation_id, person.organisation_id"
            " FROM attendance JOIN person ON person.id = person_id"
            f" WHERE attendance.deleted = 0 AND presence = ? AND person_id {_AMONG}",
            [Presence.PRESENT, json.dumps(sorted(ids))],
        ):
            stood_for = own or body
            entry = standing.entry("organisation", stood_for) if stood_for else None
            found[standing.entry("person", person_id)][meeting_id] = entry
        return found

    def _linked(self, kind: str, link_ids: Iterable[str]) -> set[str]:
        """The entries that links join, with all that are one with them now."""
        standing = self._aliases.now()
        linked: set[str] = set()
        for link_id in link_ids:
            found = self._db.execute(
                f"SELECT from_id, into_id FROM {ALIASES[kind].TABLE} WHERE id = ?", [link_id]
            ).fetchone()
            for each in filter(None, found or ()):
                linked |= standing.members(kind, each)
        return linked


def _columns_naming(kind: str) -> Iterator[tuple[str, str, str]]:
    """Table, column, and what tells the scope of its rows, of all that names a kind of entry."""
    for codec in CODECS.values():
        scope = "id" if codec.table == "meeting" else "meeting_id"
        for at, table in references(codec):
            if table == kind:
                known = scope in codec.names
                yield codec.table, codec.names[at], scope if known else f"'{DIRECTORY}'"
