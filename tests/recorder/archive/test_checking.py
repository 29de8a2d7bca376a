import tracemalloc
from collections.abc import Callable

import pytest

from recorder import Archive, CheckStoppedError, Meeting, Note, new_id


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.meetings.write(Meeting(id="m", title="لقاء"))
    for number in range(5):
        archive.notes.append(Note(id=new_id(), meeting_id="m", text=f"مداخلة {number}"))
    return archive


TEXT = "(SELECT no FROM term WHERE text = 'text')"
"""What stands for <text> in a statement."""


def test_a_sound_archive_passes_its_check(filled: Archive) -> None:
    report = filled.check()
    assert report.ok
    assert report.rows == 7  # a meeting, five notes and the author


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE note SET text = 'شيء لم يقله أحد'", "table"),
        ("UPDATE log SET value = '\"شيء لم يقله أحد\"' WHERE col = <text>", "chain"),
        ("UPDATE term SET text = 'remark' WHERE text = 'text'", "chain"),
        ("DELETE FROM term WHERE text = 'text'", "chain"),
        ("UPDATE logged_row SET id = 'nobody' WHERE no = 2", "chain"),
        ("DELETE FROM logged_row WHERE no = 2", "chain"),
        ("UPDATE version SET lamport = lamport + 1", "chain"),
        ("UPDATE log SET lamport = lamport + 1 WHERE no = 3", "chain"),
        ("DELETE FROM standing WHERE col = <text>", "table"),
        ("INSERT INTO standing SELECT row, 1, change FROM standing WHERE col = <text>", "table"),
        ("INSERT INTO standing SELECT 99, col, change FROM standing WHERE col = <text>", "table"),
        ("UPDATE standing SET change = 1 WHERE col = <text> AND row > 6", "table"),
        ("DELETE FROM note WHERE text LIKE '%3'", "table"),
        ("INSERT INTO note (id, deleted, text) VALUES ('x', 0, 'لم يقله أحد')", "table"),
        ("DELETE FROM log WHERE no = (SELECT max(no) FROM log)", "chain"),
        ("UPDATE version SET seq = seq + 1", "chain"),
        ("DELETE FROM version WHERE scope = 'm'", "chain"),
        ("INSERT INTO waiting VALUES (x'00', 1, '{}')", "chain"),
        ("DELETE FROM search_index WHERE rowid = (SELECT min(no) FROM search_row)", "index"),
        ("INSERT INTO search_index (rowid, terms) VALUES (99, 'لم')", "index"),
        ("DELETE FROM search_row", "index"),
    ],
)
def test_what_somebody_changed_behind_its_back_is_found(
    filled: Archive, statement: str, code: str
) -> None:
    filled._file.database.execute("PRAGMA foreign_keys = 0")
    filled._file.database.execute(statement.replace("<text>", TEXT))
    assert code in {found for found, _ in filled.check().problems}


def test_a_check_changes_nothing(filled: Archive) -> None:
    filled._file.database.execute("UPDATE note SET text = 'غير'")
    filled.check()
    assert {note.text for note in filled.notes.all("m")} == {"غير"}


def test_a_rebuild_brings_back_what_the_log_says(filled: Archive) -> None:
    notes = filled.notes.all("m")
    filled._file.database.execute("DELETE FROM note")
    filled._file.database.execute("DELETE FROM standing")
    filled.rebuild()
    assert filled.notes.all("m") == notes
    assert filled.check().ok
    assert len(filled.search("مداخلة")) == 5


def test_a_check_runs_in_one_state_of_an_archive_that_is_only_read(filled: Archive) -> None:
    with Archive.open(filled.path, read_only=True) as reader:
        filled.notes.append(Note(id=new_id(), meeting_id="m", text="في أثناء الفحص"))
        assert reader.check().rows == 7
    assert filled.check().rows == 8


@pytest.mark.parametrize("part", ["pages", "chains", "tables"])
def test_a_check_tells_how_far_it_is_and_stops_when_it_is_told_to(
    filled: Archive, part: str
) -> None:
    told: list[str] = []

    def progress(at: str, done: int, whole: int) -> bool:
        told.append(at)
        assert 0 <= done <= whole
        return at != part

    with pytest.raises(CheckStoppedError):
        filled.check(progress)
    assert told[-1] == part
    assert filled.check().ok


def test_a_check_and_a_rebuild_take_no_more_memory_for_a_larger_archive(filled: Archive) -> None:
    def peak(call: Callable[[], object]) -> int:
        call()  # what is kept from the first time on is not of the archive's size
        tracemalloc.start()
        call()
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    def add(count: int) -> None:
        filled.write(
            *(Note(id=new_id(), meeting_id="m", text=f"{no} " * 100) for no in range(count))
        )

    add(800)  # more than are read at once
    small = peak(filled.check), peak(filled.rebuild)
    add(2400)
    large = peak(filled.check), peak(filled.rebuild)
    spare = 300_000  # bytes; the notes alone are three millions more
    assert large[0] < small[0] + spare
    assert large[1] < small[1] + spare
