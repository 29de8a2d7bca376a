import json
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from recorder.domain.record import ROW_TYPES, MeetingRecord
from recorder.interchange import dump_record
from recorder.interchange.document import parts_of_document
from recorder.interchange.schema import DESCRIPTIONS, build_schema, describe
from tests.recorder.interchange.record_strategies import meeting_records

RESOURCES = files("resources")
VALIDATOR = Draft202012Validator(build_schema())


def test_the_committed_schema_is_the_one_made_from_the_domain() -> None:
    committed = RESOURCES.joinpath("meeting.schema.json").read_text(encoding="utf-8")
    assert committed == json.dumps(build_schema(), indent=1) + "\n"


def test_the_schema_is_itself_sound() -> None:
    Draft202012Validator.check_schema(build_schema())


@given(meeting_records())
@settings(max_examples=30)
def test_what_is_written_fits_the_schema(record: MeetingRecord) -> None:
    assert list(VALIDATOR.iter_errors(dump_record(record))) == []


@pytest.mark.parametrize(
    "change",
    [
        {"notes": [{"text": "قول"}]},
        {"notes": [{"id": "n", "text": 5}]},
        {"notes": [{"id": "n", "place": "a0"}]},
        {"meeting": {"id": "m", "date": "31.1.2026"}},
        {"meeting": None},
        {"earlier": [{"id": "r"}]},
        {"version": 2},
        {"format": "other"},
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(change: dict[str, Any]) -> None:
    document = {"format": "mahdar.meeting", "version": 1, "meeting": {"id": "m"}}
    assert VALIDATOR.is_valid(document)
    assert not VALIDATOR.is_valid({**document, **change})


def test_every_field_is_described_and_no_description_is_left_over() -> None:
    used = {"document", "document.format", "document.version", "*.id"}
    used |= {f"document.{part.name}" for part in parts_of_document()}
    used |= {each for each in DESCRIPTIONS if each.startswith("compound.")}
    for row_type in ROW_TYPES:
        used.add(row_type.TABLE)
        for column in row_type.registers():
            own = f"{row_type.TABLE}.{column.name}"
            assert describe(row_type.TABLE, column.name)
            used.add(own if own in DESCRIPTIONS else f"*.{column.name}")
    assert used == set(DESCRIPTIONS)
