"""A document of ours that comes back from Word: the wordings in it, found by their bookmarks.

Tracked changes are read as if they were accepted. Nothing of the file is run, fetched or kept.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from recorder.domain.returned import (
    ReturnedDocument,
    ReturnedWording,
    fingerprint,
    plain,
    without_end,
)
from recorder.errors import LetterheadError, ReturnedError
from recorder.minutes.docx.letterhead_file import DOCUMENT, LetterheadFile
from recorder.minutes.docx.marks import LINE, NAME, REST, ROW, WORDING
from recorder.minutes.docx.passages import Passage, Passages, text_of
from recorder.minutes.docx.returned_additions import additions
from recorder.minutes.docx.roll import ROLL, read_roll
from recorder.minutes.docx.wordml import Element, W

_Marks = Mapping[str, tuple[Element, str]]  # of one wording, by their kinds


def read_returned(path: Path, rows: Iterable[str]) -> ReturnedDocument:
    """What a document that we wrote says by now, in its order.

    One whose bookmark was typed away is read from its row or its line. The text of one that was
    deleted under tracked changes is ""; without them, it is not among these, but on the roll.

    Args:
        path: the document.
        rows: the ids of the recommendations that may be in it: without them nobody can tell
            from its fingerprints what it said.

    Raises:
        ReturnedError: the file is no such document, or one that acts, fetches or deceives
            (data: path, reason).
    """
    try:
        trees = LetterheadFile(path, is_reviewed=True, keeps={ROLL}).trees
        found = _read(trees, {fingerprint(each): each for each in rows})
    except LetterheadError as refused:
        is_held = isinstance(refused.__cause__, PermissionError)
        reason = "locked" if is_held else refused.data.get("reason")
        raise ReturnedError(path=str(path), reason=reason) from refused
    if not found.wordings and not found.roll:
        raise ReturnedError(path=str(path), reason="strange")
    return found


def _read(trees: Mapping[str, Element], secrets: Mapping[str, str]) -> ReturnedDocument:
    document = trees[DOCUMENT]
    reading = _Reading(document, secrets)
    return ReturnedDocument(
        wordings=tuple(reading.wordings()),
        roll=read_roll(trees[ROLL]) if ROLL in trees else {},
        additions=tuple(additions(document, reading.taken)),
    )


class _Reading:
    """The bookmarks of a document by what they stand for, and what was read by them.

    Attributes:
        taken: the paragraphs that belong to wordings.
    """

    def __init__(self, document: Element, secrets: Mapping[str, str]) -> None:
        self._secrets = secrets
        self._found: dict[str, dict[str, tuple[Element, str]]] = {}
        self._passages = Passages(document)
        self._marks: dict[str, str] = {}
        self._reaches: dict[int, dict[str, tuple[int, int]]] = {}
        self.taken: set[Element] = set()
        for start in document.iter(f"{W}bookmarkStart"):
            if found := NAME.fullmatch(start.get(f"{W}name", "")):
                kind, identity, said = found.groups()
                first, _said = self._found.setdefault(identity, {}).setdefault(kind, (start, said))
                # LibreOffice starts one that reaches over paragraphs anew in each of them.
                if kind in (LINE, WORDING) and first is start:
                    self._marks[start.get(f"{W}id", "")] = kind

    def wordings(self) -> Iterator[ReturnedWording]:
        """All of them, each once."""
        for identity, found in self._found.items():
            if found.keys() & {WORDING, ROW, LINE}:
                before = next(found[kind][1] for kind in (WORDING, ROW, LINE) if kind in found)
                text = self._text(found, self._secrets.get(identity, ""))
                yield ReturnedWording(identity, before, text)

    def _text(self, found: _Marks, secret: str) -> str:
        if REST in found and WORDING not in found:
            return self._by_rest(found, secret)
        text = self._by_bookmark(found, secret) if WORDING in found else ""
        if not text and ROW in found:
            return _by_row(*found[ROW], secret)
        if not text and LINE in found:
            return _by_line(*found[LINE], secret)
        return text

    def _by_bookmark(self, found: _Marks, secret: str) -> str:
        """What stands in the place of a wording, and what was typed before and behind it."""
        start = found[WORDING][0]
        cell = next(start.iterancestors(f"{W}tc"), None)
        is_line = LINE in found or cell is None
        passage = self._passages.of(start, None if is_line else cell)
        self.taken.update(passage.paragraphs)
        first, last = passage.place_of(start)
        begin, end = self._reach(passage, start)
        before, behind = passage.text[begin:first], passage.text[first:end]
        if is_line:
            before = before.rpartition("\t")[2] if "\t" in before else ""
        if REST not in found:
            return plain(before + behind)
        rest, printed = found[REST]
        whole = without_end(plain(before + behind), printed, secret)
        if whole is not None:
            return whole
        cut = passage.place_of(rest, or_else=last)[0]
        return plain(before + behind[: max(cut - first, 0)])

    def _by_rest(self, found: _Marks, secret: str) -> str:
        """What stands in the place of a wording that was typed over, its bookmark with it."""
        start, printed = found[REST]
        cell = None if LINE in found else next(start.iterancestors(f"{W}tc"), None)
        passage = self._passages.of(found[LINE][0] if LINE in found else start, cell, start)
        self.taken.update(passage.paragraphs)
        first = passage.text.find("\t") + 1 if LINE in found else 0
        whole = without_end(plain(passage.text[first:]), printed, secret)
        cut = max(passage.place_of(start)[0], first)
        return plain(passage.text[first:cut]) if whole is None else whole

    def _reach(self, passage: Passage, start: Element) -> tuple[int, int]:
        """How far a wording may reach in a passage.

        Rows that were merged share a cell and lines that were joined a paragraph: what is typed
        between two wordings belongs to the first.
        """
        if id(passage) not in self._reaches:
            marks = [each for each in passage.starts.items() if each[0] in self._marks]
            ends = [*(at for _number, at in marks[1:]), len(passage.text)]
            begins = [0, *(at if self._marks[number] == LINE else None for number, at in marks)]
            self._reaches[id(passage)] = {
                number: (at if begin is None else begin, end)
                for (number, at), begin, end in zip(marks, begins, ends, strict=False)
            }
        whole = 0, len(passage.text)
        return self._reaches[id(passage)].get(start.get(f"{W}id", ""), whole)


def _by_row(start: Element, before: str, secret: str) -> str:
    """The first lines of the second cell of a row that is marked in its first."""
    row = next(start.iterancestors(f"{W}tr"), None)
    cells = [] if row is None or _is_deleted(row) else row.findall(f"{W}tc")
    lines = plain(text_of(cells[1])).splitlines() if len(cells) > 1 else []
    # Of the lines those of the old wording if they are there, else the first.
    beginnings = ("\n".join(lines[:count]) for count in range(1, len(lines) + 1))
    untouched = (each for each in beginnings if fingerprint(each, secret) == before)
    return next(untouched, lines[0] if lines else "")


def _by_line(start: Element, before: str, secret: str) -> str:
    """What stands behind the number of a line; the full stop is the document's."""
    holder = next(start.iterancestors(f"{W}p"), None)
    said = "" if holder is None else text_of(holder)
    text = plain(said.partition("\t")[2] if "\t" in said else said)
    bare = text.removesuffix(".")
    return bare if fingerprint(bare, secret) == before else text


def _is_deleted(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None
