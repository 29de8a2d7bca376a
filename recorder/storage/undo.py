"""Undo and redo as new changes: they travel, survive a restart, and take nobody else's words.

Each register of the action gets the value that it had before, if the action's write still
stands alone. A text that went on is merged: what the action did to it is taken out of the
present text, when that touches no later words. Whatever cannot be taken back is left and told.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from recorder.domain.history import Undone, Version
from recorder.merge.registers import Write, heads_of, resolve_scalar, resolve_text
from recorder.merge.text import merge_texts
from recorder.storage.codec import CODECS, DELETED, decode_value, encode_value
from recorder.storage.projection import JOINED
from recorder.storage.writer import WriteAction, Writer

_FIXED = ("author.write", "sample.load", "meeting.import", "undo", "redo")
"""Actions that are not undone: the machine's own, and whole imports (delete the meeting)."""

_Register = tuple[str, str, str]


@dataclass(frozen=True)
class _Step:
    no: int
    name: str


class History:
    """The past of one archive: versions of fields, and the author's own steps back and forth."""

    def __init__(self, database: Database, writer: Writer) -> None:
        self._db = database.conn
        self._writer = writer
        self._log = writer.log

    ## Reading

    def versions(self, table: str, row_id: str, column: str | None = None) -> list[Version]:
        """What a row, or one field of it, was set to, the latest first."""
        found = self._db.execute(
            "SELECT col, value, ifnull(author.name, ''), wall, action.name, action.id,"
            " EXISTS (SELECT 1 FROM head WHERE head.change = change.no) FROM change"
            " JOIN action ON action.no = change.action"
            " LEFT JOIN author ON author.id = action.author"
            " JOIN site ON site.no = change.site WHERE row_id = ? AND tbl = ?"
            + (" AND col = ?" if column else "")
            + " ORDER BY lamport DESC, site.id DESC",
            [row_id, table, *([column] if column else [])],
        )
        columns = CODECS[table].columns
        return [
            Version(
                column=name,
                value=decode_value(columns[name], value or "null") if name in columns else value,
                author=author, wall=wall, action=action, action_id=action_id, is_shown=bool(shown),
            )
            for name, value, author, wall, action, action_id, shown in found
        ]  # fmt: skip

    def undoable(self) -> str | None:
        """The token of the action that `undo` would take back, None when there is none."""
        step = self._next_back()
        return step.name if step else None

    def redoable(self) -> str | None:
        """The token of the action that `redo` would do again, None when there is none."""
        step = self._next_forth()
        return step[1].name if step else None

    ## Writing

    def undo(self) -> Undone | None:
        """Take the author's latest action back, None when there is nothing to take back."""
        step = self._next_back()
        if step is None:
            return None
        with self._writer.action("undo") as action:
            kept = self._revert(action, step.no)
            by = action.begun()
            self._db.execute("INSERT INTO undone VALUES (?, ?)", [step.no, by.no])
        return Undone(action=step.name, changes=action.changes(), kept=kept)

    def redo(self) -> Undone | None:
        """Do again what the last undo took back, None when something else was done since."""
        found = self._next_forth()
        if found is None:
            return None
        by, step = found
        with self._writer.action("redo") as action:
            kept = self._revert(action, by)
            self._db.execute("DELETE FROM undone WHERE action = ?", [step.no])
        return Undone(action=step.name, changes=action.changes(), kept=kept)

    def _next_back(self) -> _Step | None:
        marks = ", ".join("?" * len(_FIXED))
        found = self._db.execute(
            "SELECT no, name FROM action WHERE author = ? AND no NOT IN (SELECT action FROM undone)"
            f" AND name NOT IN ({marks}) AND EXISTS (SELECT 1 FROM change JOIN site"
            " ON site.no = change.site WHERE change.action = action.no AND secret_key IS NOT NULL)"
            " ORDER BY no DESC LIMIT 1",
            [self._writer.author_id, *_FIXED],
        ).fetchone()
        return _Step(*found) if found else None

    def _next_forth(self) -> tuple[int, _Step] | None:
        found = self._db.execute(
            "SELECT by, action.no, name FROM undone JOIN action ON action.no = undone.action"
            " WHERE author = ? AND by > (SELECT ifnull(max(no), 0) FROM action AS later"
            " WHERE later.author = ? AND later.name NOT IN ('undo', 'redo'))"
            " ORDER BY by DESC LIMIT 1",
            [self._writer.author_id] * 2,
        ).fetchone()
        return (found[0], _Step(*found[1:])) if found else None

    def _revert(self, action: WriteAction, action_no: int) -> tuple[_Register, ...]:
        kept: list[_Register] = []
        registers = self._registers(action_no)
        for table, row_id in dict.fromkeys(each[:2] for each in registers):
            columns = [each[2] for each in registers if each[:2] == (table, row_id)]
            if DELETED in columns and self._made_by(action_no, table, row_id):
                columns = [DELETED]  # the whole row goes, there is nothing to set back in it
            for column in columns:
                register = (table, row_id, column)
                if not self._set_back(action, action_no, register):
                    kept.append(register)
        return tuple(kept)

    def _registers(self, action_no: int) -> list[_Register]:
        return self._db.execute(
            "SELECT DISTINCT tbl, row_id, col FROM change WHERE action = ? ORDER BY no", [action_no]
        ).fetchall()

    def _set_back(self, action: WriteAction, action_no: int, register: _Register) -> bool:
        """Give the register its former value; False when later words are in the way."""
        writes = self._log.writes(*register)
        own = self._ids_of(action_no, register)
        heads = heads_of(writes)
        before = self._before(writes, own)
        if register[2] == DELETED:
            return self._set_existence(action, register, before)
        if {each.id for each in heads} <= own:
            action.set(register, _resolved(register, writes, before))
            return True
        if register[::2] in JOINED:
            return self._take_out(action, register, own, (writes, before))
        return False

    def _take_out(
        self,
        action: WriteAction,
        register: _Register,
        own: frozenset[bytes],
        past: tuple[list[Write], list[Write]],
    ) -> bool:
        """Take out of a text what the action put in, where later words do not touch it."""
        column = CODECS[register[0]].columns[register[2]]
        writes, before = past
        after = heads_of([each for each in writes if each.id in own])
        texts = [
            decode_value(column, _resolved(register, writes, each) or "null")
            for each in (after, before, heads_of(writes))
        ]
        merged = merge_texts(texts[0], texts[1:])
        if merged.needs_review:
            return False
        action.set(register, encode_value(column, merged.text))
        return True

    def _set_existence(self, action: WriteAction, register: _Register, before: list[Write]) -> bool:
        table, row_id, _ = register
        if before:
            value = resolve_scalar(before)
            (action.delete if value == "1" else action.restore)(table, row_id)
            return True
        if self._touched_by_others(table, row_id):
            return False
        action.delete(table, row_id)
        return True

    def _before(self, writes: Iterable[Write], own: frozenset[bytes]) -> list[Write]:
        """The writes of the register that the action replaced."""
        by_id = {each.id: each for each in writes}
        replaced = {parent for each in own for parent in by_id[each].parents} - own
        return [by_id[each] for each in replaced if each in by_id]

    def _ids_of(self, action_no: int, register: _Register) -> frozenset[bytes]:
        found = self._db.execute(
            "SELECT id FROM change WHERE action = ? AND tbl = ? AND row_id = ? AND col = ?",
            [action_no, *register],
        )
        return frozenset(change_id for (change_id,) in found)

    def _made_by(self, action_no: int, table: str, row_id: str) -> bool:
        """Whether the action created the row: its existence replaced nothing."""
        register = (table, row_id, DELETED)
        return not self._before(self._log.writes(*register), self._ids_of(action_no, register))

    def _touched_by_others(self, table: str, row_id: str) -> bool:
        found = self._db.execute(
            "SELECT 1 FROM change JOIN action ON action.no = change.action"
            " JOIN site ON site.no = change.site WHERE row_id = ? AND tbl = ?"
            " AND (author <> ? OR secret_key IS NULL) LIMIT 1",
            [row_id, table, self._writer.author_id],
        ).fetchone()
        return found is not None


def _resolved(register: _Register, writes: list[Write], heads: list[Write]) -> str | None:
    """What a register showed when these were its heads, None when there were none.

    A text is resolved with all that its heads had seen: what was merged then must be merged
    now, or the words of one side would be lost.
    """
    if not heads:
        return None
    if register[::2] not in JOINED:
        return resolve_scalar(heads)
    by_id = {each.id: each for each in writes}
    past = {each.id: each for each in heads}
    waiting = list(heads)
    while waiting:
        for parent in waiting.pop().parents & by_id.keys() - past.keys():
            past[parent] = by_id[parent]
            waiting.append(by_id[parent])
    return resolve_text(list(past.values()))
