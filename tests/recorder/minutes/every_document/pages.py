"""The pages that LibreOffice makes of a Word file, drawn, and read for what a reader would see."""

import re
from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image
from pypdfium2 import raw

from recorder.language.direction import Direction
from tests.recorder.minutes.word_package import W, WordPackage

_DARKEST_TINT = 200  # of 255: what is lighter is a shade behind a text, no ink
_SLACK = 3  # points by which a rule or the slant of a letter may pass its edge
_INDENT = 64  # points of the widest indent, of a paragraph that a label in words hangs before
_TEXT = 0.3  # of a page's height, filled, before it is asked where its lines begin
_LEAST = 0.12  # of a page's height, filled, where another follows
_PHOTOGRAPH = 72  # points

Box = tuple[int, int, int, int]
_ARABIC = re.compile(r"[\u0621-\u064a]")


@dataclass(frozen=True)
class Sheet:
    """The paper of a document in points: its size, its margins, where head and foot begin."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    header: float
    footer: float

    @classmethod
    def of(cls, package: WordPackage) -> "Sheet":
        """That of the last section, which ours have alone."""
        section = list(package.document.iter(f"{W}sectPr"))[-1]
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        told = [(size, "w"), (size, "h")]
        told += [(margins, each) for each in ("left", "right", "top", "bottom", "header", "footer")]
        return cls(*(int(element.get(f"{W}{name}")) / 20 for element, name in told))


class Pages:
    """A PDF page by page: its text, and its ink at a point a pixel."""

    def __init__(self, path: Path) -> None:
        self._document = pdfium.PdfDocument(path)

    def __len__(self) -> int:
        return len(self._document)

    @cached_property
    def texts(self) -> list[str]:
        """What each page says, as a program copies it."""
        return [each.get_textpage().get_text_range() for each in self._document]

    def lines(self, number: int) -> list[str]:
        """The lines of a page, from left to right as the eye sees them, without spaces."""
        text = self._document[number].get_textpage()
        x, y = c_double(), c_double()
        lines: dict[int, list[tuple[float, str]]] = {}
        for at in range(text.count_chars()):
            letter = chr(raw.FPDFText_GetUnicode(text, at))
            if letter.isprintable() and not letter.isspace():
                raw.FPDFText_GetCharOrigin(text, at, x, y)
                lines.setdefault(round(y.value), []).append((x.value, letter))
        return ["".join(letter for _, letter in sorted(each)) for each in lines.values()]

    def has_photograph(self, number: int) -> bool:
        """Whether a picture larger than a mark stands on a page."""
        pictures = self._document[number].get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
        bounds = (each.get_bounds() for each in pictures)
        return any(right - left > _PHOTOGRAPH for left, _bottom, right, _top in bounds)

    def drawn(self, number: int, scale: float = 1) -> Image.Image:
        """A page as a picture."""
        return self._document[number].render(scale=scale).to_pil().convert("L")

    def ink(self, number: int) -> Image.Image:
        """Where a page is dark."""
        return self.drawn(number).point(lambda value: 255 * (value < _DARKEST_TINT))


def page_faults(pages: Pages, sheet: Sheet, direction: Direction) -> Iterator[str]:
    """Where ink leaves the text's box, a page begins too late or is all but empty."""
    count = _written(pages)
    for number in range(count):
        ink = pages.ink(number)
        place = f"page {number + 1} of {count}"
        if abs(ink.width - sheet.width) > 1 or abs(ink.height - sheet.height) > 1:
            yield f"{place} is {ink.width} by {ink.height} points, not {sheet.width:.0f} wide"
            continue
        for side, box in _margins(sheet).items():
            if found := ink.crop(box).getbbox():
                yield f"{place}: ink in the {side} margin at {found}"
        body = ink.crop(_body(sheet))
        is_mixed = direction == "ltr" and _ARABIC.search(pages.texts[number]) is not None
        if not pages.has_photograph(number):  # those stand in the middle
            yield from (
                f"{place}: {each}" for each in _begins_late(body, direction, is_mixed=is_mixed)
            )
        if number + 1 < count and _filled(body) < _LEAST:
            yield f"{place} is all but empty"


def _written(pages: Pages) -> int:
    """How many pages there are.

    LibreOffice 7.4 leaves pages behind the last where footnotes pushed long tables to and fro:
    without head and foot, which stand on every page of ours. They are not counted.
    """
    count = len(pages)
    while count > 1 and pages.ink(count - 1).getbbox() is None:
        count -= 1
    return count


def _begins_late(body: Image.Image, direction: Direction, *, is_mixed: bool) -> Iterator[str]:
    """Whether no line of a page begins at the leading margin, where there are some.

    A page of an English edition on which only Arabic is told begins at its right.
    """
    found = body.getbbox()
    if found is None:
        yield "nothing stands on it"
        return
    if _filled(body) < _TEXT:
        return
    free = {"ltr": found[0], "rtl": body.width - found[2]}
    nearest = min(free.values()) if is_mixed else free[direction]
    if nearest > _INDENT:
        yield f"no line begins at the leading margin: {nearest} points are free there"


def _filled(body: Image.Image) -> float:
    found = body.getbbox()
    return found[3] / body.height if found else 0.0


def _body(sheet: Sheet) -> Box:
    return _box(sheet.left, sheet.top, sheet.width - sheet.right, sheet.height - sheet.bottom)


def _margins(sheet: Sheet) -> dict[str, Box]:
    """The strips in which nothing may stand, by name."""
    width, height = sheet.width, sheet.height
    return {
        "left": _box(0, 0, sheet.left - _SLACK, height),
        "right": _box(width - sheet.right + _SLACK, 0, width, height),
        "top": _box(0, 0, width, sheet.header - _SLACK),
        "bottom": _box(0, height - sheet.footer + _SLACK, width, height),
    }


def _box(*edges: float) -> Box:
    left, top, right, bottom = (round(each) for each in edges)
    return left, top, right, bottom
