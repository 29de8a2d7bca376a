"""From a meeting to its document: plain dicts and lists, ready for JSON."""

from dataclasses import fields
from typing import Any

from recorder.domain.columns import COMPOUNDS, Column, Compound
from recorder.domain.record import MeetingRecord
from recorder.domain.row import Row
from recorder.interchange.document import (
    FORMAT,
    VERSION,
    is_owner,
    names_its_meeting,
    parts_of_document,
)


def dump_record(record: MeetingRecord) -> dict[str, Any]:
    """The document of a meeting.

    Every part is there, also when it is empty; of a row, only what somebody filled in. A row
    names its meeting only where it belongs to another one than the file's.
    """
    document: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    own = record.meeting.id
    for part in parts_of_document():
        value = getattr(record, part.name)
        implied = None if names_its_meeting(part) else own
        if part.is_list:
            document[part.name] = [_row(each, implied) for each in value]
        else:
            document[part.name] = None if value is None else _row(value, implied)
    return document


def _row(row: Row, implied: str | None) -> dict[str, Any]:
    written: dict[str, Any] = {"id": row.id}
    for column in row.registers():
        value = getattr(row, column.name)
        if is_owner(column):
            if value != implied:
                written[column.name] = value
        elif not _may_be_left_out(column, value):
            written[column.name] = _value(value)
    return written


def _may_be_left_out(column: Column, value: object) -> bool:
    """Whether the value is the empty one that a reader assumes anyway.

    A default that says something ("consultation") is written out: the file then reads the
    same when a later release chooses another.
    """
    is_default = bool(value == column.default)
    return is_default and (column.shape in COMPOUNDS or value in (None, ""))


def _value(value: Any) -> Any:  # noqa: ANN401 - whatever a register holds
    if isinstance(value, Compound):
        return {
            each.name: getattr(value, each.name)
            for each in fields(value)
            if getattr(value, each.name) != each.default
        }
    return value
