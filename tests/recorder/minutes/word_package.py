"""A Word file opened for the tests: its parts as trees, and what Word makes of each paragraph."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from recorder.language.direction import LRM, NBSP, RLM, Run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
Element = etree._Element
_OFF = {"0", "false", "off"}


class WordPackage:
    """The parts of a .docx by name, parsed where they are XML."""

    def __init__(self, path: Path) -> None:
        with ZipFile(path) as package:
            self.entries = package.infolist()
            self.bytes = {each.filename: package.read(each) for each in self.entries}
        self.trees = {
            name: etree.fromstring(content)
            for name, content in self.bytes.items()
            if name.endswith((".xml", ".rels"))
        }
        self.styles = {
            each.get(f"{W}styleId"): each
            for each in self.trees["word/styles.xml"].iter(f"{W}style")
        }

    @property
    def document(self) -> Element:
        return self.trees["word/document.xml"]

    def texts(self) -> dict[str, Element]:
        """The parts that hold text: the document, its heads, its feet and its notes."""
        names = ("document", "header", "footer", "footnotes")
        return {
            name: tree
            for name, tree in self.trees.items()
            if name.startswith("word/") and name.removeprefix("word/").startswith(names)
            and name.endswith(".xml")
        }  # fmt: skip

    def paragraphs(self) -> Iterator[Element]:
        for tree in self.texts().values():
            yield from tree.iter(f"{W}p")

    def chain(self, style_id: str) -> list[Element]:
        """A style and those that it is based on; a loop or a missing one is an error."""
        found: list[Element] = []
        following: str | None = style_id
        while following is not None:
            style = self.styles[following]
            assert style not in found, f"style {style_id} is based on itself"
            found.append(style)
            based = style.find(f"{W}basedOn")
            following = None if based is None else based.get(f"{W}val")
        return found

    def style_of(self, paragraph: Element) -> str:
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        return "Normal" if named is None else named.get(f"{W}val")

    def is_bidi(self, paragraph: Element) -> bool:
        """Whether Word lays a paragraph out from right to left."""
        own = paragraph.find(f"{W}pPr/{W}bidi")
        if own is not None:
            return is_on(own)
        chain = self.chain(self.style_of(paragraph))
        if chain[-1].get(f"{W}styleId") != "Normal":
            chain += self.chain("Normal")
        for style in chain:
            found = style.find(f"{W}pPr/{W}bidi")
            if found is not None:
                return is_on(found)
        return False


def is_on(element: Element) -> bool:
    return element.get(f"{W}val") not in _OFF


def runs_of(paragraph: Element) -> list[Run]:
    """The runs as Word orders them, a tab as U+0009 and a line break as a newline."""
    runs: list[Run] = []
    for each in paragraph.iter(f"{W}r"):
        rtl = each.find(f"{W}rPr/{W}rtl")
        text = "".join(_shown(child) for child in each)
        if text:
            runs.append(Run(text, rtl is not None and is_on(rtl)))
    return runs


def text_of(paragraph: Element) -> str:
    """What the paragraph says, without the marks that the writer added."""
    text = "".join(run.text for run in runs_of(paragraph))
    return text.replace(LRM, "").replace(RLM, "").replace(NBSP, " ")


def _shown(child: Element) -> str:
    if child.tag == f"{W}t":
        return child.text or ""
    return {f"{W}tab": "\t", f"{W}br": "\n"}.get(child.tag, "")
