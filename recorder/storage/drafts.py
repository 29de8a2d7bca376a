"""What was typed and is not yet a change: durable at once, local, never carried (FORMAT 9)."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from recorder.domain.changes import Changes
from recorder.domain.columns import Place
from recorder.domain.discussion import Note
from recorder.domain.identity import new_id
from recorder.domain.row import Row
from recorder.domain.summaries import Draft
from recorder.domain.tokens import NoteKind
from recorder.merge.order import key_between
from recorder.storage.codec import CODECS, decode_value, encode_value
from recorder.storage.reader import Reader
from recorder.storage.registers import split
from recorder.storage.writer import WriteAction, Writer

_Key = tuple[str, str, str, str]


class DraftBox:
    """The drafts of all windows, by window, table, row and column."""

    def __init__(self, database: Database, writer: Writer, reader: Reader) -> None:
        self._db = database.conn
        self._writer = writer
        self._reader = reader
        self._left_at: dict[_Key, bytes] = {}

    def save(self, draft: Draft) -> None:
        """Keep the text; it is on the disk when this returns.

        The first save of a burst remembers which writes the typing saw; later ones keep that,
        so that what arrives meanwhile is merged and not overwritten. A window that types on in
        what was made a change under its hand has seen that change and nothing later.
        """
        key, fields = _key(draft), _fields(draft)
        with self._writer.transaction():
            went_on = self._db.execute(
                "UPDATE draft SET text = ?, fields = ?"
                " WHERE window = ? AND tbl = ? AND row_id = ? AND col = ?",
                [draft.text, fields, *key],
            )
            if went_on.rowcount == 0:
                self._db.execute(
                    "INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    [*key, draft.text, self._seen(key), self._writer.author_id, fields],
                )

    def pending(self) -> list[Draft]:
        """All drafts, oldest window first."""
        found = self._db.execute(
            "SELECT window, tbl, row_id, col, text, fields FROM draft ORDER BY window, tbl, row_id"
        )
        return [
            Draft(
                window=window, table=table, row_id=row_id, column=column, text=text,
                fields=_read_fields(table, fields),
            )
            for window, table, row_id, column, text, fields in found
        ]  # fmt: skip

    def discard(self, key: _Key) -> None:
        """Forget a draft that its writer threw away."""
        with self._writer.transaction():
            self._remove(key)
        self._left_at.pop(key, None)

    def commit(self, keys: Iterable[_Key], *, goes_on: bool = False) -> Changes:
        """Make drafts changes, in one action; a draft that is not there is passed over.

        Args:
            keys: window, table, row and column of each.
            goes_on: the windows type on in their texts as they stand there, whatever else the
                registers show by now; else they read them anew.
        """
        committed = list(keys)
        about = committed[0][2] if len(committed) == 1 else None
        tables = {table for _, table, _, _ in committed}
        # Typing into a row is writing it: one burst, and one name for whoever undoes it.
        name = f"{tables.pop()}.write" if len(tables) == 1 else "draft.commit"
        with self._writer.action(name, about=about) as action:
            for key in committed:
                found = self._db.execute(
                    "SELECT text, parents, fields FROM draft"
                    " WHERE window = ? AND tbl = ? AND row_id = ? AND col = ?",
                    key,
                ).fetchone()
                if found:
                    self._remove(key)
                    self._write(action, key, *found)
        for key in committed:
            self._left_at.pop(key, None)
            if goes_on:
                self._left_at[key] = self._latest(key, is_written=action.has_begun)
        return action.changes()

    def commit_all(self) -> Changes:
        """Make every draft a change: before an export, a lock, a sync and at the end.

        One that cannot be one (a row of a later release, half a date) stays a draft and keeps
        none of the others back.
        """
        return self._commit_each(self.pending())

    def commit_over(self, rows: Iterable[tuple[str, str]]) -> Changes:
        """Make changes of what is being typed into some rows, by table and id."""
        wanted = set(rows)
        return self._commit_each(
            each for each in self.pending() if (each.table, each.row_id) in wanted
        )

    def _commit_each(self, drafts: Iterable[Draft]) -> Changes:
        done = Changes("draft.commit", new_id())
        if self._writer.read_only:
            return done  # they belong to who has the archive open
        for draft in drafts:
            with suppress(ValueError, TypeError, LookupError):
                done = done.and_also(self.commit([_key(draft)], goes_on=True))
        return done

    def _remove(self, key: _Key) -> None:
        self._db.execute(
            "DELETE FROM draft WHERE window = ? AND tbl = ? AND row_id = ? AND col = ?", key
        )

    def _write(
        self, action: WriteAction, key: _Key, text: str, parents: bytes, fields: str
    ) -> None:
        _, table, row_id, column = key
        codec = CODECS[table]
        stored = self._writer.stored(codec, row_id)
        if stored is None:
            values: dict[str, Any] = _read_fields(table, fields)
            if text.strip():
                action.write(self._placed(codec.row_type(id=row_id, **{**values, column: text})))
            return
        known = stored[0]
        row = replace(known, **{column: text})
        goes_across = False
        if isinstance(row, Note) and isinstance(known, Note):
            row = _across_the_wall(row, _read_fields(table, fields))
            goes_across = row.kind != known.kind
        if stored[1] or goes_across:
            action.write(row, {column: list(split(parents))})
        elif getattr(known, column) != getattr(row, column):
            # Deleted meanwhile, which the hand had not seen: in sight again, and both are listed.
            value = encode_value(codec.columns[column], getattr(row, column))
            action.put((table, row_id, column), value, split(parents))

    def _placed(self, row: Row) -> Row:
        """The row at the end of its parent, unless its draft gave it an order key."""
        place = getattr(row, "place", None)
        if not isinstance(place, Place) or place.sort_key:
            return row
        last = self._reader.last_key(row, place.parent_id)
        key = key_between(last, None, self._writer.sites.public.tag)
        return replace(row, place=Place(place.parent_id, key))  # type: ignore[call-arg]

    def _seen(self, key: _Key) -> bytes:
        return self._left_at.pop(key, None) or self._newest(key)

    def _newest(self, key: _Key) -> bytes:
        """The writes that stand in a register: what a window that reads it now has seen."""
        _, table, row_id, column = key
        heads = self._writer.log.heads(table, row_id, column).get(column, [])
        return b"".join(sorted(head.write.id for head in heads))

    def _latest(self, key: _Key, *, is_written: bool) -> bytes:
        """What a window that types on has seen: its own write, or all where that was there."""
        _, table, row_id, column = key
        heads = self._writer.log.heads(table, row_id, column).get(column, [])
        if not is_written or not heads:
            return self._newest(key)
        return max(heads, key=lambda head: head.write.lamport).write.id


def _across_the_wall(note: Note, typed: dict[str, Any]) -> Note:
    """The note as it was typed, when that makes a public one private or the other way round.

    Then kind and text must become one write: the text alone would be logged, and travel, under
    the kind that the writer had just left (FORMAT 12).
    """
    is_private = typed.get("kind", note.kind) == NoteKind.PRIVATE
    if is_private == (note.kind == NoteKind.PRIVATE):
        return note
    return replace(note, **{name: value for name, value in typed.items() if name != "place"})


def _key(draft: Draft) -> _Key:
    return (draft.window, draft.table, draft.row_id, draft.column)


def _fields(draft: Draft) -> str:
    columns = CODECS[draft.table].columns
    return json.dumps(
        {name: encode_value(columns[name], value) for name, value in draft.fields.items()},
        ensure_ascii=False,
    )


def _read_fields(table: str, fields: str) -> dict[str, Any]:
    columns = CODECS[table].columns
    return {
        name: decode_value(columns[name], value)
        for name, value in json.loads(fields).items()
        if name in columns
    }
