"""Two laptops, one stick, one set of minutes."""

import os
import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from recorder import Archive, Attachment, Draft, Note, Person, Recommendation, Subject
from recorder.domain.safety import BackupReason
from recorder.errors import (
    CodeMistypedError,
    NoTeamError,
    StickError,
    SyncStoppedError,
    WrongCodeError,
)
from recorder.storage.log import Entry
from recorder.sync.code import in_groups, new_code
from recorder.sync.exchange import PIECE
from tests.recorder.archive.laptops import tables
from tests.recorder.sync.laptops import Laptops, a_meeting, files, texts

## The team


def test_a_colleague_types_the_code_once_and_has_the_same_minutes(
    laptops: Laptops, layla: Archive
) -> None:
    a_meeting(layla)
    laptops.sync(layla)
    rana = laptops.make("رنا")
    rana.sharing.join(laptops.stick, in_groups(laptops.code))
    laptops.sync(rana)
    assert tables(rana) == tables(layla) | {"author": tables(rana)["author"]}
    assert rana.sharing.team_id == layla.sharing.team_id


def test_a_wrong_code_a_slip_and_a_stick_without_a_team_are_three_things(
    laptops: Laptops, tmp_path: Path
) -> None:
    stranger = laptops.make("سامر")
    with pytest.raises(WrongCodeError):
        stranger.sharing.join(laptops.stick, new_code())
    with pytest.raises(CodeMistypedError):
        stranger.sharing.join(laptops.stick, "1234")
    with pytest.raises(NoTeamError):
        stranger.sharing.join(tmp_path / "laptop 0", laptops.code)
    with pytest.raises(StickError):
        stranger.sharing.join(tmp_path / "nowhere", laptops.code)
    assert stranger.sharing.team_id is None
    with pytest.raises(NoTeamError):
        stranger.sharing.sync(laptops.stick)


def test_a_colleague_lets_a_third_one_join_though_the_founders_folder_is_lost(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    a_meeting(layla)
    laptops.sync(layla, rana)
    own = laptops.stick / "Mahdar" / str(layla.sharing.team_id)
    shutil.rmtree(own / layla._writer.sites.public.id)
    laptops.sync(rana)
    third = laptops.make("سامر")
    third.sharing.join(laptops.stick, laptops.code)
    laptops.sync(third)
    assert texts(third) == texts(layla)


def test_two_teams_share_a_stick_and_nothing_else(laptops: Laptops, layla: Archive) -> None:
    a_meeting(layla)
    laptops.sync(layla)
    other = laptops.make("من فريق آخر")
    other.sharing.found(laptops.stick)
    report = other.sharing.sync(laptops.stick)
    assert (report.delivery, report.refused) == (None, ())
    assert other.meetings.summaries() == []
    late = laptops.make("رنا")
    late.sharing.join(laptops.stick, laptops.code)  # the code finds its team among both
    laptops.sync(late)
    assert texts(late) == texts(layla)


def test_after_a_new_code_whoever_has_the_old_one_reads_nothing_new(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    a_meeting(layla)
    laptops.sync(layla, rana)
    code = layla.sharing.found(laptops.stick)
    layla.notes.append(Note(id="later", meeting_id="m", text="بعد ضياع الحاسوب"))
    laptops.sync(layla, rana)
    assert "later" not in {note.id for note in rana.notes.all("m")}
    rana.sharing.join(laptops.stick, code)
    laptops.sync(rana)
    assert "later" in {note.id for note in rana.notes.all("m")}


def test_who_leaves_keeps_what_was_shared(laptops: Laptops, layla: Archive, rana: Archive) -> None:
    a_meeting(layla)
    laptops.sync(layla, rana)
    rana.sharing.leave()
    assert rana.sharing.team_id is None
    assert texts(rana) == texts(layla)


## What goes and comes


def test_laptops_that_never_meet_share_through_a_third(
    laptops: Laptops, layla: Archive, rana: Archive, tmp_path: Path
) -> None:
    a_meeting(layla)
    rana.people.write(Person(id="p", name="هبة القاضي"))
    laptops.sync(layla, rana)
    third = laptops.join("سامر")
    elsewhere = tmp_path / "another stick"
    elsewhere.mkdir()
    rana.sharing.sync(elsewhere)
    third.sharing.sync(elsewhere)
    assert texts(third) == texts(layla)
    assert third.people.get("p").name == "هبة القاضي"


def test_a_second_sync_writes_and_takes_nothing(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    a_meeting(layla)
    laptops.sync(layla, rana, layla)
    before = files(laptops.stick)
    reports = laptops.sync(layla, rana)
    assert [(each.files_in, each.files_out, each.delivery) for each in reports] == [
        (0, 0, None)
    ] * 2
    assert files(laptops.stick) == before


def test_only_what_the_stick_lacks_is_written(laptops: Laptops, layla: Archive) -> None:
    a_meeting(layla, notes=200)
    laptops.sync(layla)
    first = sum(path.stat().st_size for path in laptops.stick.rglob("*.mdr"))
    layla.notes.append(Note(id="one", meeting_id="m", text="كلمة"))
    laptops.sync(layla)
    added = sum(path.stat().st_size for path in laptops.stick.rglob("*.mdr")) - first
    assert added < first / 5


def test_what_was_typed_a_moment_ago_goes_with_it(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    a_meeting(layla)
    layla.drafts.save(
        Draft(window="w", table="note", row_id="d", column="text", text="آخر كلمة",
              fields={"meeting_id": "m"})
    )  # fmt: skip
    laptops.sync(layla, rana)
    assert "آخر كلمة" in texts(rana)


def test_edits_of_both_in_one_note_are_told_and_none_is_lost(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    layla.recommendations.write(Recommendation(id="r", meeting_id="m", text="خطة عمل"))
    laptops.sync(layla, rana)
    for archive, text in ((layla, "خطة عمل مشتركة"), (rana, "خطة عمل واضحة")):
        archive.recommendations.write(replace(archive.recommendations.get("r"), text=text))
    _, report, _ = laptops.sync(layla, rana, layla)
    assert report.delivery is not None
    assert report.delivery.conflicts == (("recommendation", "r", "text"),)
    assert report.delivery.authors == (("ليلى", 1),)
    assert layla.conflicts() == rana.conflicts()
    assert len(layla.conflicts()[0].sides) == 2


def test_private_notes_never_reach_the_stick(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    a_meeting(layla)
    layla.notes.append(Note(id="secret", meeting_id="m", text="سرّ", kind="private"))
    layla.attachments.add(
        Attachment(id="f", meeting_id="m", name="سرّ.pdf", subject=Subject("note", "secret")),
        BytesIO(b"%PDF secret"),
    )
    laptops.sync(layla, rana)
    assert "سرّ" not in texts(rana)
    assert rana.attachments.all("m") == []
    assert not list(laptops.stick.rglob("*.000"))


def test_a_finder_reads_no_word_on_the_stick(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    canary = "كناري المنجم ٤٧١١"
    layla.meetings.write(replace(_meeting(layla), title=canary))
    layla.people.write(Person(id="p", name=canary, phone="+963 21 123-4567"))
    layla.attachments.add(
        Attachment(id="f", meeting_id="m", name=f"{canary}.txt", caption=canary),
        BytesIO(canary.encode() * 1000),
    )
    laptops.sync(layla, rana, layla)
    for name in files(laptops.stick):
        content = (laptops.stick / name).read_bytes()
        for word in (canary, "كناري", "ليلى", "123-4567", laptops.code):
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                assert word.encode(encoding) not in content
        assert name.isascii()
        assert all(len(part) < 41 for part in name.split("/"))
        assert name == name.lower().replace("mahdar", "Mahdar", 1)


def _meeting(archive: Archive):
    a_meeting(archive)
    return archive.meetings.get("m")


## Attached files


@pytest.mark.parametrize("size", [0, 1, PIECE, PIECE + 1])
def test_attached_files_go_once_and_come_whole(
    laptops: Laptops, layla: Archive, rana: Archive, size: int
) -> None:
    a_meeting(layla)
    content = os.urandom(size)
    for at in range(2):  # the same bytes twice
        layla.attachments.add(Attachment(id=f"f{at}", meeting_id="m", name="a.bin"),
                              BytesIO(content))  # fmt: skip
    first, second, third = laptops.sync(layla, rana, layla)
    assert (first.attachments_out, second.attachments_in) == (1, 1)
    assert (second.attachments_out, third.attachments_in, third.attachments_out) == (0, 0, 0)
    assert b"".join(rana.attachments.open("f1")) == content


def test_a_damaged_piece_is_refused_and_comes_once_it_is_whole_again(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    a_meeting(layla)
    layla.attachments.add(Attachment(id="f", meeting_id="m", name="a.bin"), BytesIO(b"x" * 99))
    laptops.sync(layla)
    [piece] = laptops.stick.rglob("*.000")
    whole = piece.read_bytes()
    piece.write_bytes(whole[:-1] + b"?")
    [report] = laptops.sync(rana)
    assert [each.reason for each in report.refused] == ["damaged"]
    assert rana.attachments.missing("m") != []
    assert texts(rana) == texts(layla)
    piece.write_bytes(whole)
    [report] = laptops.sync(rana)
    assert (report.attachments_in, rana.attachments.missing("m")) == (1, [])


## Preview


def test_a_preview_tells_what_would_come_and_changes_nothing(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    a_meeting(layla, notes=3)
    laptops.sync(layla, rana)
    layla.notes.append(Note(id="new", meeting_id="m", text="جديدة"))
    layla.notes.write(replace(layla.notes.get("n0"), text="غُيّرت هنا."))
    layla.notes.delete("n1")
    layla.notes.delete("n2")
    rana.notes.write(replace(rana.notes.get("n2"), text="تابعت هنا."))
    laptops.sync(layla)
    before, told = tables(rana), []
    rana.sharing.sync(laptops.stick, agree=lambda delivery: bool(told.append(delivery)))
    [delivery] = told
    assert tables(rana) == before
    assert delivery.added == {"note": 1}
    assert delivery.changed["note"] == 2
    assert delivery.deleted == {"note": 1}
    assert delivery.deleted_and_edited == 1
    assert delivery.authors == (("ليلى", sum(count for _, count in delivery.authors)),)
    assert delivery.meetings == ("m",)
    assert rana.sharing.sync(laptops.stick).delivery == delivery
    assert "new" in {note.id for note in rana.notes.all("m")}


def test_after_a_no_nothing_was_taken_and_nothing_written(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    a_meeting(layla)
    laptops.sync(layla)
    before = files(laptops.stick)
    report = rana.sharing.sync(laptops.stick, agree=lambda _: False)
    assert (report.delivery, report.files_out) == (None, 0)
    assert files(laptops.stick) == before
    assert rana.meetings.summaries() == []
    assert rana.backups() == []


def test_a_backup_is_made_before_anything_is_taken_in(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    a_meeting(layla)
    laptops.sync(layla, rana, rana, rana)
    assert [each.reason for each in rana.backups()] == [BackupReason.MERGE]


def test_a_sync_that_is_stopped_leaves_everything_whole(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    a_meeting(layla)
    laptops.sync(layla)
    rana.people.write(Person(id="p", name="هبة"))
    parts = ["look", "read", "merge", "write"]
    for part in parts:
        with pytest.raises(SyncStoppedError):
            rana.sharing.sync(laptops.stick, progress=lambda told, *_, part=part: told != part)
        assert rana.check().ok
    laptops.sync(rana, layla)
    assert tables(layla) == tables(rana)


## Other releases


def test_tables_and_columns_of_a_later_release_are_kept_and_passed_on(
    laptops: Laptops, layla: Archive, rana: Archive
) -> None:
    a_meeting(layla)
    laptops.sync(layla, rana)
    writer = layla._writer
    with writer.transaction():
        action = writer.begin("later", "applause.write")
        writer.log.append(writer.sites.public, action, Entry("m", "applause", "x", "loud", "9"))
        writer.log.append(writer.sites.public, action, Entry("m", "note", "n0", "mood", '"glad"'))
    layla.notes.append(Note(id="after", meeting_id="m", text="بعد ذلك"))
    laptops.sync(layla, rana)
    assert "بعد ذلك" in texts(rana)
    assert rana.check().problems == ()
    kept = {(each.change.table, each.change.column) for each in rana.changes_since({})}
    assert {("applause", "loud"), ("note", "mood")} <= kept


def test_a_meaning_of_a_later_release_waits_until_the_upgrade(
    laptops: Laptops, layla: Archive, rana: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_meeting(layla)
    laptops.sync(layla, rana)
    with monkeypatch.context() as later:
        later.setattr("recorder.storage.log.RESOLVER", 2)
        layla.notes.append(Note(id="after", meeting_id="m", text="بإصدار لاحق"))
    report = laptops.sync(layla, rana)[1]
    assert report.delivery is not None
    assert report.delivery.waiting > 0
    assert "بإصدار لاحق" not in texts(rana)
    assert rana.check().problems == ()
    with monkeypatch.context() as upgraded:
        upgraded.setattr("recorder.storage.inbox.RESOLVER", 2)
        laptops.sync(rana)
    assert "بإصدار لاحق" in texts(rana)
