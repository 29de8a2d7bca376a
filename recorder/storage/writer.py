"""Rows in, changes out: one action, one transaction, log and tables and index together."""

import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any

from recorder.domain.changes import Changes
from recorder.domain.clock import Clock, instant_text
from recorder.domain.history import NO_STEPS
from recorder.domain.identity import new_id
from recorder.domain.row import Row
from recorder.errors import ArchiveInUseError, NotFoundError
from recorder.storage import engine
from recorder.storage.aliases import AliasTable
from recorder.storage.codec import CODECS, DELETED, TableCodec, decode_value, encode_value
from recorder.storage.database import ArchiveFile
from recorder.storage.faults import translated
from recorder.storage.instance import is_a_copy, renew_instance
from recorder.storage.log import Action, ChangeLog, Entry
from recorder.storage.mentions import Mentions
from recorder.storage.projection import Projection
from recorder.storage.registers import Head
from recorder.storage.seals import seal_heads
from recorder.storage.search_index import SearchIndex
from recorder.storage.sites import Site, disown_sites, known_sites, own_sites
from recorder.storage.twins import shared_columns
from recorder.storage.upgrading import project_what_waited
from recorder.storage.wall import hangs_from_private, wall_between

GROUPED_WITHIN = 60.0
"""Seconds in which writes about one row count as one action (FORMAT 11)."""

_Touched = dict[str, set[str]]
_NOTHING_YET: tuple[str, str | None, str, float] = ("", None, "", 0.0)


class Writer:
    """The one place through which this archive's own writes go."""

    def __init__(self, file: ArchiveFile, clock: Clock, machine: Path) -> None:
        database = file.database
        self._database = database
        self._db = database.conn
        self._machine = machine
        self.path = file.path
        self._clock = clock
        self.author_id = ""
        self._together: tuple[str, str] | None = None
        self.end_burst()
        self.log = ChangeLog(database)
        self.projection = Projection(database, self.log)
        self.index = SearchIndex(database)
        self.aliases = AliasTable(database)
        self.mentions = Mentions(database, self.aliases)
        self.read_only = file.read_only
        self.is_new_copy = False
        if file.read_only:
            self.sites = known_sites(database)
            return
        with self.transaction():
            self.is_new_copy = is_a_copy(database, machine)
            if self.is_new_copy:
                self._seal_and_disown()
            self.sites = own_sites(database, instant_text(clock()))
            project_what_waited(database, self.projection, self.index)
            self.index.bring_up_to_date()
        self.renew_instance()

    def take_new_sites(self) -> None:
        """Go on under new sites, since another copy writes under those of this archive."""
        self._seal_and_disown()
        self.sites = own_sites(self._database, instant_text(self._clock()))
        self.is_new_copy = True

    def _seal_and_disown(self) -> None:
        known = self._db.execute("SELECT no FROM site WHERE secret_key IS NOT NULL AND private = 0")
        for (no,) in known.fetchall():
            seal_heads(self._db, no)  # once the key is given up nobody could
        disown_sites(self._database)
        self.log.branches.forget()

    def seal_heads(self) -> None:
        """Sign the heads of the chains of this archive, so that others can believe them."""
        with self.transaction():
            seal_heads(self._db, self.sites.public.no)

    def renew_instance(self) -> None:
        """Leave a fresh token here and on the machine; call it outside any transaction."""
        renew_instance(self._database, self._machine)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; the write lock is taken at once, so that nothing fails half-way."""
        if self.read_only:
            raise ArchiveInUseError(path=str(self.path))
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield
            self.log.finish()
            self._db.execute("COMMIT")
        except engine.Error as error:
            self._roll_back()
            raise translated(error, self.path) from error
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        self.log.forget_caches()
        # A full disk may have rolled back by itself.
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    @contextmanager
    def action(self, name: str, *, about: str | None = None) -> Iterator["WriteAction"]:
        """One user action: its writes share an id and are one transaction (FORMAT 11).

        Args:
            name: a stable token that names what the user did.
            about: the row that it is all about; saying it again within 60 s goes on with the
                same action, so that a burst of typing is undone at once.
        """
        if self._together is not None:
            name, about = self._together[0], None
        with self.transaction():
            pending = WriteAction(self, name, self._continued(name, about))
            yield pending
            self.index.update_many(
                (table, row_id) for table, ids in pending.touched.items() for row_id in sorted(ids)
            )
        if pending.has_made(about):
            self.end_burst()  # a correction is undone by itself; the row was there before it
        elif pending.has_begun:
            self._latest = (name, about, pending.id, monotonic())

    @contextmanager
    def together(self, name: str) -> Iterator[None]:
        """Let all actions inside be one, under a name: what the user did once is undone at once."""
        self._together = (name, new_id())
        try:
            yield
        finally:
            self._together = None
            self.end_burst()

    def end_burst(self) -> None:
        """Let the next write begin an action of its own: others' changes came in between."""
        self._latest = _NOTHING_YET

    def _continued(self, name: str, about: str | None) -> str | None:
        return self._recent(name, about) if self._together is None else self._together[1]

    def _recent(self, name: str, about: str | None) -> str | None:
        known, row_id, action_id, moment = self._latest
        is_same = about is not None and (known, row_id) == (name, about)
        # The process's own clock: the wall's may be set in between.
        return action_id if is_same and monotonic() - moment < GROUPED_WITHIN else None

    def has_draft(self, table: str, row_id: str, column: str, text: object) -> bool:
        """Whether that very text is what is being typed into a register."""
        found = self._db.execute(
            "SELECT 1 FROM draft WHERE tbl = ? AND row_id = ? AND col = ? AND text IS ?",
            [table, row_id, column, text if isinstance(text, str) else None],
        ).fetchone()
        return found is not None

    def move_drafts(self, old: Row, new: Row) -> None:
        """Let what is being typed into a row go on in the one that takes its place."""
        kept = {"kind": encode_value(CODECS[new.TABLE].columns["kind"], vars(new)["kind"])}
        for window, column, fields in self._db.execute(
            "SELECT window, col, fields FROM draft WHERE tbl = ? AND row_id = ?",
            [old.TABLE, old.id],
        ).fetchall():
            heads = self.log.heads(new.TABLE, new.id, column).get(column, [])
            self._db.execute(
                "UPDATE draft SET row_id = ?, parents = ?, fields = ?"
                " WHERE window = ? AND tbl = ? AND row_id = ? AND col = ?",
                [
                    new.id, b"".join(_ids(heads)),
                    json.dumps(json.loads(fields) | kept, ensure_ascii=False),
                    window, old.TABLE, old.id, column,
                ],
            )  # fmt: skip

    def begin(self, action_id: str, name: str) -> Action:
        """Log that the present author did something now; what a user did is a step to undo."""
        wall = instant_text(self._clock())
        action = self.log.begin_action(action_id, name, self.author_id, wall)
        if name not in NO_STEPS:
            self._db.execute(
                "INSERT OR IGNORE INTO step VALUES (?, ?, ?, 0)",
                [action.no, self.log.numbers.term(self.author_id), action.no],
            )
        return action

    def is_known(self, row: Row) -> bool:
        """Whether a row of that id is in the archive, deleted or not: ids are never reused."""
        return self.has_row(row.TABLE, row.id)

    def has_row(self, table: str, row_id: str) -> bool:
        """Whether a table has or had a row."""
        return self.stored(CODECS[table], row_id) is not None

    def scope_of(self, row: Row) -> str | None:
        """The scope in which a row of that id is stored, None when it is new here."""
        stored = self.stored(CODECS[row.TABLE], row.id)
        return stored[0].scope if stored else None

    def find(self, table: str, row_id: str | None) -> Row | None:
        """The row as its table has it, in sight or not; None when there is none."""
        codec = CODECS.get(table)
        stored = self.stored(codec, row_id) if codec and row_id else None
        return stored[0] if stored else None

    def stored(self, codec: TableCodec, row_id: str) -> tuple[Row, bool] | None:
        """The row as its table has it, and whether it is in sight; None when there is none."""
        found = self._db.execute(
            f"SELECT {', '.join(codec.names)}, deleted FROM {codec.table} WHERE id = ?", [row_id]
        ).fetchone()
        return (codec.read(found), found[-1] == 0) if found else None


class WriteAction:
    """The writes of one action, inside its transaction."""

    def __init__(self, writer: Writer, name: str, continued: str | None = None) -> None:
        self._writer = writer
        self._log = writer.log
        self._name = name
        self.id = continued or new_id()
        self._begun: Action | None = None
        self.touched: _Touched = {}
        self._scopes: set[str] = set()
        self._made: set[str] = set()

    def changes(self) -> Changes:
        """What was touched, and what reads otherwise since entries were merged or parted."""
        rows = {table: frozenset(ids) for table, ids in self.touched.items()}
        touched = Changes(self._name, self.id, rows, frozenset(self._scopes))
        return self._writer.mentions.concerned(touched)

    def write(self, row: Row, parents: dict[str, list[bytes]] | None = None) -> None:
        """Create the row, or write the registers in which it differs from what is stored.

        Args:
            row: the row as it shall be.
            parents: for registers that were typed against an older state, the writes that
                the typing had seen (FORMAT 9); others replace the present heads.
        """
        codec = CODECS[row.TABLE]
        stored = self._writer.stored(codec, row.id)
        if stored is None:
            self._create(codec, row)
            return
        known, in_sight = stored
        if wall_between(known, row):
            self._carry_over_the_wall(known, row)
            return
        if not in_sight:
            self._exist(codec, known, deleted=False)
        written = []
        for column in known.differences(row):
            values = (getattr(each, column) for each in (known, row))
            if self._writer.aliases.is_same(row.TABLE, column, *values):
                continue  # reads follow merged entries; reading rewrites nothing (FORMAT 17)
            if column not in (parents or {}) and self._is_being_typed(row, column):
                continue  # reads show the draft; it is written with what its writer had seen
            self._write_register(codec, row, column, (parents or {}).get(column))
            written.append(column)
        self._write_to_twins(codec, row, shared_columns(row.TABLE) & set(written))

    def _write_to_twins(self, codec: TableCodec, row: Row, columns: Collection[str]) -> None:
        for twin in self._writer.mentions.twins(row.TABLE, row.id) if columns else ():
            stored = self._known(row.TABLE, twin)
            values: dict[str, Any] = {each: getattr(row, each) for each in sorted(columns)}
            following = replace(stored, **values)
            for column in stored.differences(following):
                self._write_register(codec, following, column, None)

    def _is_being_typed(self, row: Row, column: str) -> bool:
        return self._writer.has_draft(row.TABLE, row.id, column, getattr(row, column))

    def delete(self, table: str, row_id: str) -> None:
        """Put the row out of sight, naming everything of it that was seen (FORMAT 5)."""
        self._exist(CODECS[table], self._known(table, row_id), deleted=True)

    def restore(self, table: str, row_id: str) -> None:
        """Bring a deleted row back as it was."""
        self._exist(CODECS[table], self._known(table, row_id), deleted=False)

    def set(self, register: tuple[str, str, str], value: str | None) -> None:
        """Give one register a JSON value, None for its default, in place of all its heads."""
        table, row_id, name = register
        column = CODECS[table].columns[name]
        self.set_value(
            table, row_id, name, column.default if value is None else decode_value(column, value)
        )

    def set_value(self, table: str, row_id: str, column: str, value: object) -> None:
        """Write a register in place of all its heads, also when it shows that value already.

        A row that is out of sight stays so: its deletion must name what is written now.
        """
        known, in_sight = self._stored(table, row_id)
        changed: dict[str, Any] = {column: value}
        self._write_register(CODECS[table], replace(known, **changed), column, None)
        if not in_sight:
            self._exist(CODECS[table], known, deleted=True)

    def put(self, register: tuple[str, str, str], value: str, seen: Iterable[bytes]) -> None:
        """Write a JSON value that replaces just those writes which its hand had seen (FORMAT 9).

        What it had not seen stands beside it: merged, or listed as a conflict.
        """
        table, row_id, column = register
        self._append(self._known(table, row_id), column, value, list(seen))
        self._writer.projection.refresh(table, row_id)

    @property
    def has_begun(self) -> bool:
        """Whether anything was logged."""
        return self._begun is not None

    def has_made(self, row_id: str | None) -> bool:
        """Whether the row was created in this action."""
        return row_id in self._made

    def begun(self) -> Action:
        """The action as it is logged, begun with its first write."""
        if self._begun is None:
            self._begun = self._writer.begin(self.id, self._name)
        return self._begun

    def _known(self, table: str, row_id: str) -> Row:
        return self._stored(table, row_id)[0]

    def _stored(self, table: str, row_id: str) -> tuple[Row, bool]:
        stored = self._writer.stored(CODECS[table], row_id)
        if stored is None:
            raise NotFoundError(table=table, id=row_id)
        return stored

    def _create(self, codec: TableCodec, row: Row) -> None:
        self._made.add(row.id)
        self._append(row, DELETED, "0", [])
        for name, column in codec.columns.items():
            value = getattr(row, name)
            if value != column.default:
                self._append(row, name, encode_value(column, value), [])
        self._writer.projection.create(codec, row.id, codec.parts(row))

    def _write_register(
        self, codec: TableCodec, row: Row, column: str, seen: list[bytes] | None
    ) -> None:
        heads = self._log.heads(row.TABLE, row.id, column).get(column, [])
        parents = _ids(heads) if seen is None else seen
        value = getattr(row, column)
        self._append(row, column, encode_value(codec.columns[column], value), parents)
        if set(parents) >= set(_ids(heads)):
            self._writer.projection.show(codec, row.id, column, value)
        else:
            self._writer.projection.refresh(row.TABLE, row.id)

    def _exist(self, codec: TableCodec, row: Row, *, deleted: bool) -> None:
        heads = self._log.heads(row.TABLE, row.id)
        seen = heads.values() if deleted else [heads.get(DELETED, [])]
        parents = [each for column in seen for each in _ids(column)]
        self._append(row, DELETED, str(int(deleted)), parents)
        self._writer.projection.exist(codec, row.id, deleted=deleted)

    def _append(self, row: Row, column: str, value: str, parents: list[bytes]) -> None:
        entry = Entry(row.scope, row.TABLE, row.id, column, value, parents)
        self._log.append(self._site(row), self.begun(), entry)
        self.touched.setdefault(row.TABLE, set()).add(row.id)
        self._scopes.add(row.scope)

    def _site(self, row: Row) -> Site:
        sites = self._writer.sites
        return sites.private if hangs_from_private(row, self._writer.find) else sites.public

    def _carry_over_the_wall(self, known: Row, row: Row) -> None:
        """A note that changes between private and public is copied, never rewritten.

        Its private chain does not travel, so the public note may not hang from it (FORMAT 12).
        """
        values: dict[str, Any] = {name: getattr(row, name) for name in CODECS[row.TABLE].columns}
        copy = type(row)(id=new_id(), **values)
        self._create(CODECS[row.TABLE], copy)
        self._exist(CODECS[row.TABLE], known, deleted=True)
        self._writer.move_drafts(known, copy)


def _ids(heads: Iterable[Head]) -> list[bytes]:
    return [head.write.id for head in heads]
