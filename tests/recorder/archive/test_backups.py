import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from recorder import (
    Archive,
    ArchiveDamagedError,
    ArchiveInUseError,
    ArchiveTooNewError,
    Backup,
    BackupReason,
    DiskLowError,
    Meeting,
    Note,
    backups_of,
    new_id,
    restore,
)
from recorder.storage.backup import KEEP_LAST, SUFFIX, restore_backup
from recorder.storage.inspection import inspect
from recorder.storage.migrations import schema
from tests.recorder.archive.old_archives import kept_archives, unpack


@pytest.fixture
def new_step() -> Iterator[str]:
    """A step of the schema that no kept archive has yet; its name."""

    @schema(name="m9998_of_this_test")
    def add(database) -> None:
        database.execute("CREATE TABLE of_this_test (id INTEGER) STRICT")

    yield "m9998_of_this_test"
    schema._migrations.pop()


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk with room for notes, and for nothing larger."""
    usage = shutil.disk_usage(".")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=2**20))


@pytest.fixture
def meeting(archive: Archive) -> Meeting:
    meeting = Meeting(id=new_id(), title="لقاء")
    archive.meetings.write(meeting)
    return meeting


def test_a_backup_opens_as_an_archive_of_its_own(
    archive: Archive, meeting: Meeting, tmp_path: Path
) -> None:
    backup = archive.make_backup()
    restore_backup(backup.path, tmp_path / "copy.mahdar")
    with Archive.open(tmp_path / "copy.mahdar") as copy:
        assert copy.meetings.get(meeting.id) == meeting
        assert copy.check().ok


def test_restoring_sets_the_present_archive_aside(archive: Archive, meeting: Meeting) -> None:
    backup = archive.make_backup()
    archive.meetings.write(replace(meeting, title="بعد النسخة"))
    archive.close()
    aside = restore_backup(backup.path, archive.path)
    with Archive.open(archive.path) as restored:
        assert restored.meetings.get(meeting.id).title == "لقاء"
    assert aside is not None
    with Archive.open(aside) as former:
        assert former.meetings.get(meeting.id).title == "بعد النسخة"


def test_a_damaged_backup_is_not_restored_and_the_archive_stays(
    archive: Archive, meeting: Meeting
) -> None:
    backup = archive.make_backup()
    damaged = bytearray(backup.path.read_bytes())
    damaged[5000:9000] = b"\xff" * 4000
    backup.path.write_bytes(damaged)
    archive.close()
    with pytest.raises(ArchiveDamagedError):
        restore_backup(backup.path, archive.path)
    with Archive.open(archive.path) as same:
        assert same.meetings.get(meeting.id) == meeting


def test_one_backup_a_day_is_made_by_itself(archive: Archive, meeting: Meeting, clock) -> None:
    def make() -> bool:
        planned = archive.plan_daily_backup()
        return planned is not None and bool(planned())

    assert make()
    assert not make()
    clock.move(days=1)
    assert make()


def test_old_backups_go_but_days_weeks_and_months_keep_one_each(
    archive: Archive,
    meeting: Meeting,
    clock,
) -> None:
    for _ in range(60):
        archive.make_backup()
        clock.move(days=2)
    kept = archive.backups()
    assert len(kept) < 60
    assert len({backup.made.month for backup in kept}) >= 4
    assert [backup.number for backup in kept[:KEEP_LAST]] == list(range(60, 60 - KEEP_LAST, -1))


def test_a_clock_set_back_does_not_hide_the_newest_backup(
    archive: Archive,
    meeting: Meeting,
    clock,
) -> None:
    archive.make_backup()
    clock.move(days=-400)
    newest = archive.make_backup()
    assert archive.backups()[0] == newest


def test_files_that_are_no_backups_are_passed_over(archive: Archive, meeting: Meeting) -> None:
    backup = archive.make_backup()
    (backup.path.parent / f"letter{SUFFIX}").write_text("رسالة")
    (backup.path.parent / "notes.txt").write_text("ملاحظة")
    assert archive.backups() == [backup]


def an_old_archive(tmp_path: Path) -> Path:
    """An archive of the first release, to which this one adds steps, or would."""
    return unpack(kept_archives()[0], tmp_path)


def test_an_upgrade_is_preceded_by_a_backup_of_the_old_schema(tmp_path: Path, new_step) -> None:
    path = an_old_archive(tmp_path)
    before = inspect(path).pending
    assert new_step in before
    Archive.open(path, machine=tmp_path / "machine").close()
    (backup,) = backups_of(path)
    assert backup.reason == BackupReason.UPGRADE
    assert inspect(backup.path).pending == before
    restore(backup.path, path)
    with Archive.open(path, machine=tmp_path / "machine") as archive:
        assert archive.check().ok
        assert {each.id for each in archive.notes.all("m")} == {"n1", "n3"}


def test_an_archive_that_needs_no_upgrade_gets_no_backup_by_being_opened(
    archive: Archive, meeting: Meeting
) -> None:
    archive.close()
    Archive.open(archive.path).close()
    assert backups_of(archive.path) == []


def test_a_full_disk_keeps_nobody_from_an_upgrade_and_it_is_said(
    tmp_path: Path, new_step, full_disk
) -> None:
    with Archive.open(an_old_archive(tmp_path), machine=tmp_path / "machine") as archive:
        assert isinstance(archive.unsaved, DiskLowError)
        assert archive.notes.get("n1")


def test_a_nearly_full_disk_takes_no_backup_and_goes_on_taking_notes(
    archive: Archive, meeting: Meeting, full_disk
) -> None:
    with pytest.raises(DiskLowError):
        archive.make_backup()
    assert archive.backups() == []
    archive.meetings.write(replace(meeting, title="يُكتب"))


def test_a_merge_that_brings_something_new_is_preceded_by_one_backup(
    archive: Archive, make_archive
) -> None:
    other = make_archive("other")
    other.notes.append(Note(id="n", meeting_id="m", text="كلمة"))
    changes = other.changes_since({})
    archive.merge(changes)
    archive.merge(changes)
    archive.merge([])
    (backup,) = archive.backups()
    assert backup.reason == BackupReason.MERGE
    assert archive.notes.get("n").text == "كلمة"


def test_a_merge_for_which_there_is_no_backup_takes_nothing_in_unless_told_to(
    archive: Archive, make_archive, full_disk
) -> None:
    other = make_archive("other")
    other.notes.append(Note(id="n", meeting_id="m", text="كلمة"))
    with pytest.raises(DiskLowError):
        archive.merge(other.changes_since({}))
    assert archive.notes.find("n") is None
    archive.merge(other.changes_since({}), without_backup=True)
    assert archive.notes.get("n").text == "كلمة"


def test_the_days_backup_is_made_by_another_thread_while_this_one_writes(
    archive: Archive, meeting: Meeting
) -> None:
    make = archive.plan_daily_backup()
    assert make is not None
    stop = threading.Event()
    made: list[Backup] = []
    worker = threading.Thread(target=lambda: (made.append(make()), stop.set()))
    worker.start()
    while not stop.is_set():
        archive.notes.append(Note(id=new_id(), meeting_id=meeting.id, text="كلمة"))
    worker.join()
    assert archive.backups() == made
    assert archive.plan_daily_backup() is None
    assert archive.check().ok


def test_a_copy_that_does_not_hold_what_was_written_is_thrown_away_and_pushes_out_none(
    archive: Archive, meeting: Meeting
) -> None:
    sound = archive.make_backup()
    archive._file.database.execute("UPDATE log SET value = '\"غيره\"' WHERE value <> '0'")
    for _ in range(2 * KEEP_LAST):
        with pytest.raises(ArchiveDamagedError):
            archive.make_backup()
    assert archive.backups() == [sound]


def test_what_a_restored_backup_replaced_is_kept_as_it_was_and_in_the_list(
    archive: Archive, meeting: Meeting
) -> None:
    backup = archive.make_backup()
    archive.meetings.write(replace(meeting, title="بعد النسخة"))
    archive.close()
    before = archive.path.read_bytes()
    aside = restore(backup.path, archive.path)
    assert aside is not None
    assert aside.read_bytes() == before
    newest = backups_of(archive.path)[0]
    assert newest.reason == BackupReason.RESTORE
    restore(newest.path, archive.path)
    with Archive.open(archive.path) as back:
        assert back.meetings.get(meeting.id).title == "بعد النسخة"


def test_a_damaged_archive_is_replaced_by_its_backup_and_kept_byte_for_byte(
    archive: Archive, meeting: Meeting
) -> None:
    backup = archive.make_backup()
    archive.close()
    archive.path.write_bytes(b"\xff" * 5000)
    aside = restore(backup.path, archive.path)
    assert aside is not None
    assert aside.read_bytes() == b"\xff" * 5000
    with Archive.open(archive.path) as restored:
        assert restored.meetings.get(meeting.id) == meeting


def test_an_open_archive_is_not_replaced(archive: Archive, meeting: Meeting) -> None:
    backup = archive.make_backup()
    with pytest.raises(ArchiveInUseError):
        restore(backup.path, archive.path)
    assert archive.meetings.get(meeting.id) == meeting


def test_a_backup_of_a_later_release_is_not_restored(archive: Archive, meeting: Meeting) -> None:
    archive.make_backup()
    archive._file.database.execute(
        "INSERT INTO _sqlite_migrations VALUES (9999, 'recorder', 'm9999_later', '')"
    )
    later = archive.make_backup()
    archive.close()
    before = archive.path.read_bytes()
    with pytest.raises(ArchiveTooNewError):
        restore(later.path, archive.path)
    assert archive.path.read_bytes() == before


def test_what_a_backup_left_that_was_cut_off_is_removed_by_a_later_one(
    archive: Archive, meeting: Meeting
) -> None:
    folder = archive.make_backup().path.parent
    old, fresh = folder / "00000007-20250101T000000Z-daily.part", folder / "other.part"
    for each in (old, fresh):
        each.write_text("half")
    os.utime(old, (0, 0))
    archive.make_backup()
    assert not old.exists()
    assert fresh.exists()
