"""The last numbers that a letterhead gave away itself: those of minutes begin behind them."""

import re

from recorder.minutes.docx.contents import HIDDEN
from recorder.minutes.docx.wordml import Element, W

_NAME = re.compile(rf"{HIDDEN}([0-9]{{8}})")


def last_bookmark(document: Element) -> int:
    """Of the headings that contents of ours led to, in minutes that became a letterhead."""
    names = (each.get(f"{W}name", "") for each in document.iter(f"{W}bookmarkStart"))
    return max(
        (int(found.group(1)) for each in names if (found := _NAME.fullmatch(each))), default=0
    )
