"""What the text of the pages must hold: heads of tables, signatures, numbers in their order."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from recorder.language.direction import clean
from recorder.minutes.model import Minutes, SignatureBlock, Table
from tests.recorder.minutes.documents import said_in
from tests.recorder.minutes.every_document.pages import Pages

UNITS = {
    "+963 21 123-4567": ("123-456721", "4567-123", "963+"),
    "info@gloca-example.org": ("example.orginfo", "org.gloca", "gloca-example.org@"),
    "GLOCA/DCAF-2026-017": ("017-2026", "2026-017-", "2026-DCAF", "DCAF/GLOCA"),
    "12,500.75": ("500.75,12", "75.12", "75.500"),
}
"""What reads from left to right in any text, and what it looks like where it does not.

LibreOffice breaks a line behind the hyphen of each, and behind the first no-break space of a phone
in Arabic (7.4), as Word does not. So a unit may stand on two lines, but it is never turned around.
"""
_LONG = 60  # rows of a table that no page holds
_DOTS = re.compile(r"(?:[.…]\s?){8,}")
_TOP = 500  # characters of a page among which a repeated head is
_A_PAGE = 450  # characters on the emptiest pages that are expected, on the average
_PENS = 5  # rows for the pen on such a page
_SPARE = 5  # pages


def text_faults(pages: Pages, minutes: Minutes) -> Iterator[str]:
    """What the pages do not say as they should."""
    yield from _count(pages, minutes)
    for block in minutes:
        if isinstance(block, Table) and len(rows := list(block.rows)) >= _LONG:
            yield from _heads(pages, block, rows)
        elif isinstance(block, SignatureBlock):
            lines = len(block.signatories) * len(block.labels)
            if not any(len(_DOTS.findall(each)) >= lines for each in pages.texts):
                yield f"the {lines} lines to sign on stand on no page together"
    yield from _units(pages, minutes)


def _count(pages: Pages, minutes: Minutes) -> Iterator[str]:
    tables = [each for each in minutes if isinstance(each, Table)]
    length = sum(len(each) for each in said_in(minutes))
    pens = sum(len(list(each.rows)) for each in tables if each.is_for_pen)
    pictures = len(minutes.media)
    most = _SPARE + length / _A_PAGE + pens / _PENS + pictures
    if not 1 <= len(pages) <= most:
        yield f"{len(pages)} pages for {length} characters"


def _heads(pages: Pages, block: Table, rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Whether the head of a table stands on each page that the table goes on to."""
    words = [words_of(each) for each in pages.texts]
    begin = _best(words, words_of(" ".join(rows[0])), is_last=False)
    end = _best(words, words_of(" ".join(rows[-1])), is_last=True)
    if end <= begin:
        yield f"a table with {len(rows)} rows ends on page {end + 1}, begun on page {begin + 1}"
    head = words_of(" ".join(each.title for each in block.columns))
    for page in range(begin + 1, end + 1):
        if missing := head - words_of(pages.texts[page][:_TOP]):
            yield f"page {page + 1} goes on with a table without its head: {sorted(missing)}"


def _best(pages: list[set[str]], words: set[str], *, is_last: bool) -> int:
    """The first or the last page of those that hold the most of some words."""
    most = max(len(words & each) for each in pages)
    found = [page for page, each in enumerate(pages) if len(words & each) == most]
    return found[-1 if is_last else 0]


def _units(pages: Pages, minutes: Minutes) -> Iterator[str]:
    """Phones, addresses, codes and amounts as they are dialled and typed."""
    said = "\n".join(clean(each) for each in said_in(minutes))
    lines = [line for page in range(len(pages)) for line in pages.lines(page)]
    told = "\n".join(lines)
    for unit, turned in UNITS.items():
        wanted = unit.replace(" ", "")
        if said.count(unit) > 1 and wanted not in told:
            yield f"{unit} stands on no page in its order"
        for each in turned:
            if each in told.replace(wanted, "\n"):
                line = next(line for line in lines if each in line.replace(wanted, "\n"))
                yield f"{unit} is turned around: {line[:120]}"


def words_of(text: str) -> set[str]:
    """The words of a text, each as its letters in the order of the alphabet.

    A PDF writes «لا» as one sign; what copies it out may tell its two letters in either order. A
    mark over a letter comes out on its own and parts its word: those words are left out.
    """
    return {
        "".join(sorted(each))
        for each in re.findall(r"[^\W_]+", "".join(map(_unmarked, clean(text).split())))
    }


def _unmarked(word: str) -> str:
    is_marked = any(unicodedata.category(each) == "Mn" for each in word)
    return " " if is_marked else f" {word}"
