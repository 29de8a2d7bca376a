"""The rows of a search as people read them: who, where, when, and the words found."""

import json
from collections.abc import Sequence
from typing import Any

from recorder.domain.searching import Hit
from recorder.language.snippets import Finder, Snippet, snippet
from recorder.storage.engine import Connection
from recorder.storage.search_numbers import scope_in_sql
from recorder.storage.searched_rows import NAMED, SEARCHED

_BETWEEN = " · "


class HitReader:
    """Reads the few rows that are shown; each table is asked once."""

    def __init__(self, connection: Connection, finder: Finder) -> None:
        self._db = connection
        self._finder = finder

    def hits(self, numbers: Sequence[int]) -> list[Hit]:
        """The rows of these numbers, in their order."""
        places = self._db.execute(
            "SELECT value, term.text, row.id, meeting_id, ifnull(title, ''), ifnull(date, '')"
            " FROM json_each(?) CROSS JOIN search_row AS found ON found.no = value"
            " CROSS JOIN logged_row AS row ON row.no = found.row"
            " CROSS JOIN term ON term.no = row.tbl"
            f" CROSS JOIN search_scope AS scope ON scope.no = {_SCOPE}"
            " LEFT JOIN meeting ON meeting.id = meeting_id ORDER BY key",
            [json.dumps(list(numbers))],
        ).fetchall()
        by_table: dict[str, list[str]] = {}
        for _no, table, row_id, *_more in places:
            by_table.setdefault(table, []).append(row_id)
        texts = {table: self._texts(table, ids) for table, ids in by_table.items()}
        return [
            self._hit(table, row_id, texts[table][row_id], (meeting_id, title, date))
            for _no, table, row_id, meeting_id, title, date in places
            if row_id in texts[table]
        ]

    def _texts(self, table: str, ids: list[str]) -> dict[str, tuple[Any, ...]]:
        """By id: the kind of a note, who said it, and what is sought in."""
        told = "NULL, ''"
        joined = ""
        if table == "note":
            told = "note.kind, ifnull(person.name, speaker_label)"
            joined = " LEFT JOIN person ON person.id = speaker_person_id"
        columns = ", ".join(f"{table}.{each}" for each in SEARCHED[table])
        found = self._db.execute(
            f"SELECT {table}.id, {told}, {columns} FROM {table}{joined}"
            f" WHERE {table}.id IN (SELECT value FROM json_each(?))",
            [json.dumps(ids)],
        )
        return {row_id: tuple(more) for row_id, *more in found}

    def _hit(
        self, table: str, row_id: str, read: tuple[Any, ...], place: tuple[str, str, str]
    ) -> Hit:
        kind, who, *texts = read
        part = self._part(table, [each for each in texts if each])
        meeting_id, title, date = place
        return Hit(
            table=table, row_id=row_id, kind=kind, meeting_id=meeting_id or None,
            meeting_title=title, date=date, who=who or "", text=part.text, spans=part.spans,
        )  # fmt: skip

    def _part(self, table: str, texts: list[str]) -> Snippet:
        if table in NAMED:
            return snippet(_BETWEEN.join(texts), self._finder)
        parts = [snippet(each, self._finder) for each in texts]
        best = max(parts, key=lambda each: len(each.spans), default=Snippet("", ()))
        if table == "note" and len(parts) > 1 and not parts[0].spans:
            # Found by who said it, a group: what it said is to be read as well.
            return snippet(": ".join(reversed(texts)), self._finder)
        return parts[0] if table == "note" and parts else best


_SCOPE = scope_in_sql("value")
