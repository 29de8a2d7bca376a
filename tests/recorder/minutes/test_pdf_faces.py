"""LibreOffice draws Arabic with faces that hold all of it, also where Word's are not installed."""

from pathlib import Path

import pytest
from lxml import etree
from pypdfium2 import PdfDocument

from recorder.minutes.model import Emphasis, Heading, Paragraph, Span
from recorder.minutes.pdf import write_pdf
from recorder.minutes.pdf.faces import faces
from tests.recorder.minutes.documents import a_document

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"


def test_a_program_on_linux_is_told_of_our_faces_and_of_its_own(tmp_path):
    variables = faces(tmp_path, "linux")
    told = etree.parse(variables["FONTCONFIG_FILE"])
    assert told.findtext("include") == "/etc/fonts/fonts.conf"
    assert Path(told.findtext("dir")) == FONTS
    named = {each.text.replace(" ", "") for each in told.iterfind("match/edit/string")}
    assert named
    assert named <= {each.stem.partition("-")[0] for each in FONTS.glob("*.ttf")}


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_elsewhere_nothing_is_told(tmp_path, system):
    assert faces(tmp_path, system) == {}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("libreoffice")
def test_arabic_letters_and_their_signs_are_of_one_face(tmp_path):
    blocks = (Paragraph((Span("الشرقي: لا جهة مخوّلة"),)),)
    written = write_pdf(a_document(texts=("عنوان",), blocks=blocks), tmp_path / "minutes.pdf")
    content = written.read_bytes()
    if b"TimesNewRoman" not in content:
        assert b"NotoNaskhArabic-Regular" in content
        assert b"DejaVu" not in content


@pytest.mark.usefixtures("libreoffice")
def test_words_are_found_in_the_pdf_as_they_are_written(tmp_path):
    words = "محضر اللقاء الثاني للمركز الدولي في حي الكلاسة: لا خلاف على الأولويات"
    blocks = (Heading(words), Paragraph((Span(words), Span(words, Emphasis.STRONG))))
    written = write_pdf(a_document(texts=("عنوان",), blocks=blocks), tmp_path / "minutes.pdf")
    with PdfDocument(written) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    found = " ".join(text.split())
    assert [each for each in words.split() if found.count(each.rstrip(":")) < 3] == []
