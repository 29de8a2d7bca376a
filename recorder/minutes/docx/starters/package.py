"""The packages of the starters, from the same parts as our minutes; the same bytes each time."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from recorder.minutes.docx.footnotes import Footnotes
from recorder.minutes.docx.package import entry
from recorder.minutes.docx.page import TEXT_WIDTH, section
from recorder.minutes.docx.paragraphs import line
from recorder.minutes.docx.parts import (
    DOCUMENT,
    DOCUMENT_RELATIONSHIPS,
    document_relationships,
    first_parts,
    images,
    last_parts,
    relationships,
    wrapped,
)
from recorder.minutes.docx.starters import designs
from recorder.minutes.docx.starters.controls import Controls, placeholder_png
from recorder.minutes.docx.styles import styles_xml
from recorder.minutes.model import Minutes, PageWords
from recorder.replacing import replacing

STARTERS: dict[str, Callable[[Controls], str]] = {
    "official": designs.official,
    "joint": designs.joint,
    "band": designs.band,
}
"""The starters by the names of their files."""

_LOGO = "media/logo.png"
_HINT = (
    "هنا يأتي المحضر. ضع شعار جهتك وعنوانها في رأس الصفحة وذيلها، وغيّر الأنماط كما تشاء؛ "
    "ولا تحذف هذا الإطار."
)


def write_starters(folder: Path) -> list[Path]:
    """Write the starters into a folder that is made if need be.

    Raises:
        ExportError: a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(name, folder / f"{name}.docx") for name in STARTERS]


def _write(name: str, path: Path) -> Path:
    with replacing(path) as stream, zipfile.ZipFile(stream, "w") as package:
        for part, content in _parts(STARTERS[name]).items():
            with package.open(entry(part), "w") as file:
                file.write(content)
    return path


def _parts(head: Callable[[Controls], str]) -> dict[str, bytes]:
    controls = Controls()
    media = {_LOGO: placeholder_png()}
    empty = Minutes(language="ar", title="", page_words=PageWords("", ""), media=media)
    own = "".join(each.xml() for each in designs.styles())
    logo = images({designs.LOGO: _LOGO})
    texts = first_parts(empty) | {
        "word/styles.xml": wrapped("styles", styles_xml("rtl", TEXT_WIDTH) + own),
        "word/letterhead.xml": wrapped("hdr", head(controls)),
        "word/header.xml": wrapped("hdr", designs.running_head(controls)),
        "word/footer.xml": wrapped("ftr", designs.foot(controls)),
        DOCUMENT: wrapped("document", _document(controls)),
        DOCUMENT_RELATIONSHIPS: document_relationships({}),
        "word/_rels/letterhead.xml.rels": relationships(logo),
        **last_parts(empty, Footnotes(empty)),
    }
    parts = {name: content.encode() for name, content in texts.items()}
    return parts | {f"word/{name}": content for name, content in media.items()}


def _document(controls: Controls) -> str:
    body = controls.body("متن المحضر", line("MinutesBody", _HINT, "rtl"))
    return f"<w:body>{body}{section('rtl')}</w:body>"
