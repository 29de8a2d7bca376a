"""Is the file whole: its pages, the chains of its log, its tables, and attached files?"""

from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from recorder.domain.log import value_digest
from recorder.domain.summaries import CheckReport
from recorder.storage import engine
from recorder.storage.blobs import Blobs
from recorder.storage.codec import CODECS
from recorder.storage.writer import Writer

_MOST_PAGES = 20


class Verifier:
    """Reads everything; changes nothing but by `rebuild`."""

    def __init__(self, database: Database, writer: Writer) -> None:
        self._db = database.conn
        self._writer = writer
        self._blobs = Blobs(database)

    def check(self) -> CheckReport:
        """The whole check: minutes for a very large archive, a second for a usual one."""
        pages = [("page", each) for each in self._damaged_pages()]
        if pages:
            # Reading on over damaged pages would only raise; the pages are the finding.
            return CheckReport(changes=0, rows=0, waiting=0, problems=tuple(pages))
        chains = [("chain", each) for each in self._broken_chains()]
        tables, rows = self._differing_tables()
        blobs = [("blob", each) for each in self._blobs.damaged_blobs()]
        return CheckReport(
            changes=self._count("change"),
            rows=rows,
            waiting=self._count("waiting"),
            missing=len(self._blobs.missing()),
            problems=(*chains, *(("table", each) for each in tables), *blobs),
        )

    def rebuild(self) -> int:
        """Tables, heads and index anew from the log; returns the number of rows."""
        with self._writer.transaction():
            rows = self._writer.projection.rebuild()
            self._writer.index.rebuild()
        return rows

    def _damaged_pages(self) -> list[str]:
        try:
            found = self._db.execute(f"PRAGMA integrity_check({_MOST_PAGES})").fetchall()
        except engine.DatabaseError as error:
            return [str(error)]
        return [finding for (finding,) in found if finding != "ok"]

    def _broken_chains(self) -> Iterator[str]:
        """Changes that are not what their hash says; a gap shows as a wrong predecessor."""
        for logged, stored_id in self._writer.log.chains():
            change = logged.change
            genuine = logged.id == stored_id and (
                logged.value is None or value_digest(logged.salt, logged.value) == change.digest
            )
            if not genuine:
                yield f"{change.site}/{change.scope}/{change.seq}"

    def _differing_tables(self) -> tuple[list[str], int]:
        before = self._contents()
        self._db.execute("BEGIN IMMEDIATE")
        try:
            rows = self._writer.projection.rebuild()
            after = self._contents()
        finally:
            self._db.execute("ROLLBACK")
        return [table for table in before if before[table] != after[table]], rows

    def _contents(self) -> dict[str, list[Any]]:
        tables = dict.fromkeys(CODECS, "id")
        tables |= {"head": "tbl, row_id, col, change", "conflict": "tbl, row_id, col"}
        return {
            table: self._db.execute(f"SELECT * FROM {table} ORDER BY {order}").fetchall()
            for table, order in tables.items()
        }

    def _count(self, table: str) -> int:
        return int(self._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
