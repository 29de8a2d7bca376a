import copy
import errno
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings

from recorder.domain.columns import Place, Speaker
from recorder.domain.discussion import Note
from recorder.domain.meeting import AgendaItem, Meeting
from recorder.domain.recommendation import FollowUp, Recommendation
from recorder.domain.record import MeetingRecord
from recorder.errors import ExportError, MeetingFileError
from recorder.interchange import dump_record, files, load_record, read_record, write_record
from tests.recorder.interchange.record_strategies import meeting_records

HEADER = {"format": "mahdar.meeting", "version": 1}
SMALL = {**HEADER, "meeting": {"id": "m"}}


@given(meeting_records())
@settings(max_examples=60)
def test_a_meeting_survives_its_document(record: MeetingRecord) -> None:
    loaded = load_record(dump_record(record))
    assert loaded.record == record
    assert loaded.unknown == []


@given(record=meeting_records())
@settings(max_examples=15)
def test_a_meeting_survives_a_real_file(
    tmp_path_factory: pytest.TempPathFactory, record: MeetingRecord
) -> None:
    path = tmp_path_factory.mktemp("meeting") / "لقاء.json"
    write_record(record, path)
    assert read_record(path).record == record


def test_only_what_was_filled_in_is_written() -> None:
    record = MeetingRecord(
        meeting=Meeting(id="m", title="لقاء"),
        agenda=[AgendaItem(id="i", meeting_id="m", place=Place(None, "a1"))],
        notes=[Note(id="n", meeting_id="m", speaker=Speaker(None, "ممثلون"), text="قول")],
    )
    document = dump_record(record)
    assert document["meeting"] == {
        "id": "m",
        "kind": "consultation",
        "title": "لقاء",
        "attribution": "named",
        "state": "draft",
    }
    assert document["agenda"] == [{"id": "i", "place": {"sort_key": "a1"}, "kind": "discussion"}]
    assert document["notes"][0]["speaker"] == {"label": "ممثلون"}


def test_the_file_is_readable_arabic_and_ends_with_a_newline(tmp_path: Path) -> None:
    path = write_record(MeetingRecord(meeting=Meeting(id="m", title="لقاء")), tmp_path / "m.json")
    text = path.read_text(encoding="utf-8")
    assert '  "title": "لقاء",\n' in text
    assert text.endswith("}\n")


@pytest.mark.parametrize(
    ("change", "path", "expected"),
    [
        (
            {"agenda": [{"id": "a"}, {"id": "b"}, {"id": "c", "title": 5}]},
            "agenda[2].title",
            "text",
        ),
        ({"meeting": {"id": "m", "date": "2026-02-30"}}, "meeting.date", "date"),
        ({"meeting": {"id": "m", "planned_start": "9:00"}}, "meeting.planned_start", "clock"),
        ({"notes": [{"id": "n", "said_at": "yesterday"}]}, "notes[0].said_at", "instant"),
        ({"notes": [{"id": "n", "kind": 7}]}, "notes[0].kind", "token"),
        ({"notes": [{"id": "n", "kind": ""}]}, "notes[0].kind", "token"),
        ({"notes": [{"id": "n", "kind": None}]}, "notes[0].kind", "token"),
        ({"notes": [{"id": "n", "place": "a0"}]}, "notes[0].place", "object"),
        ({"notes": [{"id": "n", "place": {"sort_key": 1}}]}, "notes[0].place.sort_key", "text"),
        (
            {"notes": [{"id": "n", "place": {"parent_id": " "}}]},
            "notes[0].place.parent_id",
            "identity",
        ),
        ({"notes": [{"id": "n", "text": None}]}, "notes[0].text", "text"),
        ({"notes": [{"id": "n", "meeting_id": None}]}, "notes[0].meeting_id", "identity"),
        ({"notes": [{"text": "قول"}]}, "notes[0].id", "present"),
        ({"notes": {}}, "notes", "list"),
        ({"notes": ["قول"]}, "notes[0]", "object"),
        ({"notes": [{"id": "n"}, {"id": "n"}]}, "notes[1].id", "unique_id"),
        ({"notes": [{"id": "n", "meeting_id": "other"}]}, "notes[0].meeting_id", "this_meeting"),
        ({"earlier": [{"id": "r"}]}, "earlier[0].meeting_id", "present"),
        (
            {"recommendations": [{"id": "r"}], "earlier": [{"id": "r", "meeting_id": "e"}]},
            "earlier[0].id",
            "unique_id",
        ),
        ({"follow_ups": [{"id": "f", "progress": 0.5}]}, "follow_ups[0].progress", "integer"),
        ({"follow_ups": [{"id": "f", "progress": True}]}, "follow_ups[0].progress", "integer"),
        ({"follow_ups": [{"id": "f", "progress": 2**53}]}, "follow_ups[0].progress", "integer"),
        ({"meeting": None}, "meeting", "present"),
        ({"format": "other"}, "format", "format"),
        ({"version": 2}, "version", "version"),
        ({"version": "1"}, "version", "integer"),
        ({"notes": [{"id": "n", "text": "a\ud800"}]}, "notes[0].text", "unicode"),
        ({"later": {"\udc00": 1}}, "later.", "unicode"),
        ({"later": [float("inf")]}, "later[0]", "number"),
    ],
)
def test_a_malformed_document_is_refused_with_the_path_of_the_fault(
    change: dict[str, object], path: str, expected: str
) -> None:
    with pytest.raises(MeetingFileError) as caught:
        load_record({**SMALL, **change}, "لقاء.json")
    assert caught.value.data == {"path": path, "expected": expected, "file": "لقاء.json"}


@pytest.mark.parametrize("document", [None, [], "محضر", 5])
def test_a_document_that_is_no_object_is_refused(document: object) -> None:
    with pytest.raises(MeetingFileError) as caught:
        load_record(document)
    assert caught.value.data["expected"] == "object"


@pytest.mark.parametrize(
    ("content", "path", "expected"),
    [
        (b"", "1:1", "json"),
        (b'{\n "format": oops}', "2:12", "json"),
        (b'{"format": "\xff"}', "", "unicode"),
        (b'{"meeting": {"id": "m", "id": "n"}}', "meeting.id", "unique_key"),
        (b'{"later": {"deep": [NaN]}}', "later.deep[0]", "number"),
        (b'{"later": -Infinity}', "later", "number"),
        (b'{"later": 1e999}', "later", "number"),
        (b'{"later": ' + b"9" * 5000 + b"}", "", "number"),
        (b"[" * 100_000, "", "shallow"),
        (b'{"a":' * 100_000, "", "shallow"),
        (b"[" * 40 + b"]" * 40, "[0]" * 33, "shallow"),
        (b'{"later": "\\ud800"}', "later", "unicode"),
    ],
)
def test_a_malformed_file_is_refused_with_the_path_of_the_fault(
    tmp_path: Path, content: bytes, path: str, expected: str
) -> None:
    file = tmp_path / "m.json"
    file.write_bytes(content)
    with pytest.raises(MeetingFileError) as caught:
        read_record(file)
    assert caught.value.data == {"path": path, "expected": expected, "file": "m.json"}


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(MeetingFileError) as caught:
            read_record(path)
        assert caught.value.data["expected"] == "readable"


def test_an_oversized_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "m.json"
    with path.open("wb") as stream:
        stream.truncate(files.MAX_BYTES + 1)  # a hole: takes no room on the disk
    with pytest.raises(MeetingFileError) as caught:
        read_record(path)
    assert caught.value.data["expected"] == "size"


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "m.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(SMALL).encode())
    assert read_record(path).record.meeting.id == "m"


def test_unknown_fields_are_named_with_their_paths_and_harm_nothing() -> None:
    document = {
        **SMALL,
        "mood": "calm",
        "notes": [{"id": "n", "text": "قول", "tone": 3, "place": {"sort_key": "a", "page": 1}}],
        "meeting": {"id": "m", "\x1b[31mweather\n": [1, {"a": None}]},
    }
    loaded = load_record(document)
    assert loaded.unknown == ["mood", "meeting.[31mweather", "notes[0].tone", "notes[0].place.page"]
    assert loaded.record.notes[0].text == "قول"


def test_an_unknown_token_is_kept() -> None:
    loaded = load_record({**SMALL, "notes": [{"id": "n", "kind": "applause"}]})
    assert loaded.record.notes[0].kind == "applause"


def test_text_is_cleaned_on_its_way_in() -> None:
    loaded = load_record({**SMALL, "notes": [{"id": "n", "text": "أ\u202eب\r\nج\x00"}]})
    assert loaded.record.notes[0].text == "أب\nج"


def test_what_hangs_from_a_recommendation_may_belong_to_another_meeting() -> None:
    earlier = Recommendation(id="r", meeting_id="before")
    entry = FollowUp(id="f", meeting_id="between", recommendation_id="r")
    record = MeetingRecord(meeting=Meeting(id="m"), earlier=(earlier,), follow_ups=(entry,))
    assert load_record(dump_record(record)).record == record


def test_reading_changes_nothing_in_the_document() -> None:
    document = {**SMALL, "notes": [{"id": "n", "place": {"sort_key": "a"}}]}
    before = copy.deepcopy(document)
    load_record(document)
    assert document == before


def test_a_failed_write_leaves_the_old_file_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "m.json"
    path.write_text("old", encoding="utf-8")

    def disk_is_full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os, "fsync", disk_is_full)
    with pytest.raises(ExportError) as caught:
        write_record(MeetingRecord(meeting=Meeting(id="m")), path)
    assert caught.value.data == {"path": str(path), "reason": "full"}
    assert [each.name for each in tmp_path.iterdir()] == ["m.json"]
    assert path.read_text(encoding="utf-8") == "old"


def test_a_folder_that_is_not_there_is_an_export_error(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        write_record(MeetingRecord(meeting=Meeting(id="m")), tmp_path / "none" / "m.json")
    assert caught.value.data["reason"] == "unwritable"
