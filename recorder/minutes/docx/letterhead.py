"""Minutes on an organisation's own paper: its header, footer, margins and styles, our body.

The place of the body is a block content control with the tag `minutes.body`; without one the
body stands at the end. Inline controls `minutes.title`, `minutes.subject`, `minutes.reference`
and `minutes.state`, also in headers and footers, are filled with those texts. Filled controls
are dissolved, so that no data binding of theirs can put another text in their place.
"""

import zipfile
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

from lxml import etree

from recorder.language.direction import Direction
from recorder.minutes.docx.body import body
from recorder.minutes.docx.letterhead_file import (
    DOCUMENT,
    RELATIONS,
    STYLES,
    TYPES,
    LetterheadFile,
)
from recorder.minutes.docx.letterhead_styles import merge_styles
from recorder.minutes.docx.package import entry
from recorder.minutes.docx.page import TEXT_WIDTH
from recorder.minutes.docx.parts import core, package_relationships, root
from recorder.minutes.docx.runs import text_runs
from recorder.minutes.docx.wordml import (
    CONTENT_TYPES,
    Element,
    W,
    insert_before,
    parse,
    serialised,
    value_of,
)
from recorder.minutes.model import Minutes
from recorder.minutes.stream import write_in_chunks
from recorder.replacing import replacing

BODY_TAG = "minutes.body"
_MARK = ("minutes", "body")  # a processing instruction
_PROPERTIES = "docProps/"
_AFTER_RTL = {"cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"}
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"


def write_on_letterhead(minutes: Minutes, letterhead: Path, path: Path) -> Path:
    """Write the minutes into a copy of an organisation's .docx.

    Its properties (author, company, preview picture) are left out; ours have none.

    Raises:
        LetterheadError: the letterhead was refused (data: path, reason); nothing was written.
        ExportError: the file cannot be written; what was there before is whole.
    """
    file = LetterheadFile(letterhead)
    width = _text_width(file.trees[DOCUMENT])
    ids = merge_styles(file.trees[STYLES], minutes.direction, width)
    before, after = _around_body(file, minutes)
    with replacing(path) as stream, zipfile.ZipFile(stream, "w") as package:
        for name, content in _other_parts(file, minutes).items():
            with package.open(entry(name), "w") as part:
                part.write(content)
        with package.open(entry(DOCUMENT), "w") as part:
            part.write(before)
            write_in_chunks(part, _renamed(body(minutes, width), ids))
            part.write(after)
    return path


def _around_body(file: LetterheadFile, minutes: Minutes) -> tuple[bytes, bytes]:
    """The main part up to the place of the body, and from there on."""
    document = file.trees[DOCUMENT]
    mark = etree.ProcessingInstruction(*_MARK)
    place = _place_of_body(document)
    if place.tag == f"{W}sdt":
        place.addprevious(mark)
        _parent(place).remove(place)
    elif place.tag == f"{W}sectPr":
        place.addprevious(mark)
    else:
        place.append(mark)
    for name, tree in file.trees.items():
        if name.startswith("word/"):
            _fill(tree, minutes)
    before, _, after = serialised(document).partition(f"<?{' '.join(_MARK)}?>".encode())
    return before, after


def _place_of_body(document: Element) -> Element:
    """The control for the body, else the last section's properties, else the body element."""
    parent = document.find(f"{W}body")
    if parent is None:
        return etree.SubElement(document, f"{W}body")
    for control in parent.findall(f"{W}sdt"):
        if value_of(control, "sdtPr", "tag") == BODY_TAG:
            return control
    section = parent.find(f"{W}sectPr")
    return parent if section is None else section


def _other_parts(file: LetterheadFile, minutes: Minutes) -> dict[str, bytes]:
    """All parts but the document; the properties are ours."""
    kept = {
        name: serialised(file.trees[name])
        if name.startswith("word/") and name in file.trees
        else content
        for name, content in file.parts.items()
        if name not in (TYPES, RELATIONS, DOCUMENT) and not _is_private(name)
    }
    return {
        TYPES: serialised(_content_types(file.trees[TYPES])),
        RELATIONS: package_relationships().encode(),
        "docProps/core.xml": core(minutes).encode(),
        **kept,
    }


def _is_private(name: str) -> bool:
    """Properties, previews, and what belongs to neither: nothing points to them any more."""
    return not name.startswith(("word/", "customXml/"))


def _content_types(types: Element) -> Element:
    for each in types.findall(f"{CONTENT_TYPES}Override"):
        if _is_private(each.get("PartName", "").removeprefix("/")):
            types.remove(each)
    properties = etree.SubElement(types, f"{CONTENT_TYPES}Override")
    properties.set("PartName", f"/{_PROPERTIES}core.xml")
    properties.set("ContentType", _CORE_TYPE)
    return types


def _text_width(document: Element) -> int:
    """The width of the text on their paper; tables are made as wide."""
    section = document.find(f"{W}body/{W}sectPr")
    size = None if section is None else section.find(f"{W}pgSz")
    margins = None if section is None else section.find(f"{W}pgMar")
    if size is None or margins is None:
        return TEXT_WIDTH
    try:
        whole = int(size.get(f"{W}w", "0"))
        sides = sum(int(margins.get(f"{W}{each}", "0")) for each in ("left", "right", "gutter"))
    except ValueError:
        return TEXT_WIDTH
    return max(whole - sides, TEXT_WIDTH // 3)


def _renamed(pieces: Iterator[str], ids: dict[str, str]) -> Iterator[str]:
    """The body with the ids that its styles have there; "<" in a text is escaped, so safe."""
    names = [
        (f'<w:{kind} w:val="{own}"/>', f'<w:{kind} w:val="{there}"/>')
        for own, there in ids.items()
        if own != there
        for kind in ("pStyle", "rStyle", "tblStyle")
    ]
    for piece in pieces:
        renamed = piece
        for own, there in names:
            renamed = renamed.replace(own, there)
        yield renamed


def _fill(tree: Element, minutes: Minutes) -> None:
    texts = {
        "minutes.title": minutes.title,
        "minutes.subject": minutes.subject,
        "minutes.reference": minutes.reference,
        "minutes.state": minutes.state,
    }
    for control in list(tree.iter(f"{W}sdt")):
        tag = value_of(control, "sdtPr", "tag")
        content = control.find(f"{W}sdtContent")
        if tag in texts and content is not None and content.find(f".//{W}tc") is None:
            _write_runs(content, texts[tag], minutes.direction)
            for each in list(content):
                control.addprevious(each)
            _parent(control).remove(control)


def _write_runs(content: Element, text: str, base: Direction) -> None:
    """Put a text in the place of the runs, in the look of the first of them."""
    holder = content.find(f"{W}p")
    holder = content if holder is None else holder
    look = content.find(f".//{W}r/{W}rPr")
    for each in [each for each in holder if each.tag != f"{W}pPr"]:
        holder.remove(each)
    for each in content.findall(f"{W}p")[1:]:
        content.remove(each)
    start, end = root("p")
    for run in parse(f"{start}{text_runs(text, base)}{end}".encode()):
        is_rtl = run.find(f"{W}rPr/{W}rtl") is not None
        for old in run.findall(f"{W}rPr"):
            run.remove(old)
        run.insert(0, _looking(look, run, is_rtl=is_rtl))
        holder.append(run)


def _looking(look: Element | None, run: Element, *, is_rtl: bool) -> Element:
    properties = run.makeelement(f"{W}rPr") if look is None else deepcopy(look)
    for each in properties.findall(f"{W}rtl"):
        properties.remove(each)
    if is_rtl:
        insert_before(properties, properties.makeelement(f"{W}rtl"), _AFTER_RTL)
    return properties


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None  # noqa: S101 - it was found below another
    return parent
