"""Documents out of the archive: their form, their photographs, what is told before they go."""

from io import BytesIO

import pytest
from PIL import Image

from recorder import (
    AgendaItem,
    Attachment,
    Attendance,
    Attribution,
    DocumentKind,
    Gap,
    Meeting,
    Note,
    NoteKind,
    Person,
    Place,
    Presence,
    Speaker,
    Subject,
)
from recorder.archive.editions import edition_of
from recorder.domain.tokens import Consent
from recorder.minutes import build_minutes
from recorder.minutes.model import Picture
from tests.recorder.archive.pictures import jpeg_that_tells, quarters, saved
from tests.recorder.minutes.word_laws import faults
from tests.recorder.minutes.word_package import WordPackage, text_of

EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
TEXT_WIDTH = 9412 * 635  # EMU


@pytest.fixture
def meeting(archive):
    archive.meetings.write(Meeting(id="m", title="لقاء"))
    archive.agenda.append(AgendaItem(id="a", meeting_id="m", title="بند"))
    archive.notes.append(Note(id="n", meeting_id="m", place=Place("a"), text="كلمة"))
    private = Note(id="s", meeting_id="m", text="سرّ", kind=NoteKind.PRIVATE)
    archive.notes.append(private)
    return "m"


def attach(archive, number, table="", row=None, content=None, **fields):
    content = content or jpeg_that_tells()
    file = Attachment(
        id=f"x{number}", meeting_id="m", subject=Subject(table, row), name=f"{number}.jpg", **fields
    )
    archive.attachments.add(file, BytesIO(content))


def shown(archive, tmp_path, **choices):
    edition = edition_of("ar", "latn", has_photographs=True, **choices)
    path = archive.export("m", tmp_path / "m.docx", edition)
    return WordPackage(path)


def test_a_photograph_stands_under_its_item_or_its_note_with_caption_and_credit(
    archive, meeting, tmp_path, ooxml_validator
):
    attach(archive, 1, "agenda_item", "a", caption="قاعة اللقاء", credit="صهيب عمرايا")
    attach(archive, 2, "note", "n", caption="خريطة الحي", content=saved(quarters(), "PNG"))
    attach(archive, 3, caption="صورة جماعية")
    package = shown(archive, tmp_path)
    lines = [text_of(each) for each in package.document.iter("{*}p")]
    order = ["كلمة.", "الصورة 1: خريطة الحي", "الصورة 2: قاعة اللقاء", "تصوير: صهيب عمرايا",
             "الصور", "الصورة 3: صورة جماعية"]  # fmt: skip
    places = [lines.index(each) for each in order]
    assert places == sorted(places)
    told = [each.get("descr") for each in package.document.iter("{*}docPr")]
    assert told == ["خريطة الحي", "قاعة اللقاء", "صورة جماعية"]
    assert ooxml_validator(tmp_path / "m.docx") == []


def test_one_file_shown_twice_is_in_the_package_once_and_fits_the_text(archive, meeting, tmp_path):
    wide = saved(quarters(5_000, 1_000), "JPEG")
    attach(archive, 1, "agenda_item", "a", content=wide)
    attach(archive, 2, "note", "n", content=wide)
    package = shown(archive, tmp_path)
    media = [name for name in package.bytes if name.startswith("word/media/")]
    assert len(media) == 1
    with Image.open(BytesIO(package.bytes[media[0]])) as picture:
        assert max(picture.size) <= 1_600
        assert not picture.getexif()
    sizes = [(int(each.get("cx")), int(each.get("cy"))) for each in package.document.iter(EXTENT)]
    assert len(sizes) == 2
    assert all(0 < width <= TEXT_WIDTH for width, _height in sizes)
    assert all(abs(width / height - 5) < 0.05 for width, height in sizes)


def test_what_hangs_from_a_private_note_and_what_nobody_asked_for_stays_out(
    archive, meeting, tmp_path
):
    attach(archive, 1, "note", "s", caption="سرّ")
    assert not [name for name in shown(archive, tmp_path).bytes if "media" in name]
    attach(archive, 2, caption="معلن")
    plain = WordPackage(archive.export("m", tmp_path / "plain.docx", edition_of("ar", "latn")))
    assert not [name for name in plain.bytes if "media" in name]


def test_no_photograph_goes_to_the_public_where_somebody_does_not_wish_to_be_pictured(
    archive, meeting, tmp_path
):
    attach(archive, 1, caption="صورة")
    archive.people.write(Person(id="p", name="سامر النجار"))
    row = Attendance(id="t", meeting_id="m", person_id="p", consent_photo=Consent.NO)
    press = {"document": DocumentKind.PRESS}
    assert [name for name in shown(archive, tmp_path, **press).bytes if "media" in name]
    archive.attendance.append(row)
    assert not [name for name in shown(archive, tmp_path, **press).bytes if "media" in name]
    assert Gap.PICTURES in [each.gap for each in archive.checklist("m")]


@pytest.mark.parametrize("language", ["ar", "en", "both"])
@pytest.mark.parametrize("kind", list(DocumentKind))
def test_every_document_with_photographs_keeps_the_laws(archive, meeting, tmp_path, kind, language):
    attach(archive, 1, "agenda_item", "a", caption="قاعة")
    edition = edition_of(language, "latn", document=kind, has_photographs=True)
    path = archive.export("m", tmp_path / "m.docx", edition)
    record = archive.meetings.record("m")
    media = archive._media(record, is_whole=True)
    minutes = build_minutes(record, edition, media)
    assert faults(WordPackage(path), minutes) == []
    pictures = [each for each in minutes if isinstance(each, Picture)]
    assert len(pictures) == (1 if kind in SHOWING else 0)


SHOWING = {
    DocumentKind.MINUTES, DocumentKind.SHORT_MINUTES, DocumentKind.CONSULTATION_REPORT,
    DocumentKind.PRESS, DocumentKind.DONOR_ANNEX,
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "start"), [("m.docx", b"PK"), ("m.html", b"<!DOCTYPE html>"), ("m.md", b"<div"),
                        ("m.txt", b"*"), ("m", b"PK")]
)  # fmt: skip
def test_the_ending_of_the_file_says_its_form(archive, meeting, tmp_path, name, start):
    assert archive.export("m", tmp_path / name).read_bytes().startswith(start)


def test_the_archive_tells_leaks_and_gaps_with_their_places(archive, meeting):
    archive.people.write(Person(id="p", name="سامر النجار"))
    archive.meetings.write(Meeting(id="m", title="لقاء", attribution=Attribution.NONE))
    row = Attendance(id="t", meeting_id="m", person_id="p", presence=Presence.PRESENT)
    archive.attendance.append(row)
    archive.notes.append(Note(id="k", meeting_id="m", place=Place("a"), text="قال سامر النجار"))
    leaks = archive.find_leaks("m")
    assert [(each.row_id, each.origin.row_id) for each in leaks] == [("p", "k")]
    assert Gap.RAPPORTEUR in [each.gap for each in archive.checklist("m")]


def test_the_rule_of_a_deleted_item_holds_for_what_was_said_at_it(archive, meeting, tmp_path):
    archive.people.write(Person(id="p", name="سامر النجار"))
    archive.agenda.append(
        AgendaItem(id="b", meeting_id="m", title="مغلق", attribution=Attribution.NONE)
    )
    archive.notes.append(
        Note(id="said", meeting_id="m", place=Place("b"), text="كلمة", speaker=Speaker("p"))
    )
    for delete in (lambda: None, lambda: archive.agenda.delete("b")):
        delete()
        written = archive.export_markdown(meeting, tmp_path / "minutes.md").read_text("utf-8")
        assert "سامر" not in written
    assert "deleted_items" not in archive.export_json(meeting, tmp_path / "m.json").read_text()
