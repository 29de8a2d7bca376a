"""Changes of other laptops: verified, logged in causal order, projected (FORMAT 1, 8, 15)."""

import json
import re
from collections.abc import Iterable

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
from recorder.errors import ChangeRefusedError
from recorder.merge.registers import RESOLVER
from recorder.storage.log import Action, Arrival
from recorder.storage.writer import Writer

_MOST = 2**48  # changes; beyond it a counter was made up, and the next would not fit 53 bits
_NAME = re.compile(r"[a-z_]{1,40}")


class Inbox:
    """Receives changes into an archive, any number of times and in any order."""

    def __init__(self, database: Database, writer: Writer) -> None:
        self._db = database.conn
        self._writer = writer
        self._log = writer.log
        self._actions: dict[str, Action] = {}

    def receive(self, arrived: Iterable[LoggedValue]) -> Changes:
        """Log what is new and show what follows from it, all in one transaction.

        Changes whose predecessor or parents have not arrived wait unprojected.

        Raises:
            ChangeRefusedError: a change is malformed, its value does not fit its hash, or its
                site wrote another one in its place. Nothing was received.
        """
        self._actions = {}
        with self._writer.transaction():
            batch, left = self._settle([*self._waiting(), *map(_verified, arrived)])
            self._keep_waiting(left)
            if batch:
                self._log.store(batch)
            rows = {(each.register[0], each.register[1]) for each in batch}
            touched: dict[str, set[str]] = {}
            for table, row_id in sorted(rows):
                self._writer.projection.refresh(table, row_id)
                self._writer.index.update(table, row_id)
                touched.setdefault(table, set()).add(row_id)
        ids = {table: frozenset(each) for table, each in touched.items()}
        scopes = frozenset(each.logged.change.scope for each in batch)
        return Changes("receive", new_id(), ids, scopes)

    def count_waiting(self) -> int:
        """How many changes wait for what they hang from."""
        return int(self._db.execute("SELECT count(*) FROM waiting").fetchone()[0])

    def _settle(self, arrived: list[LoggedValue]) -> tuple[list[Arrival], list[LoggedValue]]:
        """What can be logged, in causal order, and what must wait.

        Parents have smaller Lamport times, so one round suffices for honest changes.
        """
        new = {each.id: each for each in arrived}
        for known in self._log.known(new):
            del new[known]
        hung_from = {parent for each in new.values() for parent in each.change.parents}
        here = self._log.known(hung_from - new.keys())
        versions: dict[tuple[str, str], tuple[int, bytes]] = {}
        ready: list[Arrival] = []
        left = sorted(new.values(), key=_causally)
        while left:
            still = [each for each in left if not self._take(each, here, versions, ready)]
            if len(still) == len(left):
                break
            left = still
        return ready, left

    def _take(
        self,
        logged: LoggedValue,
        here: set[bytes],
        versions: dict[tuple[str, str], tuple[int, bytes]],
        ready: list[Arrival],
    ) -> bool:
        """Make the change ready if everything that it hangs from is here."""
        change = logged.change
        chain = (change.site, change.scope)
        if chain not in versions:
            versions[chain] = self._log.version_of(self._log.site_no(change.site), change.scope)
        seq, last = versions[chain]
        if change.seq <= seq or (change.seq == seq + 1 and change.previous != last):
            raise ChangeRefusedError(reason="forked", site=change.site, seq=change.seq)
        if change.seq != seq + 1 or not here.issuperset(change.parents):
            return False
        if not _is_understood(change):
            return False  # it waits for the release that knows what it means (FORMAT 10, 15)
        versions[chain] = (change.seq, logged.id)
        here.add(logged.id)
        ready.append(Arrival(self._log.site_no(change.site), self._action_no(change), logged))
        return True

    def _action_no(self, change: Change) -> int:
        known = self._actions.get(change.action)
        if known is None:
            known = self._log.begin_action(change.action, change.name, change.author, change.wall)
            self._actions[change.action] = known
        if (known.name, known.author, known.wall) != (change.name, change.author, change.wall):
            raise ChangeRefusedError(reason="action", site=change.site, seq=change.seq)
        return known.no

    def _waiting(self) -> list[LoggedValue]:
        found = self._db.execute("SELECT document FROM waiting").fetchall()
        self._db.execute("DELETE FROM waiting")
        return [from_document(json.loads(document)) for (document,) in found]

    def _keep_waiting(self, left: Iterable[LoggedValue]) -> None:
        self._db.executemany(
            "INSERT INTO waiting VALUES (?, ?, ?)",
            [(each.id, each.change.lamport, json.dumps(to_document(each))) for each in left],
        )


def _verified(logged: LoggedValue) -> LoggedValue:
    change = logged.change

    def refuse(reason: str) -> ChangeRefusedError:
        return ChangeRefusedError(reason=reason, site=change.site, seq=change.seq)

    if not (_NAME.fullmatch(change.table) and _NAME.fullmatch(change.column)):
        raise refuse("name")
    if not (1 <= change.seq <= _MOST and 1 <= change.lamport <= _MOST):
        raise refuse("count")
    if logged.value is not None and value_digest(logged.salt, logged.value) != change.digest:
        raise refuse("digest")
    return logged


def _causally(logged: LoggedValue) -> tuple[int, str, str, int]:
    change = logged.change
    return (change.lamport, change.site, change.scope, change.seq)


def _is_understood(change: Change) -> bool:
    return change.kind == WRITE and change.schema <= SCHEMA and change.resolver <= RESOLVER
