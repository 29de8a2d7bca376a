"""The append-only log of changes, its heads and its version vector. No projection here."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from recorder.domain.log import Change, LoggedValue, value_digest
from recorder.merge.registers import RESOLVER, Write
from recorder.storage.sites import Site

_HASH = 32
_BATCH = 500  # bound parameters in one statement, far below SQLite's limit
_CHANGE = """
SELECT site.id, scope, seq, lamport, wall, author, action.id, action.name, tbl, row_id, col,
       kind, schema, resolver, parents, digest, salt, value, change.id
FROM change JOIN site ON site.no = change.site JOIN action ON action.no = change.action
"""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that the user did; its writes share it (FORMAT 11)."""

    no: int
    id: str
    name: str
    author: str
    wall: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A value to be written to one register, and the writes that it replaces."""

    scope: str
    table: str
    row_id: str
    column: str
    value: str
    parents: Sequence[bytes] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """A change that is ready to be logged, with the numbers that stand for it in this file."""

    site_no: int
    action_no: int
    logged: LoggedValue

    @property
    def register(self) -> tuple[str, str, str]:
        """Table, row and column."""
        change = self.logged.change
        return (change.table, change.row_id, change.column)


@dataclass(frozen=True, slots=True)
class Head:
    """A write that nobody replaced."""

    no: int
    write: Write


class ChangeLog:
    """Appends and reads changes; the caller owns the transaction."""

    def __init__(self, database: Database) -> None:
        self._db = database.conn
        self.forget_caches()

    def forget_caches(self) -> None:
        """Read counters anew: after a rollback they would run ahead of the file."""
        self._versions: dict[tuple[int, str], tuple[int, bytes]] = {}
        self._moved: set[tuple[int, str]] = set()
        self._lamport: int | None = None
        self._no: int | None = None
        self._sites: dict[str, int] = {}

    ## Writing

    def begin_action(self, action_id: str, name: str, author: str, wall: str) -> Action:
        """The action under which the following writes are logged, made when it is new."""
        found = self._db.execute(
            "SELECT no, name, author, wall FROM action WHERE id = ?", [action_id]
        ).fetchone()
        if found:
            return Action(found[0], action_id, *found[1:])
        cursor = self._db.execute(
            "INSERT INTO action (id, name, author, wall) VALUES (?, ?, ?, ?)",
            [action_id, name, author, wall],
        )
        return Action(int(cursor.lastrowid or 0), action_id, name, author, wall)

    def append(self, site: Site, action: Action, entry: Entry) -> None:
        """Log one write of this archive's own; its parents must be all heads of the register."""
        seq, previous = self.version_of(site.no, entry.scope)
        salt = os.urandom(16)
        change = Change(
            site=site.id, scope=entry.scope, seq=seq + 1, lamport=self.lamport() + 1,
            wall=action.wall, author=action.author, action=action.id, name=action.name,
            table=entry.table, row_id=entry.row_id, column=entry.column, resolver=RESOLVER,
            previous=previous, parents=tuple(sorted(entry.parents)),
            digest=value_digest(salt, entry.value),
        )  # fmt: skip
        self.store([Arrival(site.no, action.no, LoggedValue(change, salt, entry.value))])

    def store(self, batch: Sequence[Arrival]) -> None:
        """Put changes into the log and move the heads.

        Each one's parents and predecessor are in the log or stand before it in the batch.
        """
        first = self._last_no() + 1
        self._db.executemany(
            "INSERT INTO change (no, id, site, scope, seq, lamport, action, tbl, row_id, col, kind,"
            " schema, resolver, parents, digest, salt, value)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_line(no, each) for no, each in enumerate(batch, first)],
        )
        self._no = first + len(batch) - 1
        self._move_heads(batch, first)
        for each in batch:
            change = each.logged.change
            key = (each.site_no, change.scope)
            self._versions[key] = (change.seq, each.logged.id)
            self._moved.add(key)
        newest = max(each.logged.change.lamport for each in batch)
        self._lamport = max(self.lamport(), newest)

    def _move_heads(self, batch: Sequence[Arrival], first: int) -> None:
        new = {each.logged.id for each in batch}
        replaced = {
            (*each.register, parent) for each in batch for parent in each.logged.change.parents
        }
        self._db.executemany(
            "DELETE FROM head WHERE tbl = ? AND row_id = ? AND col = ?"
            " AND change = (SELECT no FROM change WHERE id = ?)",
            [each for each in replaced if each[3] not in new],
        )
        self._db.executemany(
            "INSERT INTO head VALUES (?, ?, ?, ?)",
            [
                (*each.register, no)
                for no, each in enumerate(batch, first)
                if (*each.register, each.logged.id) not in replaced
            ],
        )

    def finish(self) -> None:
        """Write the version vector; called once before the transaction commits."""
        for site_no, scope in sorted(self._moved):
            seq, change_id = self._versions[site_no, scope]
            self._db.execute(
                "INSERT INTO version VALUES (?, ?, ?, ?)"
                " ON CONFLICT (site, scope) DO UPDATE SET seq = excluded.seq, id = excluded.id",
                [site_no, scope, seq, change_id],
            )
        self._moved.clear()

    ## Reading

    def lamport(self) -> int:
        """The largest Lamport time seen."""
        if self._lamport is None:
            found = self._db.execute("SELECT max(lamport) FROM change").fetchone()[0]
            self._lamport = int(found or 0)
        return self._lamport

    def _last_no(self) -> int:
        if self._no is None:
            found = self._db.execute("SELECT max(no) FROM change").fetchone()[0]
            self._no = int(found or 0)
        return self._no

    def version_of(self, site_no: int, scope: str) -> tuple[int, bytes]:
        """How far a site's chain in a scope has been seen: its last seq and id, (0, b"")."""
        key = (site_no, scope)
        if key not in self._versions:
            found = self._db.execute(
                "SELECT seq, id FROM version WHERE site = ? AND scope = ?", key
            ).fetchone()
            self._versions[key] = (found[0], found[1]) if found else (0, b"")
        return self._versions[key]

    def site_no(self, site_id: str) -> int:
        """The number of a site in this file, given to it when it is met first."""
        if site_id not in self._sites:
            found = self._db.execute("SELECT no FROM site WHERE id = ?", [site_id]).fetchone()
            if found is None:
                found = [
                    self._db.execute(
                        "INSERT INTO site (id, private) VALUES (?, 0)", [site_id]
                    ).lastrowid
                ]
            self._sites[site_id] = int(found[0] or 0)
        return self._sites[site_id]

    def known(self, ids: Iterable[bytes]) -> set[bytes]:
        """Those of the changes that are in the log."""
        asked = list(ids)
        found: set[bytes] = set()
        for at in range(0, len(asked), _BATCH):
            batch = asked[at : at + _BATCH]
            marks = ", ".join("?" * len(batch))
            answer = self._db.execute(f"SELECT id FROM change WHERE id IN ({marks})", batch)
            found.update(change_id for (change_id,) in answer)
        return found

    def heads(self, table: str, row_id: str, column: str | None = None) -> dict[str, list[Head]]:
        """The standing writes of a row's registers (or of one of them), by column."""
        found = self._db.execute(
            "SELECT head.col, change.no, change.id, lamport, site.id, value, parents"
            " FROM head JOIN change ON change.no = head.change JOIN site ON site.no = change.site"
            " WHERE head.tbl = ? AND head.row_id = ?" + (" AND head.col = ?" if column else ""),
            [table, row_id, *([column] if column else [])],
        )
        heads: dict[str, list[Head]] = {}
        for name, no, change_id, lamport, site_id, value, parents in found:
            write = Write(change_id, lamport, site_id, value or "null", frozenset(split(parents)))
            heads.setdefault(name, []).append(Head(no, write))
        return heads

    def writes(self, table: str, row_id: str, column: str) -> list[Write]:
        """All writes of a register, replaced ones included."""
        found = self._db.execute(
            "SELECT change.id, lamport, site.id, value, parents FROM change"
            " JOIN site ON site.no = change.site WHERE row_id = ? AND tbl = ? AND col = ?",
            [row_id, table, column],
        )
        return [
            Write(change_id, lamport, site_id, value or "null", frozenset(split(parents)))
            for change_id, lamport, site_id, value, parents in found
        ]

    def since(self, vector: dict[tuple[str, str], int]) -> Iterator[LoggedValue]:
        """The changes of sites that travel, beyond a vector of (site, scope) to seq.

        In an order in which parents come before what replaces them.
        """
        found = self._db.execute(f"{_CHANGE} WHERE private = 0 ORDER BY lamport, site.id, seq")
        for stored in found:
            if stored[2] > vector.get((stored[0], stored[1]), 0):
                yield self.logged(stored)

    def chains(self) -> Iterator[tuple[LoggedValue, bytes]]:
        """Every change in the order of its chain, with the id under which it is stored."""
        for stored in self._db.execute(f"{_CHANGE} ORDER BY change.site, scope, seq"):
            yield self.logged(stored), stored[18]

    def vector(self) -> dict[tuple[str, str], int]:
        """How far each travelling site's chain in each scope is known."""
        found = self._db.execute(
            "SELECT site.id, scope, seq FROM version JOIN site ON site.no = version.site"
            " WHERE private = 0"
        )
        return {(site_id, scope): seq for site_id, scope, seq in found}

    def logged(self, stored: Sequence[Any]) -> LoggedValue:
        """The change of a stored line; its predecessor is looked up by its place in the chain."""
        (site, scope, seq, lamport, wall, author, action, name, table, row_id, column, kind,
         schema, resolver, parents, digest, salt, value, _) = stored  # fmt: skip
        change = Change(
            site=site, scope=scope, seq=seq, lamport=lamport, wall=wall, author=author,
            action=action, name=name, table=table, row_id=row_id, column=column, kind=kind,
            schema=schema, resolver=resolver, previous=self.id_at(site, scope, seq - 1),
            parents=tuple(split(parents)), digest=digest,
        )  # fmt: skip
        return LoggedValue(change, salt or b"", value)

    def id_at(self, site_id: str, scope: str, seq: int) -> bytes:
        """The id of a site's change at a place of its chain, b"" when it is not here."""
        found = self._db.execute(
            "SELECT change.id FROM change JOIN site ON site.no = change.site"
            " WHERE site.id = ? AND scope = ? AND seq = ?",
            [site_id, scope, seq],
        ).fetchone()
        return found[0] if found else b""


def split(joined: bytes) -> Iterable[bytes]:
    """The hashes of a run of them."""
    return [joined[at : at + _HASH] for at in range(0, len(joined), _HASH)]


def _line(no: int, arrival: Arrival) -> list[Any]:
    logged, change = arrival.logged, arrival.logged.change
    return [
        no, logged.id, arrival.site_no, change.scope, change.seq, change.lamport,
        arrival.action_no, *arrival.register, change.kind, change.schema, change.resolver,
        b"".join(change.parents), change.digest, logged.salt, logged.value,
    ]  # fmt: skip
