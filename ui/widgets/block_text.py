"""A wrapped text in a cell: in its own direction, as a block where the cell begins."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from ui.widgets.direction import direction_of
from ui.widgets.paint import LaidText, RowPainter, lay_text


def cut_to_two_lines(text: str, font: QFont, width: int, fallback: Qt.LayoutDirection) -> str:
    """The text as far as it fits on two lines of a width, «…» after what is left out."""
    layout = lay_text(text, font, width, fallback).layout
    if layout.lineCount() <= 2:  # noqa: PLR2004 - the two of its name
        return text
    first = layout.lineAt(0).textLength()
    rest = QFontMetrics(font).elidedText(text[first:], Qt.TextElideMode.ElideRight, width)
    return text[:first] + rest


def draw_block(row: RowPainter, area: QRect, laid: LaidText, tint: str) -> None:
    """Draw a wrapped text from the top of a rectangle that is as wide as it was laid.

    A text that runs against the interface is moved as a whole to the side where it begins; its
    lines stay even at their own side.
    """
    own = direction_of(laid.layout.text(), row.theme.direction)
    shift = 0
    if own != row.theme.direction:
        lines = [laid.layout.lineAt(at) for at in range(laid.layout.lineCount())]
        room = area.width() - round(max((line.naturalTextWidth() for line in lines), default=0))
        shift = room if row.theme.is_rtl else -room
    laid.draw(row.painter, area.left() + shift, area.top(), row.theme.colour(tint))
