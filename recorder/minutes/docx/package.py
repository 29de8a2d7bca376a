"""The package: a zip whose document is streamed into it, the same bytes for the same minutes."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from recorder.minutes.docx.body import body
from recorder.minutes.docx.footnotes import Footnotes
from recorder.minutes.docx.inserts import Inserts
from recorder.minutes.docx.logos import RELATIONSHIPS, Logos
from recorder.minutes.docx.page import section, text_width
from recorder.minutes.docx.parts import (
    DOCUMENT,
    DOCUMENT_RELATIONSHIPS,
    document_relationships,
    first_parts,
    images,
    last_parts,
    relationships,
    root,
)
from recorder.minutes.docx.pictures import Pictures
from recorder.minutes.docx.roll import ROLL, roll_xml
from recorder.minutes.model import Minutes
from recorder.minutes.stream import write_in_chunks
from recorder.replacing import replacing


def write_docx(minutes: Minutes, path: Path) -> Path:
    """Write the minutes as a Word document (ECMA-376, transitional).

    The body is read once from `minutes.blocks` and written as it comes: 100,000 notes need no
    more memory than one.

    Raises:
        ExportError: the file cannot be written; what was there before is whole.
    """
    with replacing(path) as stream, zipfile.ZipFile(stream, "w") as package:
        for name, content in first_parts(minutes, has_roll=True).items():
            _put(package, name, content.encode())
        for name, logo in _logos(minutes).items():
            _put(package, name, logo)
        inserts = Inserts(Pictures(minutes), Footnotes(minutes))
        with package.open(entry(DOCUMENT), "w") as part:
            write_in_chunks(part, document(minutes, inserts))
        _put(package, ROLL, roll_xml(inserts.marks.roll).encode())
        pictures, footnotes = inserts.pictures, inserts.footnotes
        related = document_relationships(pictures.targets, has_footnotes=footnotes.is_used)
        _put(package, DOCUMENT_RELATIONSHIPS, related.encode())
        for name, picture in pictures.files():
            _put(package, name, picture)
        for name, content in last_parts(minutes, footnotes, has_roll=True).items():
            _put(package, name, content.encode())
    return path


def _logos(minutes: Minutes) -> dict[str, bytes]:
    """The logos of the hosts, and what the letterhead draws in for them."""
    logos = Logos(minutes)
    if not logos.targets:
        return {}
    related = relationships(images(logos.targets)).encode()
    return {RELATIONSHIPS: related, **logos.files()}


def _put(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    with package.open(entry(name), "w") as part:
        part.write(content)


def document(minutes: Minutes, inserts: Inserts) -> Iterator[str]:
    """The main part of the package, in pieces."""
    start, end = root("document")
    yield f"{start}<w:body>"
    yield from body(minutes, text_width(minutes), inserts)
    yield f"{section(minutes.direction, is_landscape=minutes.is_landscape)}</w:body>{end}"


def entry(name: str) -> zipfile.ZipInfo:
    """An entry of a package without the time and the system of its making."""
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0
    info.external_attr = 0
    return info
