"""The last numbers that a letterhead gave away itself: those of minutes begin behind them."""

import re

from recorder.minutes.docx.contents import HIDDEN
from recorder.minutes.docx.marks import FIRST
from recorder.minutes.docx.wordml import Element, W

_NAME = re.compile(rf"{HIDDEN}([0-9]{{8}})")

_OTHERS = FIRST - 1_000_000  # where nobody counts


def make_room(document: Element) -> None:
    """Number bookmarks otherwise that have numbers of ours: Word finds their ends by them."""
    found: dict[str, str] = {}
    for each in document.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        number = each.get(f"{W}id", "")
        if number.isascii() and number.isdigit() and int(number) >= FIRST:
            each.set(f"{W}id", found.setdefault(number, str(_OTHERS + len(found))))


def last_bookmark(document: Element) -> int:
    """Of the headings that contents of ours led to, in minutes that became a letterhead."""
    names = (each.get(f"{W}name", "") for each in document.iter(f"{W}bookmarkStart"))
    return max(
        (int(found.group(1)) for each in names if (found := _NAME.fullmatch(each))), default=0
    )
