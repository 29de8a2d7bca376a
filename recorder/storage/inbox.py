"""Changes of other laptops: verified, logged in causal order, projected (FORMAT 1, 8, 15)."""

import json
import re
from collections.abc import Iterable

from sqlite_utils import Database

from recorder.domain.changes import Changes
from recorder.domain.identity import new_id
from recorder.domain.log import LoggedValue, from_document, to_document, value_digest
from recorder.errors import ChangeRefusedError
from recorder.storage.writer import Writer

_NAME = re.compile(r"[a-z_]{1,40}")


class Inbox:
    """Receives changes into an archive, any number of times and in any order."""

    def __init__(self, database: Database, writer: Writer) -> None:
        self._db = database.conn
        self._writer = writer
        self._log = writer.log

    def receive(self, arrived: Iterable[LoggedValue]) -> Changes:
        """Log what is new and show what follows from it, all in one transaction.

        Changes whose predecessor or parents have not arrived wait unprojected.

        Raises:
            ChangeRefusedError: a change is malformed, its value does not fit its hash, or its
                site wrote another one in its place. Nothing was received.
        """
        with self._writer.transaction():
            new = {
                logged.change.id: logged
                for logged in (*self._waiting(), *map(_verified, arrived))
                if not self._log.knows(logged.change.id)
            }
            self._db.execute("DELETE FROM waiting")
            rows, left = self._settle(new)
            self._keep_waiting(left)
            touched: dict[str, set[str]] = {}
            for table, row_id in sorted({(table, row_id) for table, row_id, _ in rows}):
                self._writer.projection.refresh(table, row_id)
                self._writer.index.update(table, row_id)
                touched.setdefault(table, set()).add(row_id)
        ids = {table: frozenset(each) for table, each in touched.items()}
        return Changes("receive", new_id(), ids, frozenset(scope for _, _, scope in rows))

    def count_waiting(self) -> int:
        """How many changes wait for what they hang from."""
        return int(self._db.execute("SELECT count(*) FROM waiting").fetchone()[0])

    def _settle(
        self, new: dict[bytes, LoggedValue]
    ) -> tuple[set[tuple[str, str, str]], list[LoggedValue]]:
        """Log what can be logged; parents have smaller Lamport times, so few rounds suffice."""
        left = sorted(new.values(), key=lambda each: (each.change.lamport, each.change.site))
        rows: set[tuple[str, str, str]] = set()
        while left:
            still: list[LoggedValue] = []
            for logged in left:
                change = logged.change
                if self._is_ready(logged):
                    self._store(logged)
                    rows.add((change.table, change.row_id, change.scope))
                else:
                    still.append(logged)
            if len(still) == len(left):
                break
            left = still
        return rows, left

    def _is_ready(self, logged: LoggedValue) -> bool:
        change = logged.change
        seq, last = self._log.version_of(self._log.site_no(change.site), change.scope)
        if change.seq <= seq:
            raise ChangeRefusedError(reason="forked", site=change.site, seq=change.seq)
        if change.seq != seq + 1:
            return False
        if change.previous != last:
            raise ChangeRefusedError(reason="forked", site=change.site, seq=change.seq)
        return all(self._log.knows(parent) for parent in change.parents)

    def _store(self, logged: LoggedValue) -> None:
        change = logged.change
        action = self._log.begin_action(change.action, change.name, change.author, change.wall)
        known = (action.name, action.author, action.wall)
        if known != (change.name, change.author, change.wall):
            raise ChangeRefusedError(reason="action", site=change.site, seq=change.seq)
        self._log.store(self._log.site_no(change.site), action.no, logged)

    def _waiting(self) -> list[LoggedValue]:
        found = self._db.execute("SELECT document FROM waiting").fetchall()
        return [from_document(json.loads(document)) for (document,) in found]

    def _keep_waiting(self, left: Iterable[LoggedValue]) -> None:
        self._db.executemany(
            "INSERT INTO waiting VALUES (?, ?, ?)",
            [(each.change.id, each.change.lamport, json.dumps(to_document(each))) for each in left],
        )


def _verified(logged: LoggedValue) -> LoggedValue:
    change = logged.change

    def refuse(reason: str) -> ChangeRefusedError:
        return ChangeRefusedError(reason=reason, site=change.site, seq=change.seq)

    if not (_NAME.fullmatch(change.table) and _NAME.fullmatch(change.column)):
        raise refuse("name")
    if change.seq < 1 or change.lamport < 1:
        raise refuse("count")
    if logged.value is not None and value_digest(logged.salt, logged.value) != change.digest:
        raise refuse("digest")
    return logged
