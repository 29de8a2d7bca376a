"""The past of one field or one row: who wrote what, and what the machine joined."""

from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

from recorder.domain.changes import Changes
from recorder.domain.columns import Column
from recorder.domain.history import Version
from recorder.domain.record import TABLES
from recorder.errors import NotFoundError
from recorder.storage.codec import CODECS, DELETED, decode_any
from recorder.storage.past_writes import Register, resolved
from recorder.storage.projection import JOINED
from recorder.storage.registers import split
from recorder.storage.writer import Writer

_VERSIONS = (
    "SELECT change.id, col, value, parents, ifnull(author.name, ''), wall, action.name, action.id,"
    " secret_key IS NULL, EXISTS (SELECT 1 FROM standing WHERE standing.change = change.no"
    " AND (row, col) = (SELECT row, col FROM log WHERE log.no = change.no))"
    " FROM change JOIN action ON action.no = change.action"
    " LEFT JOIN author ON author.id = action.author JOIN site ON site.no = change.site"
    " WHERE change.row_id = ? AND change.tbl = ?"
)
_LAST = "\U0010ffff"
_LATEST_FIRST = " ORDER BY lamport DESC, site.id DESC LIMIT ? OFFSET ?"


class History:
    """Reads versions and writes them anew."""

    def __init__(self, database: Database, writer: Writer) -> None:
        self._db = database.conn
        self._writer = writer

    ## Reading

    def versions(
        self, register: tuple[str, str, str | None], limit: int | None = None, skip: int = 0
    ) -> list[Version]:
        """What a row, or one field of it, was set to, the latest first.

        Args:
            register: table, row id and column, None for all of them.
            limit: how many writes to read, None for all.
            skip: how many of the latest writes to pass over.
        """
        table, row_id, column = register
        found = self._db.execute(
            _VERSIONS + (" AND col = ?" if column else "") + _LATEST_FIRST,
            [row_id, table, *([column] if column else []), -1 if limit is None else limit, skip],
        )
        written = [_version(table, row_id, each) for each in found]
        joined = {name for joined, name in JOINED if joined == table and column in (None, name)}
        if not joined:
            return written
        return self._with_merges(written, joined, skip)

    def text_at(self, register: Register, version: Version) -> Any:  # noqa: ANN401 - any field's
        """What the field amounted to for the writer of a version: with all that was seen then.

        Raises:
            NotFoundError: no such write of that field is in the log.
        """
        wanted = [version.id] if version.id else version.parents
        writes = self._writer.log.writes(*register)
        known = {each.id.hex(): each for each in writes}
        if not wanted or not known.keys() >= set(wanted):
            raise NotFoundError(table=register[0], id=register[1])
        text = resolved(register, writes, [known[each] for each in wanted])
        return _read(CODECS[register[0]].columns.get(register[2]), text)

    def rows_beginning_with(self, text: str) -> list[tuple[str, str]]:
        """Table and id of the rows, deleted or not, whose ids begin with a text."""
        found: list[tuple[str, str]] = []
        for table in TABLES:
            ids = self._db.execute(
                f"SELECT id FROM {table} WHERE id >= ? AND id < ? ORDER BY id",
                [text, text + _LAST],
            )
            found += [(table, row_id) for (row_id,) in ids] if text else []
        return found

    ## Writing

    def restore(self, version: Version) -> Changes:
        """Let a field be what it was, in one action that can be undone; the row returns with it.

        Raises:
            NotFoundError: no such write of that field is in the log.
        """
        table, row_id, column = register = (version.table, version.row_id, version.column)
        value = self.text_at(register, version)
        stored = self._writer.stored(CODECS[table], row_id)
        if stored is None:
            raise NotFoundError(table=table, id=row_id)
        row, in_sight = stored
        with self._writer.action("version.restore") as action:
            if column == DELETED:
                if bool(value) == in_sight:
                    (action.delete if value else action.restore)(table, row_id)
                return action.changes()
            if not in_sight:
                action.restore(table, row_id)
            several = len(self._writer.log.heads(*register).get(column, ())) > 1
            if several or getattr(row, column) != value:
                action.set_value(table, row_id, column, value)
        return action.changes()

    ## Inside

    def _with_merges(
        self, written: list[Version], joined: Iterable[str], skip: int
    ) -> list[Version]:
        """The versions with the texts that nobody wrote: what stands joined now, or stood once."""
        out: list[Version] = []
        for column in joined if skip == 0 else ():
            heads = [each for each in written if each.column == column and each.is_shown]
            if len(heads) > 1:
                out.append(self._merge_of(heads[0], [each.id for each in heads], written))
        told: set[tuple[str, ...]] = {each.parents for each in out}
        for each in written:
            out.append(each)
            parents = tuple(sorted(each.parents))
            if each.column in joined and len(parents) > 1 and parents not in told:
                told.add(parents)
                out.append(self._merge_of(each, parents, written))
        return out

    def _merge_of(self, near: Version, sides: Iterable[str], written: list[Version]) -> Version:
        parents = tuple(sorted(sides))
        walls = [each.wall for each in written if each.id in parents]
        asked = Version(
            table=near.table, row_id=near.row_id, column=near.column, value="", author="",
            wall=max(walls, default=near.wall), action="merge", action_id="",
            is_shown=near.id in parents, parents=parents,
        )  # fmt: skip
        value = self.text_at((near.table, near.row_id, near.column), asked)
        return Version(**{**vars(asked), "value": value})


def _version(table: str, row_id: str, stored: tuple[Any, ...]) -> Version:
    change, column, value, parents, author, wall, action, action_id, received, shown = stored
    return Version(
        table=table, row_id=row_id, column=column,
        value=_read(CODECS[table].columns.get(column), value or "null"),
        author=author, wall=wall, action=action, action_id=action_id, is_shown=bool(shown),
        is_received=bool(received), id=change.hex(),
        parents=tuple(each.hex() for each in split(parents)),
    )  # fmt: skip


def _read(column: Column | None, value: str | None) -> Any:  # noqa: ANN401 - any field's
    return decode_any(column, value or "null")
