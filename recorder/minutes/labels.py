"""How a number stands before what it numbers, in every format alike."""

from recorder.minutes.model import Heading

_TANWIN = "ًٌٍ"


def separator(label: str) -> str:
    """What stands between a heading's number and its title: «أولاً: », "2. "."""
    if not label:
        return ""
    return ": " if label[-1].isalpha() or label[-1] in _TANWIN else " "


def heading_text(block: Heading) -> str:
    """A heading with its number."""
    return f"{block.label}{separator(block.label)}{block.text}"
