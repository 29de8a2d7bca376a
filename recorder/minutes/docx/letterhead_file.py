"""An organisation's .docx, read as a stranger's file: what could act or fetch is refused.

Word runs macros and embedded objects, fetches linked parts and inserts other documents; a bomb
is small on the disk. Nothing of that has a place in minutes.
"""

import re
import zipfile
from pathlib import Path

from recorder.errors import LetterheadError
from recorder.minutes.docx.wordml import (
    RELATIONSHIP,
    Element,
    W,
    parse,
)

MAX_FILE, MAX_PART = 20 * 1024 * 1024, 64 * 1024 * 1024  # bytes
MAX_PARTS, MAX_RATIO = 500, 100
_SMALL = 1024 * 1024  # a part that small may be compressed as far as it goes

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
TYPES, RELATIONS = "[Content_Types].xml", "_rels/.rels"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

_EMBEDDED = {
    "oleObject", "package", "control", "attachedTemplate", "aFChunk", "subDocument", "frame",
    "recipientData", "mailMergeSource", "mailMergeHeaderSource",
}  # fmt: skip
_REVIEWED = {"ins", "del", "moveFrom", "moveTo", "commentReference"}
_FETCHING = re.compile(
    r"^\s*(DDE|DDEAUTO|INCLUDE\w*|LINK|DATABASE|IMPORT|EMBED|MACROBUTTON|RD)\b", re.I | re.M
)
_SAFE_LINK = re.compile(r"https?://|mailto:", re.I)


class LetterheadFile:
    """The parts of a checked file, and the trees of those that are XML.

    Raises:
        LetterheadError: the file was refused (data: path, reason).
    """

    def __init__(self, path: Path) -> None:
        try:
            self.parts = _read(path)
            self.trees = {
                name: parse(content)
                for name, content in self.parts.items()
                if name.endswith((".xml", ".rels"))
            }
            _check(self.trees)
        except LetterheadError as refused:
            refused.data["path"] = str(path)
            raise


def _read(path: Path) -> dict[str, bytes]:
    try:
        if path.stat().st_size > MAX_FILE:
            raise LetterheadError(reason="large")
        with zipfile.ZipFile(path) as package:
            entries = [each for each in package.infolist() if not each.is_dir()]
            _check_sizes(entries)
            return {each.filename: package.read(each) for each in entries}
    except (OSError, EOFError, zipfile.BadZipFile, zipfile.LargeZipFile) as fault:
        raise LetterheadError(reason="unreadable") from fault
    except (NotImplementedError, RuntimeError) as fault:  # a strange compression, a password
        raise LetterheadError(reason="unreadable") from fault


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    """By what the entries claim: more than that is never read of them."""
    names = {each.filename.casefold() for each in entries}
    if len(names) < len(entries):
        raise LetterheadError(reason="unreadable")
    sizes = [each.file_size for each in entries]
    if len(entries) > MAX_PARTS or sum(sizes) > MAX_PART:
        raise LetterheadError(reason="large")
    if any(
        each.file_size > max(_SMALL, MAX_RATIO * max(each.compress_size, 1)) for each in entries
    ):
        raise LetterheadError(reason="large")


def _check(trees: dict[str, Element]) -> None:
    if not {DOCUMENT, STYLES, TYPES, RELATIONS} <= trees.keys():
        raise LetterheadError(reason="unreadable")
    kinds = {each.get("PartName"): each.get("ContentType", "") for each in trees[TYPES]}
    if any(
        "macroenabled" in each.lower() or "vbaproject" in each.lower() for each in kinds.values()
    ):
        raise LetterheadError(reason="macro")
    document = trees[DOCUMENT]
    if kinds.get(f"/{DOCUMENT}") != _MAIN or document.nsmap.get("w") != W[1:-1]:
        raise LetterheadError(reason="unreadable")
    for name, tree in trees.items():
        if name.endswith(".rels"):
            _check_relations(tree)
        elif name.startswith("word/"):
            _check_content(tree)


def _check_relations(tree: Element) -> None:
    for each in tree.iter(RELATIONSHIP):
        kind = each.get("Type", "").rsplit("/", 1)[-1]
        if kind == "vbaProject":
            raise LetterheadError(reason="macro")
        if kind in _EMBEDDED:
            raise LetterheadError(reason="embedded")
        if each.get("TargetMode", "").lower() == "external" and not (
            kind == "hyperlink" and _SAFE_LINK.match(each.get("Target", ""))
        ):
            raise LetterheadError(reason="external")


def _check_content(tree: Element) -> None:
    instructions = []
    for each in tree.iter(f"{W}*"):
        name = str(each.tag).removeprefix(W)
        if name in _REVIEWED:
            raise LetterheadError(reason="reviewed")
        if name in ("altChunk", "object", "control", "subDoc"):
            raise LetterheadError(reason="embedded")
        if name == "fldChar" and each.get(f"{W}fldCharType") == "begin":
            instructions.append("\n")
        elif name == "instrText":
            instructions.append(each.text or "")
        elif name == "fldSimple":
            instructions.append(f"\n{each.get(f'{W}instr', '')}\n")
    if _FETCHING.search("".join(instructions)):
        raise LetterheadError(reason="external")
