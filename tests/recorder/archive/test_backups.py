from dataclasses import replace
from pathlib import Path

import pytest

from recorder import Archive, ArchiveDamagedError, Meeting, new_id
from recorder.storage.backup import KEEP_LAST, SUFFIX, restore_backup


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
    assert archive.make_daily_backup() is not None
    assert archive.make_daily_backup() is None
    clock.move(days=1)
    assert archive.make_daily_backup() is not None


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
