"""What a stretch of a Word document says to its reader, and where its bookmarks stand in that."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from recorder.errors import LetterheadError
from recorder.minutes.docx.wordml import Element, W

_LEFT_OUT = {
    f"{W}del",
    f"{W}moveFrom",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_STARTS, _ENDS = f"{W}bookmarkStart", f"{W}bookmarkEnd"
_SHOWN = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_MOST_PARAGRAPHS = 50  # into which a line was split
_MOST_READ = 20_000_000  # characters of all passages


@dataclass
class Passage:
    """A text that was read, its paragraphs as lines.

    Attributes:
        text: what it says.
        starts, ends: where bookmarks start and end in it, by their ids.
        paragraphs: those that it was read from.
    """

    text: str = ""
    starts: dict[str, int] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)
    paragraphs: list[Element] = field(default_factory=list)

    def place_of(self, start: Element, or_else: int | None = None) -> tuple[int, int]:
        """Where a bookmark starts and ends; one that is not in it stands at `or_else`."""
        number = start.get(f"{W}id", "")
        last = len(self.text) if or_else is None else or_else
        return self.starts.get(number, last), self.ends.get(number, last)

    def read(self, element: Element) -> None:
        """Add what an element says."""
        texts = []
        at = len(self.text)
        for said in _reading(element):
            if isinstance(said, str):
                texts.append(said)
                at += len(said)
            elif said.tag == f"{W}p":
                self.paragraphs.append(said)
            else:
                places = self.starts if said.tag == _STARTS else self.ends
                places.setdefault(said.get(f"{W}id", ""), at)
        self.text += "".join(texts)


class Passages:
    """The passages of a document, each read once."""

    def __init__(self, document: Element) -> None:
        self._read: dict[tuple[Element, Element], Passage] = {}
        self._size = 0
        self._ends = {
            each.get(f"{W}id", ""): next(each.iterancestors(f"{W}p"), each)
            for each in document.iter(_ENDS)
        }

    def of(self, start: Element, cell: Element | None, until: Element | None = None) -> Passage:
        """What stands in a cell, or in the paragraphs from a bookmark to its end.

        `until`: another bookmark, whose end it is that is looked for.

        Raises:
            LetterheadError: so much stands there that nobody has typed it.
        """
        holder = cell if cell is not None else next(start.iterancestors(f"{W}p"), start)
        elements = [holder]
        if cell is None:
            last = start if until is None else until
            elements = _up_to(self._ends.get(last.get(f"{W}id", "")), holder)
        key = elements[0], elements[-1]
        if key not in self._read:
            self._read[key] = passage = Passage()
            for each in elements:
                passage.read(each)
            self._size += len(passage.text)
            if self._size > _MOST_READ:
                raise LetterheadError(reason="large")
        return self._read[key]


def _up_to(end: Element | None, holder: Element) -> list[Element]:
    """The paragraphs into which somebody split a line; it alone where they end nowhere."""
    found = [holder]
    for each in islice(holder.itersiblings(), _MOST_PARAGRAPHS if end is not holder else 0):
        if each.tag not in (f"{W}p", _STARTS, _ENDS):
            break
        found.append(each)
        if each is end:
            return found
    return [holder]


def text_of(element: Element) -> str:
    """What an element says, its paragraphs as lines."""
    return "".join(said for said in _reading(element) if isinstance(said, str))


def _reading(element: Element) -> Iterator["Element | str"]:
    """Texts, paragraphs and the ends of bookmarks, in the order of the document."""
    left_out = 0
    if element.tag in (_STARTS, _ENDS):
        yield element
        return
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if each.tag in _LEFT_OUT:
            left_out += 1 if event == "start" else -1
        elif event == "start" and each.tag in (_STARTS, _ENDS, f"{W}p"):
            yield each
        elif not left_out and (said := _said(event, each)):
            yield said


def _said(event: str, each: Element) -> str:
    if event == "end":
        return "\n" if each.tag == f"{W}p" else ""
    return (each.text or "") if each.tag == f"{W}t" else _SHOWN.get(str(each.tag), "")
