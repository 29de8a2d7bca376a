"""The contents of long documents: every heading that follows, led to, in every form."""

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from recorder.domain.documents import Detail, DocumentKind, Section
from recorder.language.direction import clean
from recorder.minutes import Edition, build_minutes, write_docx
from recorder.minutes.docx.letterhead import write_on_letterhead
from recorder.minutes.html.page import html
from recorder.minutes.html.simple import simple_html
from recorder.minutes.labels import heading_text
from recorder.minutes.markdown.document import markdown
from recorder.minutes.message import message
from recorder.minutes.model import DEEPEST_IN_CONTENTS, Contents, Heading
from tests.recorder.minutes.documents import HOSTILE, MIXED, a_document
from tests.recorder.minutes.letterheads import a_letterhead, edited, replaced
from tests.recorder.minutes.markdown_reading import texts_of
from tests.recorder.minutes.meetings import ATTENDANCE, item, meetings, note, record, sample
from tests.recorder.minutes.test_markdown_document import squeezed
from tests.recorder.minutes.word_laws import faults
from tests.recorder.minutes.word_package import R, W, WordPackage, is_on, text_of

LANGUAGES = ["ar", "en", "both"]
LONG = [DocumentKind.MINUTES, DocumentKind.CONSULTATION_REPORT]


def contents_of(minutes):
    return [each for each in minutes if isinstance(each, Contents)]


def following(minutes):
    """The headings behind the contents that they should name."""
    blocks = list(minutes)
    place = next(at for at, each in enumerate(blocks) if isinstance(each, Contents))
    return [
        replace(each, note=None)
        for each in blocks[place:]
        if isinstance(each, Heading) and each.level <= DEEPEST_IN_CONTENTS
    ]


def a_long_document(language="ar", texts=(MIXED, *HOSTILE)):
    blocks = a_document(language, texts=texts).blocks
    headings = [each for each in blocks if isinstance(each, Heading)]
    listed = [each for each in headings if each.level <= DEEPEST_IN_CONTENTS]
    sections = (tuple(listed[:4]), tuple(listed[4:]))
    return a_document(language, texts=texts, blocks=(Contents("المحتويات", sections), *blocks))


def widened(rows):
    """The meeting with so many items that its minutes are long."""
    items = [item(number, f"بند {number}") for number in range(4, 12)]
    said = [note(number, f"قول {number}", place=replace(note(0, "").place, parent_id=f"a{number}"))
            for number in range(4, 12)]  # fmt: skip
    return replace(rows, agenda=[*rows.agenda, *items], notes=[*rows.notes, *said])


## What they name


@settings(max_examples=60)
@given(
    meetings(), st.sampled_from(LONG), st.sampled_from(LANGUAGES), st.sampled_from([None, *Detail])
)
def test_they_name_every_heading_that_follows_in_its_order(rows, kind, language, detail):
    minutes = build_minutes(widened(rows), Edition(language, document=kind, detail=detail))
    for contents in contents_of(minutes):
        assert contents.headings == following(minutes)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", LONG)
def test_the_larger_sample_has_them_before_its_first_heading(kind, language):
    blocks = list(build_minutes(sample("followup.json"), Edition(language, document=kind)))
    headings = [at for at, each in enumerate(blocks) if isinstance(each, Heading)]
    contents = [at for at, each in enumerate(blocks) if isinstance(each, Contents)]
    assert len(contents) == 1
    assert contents[0] < headings[0]
    assert blocks[contents[0]].headings == following(blocks)


def test_a_heading_that_one_language_alone_has_is_named_once():
    rows = widened(record(agenda=[item(1, "")], notes=[note(1, "قول")], attendance=ATTENDANCE))
    minutes = build_minutes(rows, Edition("both"))
    assert contents_of(minutes)[0].headings == following(minutes)
    assert contents_of(minutes)[0].title == "المحتويات – Contents"


@pytest.mark.parametrize("items", [6, 7])
def test_a_document_of_fewer_than_ten_headings_has_none(items):
    agenda = [item(number, f"بند {number}") for number in range(items)]
    said = [note(number, "قول", place=replace(note(0, "").place, parent_id=f"a{number}"))
            for number in range(items)]  # fmt: skip
    minutes = build_minutes(record(agenda=agenda, notes=said, attendance=ATTENDANCE[:1]),
                            Edition(has_annex=False))  # fmt: skip
    headings = [each for each in minutes if isinstance(each, Heading)]
    assert bool(contents_of(minutes)) is (len(headings) >= 10)
    assert len(headings) == items + 3


@pytest.mark.parametrize("kind", sorted(set(DocumentKind) - set(LONG)))
def test_the_short_documents_have_none(kind):
    assert not contents_of(build_minutes(sample("followup.json"), Edition(document=kind)))


def test_they_can_be_left_out_and_moved_and_name_only_what_follows():
    rows = sample("followup.json")
    without = (Section.DATA, Section.DISCUSSION, Section.DECISIONS)
    assert not contents_of(build_minutes(rows, Edition(sections=without)))
    moved = (Section.ATTENDANCE, Section.CONTENTS, Section.DISCUSSION, Section.DECISIONS)
    minutes = build_minutes(rows, Edition(sections=moved))
    assert contents_of(minutes)[0].headings == following(minutes)
    assert "الحضور" not in [each.text for each in contents_of(minutes)[0].headings]


## In Word


@pytest.fixture(params=["ar", "en"])
def written(request, tmp_path):
    minutes = a_long_document(request.param)
    return minutes, WordPackage(write_docx(minutes, tmp_path / "m.docx")), tmp_path / "m.docx"


def test_word_finds_a_field_whose_links_lead_to_the_headings(written):
    minutes, package, _ = written
    targets = {
        each.get(f"{W}name"): text_of(next(each.iterancestors(f"{W}p")))
        for each in package.document.iter(f"{W}bookmarkStart")
    }
    links = list(package.document.iter(f"{W}hyperlink"))
    wanted = [heading_text(each) for each in following(minutes)]
    assert len(links) == len(wanted)
    for link in links:
        entry = next(link.iterancestors(f"{W}p"))
        assert text_of(entry) == targets[link.get(f"{W}anchor")]
        assert package.style_of(entry) in ("TOC1", "TOC2")
        assert link.get(f"{R}id") is None
    (instruction,) = [each.text.strip() for each in package.document.iter(f"{W}instrText")]
    assert instruction == r'TOC \o "1-2" \n \h \z \u'
    assert "updateFields" not in package.bytes["word/settings.xml"].decode()


def test_the_file_with_contents_keeps_every_law_and_is_sound(written, ooxml_validator):
    minutes, package, path = written
    assert faults(package, minutes) == []
    assert ooxml_validator(path) == []


def test_their_title_is_no_heading_and_their_styles_write_everything_twice(written):
    _, package, _ = written
    chain = package.chain("TOCHeading")
    assert not [each for style in chain for each in style.iter(f"{W}outlineLvl")]
    for name in ("TOC1", "TOC2", "TOCHeading"):
        assert "w:customStyle" not in package.styles[name].attrib
        sizes = {each.tag.removeprefix(W) for each in package.styles[name].find(f"{W}rPr")}
        assert {"sz", "szCs"} <= sizes


def test_every_part_of_the_field_is_right_to_left_in_an_arabic_document(tmp_path):
    package = WordPackage(write_docx(a_long_document(), tmp_path / "m.docx"))
    for run in package.document.iter(f"{W}r"):
        if run.find(f"{W}fldChar") is not None or run.find(f"{W}instrText") is not None:
            assert is_on(run.find(f"{W}rPr/{W}rtl"))


def test_a_document_without_contents_has_no_bookmark_on_its_headings(tmp_path):
    package = WordPackage(write_docx(a_document(), tmp_path / "m.docx"))
    assert not list(package.document.iter(f"{W}bookmarkStart"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_stand_on_a_letterhead_too(tmp_path, ooxml_validator, language):
    minutes = build_minutes(sample("followup.json"), Edition(language))
    paper = a_letterhead(tmp_path / "paper.docx")
    path = write_on_letterhead(minutes, paper, tmp_path / "m.docx")
    package = WordPackage(path)
    anchors = [each.get(f"{W}anchor") for each in package.document.iter(f"{W}hyperlink")]
    names = [each.get(f"{W}name") for each in package.document.iter(f"{W}bookmarkStart")]
    assert set(anchors) <= set(names)
    assert len(anchors) == len(contents_of(minutes)[0].headings)
    assert ooxml_validator(path) == []


def test_minutes_that_became_a_letterhead_share_no_bookmark_with_the_new_ones(tmp_path):
    minutes = a_long_document()
    paper = write_docx(minutes, tmp_path / "paper.docx")
    package = WordPackage(write_on_letterhead(minutes, paper, tmp_path / "m.docx"))
    starts = list(package.document.iter(f"{W}bookmarkStart"))
    for kind in ("id", "name"):
        values = [each.get(f"{W}{kind}") for each in starts]
        assert len(set(values)) == len(values) == 2 * len(following(minutes))


def test_bookmarks_of_a_letterhead_that_have_our_numbers_get_others(tmp_path):
    own = "".join(
        f'<w:bookmarkStart w:id="{at}" w:name="own{at}"/><w:bookmarkEnd w:id="{at}"/>'
        for at in (3, 7_000_000, 8_000_001)
    )
    paper = a_letterhead(tmp_path / "paper.docx")
    edited(paper, replaced("word/document.xml", "<w:body>", f"<w:body><w:p>{own}</w:p>"))
    minutes = build_minutes(sample("followup.json"), Edition())
    package = WordPackage(write_on_letterhead(minutes, paper, tmp_path / "m.docx"))
    starts, ends = ([each.get(f"{W}id") for each in package.document.iter(f"{W}bookmark{end}")]
                    for end in ("Start", "End"))  # fmt: skip
    assert len(set(starts)) == len(starts)
    assert sorted(starts) == sorted(ends)
    assert starts[:3] == ends[:3]
    assert starts[0] == "3"


## In other forms


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_web_page_leads_from_each_entry_to_its_heading(language):
    minutes = build_minutes(sample("followup.json"), Edition(language))
    page = BeautifulSoup("".join(html(minutes)), "lxml")
    links = page.find("nav").find_all("a")
    assert len(links) == len(following(minutes))
    for link in links:
        target = page.find(id=link["href"].removeprefix("#"))
        assert link["href"].startswith("#")
        assert target.get_text() == link.get_text()
    ids = [each["id"] for each in page.find_all(id=True)]
    assert len(set(ids)) == len(ids)


def test_markdown_leads_there_by_names_of_its_own():
    minutes = a_long_document()
    text = "".join(markdown(minutes))
    names = re.findall(r'<a id="(s[0-9]+)"></a>', text)
    assert re.findall(r"\]\(#(s[0-9]+)\)\n", text) == names
    assert len(names) == len(following(minutes))
    shown = squeezed("".join(texts_of(text)))
    for each in following(minutes):
        assert shown.count(squeezed(clean(heading_text(each)))) >= 2


def test_a_look_shows_them_and_a_message_leaves_them_out():
    minutes = build_minutes(sample("followup.json"), Edition())
    assert "المحتويات" in simple_html(minutes)[0]
    assert "<a" not in simple_html(minutes)[0]
    assert "المحتويات" not in "".join(message(minutes))
