"""Minutes on an organisation's own paper: its header, footer, margins and styles, our body.

The place of the body is a block content control with the tag `minutes.body`; without one the
body stands at the end. Inline controls `minutes.title`, `minutes.subject`, `minutes.reference`
and `minutes.state`, and those of the hosts, also in headers and footers, are filled with those
texts (`letterhead_fill`). Filled controls are dissolved, so that no data binding of theirs can
put another text in their place.
"""

import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lxml import etree

from recorder.minutes.docx.body import body
from recorder.minutes.docx.contents import Bookmarks
from recorder.minutes.docx.footnotes import Footnotes
from recorder.minutes.docx.inserts import Inserts
from recorder.minutes.docx.letterhead_file import (
    DOCUMENT,
    RELATIONS,
    STYLES,
    TYPES,
    Dropped,
    LetterheadFile,
)
from recorder.minutes.docx.letterhead_fill import OWN, fill
from recorder.minutes.docx.letterhead_footnotes import last_footnote, put_footnotes
from recorder.minutes.docx.letterhead_logos import put_logos
from recorder.minutes.docx.letterhead_numbers import last_bookmark, make_room
from recorder.minutes.docx.letterhead_pictures import (
    last_number,
    with_picture_types,
    with_pictures,
)
from recorder.minutes.docx.letterhead_sheet import lay_on_its_side, text_width
from recorder.minutes.docx.letterhead_styles import merge_styles
from recorder.minutes.docx.package import entry
from recorder.minutes.docx.parts import DOCUMENT_RELATIONSHIPS, core, package_relationships
from recorder.minutes.docx.pictures import Pictures
from recorder.minutes.docx.roll import ROLL, ROLL_TYPE, roll_xml
from recorder.minutes.docx.wordml import (
    CONTENT_TYPES,
    Element,
    W,
    parent_of,
    serialised,
    value_of,
)
from recorder.minutes.model import Minutes
from recorder.minutes.stream import write_in_chunks
from recorder.replacing import replacing

BODY_TAG = "minutes.body"
_MARK = ("minutes", "body")  # a processing instruction
_CORE = "docProps/core.xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"


def write_on_letterhead(minutes: Minutes, letterhead: Path, path: Path) -> Path:
    """Write the minutes into a copy of an organisation's .docx.

    Its properties (author, company, preview picture) are left out; ours have none.

    Raises:
        LetterheadError: the letterhead was refused (data: path, reason); nothing was written.
        ExportError: the file cannot be written; what was there before is whole.
    """
    file = LetterheadFile(letterhead)
    if minutes.is_landscape:
        others = (tree for name, tree in file.trees.items() if name != DOCUMENT)
        lay_on_its_side(file.trees[DOCUMENT], others)
    width = text_width(file.trees[DOCUMENT])
    ids = merge_styles(file.trees[STYLES], minutes.direction, width)
    put_logos(file, minutes)
    pictures = Pictures(minutes, after=last_number(file.parts, file.trees))
    footnotes = Footnotes(minutes, after=last_footnote(file))
    make_room(file.trees[DOCUMENT])
    bookmarks = Bookmarks(after=last_bookmark(file.trees[DOCUMENT]))
    inserts = Inserts(pictures, footnotes, bookmarks)
    before, after = _around_body(file, minutes)
    with replacing(path) as stream, zipfile.ZipFile(stream, "w") as package:
        for name, content in _first_parts(minutes).items():
            _put(package, name, content)
        with package.open(entry(DOCUMENT), "w") as part:
            part.write(before)
            write_in_chunks(part, _renamed(body(minutes, width, inserts), ids))
            part.write(after)
        _put(package, ROLL, roll_xml(inserts.marks.roll).encode())
        put_footnotes(file, footnotes, partial(_renamed, ids=ids))
        related = with_pictures(file.trees.get(DOCUMENT_RELATIONSHIPS), pictures)
        _put(package, DOCUMENT_RELATIONSHIPS, serialised(related))
        for name, content in pictures.files():
            _put(package, name, content)
        for name, content in _other_parts(file).items():
            _put(package, name, content)
    return path


def _put(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    with package.open(entry(name), "w") as part:
        part.write(content)


@dataclass(frozen=True)
class LetterheadReport:
    """What an organisation gets to know of its letterhead before it is used.

    Attributes:
        has_body: whether it has a place for the body; without one the body stands at the end.
        tags: the places of ours that will be filled, and those that are to be replaced.
        forgotten: those of the organisation's own that still show their placeholder.
        dropped: what will be left out.
    """

    has_body: bool
    tags: tuple[str, ...]
    forgotten: tuple[str, ...]
    dropped: tuple[Dropped, ...]


def inspect_letterhead(path: Path) -> LetterheadReport:
    """What will become of a letterhead; it is not changed.

    Raises:
        LetterheadError: it would be refused (data: path, reason).
    """
    file = LetterheadFile(path)
    controls = [
        (value_of(each, "sdtPr", "tag"), each.find(f"{W}sdtPr/{W}showingPlcHdr") is not None)
        for name, tree in file.trees.items()
        if name.startswith("word/")
        for each in tree.iter(f"{W}sdt")
    ]
    ours = dict.fromkeys(tag for tag, _ in controls if tag.startswith(("minutes.", OWN)))
    forgotten = dict.fromkeys(tag for tag, shows in controls if shows and tag.startswith(OWN))
    return LetterheadReport(BODY_TAG in ours, tuple(ours), tuple(forgotten), file.dropped)


def _around_body(file: LetterheadFile, minutes: Minutes) -> tuple[bytes, bytes]:
    """The main part up to the place of the body, and from there on."""
    document = file.trees[DOCUMENT]
    mark = etree.ProcessingInstruction(*_MARK)
    place = _place_of_body(document)
    if place.tag == f"{W}sdt":
        place.addprevious(mark)
        parent_of(place).remove(place)
    elif place.tag == f"{W}sectPr":
        place.addprevious(mark)
    else:
        place.append(mark)
    for name, tree in file.trees.items():
        if name.startswith("word/"):
            fill(tree, minutes)
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


def _first_parts(minutes: Minutes) -> dict[str, bytes]:
    """What stands before the document; the properties are ours."""
    return {
        RELATIONS: package_relationships(has_roll=True).encode(),
        _CORE: core(minutes).encode(),
    }


def _other_parts(file: LetterheadFile) -> dict[str, bytes]:
    """All other parts, the list of contents last: what is in the package is known by then."""
    kept = {
        name: serialised(file.trees[name]) if name in file.trees else content
        for name, content in file.parts.items()
        if name not in (TYPES, RELATIONS, DOCUMENT, DOCUMENT_RELATIONSHIPS)
    }
    return {
        **kept,
        TYPES: serialised(_content_types(file.trees[TYPES], {DOCUMENT, *kept})),
    }


def _content_types(types: Element, kept: Collection[str]) -> Element:
    for each in types.findall(f"{CONTENT_TYPES}Override"):
        if each.get("PartName", "").removeprefix("/") not in kept:
            types.remove(each)
    with_picture_types(types)
    for name, kind in ((_CORE, _CORE_TYPE), (ROLL, ROLL_TYPE)):
        properties = etree.SubElement(types, f"{CONTENT_TYPES}Override")
        properties.set("PartName", f"/{name}")
        properties.set("ContentType", kind)
    return types


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
