"""The logos of the hosts at the head of a document."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from recorder import Archive, Attachment, Subject
from recorder.archive.editions import edition_of
from recorder.minutes import write_docx
from recorder.minutes.docx.starters.controls import placeholder_png
from recorder.minutes.html.page import html
from recorder.minutes.model import Letterhead, LetterheadHost, Picture
from tests.recorder.minutes.documents import a_document
from tests.recorder.minutes.word_package import W, WordPackage

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WIDE, ELSEWHERE = "a" * 64, "b" * 64


def of_hosts(*logos, language="ar"):
    hosts = tuple(
        LetterheadHost(f"جهة {number}", logo=logo and Picture(logo, "png", 400, 100))
        for number, logo in enumerate(logos, start=1)
    )
    media = {WIDE: placeholder_png()}
    return replace(a_document(language), letterhead=Letterhead(hosts), media=media)


@pytest.mark.parametrize("logos", [(WIDE,), (WIDE, None), (WIDE, WIDE, WIDE, None)])
def test_a_host_has_its_logo_above_its_name_and_each_file_is_there_once(
    tmp_path, ooxml_validator, logos
):
    path = write_docx(of_hosts(*logos), tmp_path / "minutes.docx")
    package = WordPackage(path)
    head = package.trees["word/letterhead.xml"]
    drawings = list(head.iter(f"{W}drawing"))
    assert len(drawings) == len([each for each in logos if each])
    assert [each for each in package.bytes if "media/" in each] == ["word/media/logo1.png"]
    assert next(head.iter(f"{WP}docPr")).get("descr") == "جهة 1"
    extent = next(head.iter(f"{WP}extent"))
    width, height = int(extent.get("cx")), int(extent.get("cy"))
    assert width <= 4.6 * 360_000
    assert round(width / height, 2) == 4
    assert ooxml_validator(path) == []


def test_a_logo_whose_bytes_are_elsewhere_leaves_the_name_alone(tmp_path):
    package = WordPackage(write_docx(of_hosts(ELSEWHERE), tmp_path / "minutes.docx"))
    assert not list(package.trees["word/letterhead.xml"].iter(f"{W}drawing"))
    assert "word/_rels/letterhead.xml.rels" not in package.bytes


def test_a_web_page_holds_the_logos_in_itself():
    page = BeautifulSoup("".join(html(of_hosts(WIDE, ELSEWHERE, None))), "lxml")
    (logo,) = page.select("header img")
    assert logo["src"].startswith("data:image/png;base64,")
    assert logo["alt"] == "جهة 1"


def test_a_picture_that_was_attached_to_a_host_is_its_logo_and_no_photograph(tmp_path):
    (tmp_path / "logo.png").write_bytes(placeholder_png())
    with Archive.open(tmp_path / "archive.mahdar") as archive:
        archive.load_sample()
        meeting = next(each.id for each in archive.meetings.summaries() if each.number == "2/2026")
        host = archive.hosts.all(meeting)[0]
        about = Subject("host", host.id)
        row = Attachment(id="logo", meeting_id=meeting, subject=about)
        archive.attachments.add(row, tmp_path / "logo.png")
        for edition in (edition_of("ar", "latn"), replace(edition_of("en", "latn"),
                                                          has_photographs=False)):  # fmt: skip
            path = archive.export_docx(meeting, tmp_path / "minutes.docx", edition)
            package = WordPackage(path)
            assert len(list(package.trees["word/letterhead.xml"].iter(f"{W}drawing"))) == 1
            assert not list(package.document.iter(f"{W}drawing"))
