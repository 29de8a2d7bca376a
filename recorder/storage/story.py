"""A meeting's story: by row, what it was at a moment and what it is now."""

from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from recorder.domain.clock import Clock, instant_text
from recorder.domain.identity import DIRECTORY
from recorder.domain.meeting import Meeting
from recorder.domain.past import Exported, Fate, FieldStory, Story, StoryLine
from recorder.domain.record import TABLES, MeetingRecord
from recorder.merge.registers import Write, heads_of, is_deleted
from recorder.storage.codec import CODECS, DELETED, TableCodec, decode_value
from recorder.storage.past_writes import PastWrite, resolved, writes_of_row
from recorder.storage.projection import JOINED
from recorder.storage.reader import Reader
from recorder.storage.row_lines import RowLines
from recorder.storage.writer import Writer

_TOUCHED = (
    "SELECT tbl.text, logged_row.id, first FROM (SELECT row, min(no) AS first FROM log"
    " WHERE site IN (SELECT no FROM site) AND scope = (SELECT no FROM term WHERE text = ?)"
    " AND no > ? GROUP BY row) JOIN logged_row ON logged_row.no = row"
    " JOIN term AS tbl ON tbl.no = logged_row.tbl"
)
_UNTOLD = frozenset({"turn"})
"""Who had the floor when is measured by the minute, and stands in no document."""

_OF_DIRECTORY = frozenset({"series", "person", "organisation", "theme"})


class Stories:
    """Reads stories, and keeps the list of exports from which they are told."""

    def __init__(self, database: Database, writer: Writer, reader: Reader, clock: Clock) -> None:
        self._database = database
        self._db = database.conn
        self._writer, self._reader, self._clock = writer, reader, clock

    ## Exports

    def note_export(self, meeting_id: str, form: str) -> None:
        """Remember that a meeting left as a document, and how far the log was."""
        with self._writer.transaction():
            self._db.execute(
                "INSERT INTO exported (meeting_id, form, wall, change)"
                " VALUES (?, ?, ?, (SELECT ifnull(max(no), 0) FROM log))",
                [meeting_id, form, instant_text(self._clock())],
            )

    def last_export(self, meeting_id: str) -> Exported | None:
        """The latest export of a meeting from this file, None when there was none."""
        found = self._db.execute(
            "SELECT meeting_id, form, wall, change FROM exported WHERE meeting_id = ?"
            " ORDER BY no DESC LIMIT 1",
            [meeting_id],
        ).fetchone()
        names = Exported.__dataclass_fields__
        return Exported(**dict(zip(names, found, strict=True))) if found else None

    ## Stories

    def since_export(self, meeting_id: str, *, private: bool) -> Story:
        """What became of the meeting since its last export, or from the beginning."""
        last = self.last_export(meeting_id)
        if last is None:
            return self.since_moment(meeting_id, "", private=private)
        return self._story(meeting_id, last.wall, last.change, private=private)

    def since_moment(self, meeting_id: str, moment: str, *, private: bool) -> Story:
        """What became of it since an instant by this laptop's clock; "" for the beginning."""
        found = self._db.execute(
            "SELECT ifnull(max(log.no), 0) FROM log WHERE log.deed ="
            " (SELECT max(step.action) FROM step JOIN action ON action.no = step.action"
            " WHERE wall <= ?)",
            [moment],
        ).fetchone()
        return self._story(meeting_id, moment, int(found[0]) if moment else 0, private=private)

    def _story(self, meeting_id: str, since: str, after: int, *, private: bool) -> Story:
        lines = RowLines(self._writer)
        told: list[tuple[int, int, StoryLine]] = []
        for place, rows in enumerate(self._touched(meeting_id, after)):
            for table, row_id, first in rows:
                line = self._line(lines, (table, row_id), after, private=private)
                if line is not None:
                    told.append((place, first, line))
        told.sort(key=lambda each: each[:2])
        return Story(meeting_id=meeting_id, since=since, lines=tuple(each[2] for each in told))

    def _touched(self, meeting_id: str, after: int) -> Iterator[list[tuple[str, str, int]]]:
        """The rows that were written in, table by table; of the directory those it names."""
        found = self._db.execute(_TOUCHED, [meeting_id, after]).fetchall()
        for table in TABLES:
            if table not in _UNTOLD:
                yield [each for each in found if each[0] == table]
        if after:
            yield self._touched_in_directory(meeting_id, after)

    def _touched_in_directory(self, meeting_id: str, after: int) -> list[tuple[str, str, int]]:
        found = self._db.execute(_TOUCHED, [DIRECTORY, after]).fetchall()
        if not found or not isinstance(self._reader.find("meeting", meeting_id), Meeting):
            return []
        named = _named(self._reader.record(meeting_id))
        return [each for each in found if each[1] in named]

    def _line(
        self, lines: RowLines, row: tuple[str, str], after: int, *, private: bool
    ) -> StoryLine | None:
        codec = CODECS[row[0]]
        stored = self._writer.stored(codec, row[1])
        if stored is None:
            return None
        writer = self._writer
        writes = writes_of_row(self._database, writer.log, row, writer.author_id)
        if not private and any(each.is_private for each in writes):
            return None
        past = _Registers(codec, [each for each in writes if each.no <= after])
        now = _Registers(codec, writes)
        fate = _fate(past, now, stands=stored[1], from_beginning=after == 0)
        fields = tuple(self._fields(lines, past, now)) if fate is Fate.CHANGED else ()
        if fate is None or (fate is Fate.CHANGED and not fields):
            return None
        new = [each for each in writes if each.no > after]
        if codec.table in _OF_DIRECTORY and fate is Fate.ADDED:
            return None  # its meeting tells of it
        return StoryLine(
            table=row[0], row_id=row[1], fate=fate, text=str(lines.line_of(stored[0])),
            fields=fields, authors=tuple(dict.fromkeys(each.author for each in new if each.author)),
            wall=max(each.wall for each in new),
            is_received=any(each.is_received for each in new), is_merged=now.is_merged,
        )  # fmt: skip

    def _fields(
        self, lines: RowLines, past: "_Registers", now: "_Registers"
    ) -> Iterator[FieldStory]:
        table = now.codec.table
        for column in now.codec.columns:
            before, after = past.value(column), now.value(column)
            if before != after:
                yield FieldStory(
                    column=column,
                    before=lines.words(table, column, before),
                    after=lines.words(table, column, after),
                )


class _Registers:
    """A row as some of its writes make it."""

    def __init__(self, codec: TableCodec, writes: Sequence[PastWrite]) -> None:
        self.codec = codec
        self._writes: dict[str, list[Write]] = {}
        for each in writes:
            self._writes.setdefault(each.column, []).append(each.write)
        self._heads = {column: heads_of(each) for column, each in self._writes.items()}

    @property
    def is_known(self) -> bool:
        """Whether the row had been created."""
        return DELETED in self._heads

    @property
    def is_in_sight(self) -> bool:
        """Whether the row existed and was not deleted."""
        others = [
            each.id for name, heads in self._heads.items() if name != DELETED for each in heads
        ]
        return self.is_known and not is_deleted(self._heads[DELETED], others)

    @property
    def is_merged(self) -> bool:
        """Whether a text of the row is joined from several."""
        return any(
            len(heads) > 1 and (self.codec.table, column) in JOINED
            for column, heads in self._heads.items()
        )

    def value(self, column: str) -> object:
        """What the field showed."""
        known = self.codec.columns[column]
        register = (self.codec.table, "", column)
        text = resolved(register, self._writes.get(column, ()), self._heads.get(column, ()))
        return known.default if text is None else decode_value(known, text)


def _fate(past: _Registers, now: _Registers, *, stands: bool, from_beginning: bool) -> Fate | None:
    if not past.is_known:
        gone = Fate.DELETED if from_beginning else None
        return Fate.ADDED if stands else gone
    if past.is_in_sight:
        return Fate.CHANGED if now.is_in_sight else Fate.DELETED
    return Fate.RESTORED if now.is_in_sight else None


def _named(record: MeetingRecord) -> set[str]:
    """The ids of the directory's rows that a meeting names."""
    series = [record.series] if record.series else []
    return {each.id for each in (*series, *record.people, *record.organisations, *record.themes)}
