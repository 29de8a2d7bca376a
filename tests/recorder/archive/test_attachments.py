"""Files hang from a meeting or a note of it; their bytes stay, travel and go as they do."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from recorder import (
    Archive,
    ArchiveUnwritableError,
    Attachment,
    AttachmentError,
    BlobDamagedError,
    BlobMissingError,
    BytesState,
    Draft,
    ExportError,
    FileTooLargeError,
    Meeting,
    Note,
    NoteKind,
    NotFoundError,
    Position,
    Subject,
)
from recorder.storage import blobs as blobs_module
from recorder.storage.backup import restore_backup
from tests.recorder.archive.laptops import deliver

WHOLE = Subject()
REPORT = b"%PDF-1.7 " + bytes(3_000)


@pytest.fixture(autouse=True)
def meeting(archive: Archive) -> str:
    archive.meetings.write(Meeting(id="m", title="لقاء"))
    archive.notes.append(Note(id="n", meeting_id="m", text="كلمة"))
    archive.notes.append(Note(id="s", meeting_id="m", text="سرّ", kind=NoteKind.PRIVATE))
    return "m"


def attach(
    archive: Archive, row_id: str, content: bytes = REPORT, subject: Subject = WHOLE
) -> Attachment:
    row = Attachment(id=row_id, meeting_id="m", subject=subject, name=f"{row_id}.pdf")
    archive.attachments.add(row, BytesIO(content))
    return archive.attachments.get(row_id)


def content(archive: Archive, row_id: str) -> bytes:
    return b"".join(archive.attachments.open(row_id))


## Attaching and reading


def test_a_document_is_kept_as_it_is_with_what_its_name_tells(
    archive: Archive, tmp_path: Path
) -> None:
    path = tmp_path / "تقرير.docx"
    path.write_bytes(REPORT)
    row = Attachment(id="a", meeting_id="m", caption="التقرير", credit="المركز")
    changes = archive.attachments.add(row, path)
    kept = archive.attachments.get("a")
    assert (kept.name, kept.size, kept.caption) == ("تقرير.docx", len(REPORT), "التقرير")
    assert kept.mime.endswith("wordprocessingml.document")
    assert content(archive, "a") == REPORT
    assert changes.touches("attachment", "a")
    assert archive.attachments.state("a") is BytesState.PRESENT


def test_files_stand_in_the_order_in_which_they_were_attached(archive: Archive) -> None:
    for row_id in ("c", "a", "b"):
        attach(archive, row_id)
    assert [each.id for each in archive.attachments.all("m")] == ["c", "a", "b"]


def test_a_file_is_given_out_whole_or_not_at_all(archive: Archive, tmp_path: Path) -> None:
    attach(archive, "a")
    target = tmp_path / "out.pdf"
    target.write_bytes(b"older")
    assert archive.attachments.export_to("a", target).read_bytes() == REPORT
    target.write_bytes(b"older")
    archive._file.database.execute("UPDATE blob_chunk SET bytes = substr(bytes, 2)")
    with pytest.raises(BlobDamagedError) as damaged:
        archive.attachments.export_to("a", target)
    assert damaged.value.data["name"] == "a.pdf"
    assert target.read_bytes() == b"older"
    with pytest.raises(ExportError):
        archive.attachments.export_to(attach(archive, "b", b"sound").id, tmp_path)


def test_a_file_that_cannot_be_read_attaches_nothing(archive: Archive, tmp_path: Path) -> None:
    for path in (tmp_path / "none.pdf", tmp_path):
        with pytest.raises(AttachmentError) as refused:
            archive.attachments.add(Attachment(id="a", meeting_id="m"), path)
        assert refused.value.data == {"path": str(path), "reason": "unreadable"}
    assert archive.attachments.all("m") == []


def test_a_file_over_the_limit_attaches_nothing(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blobs_module.Blobs.put, "__kwdefaults__", {"largest": 100})
    with pytest.raises(FileTooLargeError) as refused:
        attach(archive, "a", bytes(101))
    assert refused.value.data == {"size": 101, "limit": 100, "path": "a.pdf"}
    assert archive.attachments.all("m") == []
    assert attach(archive, "a", bytes(100)).size == 100


def test_a_full_disk_attaches_nothing_and_harms_nothing(archive: Archive) -> None:
    attach(archive, "a")
    pages = archive._file.database.execute("PRAGMA page_count").fetchone()[0]
    archive._file.database.execute(f"PRAGMA max_page_count={pages + 100}").fetchall()
    with pytest.raises(ArchiveUnwritableError):
        attach(archive, "b", bytes(blobs_module.CHUNK))
    assert [each.id for each in archive.attachments.all("m")] == ["a"]
    assert archive._file.database.table("blob").count == 1
    assert archive.check().ok
    archive._file.database.execute("PRAGMA max_page_count=1000000").fetchall()
    assert attach(archive, "b", bytes(blobs_module.CHUNK)).size == blobs_module.CHUNK


@pytest.mark.parametrize(
    ("meeting_id", "subject"),
    [
        ("elsewhere", Subject()),
        ("m", Subject("note", "none")),
        ("m", Subject("applause", "n")),
        ("m", Subject("note", "o")),
        ("m", Subject("meeting", "other")),
    ],
)
def test_nothing_is_attached_to_what_is_not_there(
    archive: Archive, meeting_id: str, subject: Subject
) -> None:
    archive.meetings.write(Meeting(id="other"))
    archive.notes.append(Note(id="o", meeting_id="other", text="كلمة"))
    row = Attachment(id="a", meeting_id=meeting_id, subject=subject, name="a.pdf")
    with pytest.raises(NotFoundError):
        archive.attachments.add(row, BytesIO(REPORT))
    assert archive._file.database.execute("SELECT count(*) FROM blob").fetchone() == (0,)


def test_attaching_is_undone_and_done_again_with_its_bytes(archive: Archive) -> None:
    attach(archive, "a")
    assert archive.undoable() == "attachment.add"
    archive.undo()
    assert archive.attachments.all("m") == []
    assert archive.attachments.remove_unreferenced() == 0
    archive.redo()
    assert content(archive, "a") == REPORT


## What is private


def test_what_hangs_from_a_private_note_does_not_travel_by_any_way(archive: Archive) -> None:
    public = attach(archive, "p", b"public", Subject("note", "n"))
    attach(archive, "s1", b"private", Subject("note", "s"))
    archive.positions.append(
        Position(id="pos", meeting_id="m", subject=Subject("note", "s"), reason="سرّ")
    )
    attach(archive, "s2", b"about a position", Subject("position", "pos"))
    assert archive.attachments._blobs.may_travel() == {public.sha256}
    carried = archive.changes_since({})
    assert {each.change.row_id for each in carried if each.change.table == "attachment"} == {"p"}
    shared = attach(archive, "p2", b"private")  # the same bytes are public by another row
    assert archive.attachments._blobs.may_travel() == {public.sha256, shared.sha256}


def test_what_is_attached_to_a_private_note_that_is_still_typed_is_private(
    archive: Archive,
) -> None:
    archive.drafts.save(
        Draft(window="w", table="note", row_id="d", column="text", text="سرّ يُكتب",
              fields={"meeting_id": "m", "kind": NoteKind.PRIVATE})
    )  # fmt: skip
    attach(archive, "a", b"private", Subject("note", "d"))
    assert archive.attachments._blobs.may_travel() == set()
    assert all(each.change.row_id != "a" for each in archive.changes_since({}))


def test_bytes_stay_when_what_they_hang_from_goes_private_or_out_of_sight(
    archive: Archive,
) -> None:
    may_travel = archive.attachments._blobs.may_travel
    row = attach(archive, "a", subject=Subject("note", "n"))
    assert may_travel() == {row.sha256}
    archive.notes.write(replace(archive.notes.get("n"), kind=NoteKind.PRIVATE))
    assert may_travel() == set()
    whole = attach(archive, "b", b"whole")
    assert may_travel() == {whole.sha256}
    archive.attachments.delete("b")
    assert may_travel() == set()
    archive.attachments.restore("b")
    archive.meetings.delete("m")
    assert may_travel() == set()


def test_what_was_attached_in_private_stays_private_when_its_row_is_hung_elsewhere(
    archive: Archive,
) -> None:
    row = attach(archive, "a", b"private", Subject("note", "s"))
    archive.attachments.write(replace(row, subject=WHOLE))
    assert archive.attachments._blobs.may_travel() == set()


def test_no_change_and_no_meeting_file_carries_bytes(archive: Archive, tmp_path: Path) -> None:
    secret = b"the bytes themselves"
    row = attach(archive, "a", secret)
    carried = archive.changes_since({})
    assert all(secret.decode() not in (each.value or "") for each in carried)
    written = archive.export_json("m", tmp_path / "m.json").read_bytes()
    assert row.sha256.encode() in written
    assert secret not in written


def test_a_meeting_file_brings_rows_whose_bytes_are_absent(
    archive: Archive, make_archive: Callable[[str], Archive], tmp_path: Path
) -> None:
    attach(archive, "a")
    there = make_archive("هناك")
    there.import_json(archive.export_json("m", tmp_path / "m.json"))
    assert there.attachments.state("a") is BytesState.MISSING


## Where the bytes are not


def test_absent_bytes_are_a_state_that_is_shown_and_no_fault(
    archive: Archive, make_archive: Callable[[str], Archive], tmp_path: Path
) -> None:
    row = attach(archive, "a")
    there = make_archive("هناك")
    deliver(archive, there)
    assert there.attachments.state("a") is BytesState.MISSING
    assert there.attachments.missing() == there.attachments.missing("m") == [row]
    report = there.check()
    assert (report.ok, report.missing) == (True, 1)
    target = tmp_path / "out.pdf"
    with pytest.raises(BlobMissingError) as missing:
        there.attachments.export_to("a", target)
    assert missing.value.data == {"name": "a.pdf", "sha256": row.sha256}
    assert not target.exists()
    with there._writer.transaction():  # somebody brings them
        there.attachments._blobs.put(BytesIO(REPORT))
    assert there.attachments.missing() == []
    assert content(there, "a") == REPORT
    assert archive.check().missing == 0


def test_a_backup_holds_the_bytes_too(archive: Archive, tmp_path: Path) -> None:
    attach(archive, "a")
    restore_backup(archive.make_backup().path, tmp_path / "copy.mahdar")
    with Archive.open(tmp_path / "copy.mahdar") as copy:
        assert content(copy, "a") == REPORT
        assert (copy.check().ok, copy.check().missing) == (True, 0)


def test_a_rebuild_leaves_the_bytes(archive: Archive) -> None:
    attach(archive, "a")
    archive.rebuild()
    assert content(archive, "a") == REPORT


## Letting go


def test_bytes_go_only_when_nothing_names_them_not_even_the_past(archive: Archive) -> None:
    with archive._writer.transaction():
        archive.attachments._blobs.put(BytesIO(b"nobody names these"))
    attach(archive, "deleted", b"of a deleted row")
    archive.attachments.delete("deleted")
    replaced = attach(archive, "replaced", b"of a row that has others now")
    other = attach(archive, "other", b"others")
    archive.attachments.write(replace(replaced, sha256=other.sha256))
    later = archive.attachments._blobs
    with archive._writer.transaction():
        waiting = later.put(BytesIO(b"of a change that waits"))
        archive._file.database.execute(
            "INSERT INTO waiting VALUES (x'00', 1, ?)", [f'{{"value": "{waiting.sha256}"}}']
        )
    assert archive.attachments.remove_unreferenced() == 1
    assert archive.attachments.remove_unreferenced() == 0
    archive.attachments.restore("deleted")
    assert content(archive, "deleted") == b"of a deleted row"
    assert later.has(replaced.sha256)
    assert later.has(waiting.sha256)


def test_the_chunks_go_with_their_bytes(archive: Archive) -> None:
    with archive._writer.transaction():
        archive.attachments._blobs.put(BytesIO(bytes(3 * blobs_module.CHUNK)))
    archive.attachments.remove_unreferenced()
    assert archive._file.database.execute("SELECT count(*) FROM blob_chunk").fetchone() == (0,)
