"""Letterheads for the tests: made with python-docx, sound or hostile."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

CONTROL = (
    "<w:sdt {namespace}><w:sdtPr><w:tag w:val='{tag}'/></w:sdtPr><w:sdtContent>{content}"
    "</w:sdtContent></w:sdt>"
)
PLACEHOLDER = "<w:p><w:r><w:t>Here</w:t></w:r></w:p>"
BOLD_RUN = "<w:r><w:rPr><w:b/><w:lang w:val='en-GB'/></w:rPr><w:t>Title</w:t></w:r>"

Edit = Callable[[dict[str, bytes]], dict[str, bytes]]


def control(tag: str, content: str = PLACEHOLDER):
    return parse_xml(CONTROL.format(namespace=nsdecls("w"), tag=tag, content=content))


def a_letterhead(path: Path, *, with_body: bool = True) -> Path:
    """A paper with a name in its header, narrow margins and a place for the body."""
    document = Document()
    document.core_properties.author = "Private Person"
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(4)
    section.header.paragraphs[0].text = "Global Community Organisation"
    section.header.paragraphs[0]._p.append(control("minutes.title", BOLD_RUN))
    document.add_paragraph("Before")
    if with_body:
        document.element.body.sectPr.addprevious(control("minutes.body"))
        document.add_paragraph("After")
    document.save(str(path))
    return path


def edited(path: Path, edit: Edit) -> Path:
    """The package with other parts."""
    with ZipFile(path) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, content in edit(parts).items():
            package.writestr(name, content)
    return path


def replaced(part: str, old: str, new: str) -> Edit:
    def edit(parts: dict[str, bytes]) -> dict[str, bytes]:
        assert old.encode() in parts[part]
        return parts | {part: parts[part].replace(old.encode(), new.encode())}

    return edit


def related(kind: str, target: str, *, mode: str = "") -> Edit:
    """With one more relationship of the document."""
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    found = f'<Relationship Id="rX" Type="{schema}/{kind}" Target="{target}"{mode}/>'
    return replaced("word/_rels/document.xml.rels", "</Relationships>", f"{found}</Relationships>")


def with_field(instruction: str) -> Edit:
    """With a field whose instruction is spread over two runs."""
    half = len(instruction) // 2
    runs = "".join(
        f"<w:r>{each}</w:r>"
        for each in (
            '<w:fldChar w:fldCharType="begin"/>',
            f"<w:instrText>{instruction[:half]}</w:instrText>",
            f"<w:instrText>{instruction[half:]}</w:instrText>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return replaced("word/document.xml", "<w:body>", f"<w:body><w:p>{runs}</w:p>")
