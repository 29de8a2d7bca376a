"""Undo and redo as new changes: they travel, survive a restart, and take nobody else's words.

A step is what one author did on this copy of the archive; `last` is the action in which it
stands now: itself, the undo that took it back, or the redo that did it again. Undoing reverts
that action: each register gets what stood there before, if the action's write still stands.
A text that went on is merged: what the action did to it is taken out of the present text, when
that touches no later words. Whatever cannot be taken back is left and told.
"""

from dataclasses import dataclass

from sqlite_utils import Database

from recorder.domain.history import Undone
from recorder.merge.registers import Write, heads_of, ranked
from recorder.merge.text import merge_texts
from recorder.storage.codec import CODECS, DELETED, decode_value, encode_value
from recorder.storage.past_writes import (
    PastWrite,
    Register,
    causal_past,
    resolved,
    writes_of_row,
)
from recorder.storage.projection import JOINED
from recorder.storage.referring import is_held_by_others
from recorder.storage.writer import WriteAction, Writer

_BACK = (
    "SELECT action, last, name FROM step JOIN action ON action.no = step.action"
    " WHERE step.author = (SELECT no FROM term WHERE text = ?) AND undone = 0"
    " ORDER BY step.action DESC LIMIT 1"
)
_FORTH = (
    "SELECT action, last, name FROM term JOIN step ON step.author = term.no"
    " JOIN action ON action.no = step.action WHERE term.text = ? AND undone = 1"
    " AND last > (SELECT ifnull(max(newest.action), 0) FROM step AS newest"
    " WHERE newest.author = term.no) ORDER BY last DESC LIMIT 1"
)


@dataclass(frozen=True)
class _Step:
    no: int
    last: int
    name: str


class Undoing:
    """The author's own steps back and forth."""

    def __init__(self, database: Database, writer: Writer) -> None:
        self._database = database
        self._db = database.conn
        self._writer = writer

    ## Reading

    def undoable(self) -> str | None:
        """The token of the action that `undo` would take back, None when there is none."""
        step = self._next_back()
        return step.name if step else None

    def redoable(self) -> str | None:
        """The token of the action that `redo` would do again, None when there is none."""
        step = self._next_forth()
        return step.name if step else None

    def rows_at_stake(self, *, back: bool) -> list[tuple[str, str]]:
        """Table and id of the rows that `undo` (or `redo`) would write in."""
        step = self._next_back() if back else self._next_forth()
        return list(self._registers(step.last)) if step else []

    ## Writing

    def undo(self) -> Undone | None:
        """Take the author's latest action back, None when there is nothing to take back."""
        return self._turn("undo", self._next_back())

    def redo(self) -> Undone | None:
        """Do again what the last undo took back, None when something else was done since."""
        return self._turn("redo", self._next_forth())

    def _turn(self, name: str, step: _Step | None) -> Undone | None:
        if step is None:
            return None
        with self._writer.action(name) as action:
            kept = self._revert(action, step.last)
            self._db.execute("INSERT INTO reversal VALUES (?, ?)", [action.begun().no, step.last])
            self._db.execute(
                "UPDATE step SET last = ?, undone = ? WHERE action = ?",
                [action.begun().no, int(name == "undo"), step.no],
            )
        return Undone(action=step.name, changes=action.changes(), kept=kept)

    def _next_back(self) -> _Step | None:
        found = self._db.execute(_BACK, [self._writer.author_id]).fetchone()
        return _Step(*found) if found else None

    def _next_forth(self) -> _Step | None:
        found = self._db.execute(_FORTH, [self._writer.author_id]).fetchone()
        return _Step(*found) if found else None

    def _registers(self, action_no: int) -> dict[tuple[str, str], list[str]]:
        """The columns that an action wrote, by row."""
        found: dict[tuple[str, str], list[str]] = {}
        for table, row_id, column in self._db.execute(
            "SELECT tbl, row_id, col FROM change WHERE action = ? GROUP BY 1, 2, 3"
            " ORDER BY min(no)",
            [action_no],
        ):
            found.setdefault((table, row_id), []).append(column)
        return found

    def _revert(self, action: WriteAction, action_no: int) -> tuple[Register, ...]:
        kept: list[Register] = []
        for (table, row_id), columns in self._registers(action_no).items():
            past = _RowPast(self._database, (table, row_id), action_no, self._writer)
            kept += past.revert(action, columns)
        return tuple(kept)


class _RowPast:
    """The past of one row, and taking one action out of it."""

    def __init__(
        self, database: Database, row: tuple[str, str], action_no: int, writer: Writer
    ) -> None:
        self._database, self._writer = database, writer
        self._table, self._row_id = row
        self._action = action_no
        self._writes = writes_of_row(database, writer.log, row, writer.author_id)
        self._by_id = {each.id: each for each in self._writes}

    def revert(self, action: WriteAction, columns: list[str]) -> list[Register]:
        """Give the registers what they had before the action; returns those that were left."""
        if self._table not in CODECS:
            return [(self._table, self._row_id, column) for column in columns]
        exists = DELETED in columns
        if exists and not self._before(self._action, DELETED):
            columns = [DELETED]  # the whole row goes, there is nothing to set back in it
        if not exists and not self._is_in_sight():
            return [(self._table, self._row_id, column) for column in columns]
        values = [each for each in columns if each != DELETED]
        kept = [each for each in values if not self._set_back(action, each)]
        # A delete names what stands then; a row in sight again shows all that was set back.
        if exists and not self._set_existence(action):
            kept.append(DELETED)
        self._writer.projection.refresh(self._table, self._row_id)
        return [(self._table, self._row_id, column) for column in kept]

    ## Values

    def _set_back(self, action: WriteAction, column: str) -> bool:
        """Give the register its former value; False when later words are in the way."""
        register = (self._table, self._row_id, column)
        own = {each.id for each in self._own(self._action, column)}
        before = self._before(self._action, column)
        writes = [each.write for each in self._writes if each.column == column]
        former = ranked(each.write for each in before)
        if self._amounting_to(column) <= own:
            if len(former) > 1 and register[::2] not in JOINED:
                self._set_apart(action, register, former)
            else:
                action.set(register, resolved(register, writes, former))
            return True
        if register[::2] not in JOINED:
            return False
        return self._take_out(action, register, writes, former)

    def _set_apart(self, action: WriteAction, register: Register, former: list[Write]) -> None:
        """Put the sides of a conflict beside each other again, the one that showed in sight."""
        heads = self._writer.log.heads(*register).get(register[2], [])
        seen = [head.write.id for head in heads]
        for each in reversed(former):
            action.put(register, each.value, seen)

    def _take_out(
        self, action: WriteAction, register: Register, writes: list[Write], former: list[Write]
    ) -> bool:
        """Take out of a text what the action put in, where later words do not touch it."""
        column = CODECS[register[0]].columns[register[2]]
        own = {each.id for each in self._own(self._action, register[2])}
        after = heads_of([each for each in writes if each.id in own])
        texts = [
            decode_value(column, resolved(register, writes, each) or "null")
            for each in (after, former, heads_of(writes))
        ]
        merged = merge_texts(texts[0], texts[1:])
        if merged.needs_review:
            return False
        action.set(register, encode_value(column, merged.text))
        return True

    def _amounting_to(self, column: str) -> set[bytes]:
        """The writes that the register's heads amount to, its own undos and redos seen through."""
        writes = [each for each in self._writes if each.column == column]
        replaced = {parent for each in writes for parent in each.parents}
        waiting = [each for each in writes if each.id not in replaced]
        found: set[bytes] = set()
        while waiting:
            each = waiting.pop()
            reverted = self._reverted_by(each)
            if reverted is None:
                found.add(each.id)
            else:
                waiting += self._before(reverted, column)
        return found

    def _reverted_by(self, write: PastWrite) -> int | None:
        """The number of the action that an undo or redo of our own took back, if it is one.

        Not so for texts: an undo may have merged. Equal texts make a merge exact anyway.
        """
        is_text = (self._table, write.column) in JOINED
        if write.action == self._action or is_text or not write.is_own:
            return None
        found = self._database.conn.execute(
            "SELECT reverted FROM reversal WHERE action = ?", [write.action]
        ).fetchone()
        return int(found[0]) if found else None

    ## Existence

    def _set_existence(self, action: WriteAction) -> bool:
        before = self._before(self._action, DELETED)
        if any(each.write.value != "1" for each in before):
            heads = self._writer.log.heads(self._table, self._row_id, DELETED)[DELETED]
            if any(head.write.value == "1" for head in heads):
                action.restore(self._table, self._row_id)
            return True
        past = causal_past(self._writes, before)
        if before and self._stood_against(past):
            self._stand_against(action, before)
            return True
        since = max((each.no for each in before), default=0)
        if any(not each.is_own and each.id not in past for each in self._writes):
            return False
        if is_held_by_others(
            self._database, (self._table, self._row_id), self._writer.author_id, since
        ):
            return False
        if self._is_in_sight():
            action.delete(self._table, self._row_id)
        return True

    def _stood_against(self, past: set[bytes]) -> bool:
        """Whether the row was in sight although deleted: words that the delete had not seen."""
        begun = min(each.no for each in self._own(self._action, DELETED))
        return any(
            each.no < begun and each.column != DELETED and each.id not in past
            for each in self._writes
        )

    def _stand_against(self, action: WriteAction, deletes: list[PastWrite]) -> None:
        heads = self._writer.log.heads(self._table, self._row_id, DELETED)[DELETED]
        seen = {head.write.id for head in heads}
        for parent in frozenset().union(*(each.parents for each in deletes)):
            if parent in self._by_id and self._by_id[parent].column != DELETED:
                seen.add(parent)
        action.put((self._table, self._row_id, DELETED), "1", sorted(seen))

    ## Inside

    def _is_in_sight(self) -> bool:
        stored = self._writer.stored(CODECS[self._table], self._row_id)
        return stored is not None and stored[1]

    def _own(self, action_no: int, column: str) -> list[PastWrite]:
        return [each for each in self._writes if each.action == action_no and each.column == column]

    def _before(self, action_no: int, column: str) -> list[PastWrite]:
        """The writes of the register that an action replaced."""
        own = self._own(action_no, column)
        parents = {parent for each in own for parent in each.parents} - {each.id for each in own}
        found = [self._by_id[each] for each in parents if each in self._by_id]
        return [each for each in found if each.column == column]
