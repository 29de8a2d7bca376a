from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recorder.domain.columns import Place, Speaker
from recorder.domain.discussion import Note
from recorder.domain.meeting import Attendance, Meeting
from recorder.domain.record import ROW_TYPES, TABLES, MeetingRecord
from recorder.domain.tokens import NoteKind
from recorder.domain.values import InvalidValueError, clean_text


@given(st.text())
def test_cleaning_twice_equals_cleaning_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_clean_text_can_always_be_written_as_utf8(text: str) -> None:
    assert clean_text(text + "\ud800").encode().decode() == clean_text(text)


def test_cleaning_keeps_what_arabic_writers_type() -> None:
    typed = "مُحَمَّدـ می‌خواهم\tسطر\nثانٍ 👍"
    assert clean_text(typed) == typed


def test_cleaning_removes_bidi_overrides_and_turns_every_line_end_into_a_newline() -> None:
    assert clean_text("أ\u202eب\r\nج\u2028د\x0b\x00") == "أب\nج\nد\n"


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("title", 5, "text"),
        ("date", "2026-02-30", "date"),
        ("date", "20260201", "date"),
        ("planned_start", "25:00", "clock"),
        ("facilitator_id", "  ", "identity"),
        ("kind", 3, "text"),
    ],
)
def test_a_field_refuses_what_it_cannot_hold(field: str, value: object, expected: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Meeting(**{"id": "m", field: value})
    assert (caught.value.field, caught.value.expected) == (field, expected)


def test_a_known_token_becomes_its_member_and_an_unknown_one_is_kept() -> None:
    assert Note(id="n", meeting_id="m", kind="question").kind is NoteKind.QUESTION
    assert Note(id="n", meeting_id="m", kind="applause").kind == "applause"


def test_a_person_meets_in_one_attendance_row_on_every_laptop() -> None:
    assert Attendance.id_for("m", "p") == Attendance.id_for("m", "p")
    assert Attendance.id_for("m", "p") != Attendance.id_for("p", "m")


def test_every_field_of_every_row_is_declared_as_a_register() -> None:
    for row_type in ROW_TYPES:
        declared = {column.name for column in row_type.registers()}
        assert declared == {each.name for each in fields(row_type)} - {"id"}


def test_every_reference_points_to_a_table_that_exists() -> None:
    for row_type in ROW_TYPES:
        for column in row_type.registers():
            assert column.table is None or column.table in TABLES


def test_a_record_lists_all_its_rows_with_parents_first() -> None:
    meeting = Meeting(id="m")
    note = Note(id="n", meeting_id="m", place=Place(None, "a"), speaker=Speaker(None, "جهات"))
    assert list(MeetingRecord(meeting=meeting, notes=[note]).rows()) == [meeting, note]
