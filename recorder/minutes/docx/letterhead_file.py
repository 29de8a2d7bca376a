"""An organisation's .docx, read as a stranger's file: what could act or fetch is refused.

Word runs macros and embedded objects, fetches linked parts and inserts other documents; a bomb
is small on the disk. Nothing of that has a place in minutes. What is harmless but belongs to
nobody's minutes (properties, a preview, the name of a template) is left out and told.
"""

import re
import zipfile
from collections.abc import Collection, Iterator
from enum import StrEnum
from pathlib import Path

from recorder.errors import LetterheadError
from recorder.minutes.docx.letterhead_names import check_name, reachable, target_of
from recorder.minutes.docx.wordml import RELATIONSHIP, Element, W, parse

MAX_FILE, MAX_PART = 20 * 1024 * 1024, 64 * 1024 * 1024  # bytes
MAX_PARTS, MAX_RATIO = 500, 100
_SMALL = 1024 * 1024  # a part that small may be compressed as far as it goes

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
TYPES, RELATIONS = "[Content_Types].xml", "_rels/.rels"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

_XML_ENDINGS = {"xml", "rels", "svg", "vml"}
_STRICT, _SVG = "{http://purl.oclc.org/ooxml", "{http://www.w3.org/2000/svg}"

_EMBEDDED = {
    "oleObject", "package", "control", "activeXControlBinary", "aFChunk", "subDocument", "frame",
    "recipientData", "mailMergeSource", "mailMergeHeaderSource",
}  # fmt: skip
_REVIEWED = {"ins", "del", "moveFrom", "moveTo", "commentReference"}
_FETCHING = re.compile(
    r"^\s*(DDE|DDEAUTO|INCLUDE\w*|LINK|DATABASE|IMPORT|EMBED|MACROBUTTON|RD)\b", re.I | re.M
)
_SAFE_LINK = re.compile(r"https?://|mailto:", re.I)


class Dropped(StrEnum):
    """What was left out of a letterhead."""

    PROPERTIES = "properties"  # author, company, dates
    PREVIEW = "preview"
    TEMPLATE = "template"  # the name and the place of the one that it was made from
    UNUSED = "unused"  # parts that nothing leads to


class LetterheadFile:
    """The parts of a checked file, and the trees of those that are XML.

    Attributes:
        parts: the bytes of the parts that stay, by name.
        trees: those of them that are XML.
        dropped: what was left out, for whoever wants to know.

    Raises:
        LetterheadError: the file was refused (data: path, reason).
    """

    dropped: tuple[Dropped, ...] = ()

    def __init__(
        self, path: Path, *, is_reviewed: bool = False, keeps: Collection[str] = ()
    ) -> None:
        """Read the file.

        Args:
            path: where it is.
            is_reviewed: comments and tracked changes may be in it.
            keeps: parts that stay although nothing in the document leads to them.
        """
        try:
            self.parts = _read(path)
            self.trees = _parsed(self.parts)
            _check(self.trees, is_reviewed=is_reviewed)
            self.dropped = tuple(
                dict.fromkeys((*self._without_template(), *self._without_rest(keeps)))
            )
        except LetterheadError as refused:
            refused.data["path"] = str(path)
            raise

    def _without_template(self) -> Iterator[Dropped]:
        """No template is named: Word would look for it wherever its path leads."""
        for name, tree in self.trees.items():
            for each in tree.xpath("//*[local-name()='attachedTemplate']"):
                each.getparent().remove(each)
                yield Dropped.TEMPLATE
            if name.endswith(".rels"):
                for each in list(tree.iter(RELATIONSHIP)):
                    if each.get("Type", "").endswith("/attachedTemplate"):
                        tree.remove(each)
                        yield Dropped.TEMPLATE

    def _without_rest(self, keeps: Collection[str]) -> Iterator[Dropped]:
        """Only what the document leads to stays, and what is asked for."""
        kept = {TYPES, RELATIONS, *keeps, *reachable(DOCUMENT, self.parts, self.trees)}
        for name in sorted(set(self.parts) - kept):
            del self.parts[name]
            self.trees.pop(name, None)
            yield _what(name)


def _what(name: str) -> Dropped:
    if name.startswith("docProps/thumbnail"):
        return Dropped.PREVIEW
    return Dropped.PROPERTIES if name.startswith("docProps/") else Dropped.UNUSED


_UNREADABLE = (
    OSError,
    EOFError,
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,  # a compression that zipfile does not know
    RuntimeError,  # a password
)


def _read(path: Path) -> dict[str, bytes]:
    try:
        if path.stat().st_size > MAX_FILE:
            raise LetterheadError(reason="large")
        with zipfile.ZipFile(path) as package:
            entries = [each for each in package.infolist() if not each.is_dir()]
            _check_sizes(entries)
            return {each.filename: package.read(each) for each in entries}
    except _UNREADABLE as fault:
        raise LetterheadError(reason="unreadable") from fault


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    """By what the entries claim: more than that is never read of them."""
    for each in entries:
        check_name(each.orig_filename)
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


def _parsed(parts: dict[str, bytes]) -> dict[str, Element]:
    """The parts that are XML, by their names or by what the package says that they are."""
    if TYPES not in parts:
        raise LetterheadError(reason="unreadable")
    declared = {
        (each.get("PartName") or each.get("Extension") or "").casefold(): each.get(
            "ContentType", ""
        )
        for each in parse(parts[TYPES])
    }
    found = {}
    for name, content in parts.items():
        ending = name.casefold().rpartition(".")[2]
        kind = declared.get(f"/{name}".casefold(), declared.get(ending, ""))
        if ending in _XML_ENDINGS or kind.lower().rstrip().endswith("xml"):
            found[name] = parse(content)
    return found


def _check(trees: dict[str, Element], *, is_reviewed: bool) -> None:
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
            _check_relations(name, tree)
        elif name != TYPES:
            _check_content(tree, is_reviewed=is_reviewed)
            _check_drawing(tree)


def _check_drawing(tree: Element) -> None:
    """Refuse what the check cannot look into, and a drawing that draws in another file."""
    if str(tree.tag).startswith(_STRICT):
        raise LetterheadError(reason="unreadable")
    if not str(tree.tag).startswith(_SVG):
        return
    for each in tree.iter():
        links = (value for name, value in each.attrib.items() if str(name).endswith("href"))
        is_script = str(each.tag) in (f"{_SVG}script", f"{_SVG}foreignObject")
        if is_script or not all(str(link).startswith(("#", "data:image/")) for link in links):
            raise LetterheadError(reason="external")


def _check_relations(name: str, tree: Element) -> None:
    holder = name.replace("_rels/", "").removesuffix(".rels")
    for each in tree.iter(RELATIONSHIP):
        target_of(holder, each)
        kind = each.get("Type", "").rsplit("/", 1)[-1]
        if kind == "vbaProject":
            raise LetterheadError(reason="macro")
        if kind in _EMBEDDED:
            raise LetterheadError(reason="embedded")
        is_external = each.get("TargetMode", "").lower() == "external"
        if kind == "attachedTemplate":
            continue  # it is left out
        if is_external and not (kind == "hyperlink" and _SAFE_LINK.match(each.get("Target", ""))):
            raise LetterheadError(reason="external")


def _check_content(tree: Element, *, is_reviewed: bool) -> None:
    instructions = []
    for each in tree.iter(f"{W}*"):
        name = str(each.tag).removeprefix(W)
        if name in _REVIEWED and not is_reviewed:
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
