"""The logos of the hosts in the frames of a letterhead that still show their placeholder."""

from collections.abc import Iterator

from lxml import etree

from recorder.minutes.docx.letterhead_file import LetterheadFile
from recorder.minutes.docx.letterhead_names import relations_of
from recorder.minutes.docx.letterhead_pictures import without_relationships
from recorder.minutes.docx.wordml import (
    RELATED_TYPE,
    RELATIONSHIP,
    Element,
    W,
    dissolve,
    value_of,
)
from recorder.minutes.model import Minutes, Picture

PLACES = ("letterhead.logo", "letterhead.logo.partner")
"""The tags of the frames for the logos of the first and of the second host."""

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


def put_logos(file: LetterheadFile, minutes: Minutes) -> None:
    """Draw the hosts' logos where the organisation put none of its own.

    A logo is as high as its placeholder, and no more than three times as wide.
    """
    logos = {
        tag: host.logo
        for tag, host in zip(PLACES, minutes.letterhead.hosts, strict=False)
        if host.logo is not None and host.logo.sha256 in minutes.media
    }
    for name, control, tag in list(_frames(file)):
        content = control.find(f"{W}sdtContent")
        if tag in logos and content is not None and _blip(control) is not None:
            _draw(control, logos[tag], _related(file, name, logos[tag], minutes))
            dissolve(control, content)


def _frames(file: LetterheadFile) -> Iterator[tuple[str, Element, str]]:
    for name, tree in file.trees.items():
        for control in tree.iter(f"{W}sdt"):
            is_untouched = control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
            if is_untouched and name.startswith("word/"):
                yield name, control, value_of(control, "sdtPr", "tag")


def _related(file: LetterheadFile, name: str, logo: Picture, minutes: Minutes) -> str:
    """Put the bytes of a logo beside the parts and lead from a part to them; gives the id."""
    part = f"word/media/host-{logo.sha256[:16]}.{logo.kind}"
    file.parts[part] = minutes.media[logo.sha256]
    relations = relations_of(name)
    tree = file.trees.setdefault(relations, without_relationships())
    file.parts.setdefault(relations, b"")
    identity = f"rHost{logo.sha256[:16]}"
    if not any(each.get("Id") == identity for each in tree):
        each = etree.SubElement(tree, RELATIONSHIP)
        each.set("Id", identity)
        each.set("Type", f"{RELATED_TYPE}/image")
        each.set("Target", f"/{part}")
    return identity


def _draw(control: Element, logo: Picture, identity: str) -> None:
    blip = _blip(control)
    if blip is not None:
        blip.set(_EMBED, identity)
    sizes = [
        *control.iter(f"{{{_DRAWING}/wordprocessingDrawing}}extent"),
        *control.iter(f"{{{_DRAWING}/main}}ext"),
    ]
    for each in (size for size in sizes if size.get("cy", "").isdigit()):
        height = int(each.get("cy", "0"))
        scale = min(height / max(logo.height, 1), 3 * height / max(logo.width, 1))
        each.set("cx", str(max(int(logo.width * scale), 1)))
        each.set("cy", str(max(int(logo.height * scale), 1)))


def _blip(control: Element) -> Element | None:
    return next(control.iter(f"{{{_DRAWING}/main}}blip"), None)
