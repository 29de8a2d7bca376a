from dataclasses import replace
from pathlib import Path

import pytest

from recorder import (
    AgendaItem,
    Archive,
    ArchiveDamagedError,
    ArchiveInUseError,
    ArchiveTooNewError,
    Meeting,
    Note,
    NotFoundError,
    Place,
    Speaker,
    new_id,
)
from recorder.storage import engine


def a_meeting(archive: Archive, **fields: object) -> Meeting:
    meeting = Meeting(id=new_id(), **{"title": "لقاء تشاوري", **fields})
    archive.meetings.write(meeting)
    return meeting


def a_note(archive: Archive, meeting: Meeting, text: str, **fields: object) -> Note:
    note = Note(id=new_id(), meeting_id=meeting.id, text=text, **fields)
    archive.notes.append(note)
    return archive.notes.get(note.id)


def test_what_was_written_is_there_after_closing_and_opening(tmp_path: Path) -> None:
    path = tmp_path / "archive.mahdar"
    with Archive.open(path, author="ليلى") as archive:
        meeting = a_meeting(archive, date="2026-11-23", facilitator_id=None)
        note = a_note(archive, meeting, "أهمية الحوار", speaker=Speaker(None, "المنظمون"))
    with Archive.open(path) as archive:
        assert archive.meetings.get(meeting.id) == meeting
        assert archive.notes.all(meeting.id) == [note]
        assert archive.author == "ليلى"


def test_a_write_tells_what_it_touched(archive: Archive) -> None:
    meeting = a_meeting(archive)
    changes = archive.meetings.write(replace(meeting, venue="حي المحافظة"))
    assert changes.touches("meeting", meeting.id)
    assert not changes.touches("note")
    assert changes.scopes == {meeting.id}


def test_writing_what_is_stored_already_touches_nothing(archive: Archive) -> None:
    meeting = a_meeting(archive)
    before = archive.vector()
    assert not archive.meetings.write(meeting)
    assert archive.vector() == before


def test_only_the_fields_that_differ_are_logged(archive: Archive) -> None:
    meeting = a_meeting(archive)
    before = archive.vector()
    archive.meetings.write(replace(meeting, venue="حلب"))
    (logged,) = archive.changes_since(before)
    assert (logged.change.column, logged.value) == ("venue", '"حلب"')


def test_notes_keep_the_order_in_which_they_were_appended(archive: Archive) -> None:
    meeting = a_meeting(archive)
    notes = [a_note(archive, meeting, f"مداخلة {number}") for number in range(40)]
    assert archive.notes.all(meeting.id) == notes


def test_a_note_can_be_put_after_another_one_and_moved_to_the_front(archive: Archive) -> None:
    meeting = a_meeting(archive)
    first, second = (a_note(archive, meeting, text) for text in ("أولاً", "ثانياً"))
    between = Note(id=new_id(), meeting_id=meeting.id, text="بينهما")
    archive.notes.append(between, after=first.id)
    archive.notes.move(second.id)
    texts = [note.text for note in archive.notes.all(meeting.id)]
    assert texts == ["ثانياً", "أولاً", "بينهما"]


def test_a_note_moves_to_another_agenda_item(archive: Archive) -> None:
    meeting = a_meeting(archive)
    item = AgendaItem(id=new_id(), meeting_id=meeting.id, title="الماء")
    archive.agenda.append(item)
    note = a_note(archive, meeting, "نقص الماء")
    archive.notes.move(note.id, parent_id=item.id)
    assert archive.notes.get(note.id).place.parent_id == item.id


def test_moving_after_a_row_that_stands_elsewhere_is_refused(archive: Archive) -> None:
    meeting = a_meeting(archive)
    note, other = (a_note(archive, meeting, text) for text in ("هنا", "هناك"))
    archive.notes.move(other.id, parent_id=new_id())
    with pytest.raises(NotFoundError):
        archive.notes.move(note.id, after=other.id)


def test_a_deleted_note_is_out_of_sight_until_it_is_restored(archive: Archive) -> None:
    meeting = a_meeting(archive)
    note = a_note(archive, meeting, "كلمة")
    archive.notes.delete(note.id)
    assert archive.notes.find(note.id) is None
    assert archive.search("كلمة") == []
    archive.notes.restore(note.id)
    assert archive.notes.get(note.id) == note
    assert [hit.row_id for hit in archive.search("كلمه")] == [note.id]


def test_a_search_passes_over_a_deleted_meeting_with_all_that_was_said_there(
    archive: Archive,
) -> None:
    meeting = a_meeting(archive)
    a_note(archive, meeting, "كلمة")
    archive.meetings.delete(meeting.id)
    assert archive.search("كلمة") == []
    archive.meetings.restore(meeting.id)
    assert len(archive.search("كلمة")) == 1


def test_an_archive_is_in_use_by_whatever_link_it_is_reached(archive: Archive) -> None:
    link = archive.path.with_name("link.mahdar")
    link.symlink_to(archive.path)
    with pytest.raises(ArchiveInUseError):
        Archive.open(link)


def test_writing_to_a_deleted_row_brings_it_back(archive: Archive) -> None:
    meeting = a_meeting(archive)
    note = a_note(archive, meeting, "كلمة")
    archive.notes.delete(note.id)
    archive.notes.write(replace(note, text="كلمة أخرى"))
    assert archive.notes.get(note.id).text == "كلمة أخرى"


def test_a_note_made_private_becomes_a_row_of_its_own_that_does_not_travel(
    archive: Archive,
) -> None:
    meeting = a_meeting(archive)
    note = a_note(archive, meeting, "كلمة")
    before = archive.vector()
    archive.notes.write(replace(note, kind="private", text="سرّ"))
    (private,) = archive.notes.all(meeting.id)
    assert private.id != note.id
    assert [each.change.column for each in archive.changes_since(before)] == ["deleted"]
    archive.notes.write(replace(private, kind="statement"))
    (public,) = archive.notes.all(meeting.id)
    assert public.id not in (note.id, private.id)


def test_summaries_count_what_a_meeting_holds_and_put_the_newest_first(archive: Archive) -> None:
    old, new = a_meeting(archive, date="2025-01-01"), a_meeting(archive, date="2026-01-01")
    a_note(archive, old, "كلمة")
    assert [(each.id, each.notes) for each in archive.meetings.summaries()] == [
        (new.id, 0),
        (old.id, 1),
    ]


def test_a_second_archive_on_the_same_file_is_refused(archive: Archive) -> None:
    with pytest.raises(ArchiveInUseError):
        Archive.open(archive.path)


def test_a_file_that_is_no_archive_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes("رسالة".encode() * 500)
    before = path.read_bytes()
    with pytest.raises(ArchiveDamagedError):
        Archive.open(path)
    assert path.read_bytes() == before


def test_the_database_of_another_program_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = engine.connect(path)
    connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(ArchiveDamagedError):
        Archive.open(path)
    assert path.read_bytes() == before


def test_an_archive_of_a_later_release_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "archive.mahdar"
    Archive.open(path).close()
    connection = engine.connect(path)
    connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('recorder', 'm9999_the_future', '2030-01-01')"
    )
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(ArchiveTooNewError):
        Archive.open(path)
    assert path.read_bytes() == before


def test_every_connection_writes_through_to_the_disk(archive: Archive) -> None:
    database = archive._file.database
    settings = {
        name: database.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "fullfsync", "checkpoint_fullfsync",
                     "foreign_keys", "trusted_schema")
    }  # fmt: skip
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }


def test_the_engine_is_modern_and_its_errors_are_the_ones_that_are_caught(
    archive: Archive,
) -> None:
    version = archive._file.database.execute("SELECT sqlite_version()").fetchone()[0]
    assert tuple(map(int, version.split("."))) >= (3, 51, 3)
    with pytest.raises(engine.Error):
        archive._file.database.execute("SELECT nothing FROM nowhere")


def test_a_failing_action_leaves_no_trace(archive: Archive) -> None:
    meeting = a_meeting(archive)
    before = archive.vector()
    with pytest.raises(NotFoundError):
        archive.notes.delete(a_note(archive, meeting, "كلمة").id, new_id())
    assert len(archive.notes.all(meeting.id)) == 1
    archive.notes.write(replace(archive.notes.all(meeting.id)[0], text="بعدها"))
    assert archive.check().ok
    assert archive.vector() != before


def test_places_of_equal_keys_are_ordered_by_id_and_can_still_be_parted(archive: Archive) -> None:
    meeting = a_meeting(archive)
    twins = [
        Note(id=row_id, meeting_id=meeting.id, place=Place(None, "a0aaaaa0"), text=row_id)
        for row_id in ("x", "y")
    ]
    archive.notes.write(*twins)
    archive.notes.append(Note(id="z", meeting_id=meeting.id, text="z"), after="x")
    assert [note.id for note in archive.notes.all(meeting.id)] == ["x", "y", "z"]
