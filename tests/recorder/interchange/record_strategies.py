"""Any meeting that the domain allows, built from what its rows declare about themselves."""

from typing import Any

from hypothesis import strategies as st

from recorder.domain.columns import COMPOUNDS, Column, Shape
from recorder.domain.meeting import Meeting
from recorder.domain.record import MeetingRecord
from recorder.domain.row import Row
from recorder.domain.values import MAX_INTEGER
from recorder.interchange.document import Part, may_belong_elsewhere, parts_of_document

_LETTERS = st.characters(codec="utf-8") | st.sampled_from('محضر ةىأإآـًّ\u200c\u200f٣3\n\t"\\{}«»')
texts = st.text(_LETTERS, max_size=12)
# Few ids, so that references often meet a row; and some that are no UUID (FORMAT 4).
ids = st.sampled_from(["m", "p1", "p2", "o1", "r1", "n1", "هوية"]) | st.uuids().map(str)

_PLAIN = {
    Shape.TEXT: texts,
    Shape.INTEGER: st.none() | st.integers(-MAX_INTEGER, MAX_INTEGER),
    Shape.BOOLEAN: st.none() | st.booleans(),
    Shape.DATE: st.just("") | st.dates().map(str),
    Shape.CLOCK: st.just("") | st.times().map(lambda time: f"{time:%H:%M}"),
    Shape.INSTANT: st.just("")
    | st.datetimes()
    .map(lambda at: f"{at:%Y-%m-%dT%H:%M:%S}Z")
    .filter(lambda text: text[0] != "0" and len(text) == len("2026-01-31T10:00:00Z")),
    Shape.REFERENCE: st.none() | ids,
    Shape.PLACE: st.builds(COMPOUNDS[Shape.PLACE], st.none() | ids, texts),
    Shape.SPEAKER: st.builds(COMPOUNDS[Shape.SPEAKER], st.none() | ids, texts),
    Shape.SUBJECT: st.builds(COMPOUNDS[Shape.SUBJECT], texts, st.none() | ids),
}


def _values(column: Column) -> st.SearchStrategy[Any]:
    if column.shape is Shape.TOKEN:
        known = st.sampled_from([*(column.tokens or ()), "of_a_later_release"])
        return st.none() | known if column.default is None else known
    return _PLAIN[column.shape]


def rows(part: Part, meeting_id: str) -> st.SearchStrategy[Row]:
    """A row of the part, of which any field may be filled in or not."""
    chosen = {column.name: _values(column) for column in part.row_type.registers()}
    required = {"id": ids}
    if "meeting_id" in chosen:
        foreign = ids if may_belong_elsewhere(part) else st.nothing()
        required["meeting_id"] = st.just(meeting_id) | foreign
        del chosen["meeting_id"]
    return st.fixed_dictionaries(required, optional=chosen).map(
        lambda values: part.row_type(**values)
    )


@st.composite
def meeting_records(draw: st.DrawFn) -> MeetingRecord:
    """A record of a few rows of every kind, whose ids differ within each table."""
    meeting_id = draw(ids)
    seen: set[tuple[str, str]] = set()
    values: dict[str, Any] = {}
    for part in parts_of_document():
        row = rows(part, meeting_id)
        if part.row_type is Meeting:
            values[part.name] = draw(row.map(lambda row: _with_id(row, meeting_id)))
        elif part.is_list:
            drawn = draw(st.lists(row, max_size=3))
            values[part.name] = tuple(each for each in drawn if _is_first(each, seen))
        else:
            values[part.name] = draw(st.none() | row)
    return MeetingRecord(**values)


def _with_id(row: Row, row_id: str) -> Row:
    return type(row)(**{**vars(row), "id": row_id})


def _is_first(row: Row, seen: set[tuple[str, str]]) -> bool:
    key = (row.TABLE, row.id)
    is_first = key not in seen
    seen.add(key)
    return is_first
