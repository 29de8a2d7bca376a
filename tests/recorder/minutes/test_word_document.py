"""What must hold in every Word file, since LibreOffice shows none of it when it is wrong."""

import re
import unicodedata
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from recorder.errors import ExportError
from recorder.language.direction import clean, paragraph_direction
from recorder.minutes import write_docx
from recorder.minutes.model import Paragraph, Span
from tests.recorder.language.bidi_models import uax9_order, word_order
from tests.recorder.minutes.documents import HOSTILE, MIXED, a_document, said_in
from tests.recorder.minutes.word_package import R, W, WordPackage, runs_of, text_of

LANGUAGES = ["ar", "en"]
PIECES = st.lists(
    st.sampled_from(
        ["حلب", "GLOCA", "(DCAF)", "M&E", "2026-11-23", "+963 21 123-4567", "35%", "12,500.75", " ",
         "، ", ". ", "(", ")", "«", "»", "/", "-", "info@x.org", "٢٠٢٦", "5", "\n", " – "]
    ),
    max_size=12,
)  # fmt: skip


@pytest.fixture(scope="module", params=LANGUAGES)
def written(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("docx") / "minutes.docx"
    minutes = a_document(request.param, texts=(MIXED, *HOSTILE))
    write_docx(minutes, path)
    return request.param, WordPackage(path), minutes


def test_a_paragraph_goes_against_the_edition_only_where_all_its_letters_do(written):
    language, package, _ = written
    edition = "rtl" if language == "ar" else "ltr"
    against = []
    for paragraph in package.paragraphs():
        direction = "rtl" if package.is_bidi(paragraph) else "ltr"
        if direction != edition:
            assert direction == paragraph_direction(text_of(paragraph), edition)
            against.append(text_of(paragraph))
        else:
            assert paragraph.find(f"{W}pPr/{W}bidi") is None
    assert {"ar": "two words", "en": "كلمتان"}[language] in against


def test_every_paragraph_style_resolves_to_the_direction_of_the_edition(written):
    language, package, _ = written
    for name, style in package.styles.items():
        if style.get(f"{W}type") == "paragraph":
            assert package.chain(name)[-1].get(f"{W}styleId") == "Normal"
    bidi = package.styles["Normal"].find(f"{W}pPr/{W}bidi")
    assert (bidi is not None) is (language == "ar")


def test_a_run_is_rtl_exactly_when_it_holds_no_left_to_right_letter(written):
    _, package, _ = written
    seen = set()
    for paragraph in package.paragraphs():
        for run in runs_of(paragraph):
            classes = {unicodedata.bidirectional(each) for each in run.text}
            assert not classes & ({"L"} if run.is_rtl else {"R", "AL"}), run
            seen.add(run.is_rtl)
    assert seen == {True, False}


def test_the_mark_of_each_right_to_left_paragraph_is_right_to_left_too(written):
    _, package, _ = written
    for paragraph in package.paragraphs():
        mark = paragraph.find(f"{W}pPr/{W}rPr/{W}rtl")
        assert (mark is not None) is package.is_bidi(paragraph)


def reads_alike(package):
    for paragraph in package.paragraphs():
        level = 1 if package.is_bidi(paragraph) else 0
        runs = runs_of(paragraph)
        whole = "".join(run.text for run in runs)
        for keeps_es in (True, False):
            word = word_order(runs, level, keeps_es=keeps_es)
            assert [whole[at] for at in word] == [whole[at] for at in uax9_order(whole, level)]


def test_word_orders_every_paragraph_as_the_unicode_algorithm_does(written):
    reads_alike(written[1])


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(texts=["12,500.75", "/5"], language="ar")
@example(texts=["حلب٢٠٢٦/5", " 5/٢٠٢٦"], language="ar")
@given(st.lists(PIECES.map("".join), min_size=1, max_size=6), st.sampled_from(LANGUAGES))
def test_word_orders_any_mixture_of_spans_as_the_unicode_algorithm_does(tmp_path, texts, language):
    paragraph = Paragraph(tuple(Span(each) for each in texts))
    write_docx(a_document(language, blocks=(paragraph,)), tmp_path / "any.docx")
    package = WordPackage(tmp_path / "any.docx")
    reads_alike(package)
    assert "".join(texts) in [text_of(each) for each in package.paragraphs()]


def test_every_table_is_mirrored_and_as_wide_as_the_text(written):
    language, package, _ = written
    page = package.document.find(f".//{W}pgSz").get(f"{W}w")
    margins = package.document.find(f".//{W}pgMar")
    width = int(page) - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))
    tables = [each for tree in package.texts().values() for each in tree.iter(f"{W}tbl")]
    assert tables
    for table in tables:
        assert (table.find(f"{W}tblPr/{W}bidiVisual") is not None) is (language == "ar")
        assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"
        grid = [int(each.get(f"{W}w")) for each in table.find(f"{W}tblGrid")]
        assert sum(grid) == width == int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w"))
        for row in table.iter(f"{W}tr"):
            assert row.find(f"{W}trPr/{W}cantSplit") is not None
            cells = row.findall(f"{W}tc")
            assert [int(each.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for each in cells] == grid
            assert all(each[-1].tag == f"{W}p" for each in cells)


def test_two_tables_never_touch_and_the_body_ends_in_a_paragraph(written):
    _, package, _ = written
    for tree in package.texts().values():
        blocks = [each for each in tree.iter() if each.tag in (f"{W}tbl",)]
        for each in blocks:
            assert each.getnext() is not None
            assert each.getnext().tag == f"{W}p"


def test_the_head_of_a_table_is_repeated_on_every_page(written):
    _, package, _ = written
    heads = list(package.document.iter(f"{W}tblHeader"))
    assert len(heads) == 1
    cells = [text_of(each) for each in heads[0].getparent().getparent().iter(f"{W}p")]
    assert cells == ["م", "الاسم", "الجهة (Body)"]


def test_what_word_keeps_twice_is_written_twice(written):
    _, package, _ = written
    for name, tree in package.trees.items():
        for properties in tree.iter(f"{W}rPr"):
            names = {each.tag.removeprefix(W): each for each in properties}
            for one, other in (("b", "bCs"), ("i", "iCs"), ("sz", "szCs")):
                assert (one in names) is (other in names), name
            if "rFonts" in names:
                assert {"ascii", "hAnsi", "cs"} <= {
                    each.removeprefix(W) for each in names["rFonts"].attrib
                }
            if "lang" in names:
                assert names["lang"].get(f"{W}bidi") == "ar-SY"
                assert names["lang"].get(f"{W}val")


def test_every_look_comes_from_a_style(written):
    _, package, _ = written
    for tree in package.texts().values():
        direct = {each.tag.removeprefix(W) for each in tree.iter() if isinstance(each.tag, str)}
        assert not direct & {"sz", "szCs", "color", "rFonts", "b", "bCs", "i", "iCs", "jc", "u",
                             "highlight", "spacing", "numPr", "cs"}  # fmt: skip
    aligned = {each.get(f"{W}val") for each in package.trees["word/styles.xml"].iter(f"{W}jc")}
    assert aligned == {"center"}


def test_everything_that_is_named_is_there(written):
    _, package, _ = written
    for tree in package.texts().values():
        for kind in ("pStyle", "rStyle", "tblStyle"):
            for each in tree.iter(f"{W}{kind}"):
                assert package.chain(each.get(f"{W}val"))
    for name in package.styles:
        assert package.chain(name)
    relations = package.trees["word/_rels/document.xml.rels"]
    targets = {each.get("Id"): each.get("Target") for each in relations}
    used = {value for each in package.document.iter() for key, value in each.items()
            if key.startswith(R)}  # fmt: skip
    assert used <= set(targets)
    assert all(f"word/{each}" in package.bytes for each in targets.values())
    assert not [each for each in relations if each.get("TargetMode") == "External"]


def test_fields_are_begun_separated_and_ended(written):
    _, package, _ = written
    found = []
    for tree in package.texts().values():
        for paragraph in tree.iter(f"{W}p"):
            marks = [each.get(f"{W}fldCharType") for each in paragraph.iter(f"{W}fldChar")]
            assert marks == ["begin", "separate", "end"] * (len(marks) // 3)
            found += [each.text.strip() for each in paragraph.iter(f"{W}instrText")]
    assert set(found) == {"PAGE", "NUMPAGES"}


def test_no_text_is_lost_or_moved(written):
    _, package, minutes = written
    document = "\n".join(text_of(each) for each in package.document.iter(f"{W}p"))
    heads = (minutes.title, minutes.subject, minutes.reference, minutes.state)
    at = max(document.index(clean(each)) for each in heads)
    for text in said_in(minutes):
        wanted = clean(text)
        found = document.find(wanted, at)
        assert found >= 0, wanted
        at = found + len(wanted)


def test_the_letterhead_stands_on_the_first_page_and_the_title_on_the_others(written):
    _, package, minutes = written
    relations = {each.get("Id"): each.get("Target")
                 for each in package.trees["word/_rels/document.xml.rels"]}  # fmt: skip
    section = package.document.find(f".//{W}sectPr")
    assert section.find(f"{W}titlePg") is not None
    heads = {
        each.get(f"{W}type"): " ".join(
            text_of(p) for p in package.trees[f"word/{relations[each.get(f'{R}id')]}"].iter(f"{W}p")
        )
        for each in section.iter(f"{W}headerReference")
    }
    assert set(heads) == {"first", "default"}
    assert minutes.letterhead.hosts[0].name in heads["first"]
    assert minutes.title in heads["default"]


def test_the_document_tells_nothing_about_who_wrote_it_where(written):
    _, package, minutes = written
    assert not [name for name in package.bytes if "thumbnail" in name or "media" in name]
    core = package.trees["docProps/core.xml"]
    known = {etree.QName(each).localname: each.text for each in core}
    assert set(known) <= {"title", "subject", "language"}
    assert known["language"] == {"ar": "ar-SY", "en": "en-GB"}[minutes.language]
    everything = b"".join(package.bytes.values())
    assert b"rsid" not in everything
    assert {each.date_time for each in package.entries} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_minutes_give_the_same_bytes(tmp_path):
    minutes = a_document(texts=(MIXED, *HOSTILE))
    first, second = (write_docx(minutes, tmp_path / f"{each}.docx") for each in "ab")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("people", [0, 1, 500])
def test_the_validator_of_the_open_xml_sdk_finds_nothing(
    tmp_path, ooxml_validator, language, people
):
    path = write_docx(a_document(language, people, (MIXED, *HOSTILE)), tmp_path / "m.docx")
    assert ooxml_validator(path) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_without_any_section_is_sound(tmp_path, ooxml_validator, language):
    path = write_docx(a_document(language, blocks=()), tmp_path / "m.docx")
    assert ooxml_validator(path) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_openxml_audit_finds_nothing_but_parts_that_no_document_needs(tmp_path, language):
    path = write_docx(a_document(language, texts=(MIXED, *HOSTILE)), tmp_path / "m.docx")
    found = [each.description for each in OpenXmlValidator().validate(str(path)).errors]
    optional = re.compile(r"required relationship type '\S+/(theme|fontTable)' is missing")
    assert [each for each in found if not optional.search(each)] == []


def test_python_docx_reads_what_was_written(tmp_path):
    import docx

    path = write_docx(a_document(people=5), tmp_path / "m.docx")
    document = docx.Document(str(path))
    table = document.tables[-1]
    assert [cell.text for cell in table.columns[0].cells] == ["م", "1", "2", "3", "4", "5"]
    assert document.paragraphs[0].style.name == "Title"
    assert document.paragraphs[0].text == "محضر لقاء حواري تشاوري"


def test_headings_make_an_outline(tmp_path):
    package = WordPackage(write_docx(a_document(), tmp_path / "m.docx"))
    for level in (1, 2, 3):
        outline = package.styles[f"Heading{level}"].find(f"{W}pPr/{W}outlineLvl")
        assert outline.get(f"{W}val") == str(level - 1)


def test_a_folder_that_is_not_there_is_an_export_error_and_leaves_nothing(tmp_path):
    with pytest.raises(ExportError) as refused:
        write_docx(a_document(), tmp_path / "missing" / "m.docx")
    assert refused.value.data["reason"] == "unwritable"
    assert list(tmp_path.iterdir()) == []


def test_a_document_that_cannot_be_finished_leaves_the_old_one_whole(tmp_path):
    class Broken:
        def __iter__(self):
            yield Paragraph((Span("one"),))
            raise OSError(28, "No space left on device")

    path = tmp_path / "m.docx"
    path.write_bytes(b"old")
    with pytest.raises(ExportError) as refused:
        write_docx(a_document(blocks=Broken()), path)
    assert refused.value.data["reason"] == "full"
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["m.docx"]


def test_blocks_are_drawn_one_by_one_and_not_gathered_first(tmp_path):
    lengths = []

    class Stream:
        def __iter__(self):
            for number in range(2000):
                lengths.append(sum(each.stat().st_size for each in tmp_path.iterdir()))
                yield Paragraph((Span(sha256(bytes([number % 256])).hexdigest() * 9),))

    write_docx(a_document(blocks=Stream()), tmp_path / "m.docx")
    assert all(one <= other for one, other in pairwise(lengths))
    assert lengths[-1] > lengths[0]
