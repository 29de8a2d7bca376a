"""Reading rows and whole meetings from the tables; local reads show what is being typed."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from recorder.domain.alias import ALIASES
from recorder.domain.identity import DIRECTORY
from recorder.domain.meeting import Meeting
from recorder.domain.places import without_cycles
from recorder.domain.record import MeetingRecord, named_rows
from recorder.domain.row import Row
from recorder.domain.summaries import Conflict, MeetingSummary, Side
from recorder.domain.tokens import Status
from recorder.errors import NotFoundError
from recorder.merge.registers import Write, common_past, ranked
from recorder.storage.aliases import AliasTable, Standing
from recorder.storage.authorship import Authorship
from recorder.storage.codec import CODECS, DELETED, TableCodec, decode_any
from recorder.storage.log import ChangeLog
from recorder.storage.stored_rows import StoredRows
from recorder.storage.twins import LINKS, surplus, without_twins

_RECORD = {
    "hosts": "host",
    "agenda": "agenda_item",
    "attendance": "attendance",
    "turns": "turn",
    "notes": "note",
    "issues": "issue",
    "positions": "position",
    "decisions": "decision",
    "recommendations": "recommendation",
    "carried": "carried",
    "attachments": "attachment",
}
"""The fields of a record that hold all rows of the meeting in one table."""

_NESTED = {"agenda_item", "theme"}
"""Tables whose rows stand under rows of the same table."""

_BATCH = 500  # bound parameters in one statement, far below SQLite's limit


class Reader:
    """Rows in sight, in the order of their places; merged entries are read as one (FORMAT 17)."""

    def __init__(self, database: Database, log: ChangeLog) -> None:
        self._db = database.conn
        self._log = log
        self._aliases = AliasTable(database)
        self.authorship = Authorship(database)

    def standing(self) -> Standing:
        """Which person or organisation stands for which, as it is now."""
        return self._aliases.now()

    def find(self, table: str, row_id: str) -> Row | None:
        """The row, None when it is not there or deleted.

        For a person or an organisation that was merged away it is the entry that shows for it.
        """
        if table in ALIASES:
            row_id = self._aliases.now().entry(table, row_id)
        rows = self._rows(table, "id = ?", [row_id])
        return rows[0] if rows else None

    def own_entries(self, table: str, ids: Iterable[str]) -> list[Row]:
        """People or organisations as each was written, also those merged into another."""
        codec = CODECS[table]
        return [
            codec.read(line)
            for each in ids
            for line in self._db.execute(f"{codec.select} WHERE id = ? AND deleted = 0", [each])
        ]

    def all(self, table: str, meeting_id: str | None = None) -> list[Row]:
        """All rows of a table, of one meeting where it belongs to meetings."""
        found = (
            self._rows(table, "1", [])
            if meeting_id is None
            else self._rows(table, "meeting_id = ?", [meeting_id])
        )
        return without_cycles(found) if table in _NESTED else found

    def of_meeting(self, table: str, meeting_id: str) -> StoredRows:
        """The rows of a meeting, each made when it is looked at."""
        return self._select(table, "meeting_id = ?", [meeting_id])

    def record(self, meeting_id: str) -> MeetingRecord:
        """The whole meeting with the directory rows that it names.

        Raises:
            NotFoundError: there is no such meeting in sight.
        """
        meeting = self.find("meeting", meeting_id)
        if not isinstance(meeting, Meeting):
            raise NotFoundError(table="meeting", id=meeting_id)
        rows: dict[str, Sequence[Any]] = {
            name: self._select(table, "meeting_id = ?", [meeting_id])
            for name, table in _RECORD.items()
        }
        rows["agenda"] = without_cycles(rows["agenda"])
        rows["deleted_items"] = self._deleted("agenda_item", meeting_id)
        own = [each.id for each in rows["recommendations"]]
        rows["earlier"] = self._named("recommendation", _ids(rows["carried"], "recommendation_id"))
        rows["sources"] = self._sources(own, [each.id for each in rows["decisions"]])
        every = [*own, *(each.id for each in rows["earlier"])]
        rows["supports"] = self._of("support", "recommendation_id", every)
        rows["follow_ups"] = self._of("follow_up", "recommendation_id", every)
        series = self.find("series", meeting.series_id) if meeting.series_id else None
        return MeetingRecord(
            meeting=meeting,
            series=series,  # type: ignore[arg-type]
            **{**rows, **self._directory(meeting, rows)},
        )

    def summaries(self) -> list[MeetingSummary]:
        """All meetings for the library, the newest date first, undated ones before them."""
        counts = ", ".join(
            f"(SELECT count(*) FROM {table} WHERE meeting_id = meeting.id AND deleted = 0{more})"
            for table, more in (
                ("attendance", ""),
                ("attendance", " AND presence = 'present'"),
                ("note", ""),
                ("decision", ""),
                ("recommendation", ""),
            )
        )
        found = self._db.execute(
            "SELECT meeting.id, meeting.title, number, kind, date, venue, city, state,"
            f" ifnull(series.title, ''), {counts} FROM meeting"
            " LEFT JOIN series ON series.id = meeting.series_id AND series.deleted = 0"
            " WHERE meeting.deleted = 0"
            " ORDER BY (date = '') DESC, date DESC, planned_start DESC, meeting.id"
        )
        names = MeetingSummary.__dataclass_fields__
        summaries = [MeetingSummary(**dict(zip(names, each, strict=True))) for each in found]
        twice = surplus(self._db, self._aliases.now())
        return [_without(each, *twice[each.id]) if each.id in twice else each
                for each in summaries]  # fmt: skip

    def open_recommendations(self, meeting_id: str) -> list[Row]:
        """The recommendations of the other meetings of its series that are not finished."""
        finished = [Status.DONE.value, Status.DROPPED.value]
        return self._rows(
            "recommendation",
            "meeting_id IN (SELECT other.id FROM meeting AS other JOIN meeting AS this"
            " ON other.series_id = this.series_id WHERE this.id = ? AND other.id <> this.id"
            " AND other.deleted = 0) AND ifnull((SELECT status FROM follow_up"
            " WHERE recommendation_id = recommendation.id AND follow_up.deleted = 0"
            " AND status IS NOT NULL"
            " ORDER BY date DESC, place_sort_key DESC, id DESC LIMIT 1), '') NOT IN (?, ?)",
            [meeting_id, *finished],
        )

    def keys_around(
        self, row: Row, parent_id: str | None, after: str | None
    ) -> tuple[str | None, str | None]:
        """The order keys between which the row falls under a parent.

        Args:
            row: the row that is to be placed; it does not count as its own neighbour.
            parent_id: under which it is placed.
            after: the sibling that it follows; None for the front.

        Raises:
            NotFoundError: there is no such sibling there.
        """
        if after is None:
            return None, self._key("min", row, parent_id)
        sibling = self.find(row.TABLE, after)
        place = getattr(sibling, "place", None)
        if place is None or place.parent_id != parent_id:
            raise NotFoundError(table=row.TABLE, id=after)
        # Strictly greater: two laptops may have made one key, and there is no room in it.
        return place.sort_key, self._key("min", row, parent_id, above=place.sort_key)

    def last_key(self, row: Row, parent_id: str | None) -> str | None:
        """The largest order key under a parent, the row's own left out."""
        return self._key("max", row, parent_id)

    def _key(
        self, least_or_most: str, row: Row, parent_id: str | None, above: str = ""
    ) -> str | None:
        # The plus keeps SQLite from looking through all rows of all meetings that have no parent.
        under = "+place_parent_id IS ?" if parent_id is None else "place_parent_id = ?"
        where = f"{under} AND id <> ? AND place_sort_key > ? AND deleted = 0"
        values = [parent_id, row.id, above]
        if row.scope != DIRECTORY:
            where, values = f"meeting_id = ? AND {where}", [row.scope, *values]
        found = self._db.execute(
            f"SELECT {least_or_most}(place_sort_key) FROM {row.TABLE} WHERE {where}", values
        ).fetchone()
        return str(found[0]) if found[0] else None

    def conflicts(self, meeting_id: str | None = None) -> list[Conflict]:
        """What was written apart and nobody settled, in the order of its rows.

        That is: registers with more than one standing write, and rows that one deleted while
        another went on with them; they are in sight, and their register is `deleted`. Where all
        wrote the same, or people who were merged since, there is nothing to settle.
        """
        found = self._db.execute(
            "SELECT tbl, row_id, col, scope FROM conflict"
            + ("" if meeting_id is None else " WHERE scope = ?")
            + " ORDER BY tbl, row_id, col",
            [] if meeting_id is None else [meeting_id],
        ).fetchall()
        return [each for each in (self._conflict(*one) for one in found) if self._is_apart(each)]

    def _is_apart(self, conflict: Conflict) -> bool:
        codec, first = CODECS.get(conflict.table), conflict.sides[0].value
        if conflict.column == DELETED:
            return any(each.value for each in conflict.sides)  # else all of them keep the row
        column = codec.columns.get(conflict.column) if codec else None
        same = self._aliases.now().is_same
        return any(
            each.value != first and not (column and same(column, each.value, first))
            for each in conflict.sides
        )

    def _conflict(self, table: str, row_id: str, column: str, scope: str) -> Conflict:
        heads = self._log.heads(table, row_id, column)[column]
        writes = ranked(head.write for head in heads)
        past = common_past(self._log.writes(table, row_id, column), writes)
        return Conflict(
            table=table, row_id=row_id, column=column, scope=scope,
            base=self._value(table, column, past[0]) if past else None,
            sides=tuple(self._side(table, column, write) for write in writes),
        )  # fmt: skip

    def _side(self, table: str, column: str, write: Write) -> Side:
        author, wall = self._db.execute(
            "SELECT ifnull(author.name, ''), wall FROM log"
            " JOIN action ON action.no = log.deed"
            " LEFT JOIN author ON author.id = action.author WHERE log.id = ?",
            [write.id],
        ).fetchone()
        value = self._value(table, column, write)
        return Side(value=value, author=author, site=write.site, wall=wall)

    @staticmethod
    def _value(table: str, column: str, write: Write) -> Any:  # noqa: ANN401 - of any register
        codec = CODECS.get(table)
        known = codec.columns.get(column) if codec else None
        return decode_any(known, write.value)

    def _rows(self, table: str, where: str, values: Sequence[Any]) -> list[Row]:
        return list(self._select(table, where, values))

    def _deleted(self, table: str, meeting_id: str) -> list[Row]:
        """The rows of a meeting that were deleted."""
        codec = CODECS[table]
        found = self._db.execute(
            f"{codec.select} WHERE meeting_id = ? AND deleted = 1 ORDER BY id", [meeting_id]
        )
        return [codec.read(each) for each in found]

    def _select(self, table: str, where: str, values: Sequence[Any]) -> StoredRows:
        """The rows in sight, with the drafts that stand over them (FORMAT 9)."""
        codec = CODECS[table]
        order = {"person": "name, id", "organisation": "name, id", "series": "title, id"}.get(table)
        if order is None:
            order = "place_sort_key, id" if "place_sort_key" in codec.names else "id"
        found = self._db.execute(
            f"{codec.select} WHERE {where} AND deleted = 0 ORDER BY {order}", values
        ).fetchall()
        standing = self._aliases.now()
        if standing:
            found = _as_one(codec, standing, found)
        follow = standing.reading(codec) if standing else None
        typed = self._typed(table)
        if not typed and not follow:
            return StoredRows(found, codec.read, codec)

        def read(stored: Sequence[Any]) -> Row:
            row = codec.read(follow(stored) if follow else stored)
            return self._with_drafts(row, typed[row.id]) if row.id in typed else row

        return StoredRows(found, read, codec)

    def _typed(self, table: str) -> dict[str, dict[str, str]]:
        typed: dict[str, dict[str, str]] = {}
        found = self._db.execute("SELECT row_id, col, text FROM draft WHERE tbl = ?", [table])
        for row_id, column, text in found:
            if column in CODECS[table].columns:
                typed.setdefault(row_id, {})[column] = text
        return typed

    @staticmethod
    def _with_drafts(row: Row, typed: Mapping[str, str]) -> Row:
        return type(row).trusted({**vars(row), **typed})

    def _sources(self, recommendations: Sequence[str], decisions: Sequence[str]) -> list[Row]:
        of_both = [
            *self._of("source", "recommendation_id", recommendations),
            *self._of("source", "decision_id", decisions),
        ]
        return list({each.id: each for each in of_both}.values())  # no row twice

    def _named(self, table: str, ids: Iterable[str]) -> list[Row]:
        return self._of(table, "id", sorted(set(ids)))

    def _of(self, table: str, column: str, ids: Sequence[str]) -> list[Row]:
        rows: list[Row] = []
        for at in range(0, len(ids), _BATCH):
            batch = ids[at : at + _BATCH]
            rows += self._rows(table, f"{column} IN ({', '.join('?' * len(batch))})", batch)
        return rows

    def _directory(self, meeting: Meeting, rows: Mapping[str, Sequence[Row]]) -> dict[str, Any]:
        """The people, organisations and themes that the rows name, with what those name."""
        few = [meeting, *(row for name, each in rows.items() if name != "notes" for row in each)]
        people = self._named("person", [*named_rows(few, "person"), *self._speakers(meeting.id)])
        of_people = named_rows(people, "organisation")
        organisations = self._named("organisation", [*named_rows(few, "organisation"), *of_people])
        themes = self._themes(named_rows(few, "theme"))
        other_names = self._other_names([*people, *organisations])
        return {"people": people, "organisations": organisations, "themes": themes,
                "other_names": other_names}  # fmt: skip

    def _other_names(self, entries: Iterable[Row]) -> dict[str, tuple[str, ...]]:
        """How entries were written that are merged into these, by the id that shows."""
        standing = self._aliases.now()
        if not standing:
            return {}
        return {
            each.id: names
            for each in entries
            if (names := tuple(self._names_beside(standing, each)))
        }

    def _names_beside(self, standing: Standing, entry: Row) -> Iterator[str]:
        merged = sorted(standing.members(entry.TABLE, entry.id) - {entry.id})
        for row in self.own_entries(entry.TABLE, merged):
            names = (getattr(row, each, "") for each in ("name", "name_en", "acronym"))
            yield from filter(None, names)

    def _speakers(self, meeting_id: str) -> list[str]:
        """The people who spoke; asked of the table, since notes are many and stay unmade."""
        found = self._db.execute(
            "SELECT DISTINCT speaker_person_id FROM note WHERE meeting_id = ? AND deleted = 0"
            " AND speaker_person_id IS NOT NULL",
            [meeting_id],
        )
        standing = self._aliases.now()
        return [standing.entry("person", person_id) for (person_id,) in found]

    def _themes(self, ids: Iterable[str]) -> list[Row]:
        """The themes with all those above and below them, in the order of their places."""
        found = self._db.execute(
            "WITH RECURSIVE up(id) AS (SELECT value FROM json_each(?) UNION"
            " SELECT place_parent_id FROM theme JOIN up USING (id)"
            " WHERE place_parent_id IS NOT NULL),"
            " down(id) AS (SELECT id FROM up UNION"
            " SELECT theme.id FROM theme JOIN down ON place_parent_id = down.id)"
            " SELECT id FROM down",
            [_json(ids)],
        )
        return without_cycles(self._named("theme", [each[0] for each in found]))


def _as_one(codec: TableCodec, standing: Standing, lines: list[Any]) -> list[Any]:
    """The lines without entries merged away, and one of each two that link the same by now."""
    if codec.table in ALIASES:
        return [each for each in lines if standing.entry(codec.table, each[0]) == each[0]]
    return without_twins(codec, standing, lines) if codec.table in LINKS else lines


def _without(summary: MeetingSummary, people: int, present: int) -> MeetingSummary:
    return replace(summary, people=summary.people - people, present=summary.present - present)


def _json(ids: Iterable[str]) -> str:
    return json.dumps(sorted(set(ids)))


def _ids(rows: Iterable[Any], column: str) -> list[str]:
    return [value for each in rows if (value := getattr(each, column))]
