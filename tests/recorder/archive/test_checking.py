import pytest

from recorder import Archive, Meeting, Note, new_id


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.meetings.write(Meeting(id="m", title="لقاء"))
    for number in range(5):
        archive.notes.append(Note(id=new_id(), meeting_id="m", text=f"مداخلة {number}"))
    return archive


def test_a_sound_archive_passes_its_check(filled: Archive) -> None:
    report = filled.check()
    assert report.ok
    assert report.rows == 7  # a meeting, five notes and the author


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE note SET text = 'شيء لم يقله أحد'", "table"),
        ("UPDATE change SET value = '\"شيء لم يقله أحد\"' WHERE col = 'text'", "chain"),
        ("UPDATE change SET lamport = lamport + 1 WHERE no = 3", "chain"),
        ("DELETE FROM head WHERE col = 'text'", "table"),
    ],
)
def test_what_somebody_changed_behind_its_back_is_found(
    filled: Archive, statement: str, code: str
) -> None:
    filled._file.database.execute(statement)
    assert code in {found for found, _ in filled.check().problems}


def test_a_check_changes_nothing(filled: Archive) -> None:
    filled._file.database.execute("UPDATE note SET text = 'غير'")
    filled.check()
    assert {note.text for note in filled.notes.all("m")} == {"غير"}


def test_a_rebuild_brings_back_what_the_log_says(filled: Archive) -> None:
    notes = filled.notes.all("m")
    filled._file.database.execute("DELETE FROM note")
    filled._file.database.execute("DELETE FROM head")
    filled.rebuild()
    assert filled.notes.all("m") == notes
    assert filled.check().ok
    assert len(filled.search("مداخلة")) == 5
