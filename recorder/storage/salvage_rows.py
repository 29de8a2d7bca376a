"""What the new log does not say is written into it anew, from what is left beside the log.

Each field is taken from where it is surest: a change whose value fits its hash and that is known
to be the latest; else the line of the table, which no hash proves; else an older change.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from recorder.domain.columns import Column, Shape
from recorder.domain.identity import DIRECTORY
from recorder.domain.row import Row
from recorder.merge.registers import Write, heads_of, resolve_scalar, resolve_text
from recorder.storage.codec import CODECS, DELETED, TableCodec, decode_value, encode_value
from recorder.storage.log import Entry
from recorder.storage.projection import JOINED
from recorder.storage.registers import split
from recorder.storage.sites import Site
from recorder.storage.wall import hangs_from_private
from recorder.storage.writer import WriteAction, Writer

_FIRST = ("meeting", "note")  # what others hang from, to be private with it
_ACTION = "archive.salvage"
_MOST_DOUBTFUL, _BEGINNING = 20, 80  # texts of one scope; characters of each


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the caught changes say of one register; `is_latest` when its heads are all there."""

    value: str
    is_latest: bool


@dataclass(frozen=True, slots=True)
class _Choice:
    """The value that a field is to have, and whether a hash says that it was written so."""

    value: Any
    is_sure: bool


class RowSalvage:
    """Writes what is left of the rows into the new archive, under its own site.

    Attributes:
        rewritten: how many fields of each scope were written.
        unsure: how many of them nothing proves.
        doubtful: how the texts among these begin, the first few of each scope.
    """

    def __init__(self, database: Database, writer: Writer, complete: frozenset[str]) -> None:
        self._db = database.conn
        self._writer = writer
        self._complete = complete
        self.rewritten: Counter[str] = Counter()
        self.unsure: Counter[str] = Counter()
        self.doubtful: dict[str, list[str]] = {}

    def salvage(self) -> None:
        """Go through all rows of scopes in which something was lost."""
        for table in sorted(CODECS, key=lambda each: (each not in _FIRST, each)):
            with self._writer.action(_ACTION) as action:
                for row_id, scope in self._ids(table):
                    self._salvage_row(action, CODECS[table], row_id, scope)

    def _ids(self, table: str) -> Iterator[tuple[str, str | None]]:
        """Rows that more than one place tells of: one alone may be another one's damaged id."""
        found = self._db.execute(
            "SELECT row_id, scope, (SELECT count(*) FROM caught WHERE caught.row_id ="
            " caught_row.row_id AND caught.tbl = caught_row.tbl)"
            " + (SELECT count(*) FROM caught_head WHERE caught_head.row_id = caught_row.row_id"
            " AND caught_head.tbl = caught_row.tbl)"
            " + (SELECT count(*) FROM caught_line WHERE caught_line.row_id = caught_row.row_id"
            " AND caught_line.tbl = caught_row.tbl)"
            " FROM caught_row WHERE tbl = ? ORDER BY row_id",
            [table],
        )
        for row_id, scope, sources in found:
            if scope not in self._complete and sources > 1:
                yield row_id, scope

    def _salvage_row(
        self, action: WriteAction, codec: TableCodec, row_id: str, scope: str | None
    ) -> None:
        evidence = self._evidence(codec, row_id)
        line = self._line(codec, row_id)
        if not evidence and line is None:
            return  # nothing but its id is left
        stored = self._writer.stored(codec, row_id)
        present = stored[0] if stored else codec.row_type.trusted(_defaults(codec, row_id))
        choices = {
            name: choice
            for name, column in codec.columns.items()
            if (choice := _choose(evidence.get(name), line, column.name, codec)) is not None
        }
        if "meeting_id" in codec.columns and scope not in (None, DIRECTORY):
            # A row is logged in the scope of its meeting.
            choices.setdefault("meeting_id", _Choice(scope, is_sure=False))
        values: dict[str, Any] = {name: each.value for name, each in choices.items()}
        row: Row = type(present).trusted({**vars(present), **values})
        deleted = self._is_deleted(evidence.get(DELETED), line, is_stored=stored is not None)
        changed = [name for name in choices if getattr(row, name) != getattr(present, name)]
        if stored is not None and not changed and deleted == (not stored[1]):
            return
        self._write(action, row, changed, choices, deleted=None if deleted is None else deleted)

    def _write(
        self,
        action: WriteAction,
        row: Row,
        changed: Sequence[str],
        choices: dict[str, _Choice],
        *,
        deleted: bool | None,
    ) -> None:
        codec, site = CODECS[row.TABLE], self._site(row)
        heads = self._writer.log.heads(row.TABLE, row.id)
        texts = {name: encode_value(codec.columns[name], getattr(row, name)) for name in changed}
        if deleted is not None:
            texts = {DELETED: str(int(deleted)), **texts}
        for name, text in texts.items():
            parents = [head.write.id for head in heads.get(name, [])]
            entry = Entry(row.scope, row.TABLE, row.id, name, text, parents)
            self._writer.log.append(site, action.begun(), entry)
            self.rewritten[row.scope] += 1
            if name in choices and not choices[name].is_sure:
                self._doubt(row.scope, codec.columns[name], choices[name].value)
        self._writer.projection.refresh(row.TABLE, row.id)
        action.touched.setdefault(row.TABLE, set()).add(row.id)

    def _doubt(self, scope: str, column: Column, value: Any) -> None:  # noqa: ANN401 - any field's
        self.unsure[scope] += 1
        texts = self.doubtful.setdefault(scope, [])
        if column.shape is Shape.TEXT and value and len(texts) < _MOST_DOUBTFUL:
            texts.append(" ".join(value.split())[:_BEGINNING])

    ## Evidence

    def _evidence(self, codec: TableCodec, row_id: str) -> dict[str, _Evidence]:
        writes: dict[str, dict[int, Write]] = {}
        for no, column, change_id, lamport, site, value, parents in self._db.execute(
            "SELECT caught.no, col, caught.id, lamport, ifnull(origin.id, ''), value, parents"
            " FROM caught LEFT JOIN site ON site.no = caught.site"
            " LEFT JOIN site AS origin ON origin.no = ifnull(site.origin, site.no)"
            " WHERE row_id = ? AND tbl = ? AND sure > 0",
            [row_id, codec.table],
        ):
            write = Write(change_id, lamport, site, value or "null", frozenset(split(parents)))
            writes.setdefault(column, {})[no] = write
        standing: dict[str, list[int]] = {}
        for column, no in self._db.execute(
            "SELECT col, change FROM caught_head WHERE tbl = ? AND row_id = ?",
            [codec.table, row_id],
        ):
            standing.setdefault(column, []).append(no)
        return {
            column: _evidence_of(codec.table, column, known, standing.get(column, []))
            for column, known in writes.items()
        }

    def _line(self, codec: TableCodec, row_id: str) -> list[Any] | None:
        found = self._db.execute(
            "SELECT line FROM caught_line WHERE tbl = ? AND row_id = ?", [codec.table, row_id]
        ).fetchone()
        return json.loads(found[0]) if found else None

    def _is_deleted(
        self, evidence: _Evidence | None, line: list[Any] | None, *, is_stored: bool
    ) -> bool | None:
        """Whether the row is out of sight; None: as it is, or never created."""
        if evidence is not None and evidence.is_latest:
            return evidence.value == "1"
        if line is not None:
            return None if line[-1] is None and is_stored else line[-1] == 1
        if evidence is not None:
            return evidence.value == "1"
        return None if is_stored else False

    ## Privacy

    def _site(self, row: Row) -> Site:
        """The site that goes on with the row: what was private stays so, and so does doubt."""
        sites = self._writer.sites
        wrote = self._db.execute(
            "SELECT 1 FROM caught LEFT JOIN site ON site.no = caught.site"
            " WHERE row_id = ? AND tbl = ? AND ifnull(private, 1) = 1",
            [row.id, row.TABLE],
        ).fetchone()
        is_private = wrote or hangs_from_private(row, self._writer.find)
        return sites.private if is_private else sites.public


def _evidence_of(
    table: str, column: str, known: dict[int, Write], standing: list[int]
) -> _Evidence:
    is_latest = bool(standing) and known.keys() >= set(standing)
    heads = [known[no] for no in standing] if is_latest else heads_of(known.values())
    if len(heads) > 1 and (table, column) in JOINED:
        ids = {write.id for write in known.values()}
        # Without what both sides had seen, what they had in common would stand there twice.
        is_joined = is_latest and all(ids >= write.parents for write in known.values())
        return _Evidence(resolve_text(list(known.values())), is_joined)
    return _Evidence(resolve_scalar(heads), is_latest)


def _choose(
    evidence: _Evidence | None, line: list[Any] | None, name: str, codec: TableCodec
) -> _Choice | None:
    """The surest value of a field, None when nothing is left of it."""
    column = codec.columns[name]
    logged = decode_value(column, evidence.value) if evidence is not None else None
    if evidence is not None and (evidence.is_latest or line is None):
        return _Choice(logged, is_sure=True)
    if line is None:
        return None
    shown = getattr(codec.read(line), name)
    # A line may hold what its column cannot: it is read as a change of a later release would be.
    readable = decode_value(column, encode_value(column, shown))
    if evidence is not None and readable == logged:
        return _Choice(logged, is_sure=True)
    return _Choice(readable, is_sure=readable == column.default)


def _defaults(codec: TableCodec, row_id: str) -> dict[str, Any]:
    return {"id": row_id, **{name: each.default for name, each in codec.columns.items()}}
