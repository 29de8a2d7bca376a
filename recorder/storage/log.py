"""The append-only log of changes, its heads and its version vector. No projection here."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, NamedTuple

from sqlite_utils import Database

from recorder.domain.log import Change, LoggedValue, Seal, Vector, Version, value_digest
from recorder.merge.registers import RESOLVER
from recorder.storage.registers import Registers, split
from recorder.storage.sites import Site

_BATCH = 500  # bound parameters in one statement, far below SQLite's limit
_CHANGE = """
SELECT log.site, scope, seq, lamport, wall, author, deed.id, deed.name, tbl, logged_row.id, col,
       kind, schema, resolver, parents, digest, salt, value, log.id, signature, log.no
FROM log JOIN deed ON deed.no = log.deed JOIN logged_row ON logged_row.no = log.row
    LEFT JOIN seal ON seal.change = log.no
"""


_APART = "\x1f"
"""What tells the stored ids of two actions apart that claim one; no id of an action holds it."""

_Chain = tuple[int, str]
"""A branch's number, and a scope."""

_Register = tuple[int, int]
"""The numbers of a row and of a column's name."""


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


class Arrival(NamedTuple):
    """A change that is ready to be logged, with the numbers that stand for it in this file.

    `register` is its table, row and column.
    """

    site_no: int
    action_no: int
    logged: LoggedValue
    register: tuple[str, str, str]


def arrival(site_no: int, action_no: int, logged: LoggedValue) -> Arrival:
    """A change as the log takes it in."""
    change = logged.change
    return Arrival(site_no, action_no, logged, (change.table, change.row_id, change.column))


class ChangeLog(Registers):
    """Appends and reads changes; the caller owns the transaction."""

    def __init__(self, database: Database) -> None:
        super().__init__(database.conn)
        self.forget_caches()

    def forget_caches(self) -> None:
        """Read counters anew: after a rollback they would run ahead of the file."""
        self.branches.forget()
        self.numbers.forget()
        self._versions: dict[_Chain, Version] = {}
        self._moved: dict[_Chain, int] = {}  # to the largest Lamport time since
        self._lamport: int | None = None
        self._no: int | None = None

    ## Writing

    def begin_action(self, action_id: str, name: str, author: str, wall: str) -> Action:
        """The action under which the following writes are logged, made when it is new."""
        found = self._db.execute(
            "SELECT no, name, author, wall FROM action WHERE id = ?", [action_id]
        ).fetchone()
        if found:
            return Action(found[0], action_id, *found[1:])
        term = self.numbers.term
        cursor = self._db.execute(
            "INSERT INTO deed (id, name, author, wall) VALUES (?, ?, ?, ?)",
            [action_id, term(name), term(author), wall],
        )
        return Action(int(cursor.lastrowid or 0), action_id, name, author, wall)

    def received_action(self, change: Change) -> int:
        """The number of the action that a change of another laptop belongs to.

        Whoever gives an action the id of another one, by mistake or not, keeps nobody's changes
        out: it is an action of its own here.
        """
        told = [change.name, change.author, change.wall]
        own = sha256("\x1f".join(told).encode()).hexdigest()
        action = self.begin_action(change.action, *told)
        if [action.name, action.author, action.wall] != told:
            action = self.begin_action(f"{change.action}{_APART}{own}", *told)
        return action.no

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
        self.store([arrival(site.no, action.no, LoggedValue(change, salt, entry.value))])

    def store(self, batch: Sequence[Arrival]) -> None:
        """Put changes into the log and move the heads.

        Each one's parents and predecessor are in the log or stand before it in the batch.
        """
        first = self.last_no() + 1
        rows = self.numbers.rows(each.register[:2] for each in batch)
        changes = [each.logged.change for each in batch]
        used = {word for each in changes for word in (each.scope, each.column, each.kind)}
        terms = {word: self.numbers.term(word) for word in used}
        registers = [(rows[each.register[:2]], terms[each.register[2]]) for each in batch]
        self._db.executemany(
            "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_line(first + at, each, registers[at], terms) for at, each in enumerate(batch)],
        )
        self._no = first + len(batch) - 1
        self._move_heads(batch, registers, first)
        latest = {(each.site_no, each.logged.change.scope): each.logged for each in batch}
        for key, logged in latest.items():
            self._versions[key] = Version(logged.change.seq, logged.id)
            self._moved.setdefault(key, 0)
        for each in batch:
            key = (each.site_no, each.logged.change.scope)
            self._moved[key] = max(self._moved[key], each.logged.change.lamport)
        self._lamport = max(self.lamport(), *self._moved.values())

    def _move_heads(
        self, batch: Sequence[Arrival], registers: Sequence[_Register], first: int
    ) -> None:
        here = {each.logged.id: at for at, each in enumerate(batch)}
        replaced: set[int] = set()  # places in the batch
        gone: set[tuple[int, int, bytes]] = set()
        for each, register in zip(batch, registers, strict=True):
            for parent in each.logged.change.parents:
                at = here.get(parent)
                if at is None:
                    gone.add((*register, parent))
                elif registers[at] == register:  # a deletion names the heads of all registers
                    replaced.add(at)
        self._db.executemany(
            "DELETE FROM standing WHERE row = ? AND col = ?"
            " AND change = (SELECT no FROM log WHERE id = ?)",
            gone,
        )
        self._db.executemany(
            "INSERT INTO standing VALUES (?, ?, ?)",
            [
                (*register, first + at)
                for at, register in enumerate(registers)
                if at not in replaced
            ],
        )

    def finish(self) -> None:
        """Write the version vector; called once before the transaction commits."""
        for (site_no, scope), lamport in sorted(self._moved.items()):
            seq, change_id = self._versions[site_no, scope]
            self._db.execute(
                "INSERT INTO version VALUES (?, ?, ?, ?, ?) ON CONFLICT (site, scope)"
                " DO UPDATE SET seq = excluded.seq, id = excluded.id,"
                " lamport = max(lamport, excluded.lamport)",
                [site_no, scope, seq, change_id, lamport],
            )
        self._moved.clear()

    ## Reading

    def lamport(self) -> int:
        """The largest Lamport time seen."""
        if self._lamport is None:
            found = self._db.execute("SELECT max(lamport) FROM version").fetchone()[0]
            self._lamport = int(found or 0)
        return self._lamport

    def last_no(self) -> int:
        """The number of the newest change in this file, 0 before the first."""
        if self._no is None:
            found = self._db.execute("SELECT max(no) FROM log").fetchone()[0]
            self._no = int(found or 0)
        return self._no

    def version_of(self, site_no: int, scope: str) -> Version:
        """How far a branch has been seen in a scope; (0, b"") before its first change."""
        key = (site_no, scope)
        if key not in self._versions:
            found = self._db.execute(
                "SELECT seq, id FROM version WHERE site = ? AND scope = ?", key
            ).fetchone()
            self._versions[key] = Version(*found) if found else Version(0, b"")
        return self._versions[key]

    def place_of(self, change_id: bytes) -> tuple[int, str, int] | None:
        """Branch, scope and seq of a change, None when it is not here."""
        found = self._db.execute(
            "SELECT site, scope, seq FROM log WHERE id = ?", [change_id]
        ).fetchone()
        return (found[0], self.numbers.text(found[1]), found[2]) if found else None

    def name_branches(self, first: Iterable[bytes]) -> None:
        """Give branches that begin with these changes the names that all laptops give them."""
        self.finish()
        for each in first:
            self.branches.name_by_smallest(each)
        self._versions.clear()

    def known(self, ids: Iterable[bytes]) -> set[bytes]:
        """Those of the changes that are in the log."""
        asked = list(ids)
        found: set[bytes] = set()
        for at in range(0, len(asked), _BATCH):
            batch = asked[at : at + _BATCH]
            marks = ", ".join("?" * len(batch))
            answer = self._db.execute(f"SELECT id FROM log WHERE id IN ({marks})", batch)
            found.update(change_id for (change_id,) in answer)
        return found

    def since(self, vector: Vector) -> Iterator[LoggedValue]:
        """The changes of sites that travel, beyond a vector.

        In the order in which they were logged here: what a change hangs from comes before it.
        Of a chain that the vector ends with a change that is not here all is given: whoever
        sent it may be ahead on it, or have gone another way under the same name.
        """
        ends = {(no, scope): last for no, scope, last in self._travelling()}
        seen = self._seen(vector, ends)
        wanted = [
            [no, self.numbers.find_term(scope), seen.get((no, scope), 0)]
            for (no, scope), last in ends.items()
            if seen.get((no, scope), 0) < last.seq
        ]
        chosen = (
            "SELECT no FROM json_each(?) AS wanted CROSS JOIN log"
            " ON log.site = json_extract(wanted.value, '$[0]')"
            " AND log.scope = json_extract(wanted.value, '$[1]')"
            " AND log.seq > json_extract(wanted.value, '$[2]')"
        )
        found = self._db.execute(
            f"{_CHANGE} WHERE log.no IN ({chosen}) ORDER BY log.no", [json.dumps(wanted)]
        )
        yield from (logged for logged, _ in self._in_chains(found))

    def _travelling(self) -> Iterator[tuple[int, str, Version]]:
        """The chains that may leave, and how far each goes: most are known to their end."""
        found = self._db.execute(
            "SELECT site, scope, seq, version.id FROM version"
            " JOIN site ON site.no = version.site WHERE private = 0"
        )
        for no, scope, seq, last in found.fetchall():
            yield no, scope, Version(seq, last)

    def _seen(self, vector: Vector, ends: dict[_Chain, Version]) -> dict[_Chain, int]:
        """How far chains of ours are known to who sent a vector.

        Up to the changes that it names, and those that they follow in the branches before.
        """
        seen: dict[_Chain, int] = {}
        for (site_id, scope), version in vector.items():
            no = self.branches.find(site_id)
            if no is not None and ends.get((no, scope)) == version:
                place: tuple[int, str, int] | None = (no, scope, version.seq)
            else:
                place = self.place_of(version.id)
            while place is not None and seen.get(place[:2], 0) < place[2]:
                seen[place[:2]] = place[2]
                place = self._place_before(*place[:2])
        return seen

    def _place_before(self, no: int, scope: str) -> tuple[int, str, int] | None:
        """Where a branch left another one, None for one that began by itself."""
        parent = self.branches.branch(no).parent
        if parent is None:
            return None
        first = self._db.execute(
            "SELECT min(seq) FROM log WHERE site = ? AND scope = ?",
            [no, self.numbers.find_term(scope)],
        ).fetchone()[0]
        return (parent, scope, first - 1) if first and first > 1 else None

    def between(self, first: int, last: int) -> Iterator[tuple[int, LoggedValue]]:
        """The changes of some numbers of this file, each with its number."""
        stored = self._db.execute(
            f"{_CHANGE} WHERE log.no BETWEEN ? AND ? ORDER BY log.no", [first, last]
        ).fetchall()
        numbers = {each[18]: each[20] for each in stored}
        yield from ((numbers[change_id], each) for each, change_id in self._in_chains(stored))

    def chains(self) -> Iterator[tuple[LoggedValue, bytes]]:
        """Every change in the order of its chain, with the id under which it is stored."""
        yield from self._in_chains(self._db.execute(f"{_CHANGE} ORDER BY log.site, scope, seq"))

    def _in_chains(self, found: Iterable[Sequence[Any]]) -> Iterator[tuple[LoggedValue, bytes]]:
        """The changes of stored lines, of each chain one after the other."""
        last: dict[tuple[int, int], Version] = {}
        for stored in found:
            chain, seq, change_id = (stored[0], stored[1]), stored[2], stored[18]
            before = last.get(chain)
            if before is None or before.seq != seq - 1:
                scope = self.numbers.text(chain[1])
                before = Version(seq - 1, self._id_before(chain[0], scope, seq))
            last[chain] = Version(seq, change_id)
            yield self._logged(stored, before.id), change_id

    def vector(self) -> Vector:
        """How far each travelling branch is known in each scope."""
        found = self._db.execute(
            "SELECT site.id, scope, seq, version.id FROM version"
            " JOIN site ON site.no = version.site WHERE private = 0"
        )
        return {(site_id, scope): Version(seq, last) for site_id, scope, seq, last in found}

    def _logged(self, stored: Sequence[Any], previous: bytes) -> LoggedValue:
        """The change of a stored line."""
        (site, scope, seq, lamport, wall, author, action, name, table, row_id, column, kind,
         schema, resolver, parents, digest, salt, value, _, signature, _) = stored  # fmt: skip
        text = self.numbers.text
        change = Change(
            site=self.branches.name(site), scope=text(scope), seq=seq, lamport=lamport, wall=wall,
            author=text(author), action=action.partition(_APART)[0], name=text(name),
            table=text(table), row_id=row_id, column=text(column), kind=text(kind),
            schema=schema, resolver=resolver, previous=previous,
            parents=tuple(split(parents)), digest=digest,
        )  # fmt: skip
        return LoggedValue(change, salt or b"", value, self._seal(change.site, signature))

    def _seal(self, site_id: str, signature: bytes | None) -> Seal | None:
        if signature is None:
            return None
        key = self._db.execute("SELECT public_key FROM site WHERE id = ?", [site_id]).fetchone()
        return Seal(key[0], signature)

    def _id_before(self, site_no: int, scope: str, seq: int) -> bytes:
        """The id of the change before a place, also where a branch left another one."""
        while True:
            found = self.id_at(site_no, scope, seq - 1)
            parent = self.branches.branch(site_no).parent
            if found or parent is None:
                return found
            site_no = parent

    def id_at(self, site_no: int, scope: str, seq: int) -> bytes:
        """The id of the change at a place of a branch, b"" when there is none."""
        found = self._db.execute(
            "SELECT id FROM log WHERE site = ? AND scope = ? AND seq = ?",
            [site_no, self.numbers.find_term(scope), seq],
        ).fetchone()
        return found[0] if found else b""


def _line(no: int, arrival: Arrival, register: _Register, terms: dict[str, int]) -> tuple[Any, ...]:
    logged, change = arrival.logged, arrival.logged.change
    return (
        no, logged.id, arrival.site_no, terms[change.scope], change.seq, change.lamport,
        arrival.action_no, *register, terms[change.kind], change.schema, change.resolver,
        b"".join(change.parents), change.digest, logged.salt, logged.value,
    )  # fmt: skip
