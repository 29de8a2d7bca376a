"""A workbook opened for the tests: its sheets by name, cells as what they hold."""

from pathlib import Path
from zipfile import ZipFile

from lxml import etree

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class SheetPackage:
    """The parts of a .xlsx."""

    def __init__(self, path: Path) -> None:
        with ZipFile(path) as package:
            self.bytes = {each: package.read(each) for each in package.namelist()}
        self.trees = {
            name: etree.fromstring(content)
            for name, content in self.bytes.items()
            if name.endswith((".xml", ".rels"))
        }
        strings = self.trees.get("xl/sharedStrings.xml")
        self.strings = [] if strings is None else [_text_of(each) for each in strings]
        related = {
            each.get("Id"): f"xl/{each.get('Target')}"
            for each in self.trees["xl/_rels/workbook.xml.rels"]
        }
        self.hidden: set[str] = set()
        self.sheets = {}
        for each in self.trees["xl/workbook.xml"].iter(f"{S}sheet"):
            self.sheets[each.get("name")] = self.trees[related[each.get(f"{R}id")]]
            if each.get("state") == "hidden":
                self.hidden.add(each.get("name"))

    def rows(self, name: str) -> list[list[str | float]]:
        """The cells that hold something, row by row: texts as text, the others as numbers."""
        return [
            [self._value(cell) for cell in row.iter(f"{S}c") if cell.find(f"{S}v") is not None]
            for row in self.sheets[name].iter(f"{S}row")
        ]

    def column(self, name: str, letter: str) -> list[str | float]:
        """The cells of a column under its head."""
        found = [
            self._value(cell)
            for cell in self.sheets[name].iter(f"{S}c")
            if cell.get("r").rstrip("0123456789") == letter and cell.find(f"{S}v") is not None
        ]
        return found[1:]

    def _value(self, cell) -> str | float:
        text = cell.find(f"{S}v").text
        return self.strings[int(text)] if cell.get("t") == "s" else float(text)


def _text_of(string) -> str:
    """A string as Excel shows it: what looks like its sign for a character is masked."""
    return "".join(string.itertext()).replace("_x005F_", "_")
