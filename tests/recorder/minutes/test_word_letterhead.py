"""Minutes on an organisation's own paper, and the papers that are refused."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from recorder.errors import LetterheadError
from recorder.minutes.docx.body import body
from recorder.minutes.docx.letterhead import inspect_letterhead, write_on_letterhead
from recorder.minutes.docx.letterhead_file import Dropped
from recorder.minutes.model import (
    Heading,
    Letterhead,
    LetterheadHost,
    PageWords,
    Paragraph,
    Picture,
    Span,
)
from tests.recorder.minutes.documents import HOSTILE, MIXED, a_document
from tests.recorder.minutes.letterheads import (
    a_letterhead,
    edited,
    related,
    replaced,
    with_field,
)
from tests.recorder.minutes.word_package import W, WordPackage, runs_of, text_of

EXTERNAL = ' TargetMode="External"'
INSERTED = '<w:ins w:id="1" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins>'
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
FETCHES = f"<w:hdr xmlns:w='{W[1:-1]}'><w:p><w:fldSimple w:instr='INCLUDETEXT x'/></w:p></w:hdr>"
DOCTYPE = '<!DOCTYPE x [<!ENTITY a "b">]>'


def as_header(name, content):
    """A header under a name that a check may overlook; the package says what it is."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    declared = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'

    def edit(parts):
        types = parts["[Content_Types].xml"].replace(b"</Types>", declared.encode())
        return parts | {name: content.encode(), "[Content_Types].xml": types}

    return edit


def drawn(link):
    return f"<svg xmlns='http://www.w3.org/2000/svg'><image href='{link}'/></svg>".encode()


@pytest.fixture
def paper(tmp_path):
    return a_letterhead(tmp_path / "paper.docx")


def write(tmp_path, paper, minutes=None):
    minutes = minutes or a_document(texts=(MIXED, *HOSTILE))
    return write_on_letterhead(minutes, paper, tmp_path / "minutes.docx")


def test_the_body_stands_where_the_control_was(tmp_path, paper):
    minutes = a_document(blocks=(Paragraph((Span("متن المحضر"),)),))
    package = WordPackage(write(tmp_path, paper, minutes))
    texts = [text_of(each) for each in package.document.iter(f"{W}p")]
    assert (texts[0], texts[1], texts[-2:]) == ("Before", minutes.title, ["متن المحضر", "After"])
    assert not list(package.document.iter(f"{W}sdt"))


def test_without_a_control_the_body_stands_at_the_end(tmp_path):
    paper = a_letterhead(tmp_path / "paper.docx", with_body=False)
    package = WordPackage(write(tmp_path, paper))
    children = list(package.document.find(f"{W}body"))
    assert text_of(children[0]) == "Before"
    assert children[-1].tag == f"{W}sectPr"
    assert len(children) > 10


def test_its_header_keeps_its_look_and_gets_the_title_in_runs_of_their_direction(tmp_path, paper):
    package = WordPackage(write(tmp_path, paper, a_document(texts=("title",))))
    header = next(tree for name, tree in package.trees.items() if "word/header" in name)
    paragraph = next(header.iter(f"{W}p"))
    assert text_of(paragraph) == "Global Community Organisationمحضر لقاء حواري تشاوري"
    written = list(paragraph.iter(f"{W}r"))[-1].find(f"{W}rPr")
    assert [each.tag.removeprefix(W) for each in written] == ["b", "rtl", "lang"]
    assert runs_of(paragraph)[-1].is_rtl


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_style_of_ours_has_the_direction_of_the_edition_on_any_paper(
    tmp_path, paper, language
):
    minutes = a_document(language, blocks=(Heading("تاريخ" if language == "ar" else "History"),))
    package = WordPackage(write(tmp_path, paper, minutes))
    ours = [each for each in package.document.iter(f"{W}p") if text_of(each) in
            (minutes.title, "تاريخ", "History")]  # fmt: skip
    assert len(ours) == 2
    assert {package.is_bidi(each) for each in ours} == {language == "ar"}


def test_a_style_of_theirs_with_a_translated_id_is_used_and_stays(tmp_path, paper):
    edited(paper, replaced("word/styles.xml", 'w:styleId="Heading1"', 'w:styleId="1"'))
    package = WordPackage(write(tmp_path, paper, a_document(blocks=(Heading("تاريخ"),))))
    heading = [each for each in package.document.iter(f"{W}p") if text_of(each) == "تاريخ"]
    assert package.style_of(heading[0]) == "1"
    names = [style.find(f"{W}name").get(f"{W}val").casefold() for style in package.styles.values()]
    assert names.count("heading 1") == 1


def test_tables_are_as_wide_as_the_text_of_that_paper(tmp_path, paper):
    package = WordPackage(write(tmp_path, paper))
    section = package.document.find(f"{W}body/{W}sectPr")
    sides = [int(section.find(f"{W}pgMar").get(f"{W}{side}")) for side in ("left", "right")]
    width = int(section.find(f"{W}pgSz").get(f"{W}w")) - sum(sides)
    for grid in package.document.iter(f"{W}tblGrid"):
        assert sum(int(each.get(f"{W}w")) for each in grid) == width


def test_nothing_private_of_the_paper_leaves_with_the_minutes(tmp_path, paper):
    package = WordPackage(write(tmp_path, paper))
    assert b"Private" not in b"".join(package.bytes.values())
    ours = ["docProps/core.xml", "docProps/custom.xml"]
    assert [each for each in package.bytes if each.startswith("docProps")] == ours


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_result_is_valid(tmp_path, paper, ooxml_validator, language):
    before = ooxml_validator(paper)
    after = ooxml_validator(write(tmp_path, paper, a_document(language, texts=(MIXED, *HOSTILE))))
    assert [fault for fault in after if fault not in before] == []


def test_what_is_written_is_the_same_body_as_on_plain_paper(tmp_path, paper):
    minutes = a_document()
    path = write(tmp_path, paper, minutes)
    with zipfile.ZipFile(path) as package:
        document = package.read("word/document.xml").decode()
    whole = "".join(body(minutes, width=next(_widths(path))))
    assert whole in document


def _widths(path):
    for grid in WordPackage(path).document.iter(f"{W}tblGrid"):
        yield sum(int(each.get(f"{W}w")) for each in grid)


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (replaced("[Content_Types].xml", "document.main+xml", "document.macroEnabled.main+xml"),
         "macro"),
        (related("vbaProject", "vbaProject.bin"), "macro"),
        (related("image", "http://example.org/logo.png", mode=EXTERNAL), "external"),
        (related("hyperlink", "file:///C:/Users/x", mode=EXTERNAL), "external"),
        (related("control", "activeX/activeX1.xml"), "embedded"),
        (related("oleObject", "embeddings/x.bin"), "embedded"),
        (related("aFChunk", "chunk.html"), "embedded"),
        (with_field('DDEAUTO c:\\\\x.exe "a"'), "external"),
        (with_field('INCLUDETEXT "c:\\\\private.docx"'), "external"),
        (replaced("word/document.xml", "<w:body>", f"<w:body><w:p>{INSERTED}</w:p>"), "reviewed"),
        (replaced("word/styles.xml", "<w:styles", f"{DOCTYPE}<w:styles"), "dtd"),
        (replaced("word/document.xml", "<w:body>", "<w:body><w:p>"), "unreadable"),
        (lambda parts: parts | {"word/bomb.xml": b"<a>" + b" " * 30_000_000 + b"</a>"}, "large"),
        (lambda parts: parts | {f"word/media/{each}.png": b"x" for each in range(3_000)}, "large"),
        (lambda parts: parts | {"/etc/passwd": b"x"}, "outside"),
        (lambda parts: parts | {"word/../../x.xml": b"<x/>"}, "outside"),
        (lambda parts: parts | {"word\\x.xml": b"<x/>"}, "outside"),
        (lambda parts: parts | {"C:/x.xml": b"<x/>"}, "outside"),
        (related("image", "../../../x.png"), "outside"),
        (as_header("word/header9.bin", FETCHES), "external"),
        (as_header("word/HEADER9.XML", FETCHES), "external"),
        (as_header("elsewhere/header9.xml", FETCHES), "external"),
        (as_header("word/header9.xml", f"<h:hdr xmlns:h='{STRICT}'/>"), "unreadable"),
        (lambda parts: parts | {"word/media/x.svg": drawn("http://example.org/x.png")}, "external"),
        (lambda parts: parts | {"word/media/x.svg": drawn("file:///etc/passwd")}, "external"),
        (related("image", "file:///etc/passwd"), "outside"),
        (lambda parts: {name: each for name, each in parts.items() if "styles" not in name},
         "unreadable"),
    ],
)  # fmt: skip
def test_a_paper_that_acts_fetches_or_deceives_is_refused(tmp_path, paper, edit, reason):
    edited(paper, edit)
    with pytest.raises(LetterheadError) as refused:
        write(tmp_path, paper)
    assert refused.value.data == {"reason": reason, "path": str(paper)}
    assert [each.name for each in tmp_path.iterdir()] == ["paper.docx"]


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x03\x04broken"])
def test_a_file_that_is_no_package_is_refused(tmp_path, content):
    path = tmp_path / "paper.docx"
    path.write_bytes(content)
    with pytest.raises(LetterheadError) as refused:
        write(tmp_path, path)
    assert refused.value.data["reason"] == "unreadable"


def test_a_link_to_a_web_page_and_a_page_number_are_welcome(tmp_path, paper):
    edited(paper, related("hyperlink", "https://example.org", mode=EXTERNAL))
    edited(paper, with_field("PAGE"))
    edited(paper, with_field('HYPERLINK "https://example.org/link"'))
    assert write(tmp_path, paper).exists()


def test_the_name_of_a_template_is_left_out(tmp_path, paper):
    edited(paper, related("attachedTemplate", "file:///C:/Users/x/Corporate.dotm", mode=EXTERNAL))
    package = WordPackage(write(tmp_path, paper))
    assert b"Corporate" not in b"".join(package.bytes.values())


def test_parts_that_nothing_leads_to_are_left_out(tmp_path, paper):
    edited(paper, lambda parts: parts | {"word/hidden.bin": b"x", "customXml/item9.xml": b"<x/>"})
    package = WordPackage(write(tmp_path, paper))
    assert not {"word/hidden.bin", "customXml/item9.xml"} & set(package.bytes)


def test_an_organisation_is_told_what_will_become_of_its_paper(paper):
    edited(paper, related("attachedTemplate", "file:///C:/x.dotm", mode=EXTERNAL))
    edited(paper, lambda parts: parts | {"word/hidden.bin": b"x"})
    report = inspect_letterhead(paper)
    assert report.has_body
    assert set(report.tags) == {"minutes.body", "minutes.title"}
    assert report.forgotten == ()
    assert set(report.dropped) == set(Dropped)
    edited(paper, replaced("word/document.xml", "minutes.body", "other.body"))
    assert not inspect_letterhead(paper).has_body


HOSTS = Letterhead((LetterheadHost("جمعية ألفا", "ALF"), LetterheadHost("مركز بيتا", "BET"),
                    LetterheadHost("غاما")))  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "said"),
    [("minutes.organiser", "جمعية ألفا"), ("minutes.organiser.short", "ALF"),
     ("minutes.partners", "مركز بيتا · غاما"), ("minutes.partners.short", "BET")],
)  # fmt: skip
def test_the_places_of_the_hosts_are_filled(tmp_path, paper, tag, said):
    edited(paper, replaced("word/header1.xml", "minutes.title", tag))
    minutes = replace(a_document(), letterhead=HOSTS)
    header = WordPackage(write(tmp_path, paper, minutes)).trees["word/header1.xml"]
    assert text_of(next(header.iter(f"{W}p"))) == f"Global Community Organisation{said}"


def test_a_place_of_its_own_that_the_organisation_forgot_is_empty(tmp_path, paper):
    old = '<w:tag w:val="minutes.title"/>'
    for more, said in (("<w:showingPlcHdr/>", ""), ("", "Title")):
        edited(paper, replaced("word/header1.xml", old, f'<w:tag w:val="letterhead.x"/>{more}'))
        header = WordPackage(write(tmp_path, paper)).trees["word/header1.xml"]
        found = "".join(header.itertext()).removeprefix("Global Community Organisation").strip()
        assert found == said
        old = f'<w:tag w:val="letterhead.x"/>{more}'


def test_photographs_of_the_meeting_stand_beside_the_pictures_of_the_paper(
    tmp_path, paper, ooxml_validator
):
    theirs = {"word/media/picture7.png": b"logo"}
    edited(paper, lambda parts: parts | theirs)
    edited(paper, related("image", "media/picture7.png"))
    shown = Picture("a" * 64, "jpeg", 800, 600, "صورة")
    minutes = replace(a_document(blocks=(shown, shown)), media={"a" * 64: b"photograph"})
    package = WordPackage(write(tmp_path, paper, minutes))
    assert package.bytes["word/media/picture7.png"] == b"logo"
    assert package.bytes["word/media/picture8.jpeg"] == b"photograph"
    assert [each for each in ooxml_validator(tmp_path / "minutes.docx")
            if each not in ooxml_validator(paper)] == []  # fmt: skip


@pytest.mark.parametrize("starter", ["official", "band", "joint"])
def test_a_sheet_on_its_side_takes_heads_and_feet_along_to_its_edges(tmp_path, starter):
    paper = Path("resources/templates") / f"{starter}.docx"
    minutes = replace(a_document(), is_landscape=True)
    package = WordPackage(write(tmp_path, paper, minutes))
    section = package.document.find(f"{W}body/{W}sectPr")
    sides = [int(section.find(f"{W}pgMar").get(f"{W}{side}")) for side in ("left", "right")]
    width = int(section.find(f"{W}pgSz").get(f"{W}w")) - sum(sides)
    for style in ("Header", "LetterheadAddress"):
        tabs = [each.get(f"{W}pos") for each in package.styles[style].iter(f"{W}tab")]
        assert tabs == [str(width)]
    for grid in package.trees["word/letterhead.xml"].iter(f"{W}tblGrid"):
        assert width - 5 < sum(int(each.get(f"{W}w")) for each in grid) <= width


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("ar", "صفحة 1 من 1"),
        ("en", "Page 1 of 1\u200e"),
        ("both", "صفحة / Page\u200f 1 من / of\u200f 1"),
    ],
)
def test_the_number_of_a_page_leads_on_from_the_word_before_it(tmp_path, language, shown):
    paper = Path("resources/templates/official.docx")
    words = {"ar": ("صفحة", "من"), "en": ("Page", "of"), "both": ("صفحة / Page", "من / of")}
    minutes = replace(a_document(language), page_words=PageWords(*words[language]))
    package = WordPackage(write(tmp_path, paper, minutes))
    (foot,) = package.trees["word/footer.xml"].iter(f"{W}p")
    assert "".join(run.text for run in runs_of(foot)).strip() == shown
    assert {run.is_rtl for run in runs_of(foot)[1:]} == {"ar": {True}, "en": {False}}.get(
        language, {True, False}
    )
