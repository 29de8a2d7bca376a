"""Is the file whole: pages, the chains of the log, tables and index against it, attached files?

Everything is read as a stream, one row or change after the other: a check takes as much memory
for a million changes as for ten. It only reads, in one state of the file, and so may run beside
who writes.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice

from sqlite_utils import Database

from recorder.domain.log import from_document, value_digest
from recorder.domain.summaries import CheckReport
from recorder.errors import CheckStoppedError
from recorder.storage import engine
from recorder.storage.blobs import Blobs
from recorder.storage.codec import CODECS
from recorder.storage.log import ChangeLog
from recorder.storage.projection import Projection, RowState
from recorder.storage.searched_rows import OF_DIRECTORY, SEARCHED

Progress = Callable[[str, int, int], bool]
"""Told the part (pages, chains, tables, blobs), how much is done and the whole; False stops."""

_MOST_PAGES = 20
_MOST_PROBLEMS = 200
_TELL_EVERY = 2_000  # changes or rows
_STEPS = 2_000_000  # of SQLite's machine, between two questions whether to stop

Problem = tuple[str, str]


def _go_on(_part: str, _done: int, _whole: int) -> bool:
    return True


class Verifier:
    """Reads everything, changes nothing."""

    def __init__(
        self,
        database: Database,
        log: ChangeLog,
        projection: Projection,
        progress: Progress | None = None,
    ) -> None:
        self._db = database.conn
        self._log = log
        self._projection = projection
        self._progress = progress or _go_on
        self._blobs = Blobs(database)
        self._rows = 0

    def check(self) -> CheckReport:
        """The whole check: a second for a usual archive, minutes for a very large one.

        Raises:
            CheckStoppedError: `progress` said so.
        """
        self._log.numbers.forget()  # what the file says counts, not what was read before
        with self._one_state():
            problems = [("page", each) for each in self._damaged_pages()]
            if problems:
                # Reading on over damaged pages would only raise; the pages are the finding.
                return CheckReport(changes=0, rows=0, waiting=0, problems=tuple(problems))
            problems = list(islice(self._problems(), _MOST_PROBLEMS))
            return CheckReport(
                changes=self._count("log"),
                rows=self._rows,
                waiting=self._count("waiting"),
                missing=len(self._blobs.missing()),
                problems=tuple(problems),
            )

    def _problems(self) -> Iterator[Problem]:
        yield from self._broken_chains()
        yield from self._differing_rows()
        yield from self._differing_index()
        for each in self._blobs.damaged_blobs():
            self._tell("blobs", 0, 1)  # a reading that was stopped looks like a damaged one
            yield "blob", each

    @contextmanager
    def _one_state(self) -> Iterator[None]:
        begins = not self._db.in_transaction
        if begins:
            self._db.execute("BEGIN")
        self._db.set_progress_handler(self._is_stopped, _STEPS)
        try:
            yield
        except engine.Error as error:
            if "interrupted" in str(error):
                raise CheckStoppedError from error
            raise
        finally:
            self._db.set_progress_handler(None, 0)
            if begins and self._db.in_transaction:
                self._db.execute("ROLLBACK")

    def _is_stopped(self) -> bool:
        return not self._progress("", 0, 0)

    def _tell(self, part: str, done: int, whole: int) -> None:
        if not self._progress(part, done, whole):
            raise CheckStoppedError

    def _damaged_pages(self) -> list[str]:
        self._tell("pages", 0, 1)
        try:
            found = self._db.execute(f"PRAGMA integrity_check({_MOST_PAGES})").fetchall()
        except engine.DatabaseError as error:
            if "interrupted" in str(error):
                raise
            return [str(error)]
        return [finding for (finding,) in found if finding != "ok"]

    def _broken_chains(self) -> Iterator[Problem]:
        """Changes that are not what was written, and chains whose end is not the known one.

        A gap shows as a change that is not what its hash says, since the hash holds what the
        change followed.
        """
        whole, read = self._count("log"), 0
        for done, (logged, stored_id) in enumerate(self._log.chains()):
            read += 1
            if done % _TELL_EVERY == 0:
                self._tell("chains", done, whole)
            change = logged.change
            genuine = logged.id == stored_id and (
                logged.value is None or value_digest(logged.salt, logged.value) == change.digest
            )
            if not genuine:
                yield "chain", f"{change.site}/{change.scope}/{change.seq}"
        if read != whole:
            yield "chain", "log"  # of some it is not known what they are about
        yield from self._wrong_ends()
        yield from self._broken_waiting()

    def _wrong_ends(self) -> Iterator[Problem]:
        found = self._db.execute(
            "SELECT site, scope, seq FROM (SELECT site, term.text AS scope, max(seq) AS seq,"
            " log.id AS id, max(lamport) AS lamport FROM log LEFT JOIN term ON term.no = scope"
            " GROUP BY site, log.scope) AS ending"
            " FULL JOIN version USING (site, scope, seq, id, lamport)"
            " WHERE version.site IS NULL OR ending.site IS NULL"
        )
        for site, scope, seq in found:
            yield "chain", f"{site}/{scope}/{seq}"

    def _broken_waiting(self) -> Iterator[Problem]:
        kept = "SELECT id, document FROM waiting UNION ALL SELECT id, document FROM held"
        for change_id, document in self._db.execute(kept):
            try:
                genuine = from_document(json.loads(document)).id == change_id
            except (ValueError, TypeError, KeyError):
                genuine = False
            if not genuine:
                yield "chain", f"waiting/{change_id.hex()[:16]}"

    def _differing_rows(self) -> Iterator[Problem]:
        """Lines and heads that are not what the log makes of them; those without any too."""
        whole = sum(self._count(table) for table in CODECS)
        lines, heads, apart = dict.fromkeys(CODECS, 0), 0, 0
        for done, state in enumerate(self._projection.states()):
            if done % _TELL_EVERY == 0:
                self._tell("tables", done, whole)
            heads += len(state.heads)
            apart += len(state.apart)
            if state.table in lines:
                lines[state.table] += 1
            if not self._is_as_logged(state):
                yield "table", f"{state.table}/{state.row_id}"
        self._rows = sum(lines.values())
        for table, count in {**lines, "standing": heads, "conflict": apart}.items():
            if self._count(table) != count:
                yield "table", table

    def _is_as_logged(self, state: RowState) -> bool:
        text = self._log.numbers.text
        heads = self._db.execute("SELECT col, change FROM standing WHERE row = ?", [state.no])
        if sorted((text(col), no) for col, no in heads) != sorted(state.heads):
            return False
        row = [state.table, state.row_id]
        apart = self._db.execute("SELECT col FROM conflict WHERE tbl = ? AND row_id = ?", row)
        if sorted(column for (column,) in apart) != sorted(state.apart):
            return False
        if state.line is None:
            return True
        names = ", ".join((*CODECS[state.table].names, "deleted"))
        line = self._db.execute(
            f"SELECT {names} FROM {state.table} WHERE id = ?", [state.row_id]
        ).fetchone()
        return line is not None and list(line) == state.line

    def _differing_index(self) -> Iterator[Problem]:
        """Rows in sight that a search would not find, and what it would find that is not there."""
        found = 0
        for table in SEARCHED:
            # What belongs to a meeting that nobody has named yet is not sought.
            scope = "" if table in OF_DIRECTORY | {"meeting"} else " AND meeting_id IS NOT NULL"
            lacking, indexed = self._db.execute(
                f"SELECT count(*) - count(doc.id), count(doc.id) FROM {table} AS shown"
                " LEFT JOIN logged_row ON logged_row.id = shown.id AND logged_row.tbl = ?"
                " LEFT JOIN search_row ON search_row.row = logged_row.no"
                " LEFT JOIN search_index_docsize AS doc ON doc.id = search_row.no"
                f" WHERE shown.deleted = 0{scope}",
                [self._log.numbers.find_term(table)],
            ).fetchone()
            found += indexed
            if lacking:
                yield "index", table
        for table in ("search_index_docsize", "search_row"):
            if self._count(table) != found:
                yield "index", table

    def _count(self, table: str) -> int:
        return int(self._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
