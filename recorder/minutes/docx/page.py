"""The sheet: A4 with even margins, lengths in twentieths of a point as Word counts them."""

from collections.abc import Sequence

from recorder.language.direction import Direction
from recorder.minutes.model import Minutes

WIDTH, HEIGHT = 11906, 16838
SIDE = 1247  # 2.2 cm
TOP, BOTTOM = 1361, 1247
FRAME = 624  # from the edge to the header and the footer

TEXT_WIDTH = WIDTH - 2 * SIDE
WIDE_TEXT_WIDTH = HEIGHT - 2 * SIDE  # of a sheet on its long side
TEXT_HEIGHT, WIDE_TEXT_HEIGHT = HEIGHT - TOP - BOTTOM, WIDTH - TOP - BOTTOM


def text_width(minutes: Minutes) -> int:
    """How wide the text of a document is."""
    return WIDE_TEXT_WIDTH if minutes.is_landscape else TEXT_WIDTH


def shares(widths: Sequence[int], whole: int = TEXT_WIDTH) -> list[int]:
    """Whole lengths in the proportion of the widths whose sum is exactly the whole."""
    total = sum(widths)
    ends = [whole * sum(widths[: place + 1]) // total for place in range(len(widths))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def section(direction: Direction, *, is_landscape: bool = False) -> str:
    """The section of the document: its page, and which header and footer stand on it.

    `w:bidi` and `w:rtlGutter` concern columns and gutter alone (17.6.1, 17.6.16); paragraphs
    and tables have their own.
    """
    is_rtl = direction == "rtl"
    size = f'w:w="{WIDTH}" w:h="{HEIGHT}"'
    if is_landscape:
        size = f'w:w="{HEIGHT}" w:h="{WIDTH}" w:orient="landscape"'
    return (
        '<w:sectPr><w:headerReference w:type="first" r:id="rLetterhead"/>'
        '<w:headerReference w:type="default" r:id="rHeader"/>'
        '<w:footerReference w:type="first" r:id="rFooter"/>'
        '<w:footerReference w:type="default" r:id="rFooter"/>'
        f"<w:pgSz {size}/>"
        f'<w:pgMar w:top="{TOP}" w:right="{SIDE}" w:bottom="{BOTTOM}" w:left="{SIDE}"'
        f' w:header="{FRAME}" w:footer="{FRAME}" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/>'
        f"{'<w:bidi/><w:rtlGutter/>' if is_rtl else ''}</w:sectPr>"
    )
