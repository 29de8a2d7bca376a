"""Captions of pictures: numbered in every form alike, and by a field that Word lists."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from recorder.domain.columns import Subject
from recorder.domain.discussion import Attachment
from recorder.minutes import Edition, build_minutes, write_docx
from recorder.minutes.docx.letterhead import write_on_letterhead
from recorder.minutes.docx.starters.controls import placeholder_png
from recorder.minutes.html.page import html
from recorder.minutes.html.simple import simple_html
from recorder.minutes.markdown.document import markdown
from recorder.minutes.model import Picture
from tests.recorder.minutes.documents import HOSTILE, MIXED, a_document
from tests.recorder.minutes.letterheads import a_letterhead
from tests.recorder.minutes.meetings import item, note, record
from tests.recorder.minutes.minutes_text import text_of as text_of_minutes
from tests.recorder.minutes.word_laws import faults
from tests.recorder.minutes.word_package import W, WordPackage, text_of

KEY = "a" * 64
MEDIA = {KEY: placeholder_png()}
SAID = {
    "ar": ["الصورة 1: قاعة اللقاء", "الصورة 2", "الصورة 3: خريطة (GLOCA)"],
    "en": ["Figure 1: قاعة اللقاء", "Figure 2", "Figure 3: خريطة (GLOCA)"],
    "both": ["الصورة / Figure 1: قاعة اللقاء", "الصورة / Figure 2",
             "الصورة / Figure 3: خريطة (GLOCA)"],
}  # fmt: skip


def photo(number, caption, **fields):
    return Attachment(id=f"x{number}", meeting_id="m", name=f"{number}.png", mime="image/png",
                      sha256=KEY, caption=caption, **fields)  # fmt: skip


def pictured(language="ar", digits="latn"):
    rows = record(
        agenda=[item(1, "بند")],
        notes=[note(1, "قول")],
        attachments=[
            photo(1, "خريطة (GLOCA)", credit="س"),
            photo(2, "", subject=Subject("agenda_item", "a1")),
            photo(3, "قاعة اللقاء", subject=Subject("note", "n1")),
        ],
    )
    return build_minutes(rows, Edition(language, digits, has_photographs=True), MEDIA)


def captions_in(package):
    return [each for each in package.document.iter(f"{W}p") if package.style_of(each) == "Caption"]


@pytest.fixture(params=["ar", "en", "both"])
def language(request):
    return request.param


def test_word_counts_them_in_the_order_of_reading(tmp_path, ooxml_validator, language):
    minutes = pictured(language)
    path = write_docx(minutes, tmp_path / "m.docx")
    package = WordPackage(path)
    assert [text_of(each) for each in captions_in(package)] == SAID[language]
    for number, each in enumerate(captions_in(package), start=1):
        assert [code.text.strip() for code in each.iter(f"{W}instrText")] == [
            r"SEQ Figure \* ARABIC"
        ]
        assert field_result(each) == str(number)
    assert faults(package, minutes) == []
    assert ooxml_validator(path) == []


def field_result(paragraph):
    """What stands between the middle and the end of a paragraph's field."""
    said, is_shown = "", False
    for each in paragraph.iter(f"{W}fldChar", f"{W}t"):
        if each.tag == f"{W}t":
            said += each.text if is_shown else ""
        else:
            is_shown = each.get(f"{W}fldCharType") == "separate"
    return said


def test_the_whole_field_runs_with_its_number_so_that_word_counts_in_that_direction(
    tmp_path, language
):
    package = WordPackage(write_docx(pictured(language), tmp_path / "m.docx"))
    for each in captions_in(package):
        runs = list(each.iter(f"{W}r"))
        ends = [at for at, run in enumerate(runs) if run.find(f"{W}fldChar") is not None]
        field = runs[ends[0] : ends[-1] + 1]
        flags = {run.find(f"{W}rPr/{W}rtl") is not None for run in field}
        assert flags == {language == "ar"}


def test_the_style_is_words_own_and_the_credit_is_no_caption(tmp_path):
    package = WordPackage(write_docx(pictured(), tmp_path / "m.docx"))
    assert package.styles["Caption"].find(f"{W}name").get(f"{W}val") == "caption"
    assert "MinutesCaption" not in package.styles
    (credit,) = [each for each in package.document.iter(f"{W}p")
                 if package.style_of(each) == "MinutesPictureCredit"]  # fmt: skip
    assert text_of(credit) == "تصوير: س"
    before = [each for each in captions_in(package) if each.getnext() is credit]
    assert before[0].find(f"{W}pPr/{W}keepNext") is not None


@pytest.mark.parametrize("text", [*HOSTILE, MIXED, "5 مشاركين", "12:30", "٥ أشخاص", "2 people"])
def test_any_caption_reads_the_same_in_every_program(tmp_path, text, language):
    label = {"ar": "الصورة", "en": "Figure", "both": "الصورة / Figure"}[language]
    shown = Picture(KEY, "png", 40, 20, text, label=label, number="12")
    minutes = replace(a_document(language, blocks=(shown,)), media=MEDIA)
    package = WordPackage(write_docx(minutes, tmp_path / "m.docx"))
    assert faults(package, minutes) == []
    assert len(captions_in(package)) == 1


def test_figures_of_the_edition_stand_in_them_until_word_counts_again(tmp_path):
    package = WordPackage(write_docx(pictured(digits="arab"), tmp_path / "m.docx"))
    assert [field_result(each) for each in captions_in(package)] == ["١", "٢", "٣"]


def test_a_picture_of_which_nothing_is_said_has_its_words_for_the_blind(tmp_path):
    package = WordPackage(write_docx(pictured(), tmp_path / "m.docx"))
    told = [each.get("descr") for each in package.document.iter("{*}docPr")]
    assert told == ["قاعة اللقاء", "صورة من اللقاء", "خريطة (GLOCA)"]


def test_every_form_says_the_same_number(language):
    minutes = pictured(language)
    page = BeautifulSoup("".join(html(minutes)), "lxml")
    assert [each.div.get_text() for each in page.find_all("figcaption")] == SAID[language]
    look = BeautifulSoup(simple_html(minutes)[0], "lxml").get_text()
    for said in SAID[language]:
        assert said in text_of_minutes(minutes)
        assert said.partition(":")[0].split()[-1] in look
    text = "".join(markdown(minutes))
    assert f"*{SAID[language][0]}*" in text
    assert f"*{SAID[language][1]}*" not in text


def test_they_are_counted_on_a_letterhead_in_its_own_style(tmp_path, ooxml_validator):
    paper = a_letterhead(tmp_path / "paper.docx")
    path = write_on_letterhead(pictured(), paper, tmp_path / "m.docx")
    package = WordPackage(path)
    assert [text_of(each) for each in captions_in(package)] == SAID["ar"]
    names = [style.find(f"{W}name").get(f"{W}val").casefold() for style in package.styles.values()]
    assert names.count("caption") == 1
    assert ooxml_validator(path) == []
