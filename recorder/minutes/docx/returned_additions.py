"""Recommendations that somebody added in Word, as far as that can be told safely.

A row without a mark in a table of ours, or a line of a list right behind or between lines of ours
in their style. What stands anywhere else, or in another style, is a text like any other.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from recorder.domain.returned import plain
from recorder.minutes.docx.marks import LINE, NAME, ROW, WORDING
from recorder.minutes.docx.passages import text_of
from recorder.minutes.docx.wordml import Element, W, value_of

_BETWEEN = {f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}proofErr"}
_LABEL = re.compile(r"\s*(?:[0-9\u0660-\u0669]{1,3}[.)]\s+|[•\-–]\s+|[^\t\n]{0,6}\t)")


def additions(document: Element, taken: Collection[Element]) -> Iterator[str]:
    """Their texts, in the order of the document.

    Args:
        document: its main part.
        taken: paragraphs that belong to recommendations of ours.
    """
    for block in document.iter(f"{W}tbl", f"{W}p"):
        if block.tag == f"{W}tbl":
            yield from _rows(block)
        elif LINE in _kinds(block):
            yield from _lines(block, taken)


def _kinds(element: Element) -> set[str]:
    """Which of our marks stand in an element."""
    names = (each.get(f"{W}name", "") for each in element.iter(f"{W}bookmarkStart"))
    return {found.group(1) for name in names if (found := NAME.fullmatch(name))}


def _rows(table: Element) -> Iterator[str]:
    rows = table.findall(f"{W}tr")
    kinds = [_kinds(row) for row in rows]
    places = Counter(_place(row) for row, said in zip(rows, kinds, strict=True) if ROW in said)
    if not places:
        return
    place = places.most_common(1)[0][0]
    for row, said in list(zip(rows, kinds, strict=True))[1:]:  # the first holds the heads
        cells = row.findall(f"{W}tc")
        if said or len(cells) <= place or _is_head(row):
            continue
        if text := plain(text_of(cells[place])):
            yield text


def _place(row: Element) -> int:
    """Which cell holds the wording."""
    for place, cell in enumerate(row.findall(f"{W}tc")):
        if WORDING in _kinds(cell):
            return place
    return 1


def _is_head(row: Element) -> bool:
    """Whether it repeats on each page, or is deleted under tracked changes."""
    return any(row.find(f"{W}trPr/{W}{name}") is not None for name in ("tblHeader", "del"))


def _lines(line: Element, taken: Collection[Element]) -> Iterator[str]:
    """The lines behind one of ours, up to the next of ours or to what is no line of the list."""
    style, found = value_of(line, "pPr", "pStyle"), []
    for each in line.itersiblings():
        if each.tag in _BETWEEN or (each in taken and LINE not in _kinds(each)):
            continue
        is_line = each.tag == f"{W}p" and value_of(each, "pPr", "pStyle") == style
        if not is_line or LINE in _kinds(each):
            break
        found.append(_bare(text_of(each)))
    yield from (each for each in found if each)


def _bare(text: str) -> str:
    """A line without its number, and without the full stop that the document puts itself."""
    said = plain(_LABEL.sub("", text, count=1) if _LABEL.match(text) else text)
    return said.removesuffix(".") if not said.endswith("..") else said
