"""The index of the search: word forms in a contentless FTS5 table, kept beside the tables."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

from recorder.storage.numbering import Numbering
from recorder.storage.search_numbers import (
    DIRECTORY_SCOPE,
    first_number,
    last_number,
    scope_of,
)
from recorder.storage.searched_rows import OF_DIRECTORY, SEARCHED, SearchedRows
from recorder.storage.settings import setting, write_setting

FORM = "1"
"""Which terms an index holds; a release that makes others counts on, and fills it anew."""

_BATCH = 400  # rows read, and bound parameters, at once
_OF_MEETINGS = [table for table in SEARCHED if table not in OF_DIRECTORY]
_UNDER_ITEMS = ("note", "issue", "decision", "recommendation")

_Key = tuple[str, str]


class SearchIndex:
    """Follows the tables in their transactions; it holds word forms, no sentences."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._db = database.conn

    def bring_up_to_date(self) -> None:
        """Fill the index of an archive that an earlier release left; the caller's transaction."""
        if setting(self._database, "search_form") != FORM:
            self.rebuild()
            write_setting(self._database, "search_form", FORM)

    def update(self, table: str, row_id: str) -> None:
        """Index the row as it stands now; a row that is gone leaves the index."""
        self.update_many([(table, row_id)])

    def update_many(self, rows: Iterable[_Key]) -> None:
        """Index rows, by (table, id), as they stand now, and what is found through them."""
        _Update(self._db).run(rows)

    def rebuild(self) -> None:
        """The whole index anew from the tables; no more than a batch of rows is in memory."""
        self._db.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
        self._db.execute("DELETE FROM search_row")
        self._db.execute("DELETE FROM search_scope")
        _Filling(self._db).run()


class _Writing:
    """What filling and following have in common: scopes, numbers, terms."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401 - sqlcipher3 ships no types
        self._db = connection
        self._rows = SearchedRows(connection)
        self._numbers = Numbering(connection)
        self._scopes: dict[str, tuple[int, int, str]] = {}
        self._used: dict[int, int] = {}

    def _scope(self, meeting_id: str) -> tuple[int, int, str]:
        """The number, the first row and the series of a meeting ("" for the directory)."""
        known = self._scopes.get(meeting_id) or self._stored_scope(meeting_id)
        if known is None:
            day, series_id = self._day_and_series(meeting_id)
            no = self._next_scope_no() if meeting_id else DIRECTORY_SCOPE
            first = first_number(day, no) if meeting_id else 0
            self._db.execute(
                "INSERT INTO search_scope VALUES (?, ?, ?, ?, 0)",
                [no, meeting_id, series_id, first],
            )
            known = (no, first, series_id)
        self._scopes[meeting_id] = known
        return known

    def _stored_scope(self, meeting_id: str) -> tuple[int, int, str] | None:
        found: tuple[int, int, str] | None = self._db.execute(
            "SELECT no, first, series_id FROM search_scope WHERE meeting_id = ?", [meeting_id]
        ).fetchone()
        return found

    def _next_scope_no(self) -> int:
        found = self._db.execute("SELECT ifnull(max(no), 0) + 1 FROM search_scope").fetchone()
        return int(found[0])

    def _day_and_series(self, meeting_id: str) -> tuple[str, str]:
        found = self._db.execute(
            "SELECT ifnull(date, ''), ifnull(series_id, '') FROM meeting WHERE id = ?", [meeting_id]
        ).fetchone()
        return (found[0], found[1]) if found else ("", "")

    def _next_number(self, meeting_id: str) -> int:
        no, first, _series = self._scope(meeting_id)
        if no not in self._used:
            found = self._db.execute("SELECT used FROM search_scope WHERE no = ?", [no])
            self._used[no] = int(found.fetchone()[0])
        self._used[no] += 1
        return first + self._used[no]

    def _keep_counts(self) -> None:
        self._db.executemany(
            "UPDATE search_scope SET used = ? WHERE no = ?",
            [(used, no) for no, used in self._used.items()],
        )

    def _terms(self, table: str, stored: Sequence[Any]) -> tuple[str, int]:
        """A row's terms, and the mark by which they are known again."""
        terms = self._rows.terms(table, stored, self._scope(stored[1])[2])
        digest = hashlib.blake2b(terms.encode("utf-8", "replace"), digest_size=8).digest()
        return terms, int.from_bytes(digest, signed=True)


class _Filling(_Writing):
    """Fills an empty index in the order of its numbers, as FTS5 takes them best."""

    def run(self) -> None:
        for table in sorted(OF_DIRECTORY):
            self._add(table, "", [])
        for meeting_id in self._meetings_by_number():
            for table in _OF_MEETINGS:
                scope = "id" if table == "meeting" else "meeting_id"
                self._add(table, f" AND {scope} = ?", [meeting_id])
        self._keep_counts()

    def _meetings_by_number(self) -> list[str]:
        self._scope("")
        wanted = " UNION ".join(
            f"SELECT {'id' if table == 'meeting' else 'meeting_id'} FROM {table}"
            for table in _OF_MEETINGS
        )
        for (meeting_id,) in self._db.execute(wanted).fetchall():
            if meeting_id:
                self._scope(meeting_id)
        return sorted(filter(None, self._scopes), key=lambda each: self._scopes[each][1])

    def _add(self, table: str, where: str, values: list[str]) -> None:
        order = "" if table in OF_DIRECTORY else _ORDER.get(table, "")
        found = self._db.execute(
            f"{self._rows.select(table)} WHERE deleted = 0{where}{order}", values
        )
        while batch := found.fetchmany(_BATCH):
            added = [
                (self._next_number(stored[1]), stored[0], *self._terms(table, stored))
                for stored in batch
            ]
            rows = self._numbers.find_rows(table, [stored[0] for stored in batch])
            self._db.executemany(
                "INSERT INTO search_index (rowid, terms) VALUES (?, ?)",
                [(no, terms) for no, _id, terms, _mark in added],
            )
            self._db.executemany(
                "INSERT INTO search_row VALUES (?, ?, ?)",
                [(no, rows[row_id], mark) for no, row_id, _terms, mark in added],
            )


_ORDER = {table: " ORDER BY place_sort_key, id" for table in _OF_MEETINGS if table != "meeting"}


@dataclass
class _Steps:
    """What is to be done to the index: terms by number, numbers that go, items that changed."""

    written: list[tuple[int, str]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    items: list[str] = field(default_factory=list)


class _Update(_Writing):
    """One step behind the tables: what was touched, and what is found through it."""

    def run(self, rows: Iterable[_Key]) -> None:
        wanted = dict.fromkeys(rows)
        wanted |= dict.fromkeys(self._supported(wanted))
        wanted |= dict.fromkeys(self._moved(wanted))
        changed_items = self._bring(wanted)
        below = [each for each in self._below(changed_items) if each not in wanted]
        self._bring(dict.fromkeys(below))
        self._keep_counts()

    def _supported(self, wanted: Iterable[_Key]) -> Iterator[_Key]:
        """The recommendations of rows that say who supports them."""
        ids = [row_id for table, row_id in wanted if table == "support"]
        for batch in _batches(ids):
            found = self._db.execute(
                "SELECT recommendation_id FROM support"
                " WHERE id IN (SELECT value FROM json_each(?))",
                [json.dumps(batch)],
            )
            yield from (("recommendation", row_id) for (row_id,) in found.fetchall() if row_id)

    def _moved(self, wanted: Iterable[_Key]) -> list[_Key]:
        """All rows of meetings whose day or series is another now; their numbers are let go of."""
        moved: list[_Key] = []
        for meeting_id in [row_id for table, row_id in wanted if table == "meeting"]:
            known = self._stored_scope(meeting_id)
            if known is None:
                continue
            day, series_id = self._day_and_series(meeting_id)
            no, first, known_series = known
            if (first_number(day, no), series_id) == (first, known_series):
                continue
            rows = self._db.execute(
                "SELECT search_row.no, tbl, logged_row.id FROM search_row"
                " JOIN logged_row ON logged_row.no = row"
                " WHERE search_row.no BETWEEN ? AND ? ORDER BY search_row.no",
                [first, last_number(first)],
            ).fetchall()
            moved += [(self._numbers.text(tbl), row_id) for _number, tbl, row_id in rows]
            self._forget([number for number, _table, _id in rows])
            self._db.execute(
                "UPDATE search_scope SET first = ?, series_id = ?, used = 0 WHERE no = ?",
                [first_number(day, no), series_id, no],
            )
        return moved

    def _below(self, items: list[str]) -> list[_Key]:
        """The rows that stand under agenda items, however deep."""
        if not items:
            return []
        meetings = self._db.execute(
            "SELECT DISTINCT meeting_id FROM agenda_item"
            " WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(items)],
        ).fetchall()
        values = [json.dumps(items), json.dumps([meeting_id for (meeting_id,) in meetings])]
        found: list[_Key] = []
        for table in ("agenda_item", *_UNDER_ITEMS):
            found += self._db.execute(
                "WITH RECURSIVE here(id) AS (SELECT value FROM json_each(?2)),"
                " down(id) AS (SELECT value FROM json_each(?1) UNION"
                " SELECT it.id FROM agenda_item AS it JOIN down ON it.place_parent_id = down.id"
                " WHERE it.meeting_id IN here)"
                f" SELECT '{table}', id FROM {table}"
                " WHERE meeting_id IN here AND place_parent_id IN down",
                values,
            ).fetchall()
        return found

    def _bring(self, wanted: Iterable[_Key]) -> list[str]:
        """Write what differs from what was indexed; returns the agenda items that do."""
        by_table: dict[str, list[str]] = {}
        for table, row_id in wanted:
            if table in SEARCHED:
                by_table.setdefault(table, []).append(row_id)
        steps = _Steps()
        for table, ids in by_table.items():
            for batch in _batches(ids):
                self._compare(table, batch, steps)
        self._forget(sorted(steps.gone))
        # In ascending order: FTS5 writes out what it holds back whenever a number is smaller.
        self._db.executemany(
            "INSERT OR REPLACE INTO search_index (rowid, terms) VALUES (?, ?)",
            sorted(steps.written),
        )
        return steps.items

    def _compare(self, table: str, ids: list[str], steps: "_Steps") -> None:
        known = self._known(table, ids)
        rows = self._numbers.find_rows(table, ids)
        kept: list[tuple[int, str, int]] = []
        for stored in self._in_sight(table, ids):
            row_id, meeting_id = stored[:2]
            terms, mark = self._terms(table, stored)
            number, known_mark = known.pop(row_id, (None, None))
            if number is not None and scope_of(number) != self._scope(meeting_id)[0]:
                steps.gone.append(number)
                number = None
            if number is None or mark != known_mark:
                number = number or self._next_number(meeting_id)
                steps.written.append((number, terms))
                kept.append((number, row_id, mark))
        steps.gone += [number for number, _mark in known.values()]
        self._db.executemany(
            "INSERT OR REPLACE INTO search_row VALUES (?, ?, ?)",
            [(number, rows[row_id], mark) for number, row_id, mark in kept],
        )
        if table == "agenda_item":
            steps.items += [row_id for _number, row_id, _mark in kept]
            steps.items += known

    def _known(self, table: str, ids: list[str]) -> dict[str, tuple[int, int]]:
        """What was indexed of some rows: their numbers and marks."""
        found = self._db.execute(
            "SELECT logged_row.id, search_row.no, mark FROM logged_row"
            " JOIN search_row ON search_row.row = logged_row.no"
            " WHERE logged_row.id IN (SELECT value FROM json_each(?)) AND logged_row.tbl = ?",
            [json.dumps(ids), self._numbers.find_term(table)],
        )
        return {row_id: (number, mark) for row_id, number, mark in found}

    def _in_sight(self, table: str, ids: list[str]) -> list[tuple[Any, ...]]:
        """Some rows as they stand now; without those whose meeting nobody has said yet."""
        found = self._db.execute(
            f"{self._rows.select(table)}"
            " WHERE id IN (SELECT value FROM json_each(?)) AND deleted = 0",
            [json.dumps(ids)],
        ).fetchall()
        return [stored for stored in found if stored[1] is not None]

    def _forget(self, numbers: list[int]) -> None:
        rows = [(no,) for no in numbers]
        self._db.executemany("DELETE FROM search_index WHERE rowid = ?", rows)
        self._db.executemany("DELETE FROM search_row WHERE no = ?", rows)


def _batches(ids: list[str]) -> Iterator[list[str]]:
    for at in range(0, len(ids), _BATCH):
        yield ids[at : at + _BATCH]
