"""Helpers for delegates: paint from start to end once, and it is right in both directions."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle

from ui.theme.theme import BODY, CAPTION, Theme
from ui.widgets.direction import direction_of, framed

LINE_STEP = 1.12
"""The step from line to line in running text, in heights of the font: Arabic needs air."""


def flip(direction: Qt.LayoutDirection, row: QRect, part: QRect) -> QRect:
    """A part of a row, given as if lines ran from the left, where it belongs in `direction`."""
    return QStyle.visualRect(direction, row, part)


class RowPainter:
    """Paints the parts of one row in the direction of the theme.

    Rectangles are given where they belong already, see `flip`.
    """

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self.painter = painter
        self.theme = theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def line(self, rect: QRect, text: str, font: QFont, tint: str, *, at_end: bool = False) -> int:
        """Draw one line from the start (or the end) of a rectangle, cut with «…» to fit.

        Returns:
            The width that the text takes, in pixels.
        """
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(
            framed(text, self.theme.direction), Qt.TextElideMode.ElideRight, max(rect.width(), 0)
        )
        from_right = self.theme.is_rtl != at_end
        side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
        self.painter.setFont(font)
        self.painter.setPen(self.theme.colour(tint))
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        flags |= Qt.TextFlag.TextDontClip  # a low rectangle would cut the dots below the letters
        self.painter.drawText(rect, flags, shown)
        return metrics.horizontalAdvance(shown)

    def ground(self, rect: QRect, tint: str, radius: int) -> None:
        """Fill a rounded rectangle."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.theme.colour(tint))
        self.painter.drawRoundedRect(QRectF(rect), radius, radius)

    def pill(self, rect: QRect, text: str, tone: str) -> None:
        """Draw a word on a tinted rounded ground that fills the rectangle."""
        ink, ground = self.theme.tokens.tone(tone)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(ground))
        self.painter.drawRoundedRect(QRectF(rect), rect.height() / 2, rect.height() / 2)
        self.painter.setPen(QColor(ink))
        self.painter.setFont(self.theme.font(CAPTION, 500))
        self.painter.drawText(
            rect, Qt.AlignmentFlag.AlignCenter, framed(text, self.theme.direction)
        )

    def pill_width(self, text: str) -> int:
        """The width of a painted pill."""
        metrics = QFontMetrics(self.theme.font(CAPTION, 500))
        return metrics.horizontalAdvance(text) + self.theme.px(20)

    def icon(self, rect: QRect, name: str, tint: str) -> None:
        """Draw an icon that fills a square."""
        size = round(rect.width() * 100 / self.theme.text_size)
        ratio = self.painter.device().devicePixelRatio()
        self.painter.drawPixmap(rect, self.theme.pixmap(name, tint, size, ratio))

    def avatar(self, rect: QRect, name: str) -> None:
        """Draw a person's first letter on a ground that is always the same for the name."""
        grounds = self.theme.tokens.avatars
        ground, ink = grounds[sum(name.encode()) % len(grounds)]
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(ground))
        self.painter.drawEllipse(rect)
        self.painter.setPen(QColor(ink))
        self.painter.setFont(self.theme.font(BODY, 600))
        self.painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, name.strip()[:1])


@dataclass(frozen=True)
class LaidText:
    """A wrapped text, ready to be drawn; `height` is in pixels."""

    layout: QTextLayout
    height: int

    def draw(self, painter: QPainter, left: int, top: int, colour: QColor) -> None:
        """Draw it with its top left corner at a point."""
        painter.setPen(colour)
        self.layout.draw(painter, QPointF(left, top))


def lay_text(text: str, font: QFont, width: int, fallback: Qt.LayoutDirection) -> LaidText:
    """Wrap a text in a width: its direction by its letters, its side by its direction.

    QTextLayout never mirrors an alignment (measured): without the visual alignment that is
    resolved here Arabic would stand at the left.
    """
    direction = direction_of(text, fallback)
    option = QTextOption()
    option.setTextDirection(direction)
    option.setAlignment(QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    step = round(QFontMetrics(font).height() * LINE_STEP)
    top = 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, top))
        top += step
    layout.endLayout()
    return LaidText(layout, top)
