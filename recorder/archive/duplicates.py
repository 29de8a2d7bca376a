"""Entries of the directory that are one and the same, that may be, and that are not."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from recorder.domain.alias import ALIASES, DISTINCTIONS, AnyAlias, alias, distinction
from recorder.domain.changes import Changes
from recorder.domain.likeness import Candidate, Kind, Merged
from recorder.domain.searching import Hit
from recorder.errors import NotFoundError, SameEntryError

if TYPE_CHECKING:
    from recorder.storage.reader import Reader
    from recorder.storage.writer import WriteAction, Writer


class Duplicates:
    """Merging people or organisations, which rewrites nothing and can be taken back (FORMAT 17).

    Of entries that were merged one shows: every reading names it where any of them is stored, and
    `find` answers it for the id of any. A machine proposes; only a person merges.
    """

    def __init__(self, reader: "Reader", writer: "Writer") -> None:
        self._reader = reader
        self._writer = writer

    ## Reading

    def candidates(self, kind: Kind, limit: int = 50) -> list[Candidate]:
        """Entries that may be one and that nobody told apart, the likeliest first."""
        # Drawn in with the first question: it compares names, which no other reading does.
        from recorder.archive.candidates import as_candidates, like_bodies, like_people, strongest

        entries: Any = self._reader.all(kind)
        mentions = self._writer.mentions
        found = like_people(entries, mentions) if kind == "person" else like_bodies(entries)
        chosen = strongest(found, self._told_apart(kind), limit)
        return as_candidates(kind, chosen, mentions)

    def _told_apart(self, kind: Kind) -> Callable[[str, str], bool]:
        standing = self._reader.standing()
        rows: Any = self._writer.aliases.all_links(DISTINCTIONS[kind].TABLE)
        apart = {
            frozenset(
                standing.entry(kind, each) for each in (row.first_id or "", row.second_id or "")
            )
            for row in rows
        }
        return lambda one, other: frozenset((one, other)) in apart

    def names_of(self, kind: Kind, row_id: str) -> tuple[str, ...]:
        """All names under which an entry is known, the one that shows first."""
        entry, *merged = self._with_merged(kind, row_id)
        names = [name for each in (entry, *merged) for name in self._names(kind, each)]
        return tuple(dict.fromkeys(names))

    def merged(self, kind: Kind) -> list[Merged]:
        """Every entry that shows for others, with these as each was written; by name."""
        shown = set(self._reader.standing().of[kind].values())
        entries: Any = self._reader.all(kind) if shown else ()
        found = []
        for entry in entries:
            others: Any = ()
            if entry.id in shown:
                others = self._reader.own_entries(kind, self._with_merged(kind, entry.id)[1:])
            if others:
                found.append(Merged(entry=entry, others=tuple(others)))
        return found

    def _with_merged(self, kind: Kind, row_id: str) -> list[str]:
        standing = self._reader.standing()
        entry = standing.entry(kind, row_id)
        return [entry, *sorted(standing.members(kind, row_id) - {entry})]

    def _names(self, kind: Kind, row_id: str) -> Iterator[str]:
        for row in self._reader.own_entries(kind, [row_id]):
            names: Iterable[str] = (getattr(row, each, "") for each in ("name", "name_en"))
            yield from filter(None, names)

    ## Writing

    def merge(self, kind: Kind, from_id: str, into_id: str) -> Changes:
        """Let two entries be one, which shows as the second; both keep their names.

        Entries that were merged before come along. Merging what is one already does nothing.

        Raises:
            SameEntryError: it is one entry twice.
            NotFoundError: one of them is not there or deleted.
        """
        if from_id == into_id:
            raise SameEntryError(id=from_id)
        start, end = (self._entry(kind, each) for each in (from_id, into_id))
        with self._writer.action(f"{kind}.merge") as action:
            if start != end:
                self._forget_distinctions(action, kind, start, end)
                self._link(action, kind, start, end)
        return action.changes()

    def separate(self, kind: Kind, row_id: str) -> Changes:
        """Let an entry stand for itself again; the others that it was merged with stay one.

        The two are not proposed again, as after `dismiss`.
        """
        before = self._reader.standing()
        rest = sorted(before.members(kind, row_id) - {row_id})
        with self._writer.action(f"{kind}.separate") as action:
            if rest:
                for link in self._links_of(kind, row_id):
                    action.delete(link.TABLE, link.id)
                kept = before.entry(kind, row_id) if before.entry(kind, row_id) in rest else rest[0]
                shown = self._hold_together(action, kind, rest, kept)
                action.write(distinction(kind, row_id, shown))
        return action.changes()

    def dismiss(self, kind: Kind, one: str, other: str) -> Changes:
        """Say that two entries are not the same; they are not proposed again, on any laptop.

        Raises:
            SameEntryError: it is one entry twice.
            NotFoundError: one of them is not there or deleted.
        """
        if one == other:
            raise SameEntryError(id=one)
        first, second = (self._entry(kind, each) for each in (one, other))
        with self._writer.action(f"{kind}.distinguish") as action:
            if first != second and not self._distinctions(kind, first, second):
                action.write(distinction(kind, first, second))
        return action.changes()

    def take_back(self, changes: Changes) -> Changes:
        """Undo one `merge` or `dismiss`, also when other things were done since.

        What was taken back already, by `undo` or on another laptop, stays as it is.

        Args:
            changes: what it answered.
        """
        kind = changes.action.partition(".")[0]
        said = ALIASES if changes.action.endswith(".merge") else DISTINCTIONS
        with self._writer.action(f"{kind}.reconsider") as action:
            stands = [
                (row_type.TABLE, row_id)
                for row_type in said.values()
                for row_id in sorted(changes.rows.get(row_type.TABLE, ()))
                if self._writer.mentions.is_in_sight(row_type.TABLE, row_id)
            ]
            for table, row_id in stands:
                action.delete(table, row_id)
            if stands and said is ALIASES:
                self._restore_distinctions(action, changes)
        return action.changes()

    def _restore_distinctions(self, action: "WriteAction", changes: Changes) -> None:
        for row_type in DISTINCTIONS.values():
            for row_id in sorted(changes.rows.get(row_type.TABLE, ())):
                action.restore(row_type.TABLE, row_id)

    def _entry(self, kind: Kind, row_id: str) -> str:
        row = self._reader.find(kind, row_id)
        if row is None:
            raise NotFoundError(table=kind, id=row_id)
        return row.id

    def _link(self, action: "WriteAction", kind: Kind, start: str, end: str) -> None:
        """Write links until all that was one with the start leads to the end.

        Where two laptops merged one entry into two others there are several ends to lead on.
        """
        linked = set()
        while start != end and start not in linked:
            action.write(alias(kind, start, end))
            linked.add(start)
            start = self._reader.standing().entry(kind, start)

    def _hold_together(self, action: "WriteAction", kind: Kind, ids: list[str], kept: str) -> str:
        """Link what a separation would leave in pieces; answers the entry that shows for it."""
        for each in ids:
            standing = self._reader.standing()
            start, end = standing.entry(kind, each), standing.entry(kind, kept)
            if start != end:
                self._link(action, kind, start, end)
        return self._reader.standing().entry(kind, kept)

    def _links_of(self, kind: Kind, row_id: str) -> list[AnyAlias]:
        rows: Any = self._writer.aliases.links(
            ALIASES[kind].TABLE, ("from_id", "into_id"), [row_id]
        )
        return list(rows)

    def _distinctions(self, kind: Kind, one: str, other: str) -> list[Any]:
        """The rows that keep apart any of two entries, with what was merged into them."""
        standing = self._reader.standing()
        firsts, seconds = (standing.members(kind, each) for each in (one, other))
        table, columns = DISTINCTIONS[kind].TABLE, ("first_id", "second_id")
        rows: Any = self._writer.aliases.links(table, columns, firsts)
        return [row for row in rows if {row.first_id, row.second_id} & seconds]

    def _forget_distinctions(self, action: "WriteAction", kind: Kind, one: str, other: str) -> None:
        for row in self._distinctions(kind, one, other):
            action.delete(row.TABLE, row.id)

    ## Beside

    def led(self, hits: list[Hit]) -> list[Hit]:
        """Hits of a search, those of merged entries leading to the one that shows."""
        standing = self._reader.standing()
        if not standing:
            return hits
        led: dict[tuple[str, str], Hit] = {}
        for hit in hits:
            entry = standing.entry(hit.table, hit.row_id)
            if entry == hit.row_id or (hit.table, entry) not in led:
                led[hit.table, entry] = replace(hit, row_id=entry, who=self._who(hit))
        return list(led.values())

    def _who(self, hit: Hit) -> str:
        """The name of who said what was found, as it shows now."""
        note: Any = self._reader.find("note", hit.row_id) if hit.table == "note" else None
        speaker = note.speaker.person_id if note else None
        person: Any = self._reader.find("person", speaker) if speaker else None
        return person.name if person else hit.who
