"""Texts that the log repeats, and the rows that it tells of, as numbers of this file."""

from collections.abc import Iterable, Sequence

from recorder.storage.engine import Connection

Key = tuple[str, str]
"""A row's table and id."""

_BATCH = 500  # bound parameters in one statement, far below SQLite's limit
_REMEMBERED = 500  # rows; beyond it all are forgotten, so that memory does not grow


class Numbering:
    """Gives each text and each row one number, and remembers it until `forget`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self.forget()

    def forget(self) -> None:
        """Read them anew: after a rollback a number may never have been given."""
        self._terms: dict[str, int] = {}
        self._texts: dict[int, str] = {}
        self._rows: dict[Key, int] = {}

    ## Texts

    def find_term(self, text: str) -> int | None:
        """The number of a text, None when the log never used it."""
        if text not in self._terms:
            found = self._db.execute("SELECT no FROM term WHERE text = ?", [text]).fetchone()
            if found is None:
                return None
            self._remember(found[0], text)
        return self._terms[text]

    def term(self, text: str) -> int:
        """The number of a text, given to it when it is used first."""
        no = self.find_term(text)
        if no is None:
            cursor = self._db.execute("INSERT INTO term (text) VALUES (?)", [text])
            no = int(cursor.lastrowid or 0)
            self._remember(no, text)
        return no

    def text(self, no: int) -> str:
        """The text of a number; "" where a damaged file has none, so that its hash tells."""
        if no not in self._texts:
            found = self._db.execute("SELECT text FROM term WHERE no = ?", [no]).fetchone()
            if found is None:
                return ""
            self._remember(no, found[0])
        return self._texts[no]

    def _remember(self, no: int, text: str) -> None:
        self._terms[text] = no
        self._texts[no] = text

    ## Rows

    def find_row(self, table: str, row_id: str) -> int | None:
        """The number of a row, None when the log does not tell of it."""
        return self.find_rows(table, [row_id]).get(row_id)

    def find_rows(self, table: str, row_ids: Sequence[str]) -> dict[str, int]:
        """The numbers of those rows of a table of which the log tells, by id."""
        tbl = self.find_term(table)
        found = {each: no for each in row_ids if (no := self._rows.get((table, each)))}
        sought = [each for each in row_ids if each not in found]
        if tbl is None or not sought:
            return found
        for at in range(0, len(sought), _BATCH):
            batch = sought[at : at + _BATCH]
            read = self._db.execute(
                "SELECT id, no FROM logged_row WHERE tbl = ?"
                f" AND id IN ({', '.join('?' * len(batch))})",
                [tbl, *batch],
            ).fetchall()
            self._remember_rows(((table, row_id), no) for row_id, no in read)
            found.update(read)
        return found

    def rows(self, keys: Iterable[Key]) -> dict[Key, int]:
        """The numbers of rows, given to those that the log did not tell of before."""
        by_table: dict[str, dict[str, None]] = {}
        for table, row_id in keys:
            by_table.setdefault(table, {})[row_id] = None
        numbers: dict[Key, int] = {}
        for table, ids in by_table.items():
            known = self.find_rows(table, list(ids))
            new = [row_id for row_id in ids if row_id not in known]
            if new:
                tbl = self.term(table)
                self._db.executemany(
                    "INSERT INTO logged_row (tbl, id) VALUES (?, ?)", [(tbl, each) for each in new]
                )
                known |= self.find_rows(table, new)
            numbers |= {(table, row_id): no for row_id, no in known.items()}
        return numbers

    def _remember_rows(self, rows: Iterable[tuple[Key, int]]) -> None:
        if len(self._rows) > _REMEMBERED:
            self._rows.clear()
        self._rows.update(rows)
