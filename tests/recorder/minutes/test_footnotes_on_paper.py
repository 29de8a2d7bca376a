"""Footnotes on an organisation's own paper, beside its own, in its styles, in one part."""

import re

import pytest
from docx import Document

from recorder.domain.tokens import Attribution
from recorder.minutes import Edition, build_minutes
from recorder.minutes.docx.letterhead import write_on_letterhead
from tests.recorder.minutes.documents import HOSTILE, MIXED, a_document
from tests.recorder.minutes.letterheads import a_letterhead, edited
from tests.recorder.minutes.test_footnotes import notes_in, sourced
from tests.recorder.minutes.word_package import W, WordPackage, text_of


def with_footnotes(path):
    """The paper with a footnote of its own in its text."""
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    notes = (
        f'<w:footnotes xmlns:w="{W[1:-1]}">'
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="1"><w:p/></w:footnote>'
        '<w:footnote w:id="7"><w:p><w:r><w:t>Their own</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )

    def edit(parts):
        relation = f'<Relationship Id="rN" Type="{schema}/footnotes" Target="notes.xml"/>'
        override = f'<Override PartName="/word/notes.xml" ContentType="{kind}"/>'
        mark = b'<w:r><w:footnoteReference w:id="7"/></w:r></w:p>'
        edits = {
            "word/_rels/document.xml.rels": (b"</Relationships>", relation.encode()),
            "[Content_Types].xml": (b"</Types>", override.encode()),
        }
        changed = {name: parts[name].replace(end, more + end)
                   for name, (end, more) in edits.items()}  # fmt: skip
        document = parts["word/document.xml"].replace(b"</w:p>", mark, 1)
        return {**parts, **changed, "word/document.xml": document, "word/notes.xml": notes.encode()}

    return edited(path, edit)


@pytest.mark.parametrize("has_own", [False, True])
def test_they_stand_behind_those_of_a_letterhead(tmp_path, ooxml_validator, has_own):
    paper = a_letterhead(tmp_path / "paper.docx")
    if has_own:
        with_footnotes(paper)
    minutes = build_minutes(sourced(Attribution.ORGANISATION), Edition())
    path = write_on_letterhead(minutes, paper, tmp_path / "m.docx")
    package = WordPackage(path)
    name = "word/notes.xml" if has_own else "word/footnotes.xml"
    assert ("word/footnotes.xml" in package.bytes) is not has_own
    notes = {each.get(f"{W}id"): "".join(map(text_of, each.iter(f"{W}p"))).strip()
             for each in package.trees[name] if not each.get(f"{W}type")}  # fmt: skip
    marks = [each.get(f"{W}id") for each in package.document.iter(f"{W}footnoteReference")]
    assert [notes[each] for each in marks] == [*["Their own"][: int(has_own)], *notes_in(minutes)]
    for each in package.trees[name].iter(f"{W}pStyle"):
        assert package.chain(each.get(f"{W}val"))
    assert ooxml_validator(path) == []


def test_a_paper_that_names_footnotes_which_it_has_lost_gets_them_named_once(
    tmp_path, ooxml_validator
):
    def without_notes(parts):
        left = {name: content for name, content in parts.items() if name != "word/notes.xml"}
        document = re.sub(b"<w:footnoteReference[^>]*>", b"", left["word/document.xml"])
        types = left["[Content_Types].xml"].replace(b"/word/notes.xml", b"/word/footnotes.xml")
        return {**left, "word/document.xml": document, "[Content_Types].xml": types}

    paper = edited(with_footnotes(a_letterhead(tmp_path / "paper.docx")), without_notes)
    minutes = build_minutes(sourced(Attribution.ORGANISATION), Edition())
    path = write_on_letterhead(minutes, paper, tmp_path / "m.docx")
    parts = WordPackage(path).bytes
    assert parts["[Content_Types].xml"].count(b'"/word/footnotes.xml"') == 1
    assert parts["word/_rels/document.xml.rels"].count(b"/footnotes") == 1
    assert ooxml_validator(path) == []


def test_python_docx_opens_minutes_with_footnotes_on_a_letterhead(tmp_path):
    paper = with_footnotes(a_letterhead(tmp_path / "paper.docx"))
    minutes = build_minutes(sourced(Attribution.ORGANISATION), Edition())
    document = Document(str(write_on_letterhead(minutes, paper, tmp_path / "m.docx")))
    assert document.paragraphs[1].text == minutes.title


def test_a_letterhead_gives_the_same_bytes_each_time(tmp_path):
    paper = with_footnotes(a_letterhead(tmp_path / "paper.docx"))
    minutes = a_document(texts=(MIXED, *HOSTILE))
    one, other = (write_on_letterhead(minutes, paper, tmp_path / f"{each}.docx") for each in "ab")
    assert one.read_bytes() == other.read_bytes()
