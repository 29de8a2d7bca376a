"""Each field's past: who, when, the text at any moment, what the machine joined, and back again."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from recorder import Archive, Meeting, Note, NotFoundError, Speaker
from recorder.storage import writer
from tests.recorder.archive.laptops import clone_laptop, deliver, exchange_all


@pytest.fixture(autouse=True)
def hurried_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "GROUPED_WITHIN", 0.0)


def edit(archive: Archive, text: str) -> None:
    archive.notes.write(replace(archive.notes.get("n"), text=text))


def joined(make_archive: Callable[[str], Archive]) -> Archive:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.notes.append(Note(id="n", meeting_id="m", text="الماء. الكهرباء."))
    deliver(here, there)
    edit(here, "الماء منقطع. الكهرباء.")
    edit(there, "الماء. الكهرباء ضعيفة.")
    deliver(there, here)
    return here


def test_a_version_tells_its_field_its_writer_its_moment_and_whether_it_shows(
    archive: Archive,
) -> None:
    archive.notes.append(Note(id="n", meeting_id="m", text="أ"))
    edit(archive, "ب")
    archive.notes.write(replace(archive.notes.get("n"), speaker=Speaker(None, "الأهالي")))
    versions = archive.history("note", "n")
    assert [(each.column, each.value, each.is_shown) for each in versions[:3]] == [
        ("speaker", Speaker(None, "الأهالي"), True),
        ("text", "ب", True),
        ("text", "أ", False),
    ]
    assert {(each.author, each.wall, each.action) for each in versions} == {
        ("ليلى", "2026-11-23T08:00:00Z", "note.write")
    }
    assert not any(each.is_received or each.is_merge for each in versions)


def test_a_text_that_the_machine_joined_stands_among_the_versions(
    make_archive: Callable[[str], Archive],
) -> None:
    here = joined(make_archive)
    merged = "الماء منقطع. الكهرباء ضعيفة."
    now, *written = here.history("note", "n", "text")
    assert (now.is_merge, now.is_shown, now.value) == (True, True, merged)
    assert {each.id for each in written if each.is_shown} == set(now.parents)
    assert [each.is_received for each in written if each.author == "هناك"] == [True]
    edit(here, merged + " وأكثر.")
    mine, once, *_ = here.history("note", "n", "text")
    assert (mine.value, once.value, once.is_merge, once.is_shown) == (
        merged + " وأكثر.", merged, True, False,
    )  # fmt: skip
    assert here.text_at("note", "n", "text", mine) == merged + " وأكثر."
    assert here.text_at("note", "n", "text", once) == merged


def test_a_joined_text_that_two_wrote_over_is_told_once(
    make_archive: Callable[[str], Archive],
) -> None:
    here = joined(make_archive)
    there = make_archive("ثالث")
    deliver(here, there)
    edit(here, "الماء منقطع. الكهرباء ضعيفة. هنا.")
    edit(there, "الماء منقطع. الكهرباء ضعيفة. هناك.")
    deliver(there, here)
    merges = [each.value for each in here.history("note", "n", "text") if each.is_merge]
    assert merges.count("الماء منقطع. الكهرباء ضعيفة.") == 1
    assert len(merges) == 2


def test_a_version_is_brought_back_by_a_change_that_can_be_undone(archive: Archive) -> None:
    archive.notes.append(Note(id="n", meeting_id="m", text="أ"))
    edit(archive, "ب")
    first = archive.history("note", "n", "text")[-1]
    assert archive.restore_version(first).touches("note", "n")
    assert archive.notes.get("n").text == "أ"
    assert archive.undoable() == "version.restore"
    archive.undo()
    assert archive.notes.get("n").text == "ب"


def test_a_version_of_a_deleted_row_brings_the_row_back(archive: Archive) -> None:
    archive.notes.append(Note(id="n", meeting_id="m", text="أ"))
    edit(archive, "ب")
    archive.notes.delete("n")
    archive.restore_version(archive.history("note", "n", "text")[-1])
    assert archive.notes.get("n").text == "أ"
    archive.undo()
    assert archive.notes.find("n") is None
    assert archive.check().problems == ()


def test_bringing_back_what_stands_already_writes_nothing(archive: Archive) -> None:
    archive.notes.append(Note(id="n", meeting_id="m", text="أ"))
    assert not archive.restore_version(archive.history("note", "n", "text")[0])
    assert archive.undoable() == "note.write"


def test_a_version_brought_back_settles_what_stood_apart(
    make_archive: Callable[[str], Archive],
) -> None:
    here = joined(make_archive)
    assert here.conflicts()
    side = next(each for each in here.history("note", "n", "text") if each.author == "هناك")
    here.restore_version(side)
    assert here.notes.get("n").text == "الماء. الكهرباء ضعيفة."
    assert here.conflicts() == []


def test_a_version_of_nowhere_is_refused(archive: Archive) -> None:
    archive.notes.append(Note(id="n", meeting_id="m", text="أ"))
    version = replace(archive.history("note", "n", "text")[0], id="00" * 32)
    with pytest.raises(NotFoundError):
        archive.restore_version(version)
    assert archive.notes.get("n").text == "أ"


def test_a_long_past_is_read_page_by_page(archive: Archive) -> None:
    archive.meetings.write(Meeting(id="m"))
    for number in range(30):
        archive.meetings.write(replace(archive.meetings.get("m"), title=str(number)))
    pages = [archive.history("meeting", "m", "title", limit=10, skip=skip) for skip in (0, 10, 20)]
    assert [each.value for page in pages for each in page] == [str(at) for at in range(29, -1, -1)]


def test_the_past_of_a_note_that_two_clones_wrote_in_reads_as_it_is_shown(tmp_path: Path) -> None:
    first = Archive.open(tmp_path / "a.mahdar", author="ليلى", machine=tmp_path / "1")
    first.notes.append(Note(id="n", meeting_id="m", text="عشرة بالمئة. الكهرباء."))
    clone = clone_laptop(first, tmp_path / "b.mahdar", tmp_path / "1", tmp_path / "2")
    first = Archive.open(tmp_path / "a.mahdar", machine=tmp_path / "1")
    with first, clone:
        for archive, text in ((first, "خمسة بالمئة. الكهرباء."), (clone, "تسعة بالمئة. الكهرباء.")):
            edit(archive, text)
        exchange_all([first, clone])
        for archive in (first, clone):
            shown = archive.history("note", "n", "text")[0]
            assert shown.is_merge
            assert shown.value == archive.notes.get("n").text
            (line,) = [each for each in archive.story("m", "").lines if each.row_id == "n"]
            assert line.text == archive.notes.get("n").text
        merged = first.notes.get("n").text
        edit(first, merged + " وأكثر.")
        first.undo()
        assert first.notes.get("n").text == merged
        assert first.check().ok
