"""A damaged file is told as such, whenever it shows, and is never written to."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from recorder import Archive, ArchiveDamagedError, ArchiveInUseError, Meeting, Note, RecorderError
from recorder.storage import engine

PAGE = 4096
READS: dict[str, Callable[[Archive], object]] = {
    "meetings": lambda archive: archive.meetings.summaries(),
    "record": lambda archive: archive.meetings.record("m"),
    "notes": lambda archive: archive.notes.all("m"),
    "search": lambda archive: archive.search("كلمة"),
    "conflicts": lambda archive: archive.conflicts(),
    "history": lambda archive: archive.history("note", "n7"),
    "changes": lambda archive: archive.changes_since({}),
    "drafts": lambda archive: archive.drafts.pending(),
    "author": lambda archive: archive.author,
    "undoable": lambda archive: archive.undoable(),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "archive.mahdar"
    with Archive.open(path, author="ليلى") as archive:
        archive.meetings.write(Meeting(id="m", title="لقاء"))
        for number in range(300):
            archive.notes.append(Note(id=f"n{number}", meeting_id="m", text=f"كلمة {number}"))
    return path


def overwrite(path: Path, page: int, pages: int = 1) -> None:
    """Write nonsense over pages, counted from 0."""
    with path.open("r+b") as stream:
        stream.seek(page * PAGE)
        stream.write(b"\xa5" * PAGE * pages)


@pytest.mark.parametrize("page", range(0, 60, 4))
def test_a_page_that_is_damaged_anywhere_is_found_when_the_file_is_opened(
    path: Path, page: int
) -> None:
    overwrite(path, page)
    before = path.read_bytes()
    with pytest.raises(ArchiveDamagedError):
        Archive.open(path)
    assert path.read_bytes() == before


def test_a_file_that_was_cut_short_is_found_when_it_is_opened(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 20 * PAGE + 100])
    before = path.read_bytes()
    with pytest.raises(ArchiveDamagedError):
        Archive.open(path)
    assert path.read_bytes() == before


def test_a_last_change_that_is_not_what_was_written_is_found_in_a_file_of_any_size(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recorder.storage.inspection.LOOKED_THROUGH", 0)
    Archive.open(path).close()
    connection = engine.connect(path)
    last = "UPDATE log SET value = '\"غيره\"' WHERE no = (SELECT max(no) FROM log)"
    connection.execute(last)
    connection.close()
    with pytest.raises(ArchiveDamagedError):
        Archive.open(path)


@pytest.mark.parametrize("read", READS.values(), ids=READS)
def test_a_file_damaged_while_it_is_open_is_told_by_every_read(
    path: Path, read: Callable[[Archive], object]
) -> None:
    archive = Archive.open(path)
    pages = path.stat().st_size // PAGE
    archive._file.database.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    archive._file.database.conn.execute("PRAGMA shrink_memory")
    overwrite(path, 2, pages - 3)
    archive._file.database.conn.execute("PRAGMA cache_size=0")
    with pytest.raises(ArchiveDamagedError) as told:
        read(archive)
    assert told.value.data["path"] == str(path)
    archive._file.close()


def test_pages_damaged_at_random_are_never_met_with_an_error_that_is_not_ours(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recorder.storage.inspection.LOOKED_THROUGH", 0)
    sound, chance = path.read_bytes(), random.Random(7)
    told = 0
    for _ in range(60):
        damaged = bytearray(sound)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(PAGE, len(damaged) - 600)
            damaged[at : at + chance.randint(1, 600)] = chance.randbytes(chance.randint(1, 600))
        path.write_bytes(bytes(damaged[: len(sound)]))
        try:
            with Archive.open(path) as archive:
                for read in READS.values():
                    read(archive)
        except RecorderError:
            told += 1
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
    assert told > 20


def test_an_archive_that_is_only_read_refuses_what_writes(path: Path) -> None:
    with Archive.open(path) as window, Archive.open(path, read_only=True) as reader:
        note = reader.notes.get("n7")
        with pytest.raises(ArchiveInUseError):
            reader.notes.write(replace(note, text="غيره"))
        window.notes.write(replace(note, text="يُكتب في النافذة"))
        assert reader.notes.get("n7") == note  # one state for as long as it is open
