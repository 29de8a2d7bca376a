"""How a number stands before what it numbers, in every format alike."""

from recorder.minutes.model import Heading, Picture

_TANWIN = "ًٌٍ"


def separator(label: str) -> str:
    """What stands between a heading's number and its title: «أولاً: », "2. "."""
    if not label:
        return ""
    return ": " if label[-1].isalpha() or label[-1] in _TANWIN else " "


def heading_text(block: Heading) -> str:
    """A heading with its number."""
    return f"{block.label}{separator(block.label)}{block.text}"


def caption_parts(block: Picture) -> tuple[str, str, str]:
    """What stands under a picture: before its number, the number, behind it.

    A picture that nobody described has its number all the same: people speak of «the second
    picture», and Word's list of pictures is whole.
    """
    caption = block.caption.strip()
    if not (block.label and block.number):
        return "", "", caption
    return f"{block.label} ", block.number, f": {caption}" if caption else ""
