"""Taking in changes that another laptop logged: verified, in causal order, in one transaction.

What comes out does not depend on the order in which changes arrive, nor on how often: a change
that hangs from something that is not here yet waits until it is, and so does one that no seal
of its site vouches for.
"""

import gc
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache

from sqlite_utils import Database

from recorder.domain.changes import Changes
from recorder.domain.identity import new_id
from recorder.domain.log import (
    SCHEMA,
    WRITE,
    Change,
    LoggedValue,
    from_document,
    to_document,
    value_digest,
)
from recorder.domain.sharing import Delivery
from recorder.errors import ChangeRefusedError
from recorder.merge.registers import RESOLVER
from recorder.storage.delivery import Accounting, note_delivery
from recorder.storage.log import Arrival, arrival
from recorder.storage.seals import keep_seals, vouched
from recorder.storage.writer import Writer

_MOST = 2**48  # changes; beyond it a counter was made up, and the next would not fit 53 bits
_ROUNDS = 20  # more than any honest delivery needs; a crafted one would need thousands
_NAME = re.compile(r"[a-z_][a-z0-9_]{0,39}")  # an attachment's bytes are told by its `sha256`

_Place = tuple[int, str, int]  # branch, scope, seq


@dataclass
class _Batch:
    """What one delivery amounts to.

    Attributes:
        ready: the changes to be logged, in causal order.
        left: those that must wait.
        here: the ids that a change may hang from, as far as they were asked for.
        placed: where the ready ones go.
        kept: the rows made as private ones, about which nobody else can have anything to say.
        ends: for each site and scope, the last change of each of its branches.
        forks: the first changes of branches that began.
    """

    left: list[LoggedValue]
    here: set[bytes]
    kept: set[str]
    ready: list[Arrival] = field(default_factory=list)
    placed: dict[bytes, _Place] = field(default_factory=dict)
    ends: dict[tuple[str, str], dict[bytes, _Place]] = field(default_factory=dict)
    forks: list[bytes] = field(default_factory=list)


class Inbox:
    """Receives changes into an archive, any number of times and in any order."""

    def __init__(self, database: Database, writer: Writer) -> None:
        self._db = database.conn
        self.writer = writer
        self._log = writer.log
        self._actions: dict[tuple[str, ...], int] = {}

    def receive(self, arrived: Iterable[LoggedValue]) -> Changes:
        """Log what is new and show what follows from it, all in one transaction.

        Changes whose predecessor or parents have not arrived wait unprojected, and so do those
        for which no seal vouches.

        Raises:
            ChangeRefusedError: a change is malformed, its value does not fit its hash, or its
                seal is not of its site. Nothing was received.
        """
        return self._receive(arrived, None)[0]

    def take(self, arrived: Iterable[LoggedValue], wall: str) -> tuple[Changes, Delivery]:
        """As `receive`, with an account of what came at an instant; it can be held back."""
        changes, delivery = self._receive(arrived, Accounting(self._db), wall)
        return changes, delivery or Delivery()

    def release(self, wall: str) -> Changes:
        """Take in again what was held back."""
        return self._receive((), Accounting(self._db), wall, releases=True)[0]

    def _receive(
        self,
        arrived: Iterable[LoggedValue],
        account: Accounting | None,
        wall: str = "",
        *,
        releases: bool = False,
    ) -> tuple[Changes, Delivery | None]:
        with _without_collecting(), self.writer.transaction():
            if releases:
                arrived = self._released()
            before = self._log.last_no()
            batch, touched = self._take_in(arrived)
            delivery = account.delivery(batch.ready, len(batch.left)) if account else None
            if delivery and batch.ready:
                note_delivery(self._db, (before + 1, self._log.last_no()), wall)
            own = self.writer.sites.public.id
            # Somebody else writes under our site: this archive is a copy that nobody noticed.
            is_copy = any(each.logged.change.site == own for each in batch.ready)
            if is_copy:
                self.writer.take_new_sites()
        if is_copy:
            self.writer.renew_instance()
        ids = {table: frozenset(each) for table, each in touched.items()}
        scopes = frozenset(each.logged.change.scope for each in batch.ready)
        changes = Changes("receive", new_id(), ids, scopes)
        return self.writer.mentions.concerned(changes), delivery

    def foresee(self, arrived: Iterable[LoggedValue]) -> Delivery:
        """What receiving would make of the archive; nothing is received.

        Raises:
            ChangeRefusedError: as `receive`.
        """
        with suppress(_TakenBackError), self.writer.transaction():
            account = Accounting(self._db)
            batch, _ = self._take_in(arrived)
            delivery = account.delivery(batch.ready, len(batch.left))
            raise _TakenBackError
        return delivery

    def _take_in(self, arrived: Iterable[LoggedValue]) -> tuple[_Batch, dict[str, set[str]]]:
        """Log what is new and show what follows; the rows that were touched, by table."""
        self._actions = {}
        batch = self._settle([*self._waiting(), *map(_verified, arrived)])
        self._keep_waiting(batch.left)
        if batch.ready:
            self._log.store(batch.ready)
            self._log.name_branches(batch.forks)
            keep_seals(self._db, (each.logged for each in batch.ready))
        touched: dict[str, set[str]] = {}
        for each in batch.ready:
            touched.setdefault(each.register[0], set()).add(each.register[1])
        for table, row_ids in sorted(touched.items()):
            self.writer.projection.refresh_many(table, sorted(row_ids))
        self.writer.index.update_many(
            (table, row_id) for table, row_ids in touched.items() for row_id in sorted(row_ids)
        )
        return batch, touched

    def has_news(self, arrived: Iterable[LoggedValue]) -> bool:
        """Whether any of the changes is neither logged nor waiting here."""
        new = {each.id for each in arrived}
        new -= self._log.known(new)
        here = "SELECT id FROM waiting UNION SELECT id FROM held"
        waiting = self._db.execute(here) if new else ()
        return bool(new.difference(each for (each,) in waiting))

    def count_waiting(self) -> int:
        """How many changes wait for what they hang from."""
        return int(self._db.execute("SELECT count(*) FROM waiting").fetchone()[0])

    def _settle(self, arrived: list[LoggedValue]) -> _Batch:
        """What can be logged, in causal order, and what must wait.

        Parents have smaller Lamport times, so one round suffices for honest changes.
        """
        new: dict[bytes, LoggedValue] = {}
        for each in arrived:
            known = new.setdefault(each.id, each)
            if known is not each:
                whole = each if known.value is None else known
                new[each.id] = replace(whole, seal=known.seal or each.seal)
        hung_from = {parent for each in new.values() for parent in each.change.parents}
        here = self._log.known(hung_from | new.keys())
        for known_id in (here & new.keys()) | self._held(new):
            del new[known_id]
        sealed = vouched(new)
        batch = _Batch(
            sorted(new.values(), key=_causally),
            here - new.keys(),
            self._private_rows(),
        )
        unsealed = [each for each in batch.left if each.id not in sealed]
        batch.left = [each for each in batch.left if each.id in sealed]
        for _ in range(_ROUNDS):
            still = [each for each in batch.left if not self._take(each, batch)]
            if len(still) == len(batch.left):
                break
            batch.left = still
        batch.left += unsealed
        return batch

    def _held(self, new: dict[bytes, LoggedValue]) -> set[bytes]:
        """Those of the changes that the user held back: they come again with every stick."""
        held = {each for (each,) in self._db.execute("SELECT id FROM held")} if new else set()
        return held & new.keys()

    def _released(self) -> list[LoggedValue]:
        """What was held back, and is so no longer."""
        found = self._db.execute("SELECT document FROM held").fetchall()
        self._db.execute("DELETE FROM held")
        return [from_document(json.loads(document)) for (document,) in found]

    def _private_rows(self) -> set[str]:
        """What was created by a site whose changes stay here (FORMAT 12).

        Not all that it wrote about: a row that others know may have been put under a private note.
        """
        found = self._db.execute(
            "SELECT logged_row.id FROM site JOIN log ON log.site = site.no"
            " JOIN term ON term.no = col JOIN logged_row ON logged_row.no = row"
            " WHERE private = 1 AND term.text = 'deleted' AND length(parents) = 0"
        )
        return {row_id for (row_id,) in found}

    def _take(self, logged: LoggedValue, batch: _Batch) -> bool:
        """Make the change ready if everything that it hangs from is here."""
        change = logged.change
        if not _is_understood(change) or logged.value is None:
            # It waits for its value, or for the release that knows its meaning (FORMAT 10, 15).
            return False
        if change.row_id in batch.kept or not batch.here.issuperset(change.parents):
            return False
        place = self._place(logged, batch)
        if place is None:
            return False
        batch.placed[logged.id] = place
        batch.here.add(logged.id)
        batch.ready.append(arrival(place[0], self._action_no(change), logged))
        return True

    def _place(self, logged: LoggedValue, batch: _Batch) -> _Place | None:
        """Where in its site's chain a change goes; None while its predecessor is not here.

        One that names a change of another chain as its predecessor waits for ever: to refuse it
        would refuse what it came with, or what it waited for.
        """
        change = logged.change
        branches = self._log.branches
        ends = self._ends(change, batch)
        is_first = change.seq == 1 and not change.previous
        # At the end of a branch, or where what it follows has a successor already, or not here.
        end = ends.get(change.previous)
        before = end or batch.placed.get(change.previous) or self._log.place_of(change.previous)
        chain = (change.site, change.scope, change.seq - 1)
        if before is None and not is_first:
            return None
        if before and (branches.name(before[0]), *before[1:]) != chain:
            return None
        if end is not None or (is_first and not ends):
            no = end[0] if end else branches.meet(change.site)
        else:
            no = branches.fork(before[0] if before else branches.meet(change.site), logged.id)
            batch.forks.append(logged.id)
        ends.pop(change.previous, None)
        ends[logged.id] = place = (no, change.scope, change.seq)
        return place

    def _ends(self, change: Change, batch: _Batch) -> dict[bytes, _Place]:
        """The last changes of all branches of a change's chain, with where they stand."""
        chain = (change.site, change.scope)
        if chain not in batch.ends:
            branches = self._log.branches.family(self._log.branches.meet(change.site))
            ends = ((no, self._log.version_of(no, change.scope)) for no in branches)
            batch.ends[chain] = {last: (no, change.scope, seq) for no, (seq, last) in ends if seq}
        return batch.ends[chain]

    def _action_no(self, change: Change) -> int:
        told = (change.action, change.name, change.author, change.wall)
        if told not in self._actions:
            self._actions[told] = self._log.received_action(change)
        return self._actions[told]

    def _waiting(self) -> list[LoggedValue]:
        found = self._db.execute("SELECT document FROM waiting").fetchall()
        self._db.execute("DELETE FROM waiting")
        return [from_document(json.loads(document)) for (document,) in found]

    def _keep_waiting(self, left: Iterable[LoggedValue]) -> None:
        self._db.executemany(
            "INSERT INTO waiting VALUES (?, ?, ?)",
            [(each.id, each.change.lamport, json.dumps(to_document(each))) for each in left],
        )


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Ten thousand changes are no garbage; to look for some among them takes a tenth of a merge."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _TakenBackError(Exception):
    """Rolls a transaction back in which something was only tried."""


def examine(arrived: Iterable[LoggedValue]) -> None:
    """Make sure that changes may be received, so that one bad file can be refused alone.

    Raises:
        ChangeRefusedError: one of them is malformed, or a seal is not of its site.
    """
    vouched({each.id: each for each in map(_verified, arrived)})


def _verified(logged: LoggedValue) -> LoggedValue:
    change = logged.change

    def refuse(reason: str) -> ChangeRefusedError:
        return ChangeRefusedError(reason=reason, site=change.site, seq=change.seq)

    if not (_is_name(change.table) and _is_name(change.column)):
        raise refuse("name")
    if not (1 <= change.seq <= _MOST and 1 <= change.lamport <= _MOST):
        raise refuse("count")
    if not (1 <= change.schema <= _MOST and 1 <= change.resolver <= _MOST):
        raise refuse("count")
    if "\x1f" in change.action:
        raise refuse("name")
    if logged.value is not None and not _fits(logged, logged.value):
        raise refuse("digest")
    return logged


def _fits(logged: LoggedValue, value: str) -> bool:
    try:
        return value_digest(logged.salt, value) == logged.change.digest
    except UnicodeEncodeError:  # half of a letter; no UTF-8 holds it
        return False


@lru_cache(maxsize=1_000)
def _is_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None


def _causally(logged: LoggedValue) -> tuple[int, str, str, int]:
    change = logged.change
    return (change.lamport, change.site, change.scope, change.seq)


def _is_understood(change: Change) -> bool:
    return change.kind == WRITE and change.schema <= SCHEMA and change.resolver <= RESOLVER
