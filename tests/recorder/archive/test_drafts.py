from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from recorder import Archive, Draft, Meeting, Note, NoteKind, Place, Speaker, new_id


def typed(row_id: str, text: str, **fields: object) -> Draft:
    return Draft(
        window="capture", table="note", row_id=row_id, column="text", text=text, fields=fields
    )


def test_a_draft_of_a_new_note_is_found_again_with_all_that_belongs_to_it(
    tmp_path: Path,
) -> None:
    fields = {
        "meeting_id": "m",
        "place": Place("item", "a0"),
        "speaker": Speaker("person", ""),
        "kind": NoteKind.QUESTION,
    }
    draft = typed("n", "كيف نضمن", **fields)
    path = tmp_path / "archive.mahdar"
    archive = Archive.open(path)
    archive.drafts.save(draft)
    archive._file.close()  # as a crash leaves it: nothing was committed
    with Archive.open(path) as again:
        assert again.drafts.pending() == [draft]
        assert again.notes.all("m") == []


def test_a_committed_draft_is_a_note_and_no_draft(archive: Archive) -> None:
    archive.drafts.save(typed("n", "كلمة", meeting_id="m"))
    changes = archive.drafts.commit("capture", "note", "n", "text")
    assert changes.touches("note", "n")
    assert archive.notes.get("n").text == "كلمة"
    assert archive.drafts.pending() == []


def test_reads_show_what_is_being_typed(archive: Archive) -> None:
    note = Note(id=new_id(), meeting_id="m", text="كلمة")
    archive.notes.append(note)
    archive.drafts.save(typed(note.id, "كلمة تُكتب الآن"))
    assert archive.notes.get(note.id).text == "كلمة تُكتب الآن"
    archive.drafts.discard("capture", "note", note.id, "text")
    assert archive.notes.get(note.id).text == "كلمة"


def test_what_is_being_typed_is_committed_when_the_archive_closes(tmp_path: Path) -> None:
    path = tmp_path / "archive.mahdar"
    with Archive.open(path) as archive:
        archive.drafts.save(typed("n", "كلمة", meeting_id="m"))
    with Archive.open(path) as archive:
        assert [note.text for note in archive.notes.all("m")] == ["كلمة"]


def test_a_draft_without_an_order_key_becomes_the_last_note_of_its_item(archive: Archive) -> None:
    for text in ("أولاً", "ثانياً"):
        archive.notes.append(Note(id=new_id(), meeting_id="m", place=Place("item"), text=text))
    archive.drafts.save(typed("n", "ثالثاً", meeting_id="m", place=Place("item")))
    archive.drafts.commit_all()
    assert [note.text for note in archive.notes.all("m")] == ["أولاً", "ثانياً", "ثالثاً"]


def test_an_erased_draft_makes_no_empty_note(archive: Archive) -> None:
    archive.drafts.save(typed("n", "كلمة", meeting_id="m"))
    archive.drafts.save(typed("n", "  ", meeting_id="m"))
    archive.drafts.commit_all()
    assert archive.notes.all("m") == []


def test_what_arrives_while_somebody_types_is_not_overwritten(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    note = Note(id=new_id(), meeting_id="m", text="كلمة")
    here.notes.append(note)
    there.receive(here.changes_since({}))
    here.drafts.save(typed(note.id, "كلمة من هنا"))
    there.notes.write(replace(there.notes.get(note.id), text="كلمة من هناك"))
    arrived = there.changes_since(here.vector())
    here.receive(arrived)
    here.drafts.save(typed(note.id, "كلمة من هنا أيضاً"))
    here.drafts.commit_all()
    assert sorted(here.notes.get(note.id).text.split("\n")) == ["كلمة من هنا أيضاً", "كلمة من هناك"]


def test_an_export_holds_what_was_being_typed(archive: Archive, tmp_path: Path) -> None:
    meeting = Meeting(id=new_id(), title="لقاء")
    archive.meetings.write(meeting)
    archive.drafts.save(typed("n", "آخر كلمة", meeting_id=meeting.id))
    path = archive.export_json(meeting.id, tmp_path / "meeting.json")
    assert "آخر كلمة" in path.read_text(encoding="utf-8")
