"""A document of ours that comes back from Word: the wordings in it, found by their bookmarks.

Tracked changes are read as if they were accepted. Nothing of the file is run, fetched or kept.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from recorder.domain.returned import fingerprint, plain
from recorder.errors import LetterheadError, ReturnedError
from recorder.minutes.docx.letterhead_file import DOCUMENT, LetterheadFile
from recorder.minutes.docx.marks import NAME, ROW, WORDING
from recorder.minutes.docx.wordml import Element, W

_LEFT_OUT = {
    f"{W}del",
    f"{W}moveFrom",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_ENDS = {f"{W}bookmarkStart": "start", f"{W}bookmarkEnd": "end"}
_SHOWN = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


class Wording(NamedTuple):
    """What stands in the document for a row: fingerprints of its id and its old text, the text."""

    row: str
    before: str
    text: str


def read_wordings(path: Path) -> list[Wording]:
    """The wordings of a document that we wrote, as they are in it now, in their order.

    One whose bookmark was typed away is read from its row of the table. The text of one whose
    row was deleted under tracked changes is ""; without them, it is not among these.

    Raises:
        ReturnedError: the file is no such document, or one that acts, fetches or deceives
            (data: path, reason).
    """
    try:
        document = LetterheadFile(path, is_reviewed=True).trees[DOCUMENT]
    except LetterheadError as refused:
        raise ReturnedError(path=str(path), reason=refused.data.get("reason")) from refused
    rows = {found.row: found for found in _by_row(document)}
    worded = {found.row: found for found in _by_bookmark(document) if found.text}
    if not rows and not worded:
        raise ReturnedError(path=str(path), reason="strange")
    return list((rows | worded).values())


def _by_bookmark(document: Element) -> Iterator[Wording]:
    """The texts between both ends of the bookmarks around wordings."""
    open_ones: dict[str, tuple[str, str, list[str]]] = {}
    for event, said in _reading(document):
        if event == "start" and not isinstance(said, str):
            found = NAME.fullmatch(said.get(f"{W}name", ""))
            if found and found.group(1) == WORDING:
                open_ones[said.get(f"{W}id", "")] = (found.group(2), found.group(3), [])
        elif event == "end" and not isinstance(said, str):
            row, before, texts = open_ones.pop(said.get(f"{W}id", ""), ("", "", []))
            if row:
                yield Wording(row, before, plain("".join(texts)))
        elif isinstance(said, str):
            for _row, _before, texts in open_ones.values():
                texts.append(said)


def _by_row(document: Element) -> Iterator[Wording]:
    """The first lines of the second cells of the rows that are marked in their first."""
    for start in document.iter(f"{W}bookmarkStart"):
        found = NAME.fullmatch(start.get(f"{W}name", ""))
        row = next(start.iterancestors(f"{W}tr"), None)
        if found is None or found.group(1) != ROW or row is None:
            continue
        cells = [] if _is_deleted(row) else row.findall(f"{W}tc")
        lines = plain(text_of(cells[1])).splitlines() if len(cells) > 1 else []
        yield Wording(found.group(2), found.group(3), _wording_of(lines, found.group(3)))


def _wording_of(lines: Sequence[str], before: str) -> str:
    """Of the lines of a cell those of the old wording if they are there, else the first."""
    beginnings = ("\n".join(lines[:count]) for count in range(1, len(lines) + 1))
    untouched = (each for each in beginnings if fingerprint(each) == before)
    return next(untouched, lines[0] if lines else "")


def _is_deleted(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def text_of(element: Element) -> str:
    """What an element says, its paragraphs as lines."""
    return "".join(said for _event, said in _reading(element) if isinstance(said, str))


def _reading(element: Element) -> Iterator[tuple[str, "Element | str"]]:
    """Texts and the ends of bookmarks, in the order of the document."""
    left_out = 0
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if each.tag in _LEFT_OUT:
            left_out += 1 if event == "start" else -1
        elif event == "start" and each.tag in _ENDS:
            yield _ENDS[each.tag], each
        elif not left_out and (said := _said(event, each)):
            yield "text", said


def _said(event: str, each: Element) -> str:
    if event == "end":
        return "\n" if each.tag == f"{W}p" else ""
    return (each.text or "") if each.tag == f"{W}t" else _SHOWN.get(str(each.tag), "")
