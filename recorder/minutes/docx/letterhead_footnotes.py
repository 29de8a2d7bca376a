"""Footnotes of minutes beside those of a letterhead, in one part and under numbers of their own."""

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from recorder.minutes.docx.footnotes import FOOTNOTES, Footnotes
from recorder.minutes.docx.letterhead_file import DOCUMENT, TYPES, LetterheadFile
from recorder.minutes.docx.letterhead_names import target_of
from recorder.minutes.docx.letterhead_pictures import without_relationships
from recorder.minutes.docx.parts import DOCUMENT_RELATIONSHIPS, root, separators
from recorder.minutes.docx.wordml import (
    CONTENT_TYPES,
    RELATED_TYPE,
    RELATIONSHIP,
    Element,
    W,
    insert_before,
    parent_of,
    parse,
)

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_BEFORE_IN_SETTINGS = {
    "endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang",
    "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures",
    "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "schemaLibrary",
    "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
}  # fmt: skip
"""What the schema wants behind the names of the lines above footnotes (17.15.1.78)."""


def last_footnote(file: LetterheadFile) -> int:
    """The highest number of a footnote of the letterhead's own."""
    part = _related(file, "footnotes")
    found = file.trees[part].iter(f"{W}footnote") if part else ()
    numbers = (each.get(f"{W}id", "") for each in found)
    return max((int(each) for each in numbers if each.isascii() and each.isdigit()), default=0)


def put_footnotes(
    file: LetterheadFile,
    footnotes: Footnotes,
    renamed: Callable[[Iterator[str]], Iterable[str]],
) -> None:
    """Put the notes of minutes behind the letterhead's; the part is made if there is none.

    `renamed` gives their styles the names that they have there.
    """
    if not footnotes.is_used:
        return
    part = _related(file, "footnotes")
    start, end = root("footnotes")
    content = footnotes.entries() if part else footnotes.part()
    notes = parse(f"{start}{''.join(renamed(content))}{end}".encode())
    if part:
        file.trees[part].extend(list(notes))
    else:
        _add_part(file, notes)


def _add_part(file: LetterheadFile, notes: Element) -> None:
    _forget_lost_part(file)
    file.trees[FOOTNOTES], file.parts[FOOTNOTES] = notes, b""
    override = etree.SubElement(file.trees[TYPES], f"{CONTENT_TYPES}Override")
    override.set("PartName", f"/{FOOTNOTES}")
    override.set("ContentType", _KIND)
    relations = file.trees.setdefault(DOCUMENT_RELATIONSHIPS, without_relationships())
    file.parts.setdefault(DOCUMENT_RELATIONSHIPS, b"")
    relation = etree.SubElement(relations, RELATIONSHIP)
    relation.set("Id", "rMinutesFootnotes")
    relation.set("Type", f"{RELATED_TYPE}/footnotes")
    relation.set("Target", FOOTNOTES.rpartition("/")[2])
    settings = _related(file, "settings")
    if settings and file.trees[settings].find(f"{W}footnotePr") is None:
        start, end = root("settings")
        (named,) = parse(f"{start}{separators()}{end}".encode())
        insert_before(file.trees[settings], named, _BEFORE_IN_SETTINGS)


def _forget_lost_part(file: LetterheadFile) -> None:
    """Take out what names a part that is not there: named twice, Word would not open the file."""
    named = [
        each
        for each in file.trees[TYPES].iter(f"{CONTENT_TYPES}Override")
        if each.get("PartName", "").casefold() == f"/{FOOTNOTES}"
    ]
    relations = file.trees.get(DOCUMENT_RELATIONSHIPS)
    led_to = [
        each
        for each in (relations.iter(RELATIONSHIP) if relations is not None else ())
        if each.get("Type", "") == f"{RELATED_TYPE}/footnotes"
    ]
    for each in (*named, *led_to):
        parent_of(each).remove(each)


def _related(file: LetterheadFile, kind: str) -> str:
    """The part of a kind that the document leads to; "" for none."""
    relations = file.trees.get(DOCUMENT_RELATIONSHIPS)
    for each in relations.iter(RELATIONSHIP) if relations is not None else ():
        if each.get("Type", "") == f"{RELATED_TYPE}/{kind}":
            name = target_of(DOCUMENT, each)
            return name if name in file.trees else ""
    return ""
