"""What is private stays on the laptop by every way out; what is here is changed by no file."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from recorder import (
    Archive,
    Attachment,
    Draft,
    FollowUp,
    Meeting,
    MeetingExistsError,
    MeetingFileError,
    Note,
    NoteKind,
    Organisation,
    Person,
    Place,
    Position,
    Source,
    Speaker,
    Subject,
)
from recorder.interchange import dump_record

UNSAID = "ما لا يخرج"


@pytest.fixture
def meeting(archive: Archive) -> Meeting:
    meeting = Meeting(id="m", title="لقاء")
    archive.meetings.write(meeting)
    archive.notes.append(Note(id="n", meeting_id="m", text="كلمة علنية"))
    return meeting


def everything_that_leaves(archive: Archive, folder: Path) -> str:
    """The meeting's JSON, its minutes as text, and all that would travel to another laptop."""
    from docx import Document

    written = archive.export_json("m", folder / "m.json").read_text(encoding="utf-8")
    minutes = Document(str(archive.export_docx("m", folder / "m.docx")))
    texts = [paragraph.text for paragraph in minutes.paragraphs]
    texts += [cell.text for table in minutes.tables for row in table.rows for cell in row.cells]
    texts += [each.value or "" for each in archive.changes_since({})]
    return written + "\n".join(texts)


def test_a_public_note_that_is_made_private_takes_what_was_typed_with_it(
    archive: Archive, meeting: Meeting, tmp_path: Path
) -> None:
    archive.drafts.save(
        Draft(window="w", table="note", row_id="n", column="text", text=UNSAID,
              fields={"meeting_id": "m", "kind": NoteKind.PRIVATE})
    )  # fmt: skip
    assert UNSAID not in everything_that_leaves(archive, tmp_path)
    (private,) = archive.notes.all("m")
    assert (private.kind, private.text) == (NoteKind.PRIVATE, UNSAID)


def test_a_draft_goes_on_in_the_private_note_that_takes_the_place_of_its_own(
    archive: Archive, meeting: Meeting, tmp_path: Path
) -> None:
    fields = {"meeting_id": "m", "kind": NoteKind.STATEMENT}
    archive.notes.write(replace(archive.notes.get("n"), kind=NoteKind.PRIVATE))
    (private,) = archive.notes.all("m")
    archive.notes.write(replace(private, kind=NoteKind.STATEMENT))
    (public,) = archive.notes.all("m")
    archive.drafts.save(Draft(window="w", table="note", row_id=public.id, column="text",
                              text=UNSAID, fields=fields))  # fmt: skip
    archive.notes.write(replace(public, kind=NoteKind.PRIVATE))
    assert UNSAID not in everything_that_leaves(archive, tmp_path)
    assert [note.text for note in archive.notes.all("m")] == [UNSAID]


def test_what_hangs_from_a_private_note_stays_with_it_even_when_the_note_is_deleted(
    archive: Archive, meeting: Meeting, tmp_path: Path
) -> None:
    archive.organisations.write(Organisation(id="o", name="جهة لا يسمّيها أحد"))
    archive.people.write(Person(id="p", name="شاهدة", phone="0900", organisation_id="o"))
    archive.notes.append(
        Note(id="s", meeting_id="m", kind=NoteKind.PRIVATE, text=UNSAID, speaker=Speaker("p"))
    )
    about = Subject("note", "s")
    archive.positions.append(Position(id="pos", meeting_id="m", subject=about, reason=UNSAID))
    archive.attachments.append(
        Attachment(id="a", meeting_id="m", subject=Subject("position", "pos"), caption=UNSAID)
    )
    archive.sources.write(Source(id="src", meeting_id="m", note_id="s"))
    for _ in range(2):
        left = everything_that_leaves(archive, tmp_path)
        exported = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
        assert UNSAID not in left
        assert not exported.get("people")
        assert not exported.get("organisations")
        archive.notes.delete("s")


def imported(archive: Archive, folder: Path, document: dict) -> None:
    path = folder / "in.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    archive.import_json(path)


def test_a_copy_of_a_file_under_another_meeting_id_takes_nothing_from_the_first(
    archive: Archive, meeting: Meeting, tmp_path: Path
) -> None:
    document = dump_record(archive.meetings.record("m"))
    document["meeting"]["id"] = "other"
    with pytest.raises(MeetingExistsError):
        imported(archive, tmp_path, document)
    assert [note.text for note in archive.notes.all("m")] == ["كلمة علنية"]


def test_a_file_can_not_pass_for_the_directory(archive: Archive, tmp_path: Path) -> None:
    archive.people.write(Person(id="p", name="وسيم"))
    document = {"format": "mahdar.meeting", "version": 1, "meeting": {"id": "directory"},
                "people": [{"id": "p", "name": "غيره"}]}  # fmt: skip
    with pytest.raises(MeetingFileError):
        imported(archive, tmp_path, document)
    assert archive.people.get("p").name == "وسيم"


def test_a_file_brings_no_follow_up_into_a_meeting_that_is_here(
    archive: Archive, meeting: Meeting, tmp_path: Path
) -> None:
    forged = {"id": "f", "meeting_id": "m", "recommendation_id": "r", "status": "done"}
    document = {"format": "mahdar.meeting", "version": 1, "meeting": {"id": "other"},
                "follow_ups": [forged]}  # fmt: skip
    imported(archive, tmp_path, document)
    assert archive.follow_ups.all("m") == []


def test_moving_a_note_does_not_write_what_is_being_typed_over_what_arrived(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.notes.append(Note(id="n", meeting_id="m", text="أهلاً."))
    there.receive(here.changes_since({}))
    here.drafts.save(Draft(window="w", table="note", row_id="n", column="text", text="أهلاً. هنا."))
    there.notes.write(replace(there.notes.get("n"), text="أهلاً. هناك."))
    for each in there.changes_since({}):
        here._inbox.receive([each])
    here.notes.move("n")
    here.drafts.commit_all()
    assert sorted(here.notes.get("n").text.rstrip(".").split(". ")) == ["أهلاً", "هنا", "هناك"]


@pytest.mark.parametrize("key", ["z", "~", "ا", "A", "0", "zzzz"])
def test_an_odd_order_key_from_a_file_stops_nothing(
    archive: Archive, meeting: Meeting, key: str
) -> None:
    archive.notes.write(Note(id="odd", meeting_id="m", place=Place(None, key), text="غريب"))
    archive.drafts.save(Draft(window="w", table="note", row_id="d", column="text", text="جديد",
                              fields={"meeting_id": "m"}))  # fmt: skip
    archive.drafts.commit_all()
    archive.notes.append(Note(id="after", meeting_id="m", text="بعده"), after="odd")
    archive.notes.move("d")
    assert {note.id for note in archive.notes.all("m")} == {"n", "odd", "d", "after"}


def test_one_draft_that_can_not_be_kept_holds_no_other_back(
    archive: Archive, meeting: Meeting
) -> None:
    for row_id, text in (("a", "2026-1"), ("b", "2026-01-01")):
        archive.drafts.save(Draft(window="w", table="meeting", row_id=row_id, column="date",
                                  text=text, fields={"title": "لقاء"}))  # fmt: skip
    archive.drafts.commit_all()
    assert archive.meetings.get("b").date == "2026-01-01"
    assert [draft.row_id for draft in archive.drafts.pending()] == ["a"]


def test_a_remark_without_a_status_leaves_the_status_that_was_told(
    archive: Archive, meeting: Meeting
) -> None:
    told = FollowUp(id="1", meeting_id="m", recommendation_id="r", date="2026-01-01",
                    status="done", progress=100)  # fmt: skip
    remark = FollowUp(id="2", meeting_id="m", recommendation_id="r", date="2026-02-01", text="شكر")
    record = replace(archive.meetings.record("m"), follow_ups=[told, remark])
    assert (record.status_of("r"), record.percent_of("r")) == ("done", 100)
