"""Photographs of minutes beside the pictures of a letterhead: no number and no name twice."""

import re
from collections.abc import Collection

from lxml import etree

from recorder.minutes.docx.pictures import Pictures
from recorder.minutes.docx.wordml import CONTENT_TYPES, RELATED_TYPE, RELATIONSHIP, Element

_NUMBER = re.compile(r"word/media/picture([0-9]{1,9})\.")
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_LAST = 1_000_000_000


def last_number(names: Collection[str], trees: dict[str, Element]) -> int:
    """The highest number of a picture in a letterhead, of its files and of its drawings."""
    files = [int(found.group(1)) for name in names if (found := _NUMBER.match(name))]
    drawn = [
        int(number)
        for tree in trees.values()
        for each in tree.iter(_DRAWN)
        if (number := each.get("id", "")).isascii() and number.isdigit() and int(number) < _LAST
    ]
    return max([0, *files, *drawn])


def with_pictures(relationships: Element | None, pictures: Pictures) -> Element:
    """The relationships of the document with those to the pictures that were drawn."""
    if relationships is None:
        relationships = without_relationships()
    for identity, target in pictures.targets.items():
        each = etree.SubElement(relationships, RELATIONSHIP)
        each.set("Id", identity)
        each.set("Type", f"{RELATED_TYPE}/image")
        each.set("Target", target)
    return relationships


def without_relationships() -> Element:
    """A part of relationships that has none yet."""
    package = RELATIONSHIP[1:].partition("}")[0]
    return etree.Element(f"{{{package}}}Relationships", nsmap={None: package})


def with_picture_types(types: Element) -> None:
    """Say of both kinds of pictures what they are, where the letterhead does not."""
    known = {each.get("Extension", "").casefold() for each in types}
    for place, kind in enumerate(("jpeg", "png")):
        if kind not in known:
            each = types.makeelement(f"{CONTENT_TYPES}Default")
            each.set("Extension", kind)
            each.set("ContentType", f"image/{kind}")
            types.insert(place, each)
