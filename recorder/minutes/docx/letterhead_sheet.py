"""The sheet of a letterhead: how wide its text is, and how it lies for what is wide."""

from collections.abc import Iterable

from recorder.minutes.docx.page import TEXT_WIDTH
from recorder.minutes.docx.wordml import Element, W

_NEAR = 60  # twentieths of a point between an edge and what was set to it by eye


def text_width(document: Element) -> int:
    """The width of the text on their paper; tables are made as wide."""
    section = document.find(f"{W}body/{W}sectPr")
    size = None if section is None else section.find(f"{W}pgSz")
    margins = None if section is None else section.find(f"{W}pgMar")
    if size is None or margins is None:
        return TEXT_WIDTH
    try:
        whole = int(size.get(f"{W}w", "0"))
        sides = sum(int(margins.get(f"{W}{each}", "0")) for each in ("left", "right", "gutter"))
    except ValueError:
        return TEXT_WIDTH
    return max(whole - sides, TEXT_WIDTH // 3)


def lay_on_its_side(document: Element, parts: Iterable[Element]) -> None:
    """Turn their sheet for what is wide, a matrix or a list; margins stay at their edges.

    What reached from edge to edge does so again: the tabs and the tables of `parts`, which are
    its styles, heads and feet.
    """
    size = document.find(f"{W}body/{W}sectPr/{W}pgSz")
    if size is None:
        return
    width, height = size.get(f"{W}w", ""), size.get(f"{W}h", "")
    if not (width.isdigit() and height.isdigit() and int(width) < int(height)):
        return
    before = text_width(document)
    size.set(f"{W}w", height)
    size.set(f"{W}h", width)
    size.set(f"{W}orient", "landscape")
    for part in parts:
        _move_tabs(part, before, text_width(document))
        _widen_tables(part, before, text_width(document))


def _move_tabs(part: Element, before: int, now: int) -> None:
    for tab in part.iter(f"{W}tab"):
        place = tab.get(f"{W}pos", "")
        for old, new in ((before, now), (before // 2, now // 2)):
            if place.isdigit() and abs(int(place) - old) <= _NEAR:
                tab.set(f"{W}pos", str(new))


def _widen_tables(part: Element, before: int, now: int) -> None:
    for table in part.iter(f"{W}tbl"):
        columns = table.findall(f"{W}tblGrid/{W}gridCol")
        widths = [each.get(f"{W}w", "") for each in columns]
        if not all(each.isdigit() for each in widths):
            continue
        if abs(sum(map(int, widths)) - before) > _NEAR:
            continue
        for each in (*columns, *table.iter(f"{W}tcW"), *table.findall(f"{W}tblPr/{W}tblW")):
            if each.get(f"{W}type", "dxa") == "dxa" and each.get(f"{W}w", "").isdigit():
                each.set(f"{W}w", str(int(each.get(f"{W}w", "0")) * now // before))
