"""A look at work: tokens at the user's text size, in a reading direction."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ui.theme.fonts import make_font
from ui.theme.icons import icon_pixmap, make_icon, ratios_in_use
from ui.theme.tokens import Tokens

CAPTION, BODY, NOTE, TITLE, PAGE = 12, 14, 15, 17, 22
"""The sizes of type, in pixels at text size 100."""


@dataclass(frozen=True)
class Theme:
    """What painters and widgets ask for colours, fonts, icons and measures.

    Attributes:
        tokens: the colours.
        text_size: percent of the design's sizes, 80 to 200.
        direction: the direction of the interface.
    """

    tokens: Tokens
    text_size: int = 100
    direction: Qt.LayoutDirection = Qt.LayoutDirection.RightToLeft

    @property
    def is_rtl(self) -> bool:
        """Whether lines run from the right."""
        return self.direction == Qt.LayoutDirection.RightToLeft

    def px(self, measure: int) -> int:
        """A measure of the design in pixels at the user's text size, at least 1."""
        return max(1, round(measure * self.text_size / 100))

    def font(self, size: int = BODY, weight: int = 400, *, tabular: bool = False) -> QFont:
        """A font; `size` is one of CAPTION, BODY, NOTE, TITLE, PAGE or any design pixels."""
        return make_font(self.px(size), weight, tabular=tabular)

    def colour(self, tint: str) -> QColor:
        """The colour of a token by its name."""
        return QColor(getattr(self.tokens, tint))

    def icon(self, name: str, tint: str = "soft", size: int = 20) -> QIcon:
        """An icon tinted with a token, mirrored for the direction where that is due."""
        return make_icon(
            name,
            getattr(self.tokens, tint),
            self.tokens.line_strong,
            self.px(size),
            mirrored=self.is_rtl,
        )

    def pixmap(self, name: str, tint: str = "soft", size: int = 20, ratio: float = 1) -> QPixmap:
        """The same as one drawing, for a painter."""
        return icon_pixmap(
            name, getattr(self.tokens, tint), self.px(size), ratio, mirrored=self.is_rtl
        )

    def dress_button(self, button: QPushButton, name: str, tint: str = "ink") -> None:
        """Give a button an icon, with room between it and the words.

        Qt's gap is four pixels and cannot be set: the icon's canvas is widened on the side of
        the text instead (measured).
        """
        size, gap = self.px(18), self.px(4)
        button.setIcon(_widened(self.icon(name, tint, 18), size, gap, is_rtl=self.is_rtl))
        button.setIconSize(QSize(size + gap, size))

    def dress_tool(self, tool: QToolButton, name: str, tint: str = "soft", size: int = 20) -> None:
        """Give a tool button an icon that turns to the accent while the button is checked."""
        icon = self.icon(name, tint, size)
        for ratio in ratios_in_use():
            icon.addPixmap(
                self.pixmap(name, "accent", size, ratio), QIcon.Mode.Normal, QIcon.State.On
            )
        tool.setIcon(icon)
        tool.setIconSize(QSize(self.px(size), self.px(size)))


def _widened(icon: QIcon, size: int, gap: int, *, is_rtl: bool) -> QIcon:
    wide = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        for ratio in ratios_in_use():
            drawn = icon.pixmap(QSize(size, size), ratio, mode)
            canvas = QPixmap(round((size + gap) * ratio), round(size * ratio))
            canvas.setDevicePixelRatio(ratio)
            canvas.fill(Qt.GlobalColor.transparent)
            _draw(canvas, drawn, gap if is_rtl else 0)
            wide.addPixmap(canvas, mode)
    return wide


def _draw(canvas: QPixmap, drawn: QPixmap, left: int) -> None:
    painter = QPainter(canvas)
    painter.drawPixmap(left, 0, drawn)
    painter.end()


def restyle(widget: QWidget) -> None:
    """Let the sheet look at a widget again after one of its properties changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
