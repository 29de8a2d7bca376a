"""Out of a damaged archive comes what can be read, and a report that is true."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from recorder import (
    Archive,
    ArchiveDamagedError,
    ArchiveInUseError,
    ArchiveUnwritableError,
    Attachment,
    Draft,
    Meeting,
    Note,
    Rescued,
    rescue,
    salvage,
)
from recorder.storage.wreck import Wreck
from tests.faults.damaged_archives import DAMAGES, PAGE, Sound, make_archive, salvage_once
from tests.recorder.archive.laptops import deliver, tables


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    return make_archive(tmp_path_factory.mktemp("sound"))


@pytest.mark.parametrize("kind", DAMAGES)
def test_what_a_report_calls_whole_is_whole_and_no_text_is_invented(
    sound: Sound, tmp_path: Path, kind: str
) -> None:
    outcomes = [salvage_once(tmp_path, sound, kind, seed) for seed in range(4)]
    assert [outcome.broken for outcome in outcomes] == [[]] * 4
    assert any(outcome.report for outcome in outcomes)


def test_an_archive_whose_first_page_is_gone_is_saved_whole(sound: Sound, tmp_path: Path) -> None:
    outcome = salvage_once(tmp_path, sound, "first page", 1)
    assert outcome.report is not None
    assert {each.state for each in outcome.report.scopes} == {Rescued.WHOLE}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An archive of one meeting, whose log and table stand on pages of their own."""
    path = tmp_path / "archive.mahdar"
    with Archive.open(path, machine=tmp_path / "machine", author="ليلى") as archive:
        archive.meetings.write(Meeting(id="m", title="لقاء"))
        archive.meetings.write(Meeting(id="other", title="لقاء آخر"))
        for number in range(60):
            text = f"مداخلة {number} " + "كلمة " * 40
            archive.notes.append(Note(id=f"n{number}", meeting_id="m", text=text))
    return path


def pages_with(path: Path, text: str) -> list[int]:
    """The numbers (from 0) of the pages on which a text stands."""
    file, wanted = path.read_bytes(), text.encode()
    return [at // PAGE for at in range(0, len(file), PAGE) if wanted in file[at : at + PAGE]]


def ruin(path: Path, *pages: int) -> None:
    with path.open("r+b") as stream:
        for page in pages:
            stream.seek(page * PAGE)
            stream.write(b"\xa5" * PAGE)


def test_a_note_of_which_the_log_is_lost_is_saved_from_its_table_and_called_unsure(
    path: Path, tmp_path: Path
) -> None:
    page = pages_with(path, '"مداخلة 30 ')[0]  # a value of the log is JSON
    ruin(path, page)
    report = salvage(path, tmp_path / "new", machine=tmp_path / "machine")
    (meeting,) = [each for each in report.scopes if each.scope == "m"]
    assert meeting.state is Rescued.PARTIAL
    assert meeting.lost_changes > 0
    assert meeting.unsure > 0
    assert any(text.startswith("مداخلة 30 ") for text in meeting.doubtful)
    assert meeting.lost_notes == 0
    assert [each.state for each in report.scopes if each.scope == "other"] == [Rescued.WHOLE]
    with Archive.open(tmp_path / "new", machine=tmp_path / "machine") as new:
        assert new.notes.get("n30").text.startswith("مداخلة 30 ")
        assert len(new.notes.all("m")) == 60
        assert new.check().ok
        assert new.author == "ليلى"


def test_a_note_of_which_nothing_is_left_is_counted_as_lost(path: Path, tmp_path: Path) -> None:
    ruin(path, *pages_with(path, "مداخلة 30 "))
    report = salvage(path, tmp_path / "new", machine=tmp_path / "machine")
    (meeting,) = [each for each in report.scopes if each.scope == "m"]
    assert meeting.state is Rescued.PARTIAL
    with Archive.open(tmp_path / "new", machine=tmp_path / "machine") as new:
        kept = {each.id for each in new.notes.all("m") if each.text}
    assert "n30" not in kept
    assert meeting.lost_notes + report.stray_notes == 60 - len(kept)


def test_what_another_laptop_still_has_comes_back_with_the_next_exchange(
    path: Path, tmp_path: Path
) -> None:
    machine = tmp_path / "machine"
    with (
        Archive.open(tmp_path / "b", machine=tmp_path / "b-machine") as other,
        Archive.open(path, machine=machine) as archive,
    ):
        deliver(archive, other)
        before = tables(archive)["note"]
    ruin(path, *pages_with(path, "مداخلة 30 "))
    salvage(path, tmp_path / "new", machine=machine)
    with (
        Archive.open(tmp_path / "b", machine=tmp_path / "b-machine") as other,
        Archive.open(tmp_path / "new", machine=machine) as new,
    ):
        assert tables(new)["note"] != before
        deliver(other, new)
        assert tables(new)["note"] == before
        deliver(new, other)
        assert tables(other) == tables(new)
        assert new.check().ok


def test_what_was_being_typed_is_saved(path: Path, tmp_path: Path) -> None:
    with Archive.open(path, machine=tmp_path / "machine") as archive:
        archive.drafts.save(
            Draft(window="capture", table="note", row_id="d", column="text", text="لم تكتمل",
                  fields={"meeting_id": "m"})
        )  # fmt: skip
        # As a power cut leaves it: what was written last is in the write-ahead log.
        for ending in ("", "-wal"):
            shutil.copy(f"{path}{ending}", tmp_path / f"cut{ending}")
    ruin(tmp_path / "cut", 0)
    salvage(tmp_path / "cut", tmp_path / "new", machine=tmp_path / "machine")
    with Archive.open(tmp_path / "new", machine=tmp_path / "machine") as new:
        assert [each.text for each in new.drafts.pending()] == ["لم تكتمل"]


def test_what_a_site_wrote_of_which_nothing_tells_whether_it_is_private_stays_here(
    sound: Sound, tmp_path: Path
) -> None:
    path = tmp_path / "damaged"
    path.write_bytes(sound.file)
    with Wreck(path) as wreck:
        root = wreck.roots["site"]
    ruin(path, root - 1)
    salvage(path, tmp_path / "new", machine=tmp_path / "machine")
    with Archive.open(tmp_path / "new", machine=tmp_path / "machine") as new:
        assert {each.id for each in new.notes.all("m1")} >= {"n1-0", "n1-1", "n1-2"}
        assert new.changes_since({}) == []
        new.notes.append(Note(id="later", meeting_id="m1", text="وتستمرّ الكتابة"))
        assert {each.change.row_id for each in new.changes_since({})} == {"later"}


def test_attached_files_are_saved_whole_or_not_at_all(path: Path, tmp_path: Path) -> None:
    with Archive.open(path, machine=tmp_path / "machine") as archive:
        for name, mark in (("a", b"first"), ("b", b"second")):
            (tmp_path / f"{name}.txt").write_bytes(mark * 5_000)
            archive.attachments.add(Attachment(id=name, meeting_id="m"), tmp_path / f"{name}.txt")
    page = path.read_bytes().rindex(b"second" * 100) // PAGE
    ruin(path, page)
    report = salvage(path, tmp_path / "new", machine=tmp_path / "machine")
    assert report.lost_files == 1
    with Archive.open(tmp_path / "new", machine=tmp_path / "machine") as new:
        assert len(new.attachments.all("m")) == 2
        checked = new.check()
        assert checked.ok
        assert checked.missing == 1


def test_a_file_of_nothing_makes_no_archive(tmp_path: Path) -> None:
    (tmp_path / "noise").write_bytes(b"\xa5" * 50_000)
    with pytest.raises(ArchiveDamagedError):
        salvage(tmp_path / "noise", tmp_path / "new", machine=tmp_path / "machine")
    assert not list(tmp_path.glob("new*"))


def test_nothing_is_written_over_a_file_that_is_there(path: Path, tmp_path: Path) -> None:
    (tmp_path / "new").write_text("رسالة")
    with pytest.raises(ArchiveUnwritableError):
        salvage(path, tmp_path / "new", machine=tmp_path / "machine")
    assert (tmp_path / "new").read_text() == "رسالة"


def test_an_open_archive_is_not_salvaged(path: Path, tmp_path: Path) -> None:
    with Archive.open(path, machine=tmp_path / "machine"), pytest.raises(ArchiveInUseError):
        salvage(path, tmp_path / "new", machine=tmp_path / "machine")


def test_a_rescued_archive_stands_in_its_place_and_the_damaged_one_beside_it(
    path: Path, tmp_path: Path
) -> None:
    ruin(path, 0)
    damaged = path.read_bytes()
    done = rescue(path, machine=tmp_path / "machine")
    assert done.aside is not None
    assert done.aside.read_bytes() == damaged
    with Archive.open(path, machine=tmp_path / "machine") as archive:
        assert len(archive.notes.all("m")) == 60
        note = archive.notes.get("n7")
        archive.notes.write(replace(note, text="وتستمرّ الكتابة"))
        assert archive.check().ok
