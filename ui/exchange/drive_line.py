"""One stick among those to choose from: its name, what there is to know, and whether it is it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme.sheet import CONTROL_RADIUS
from ui.theme.theme import BODY
from ui.widgets.direction import framed

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme.theme import Theme

_HEIGHT, _INSET, _ICON = 46, 14, 20


class DriveLine(QAbstractButton):
    """A line like a radio button: arrows go from one to the next, Space chooses."""

    def __init__(self, name: str, facts: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._facts = theme, facts
        self.setText(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(f"{name} {facts}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._theme.px(200), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ground, the sign of a stick, its name and facts; a check when it is the chosen one."""
        theme, on = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.colour("accent" if on or self.hasFocus() else "line_strong")
        pen = painter.pen()
        pen.setColor(edge)
        pen.setWidth(2 if self.hasFocus() else 1)
        painter.setPen(pen)
        painter.setBrush(QColor(theme.tokens.accent_soft if on else theme.tokens.surface))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), CONTROL_RADIUS, CONTROL_RADIUS)
        ratio, size, inset = self.devicePixelRatio(), theme.px(_ICON), theme.px(_INSET)
        middle = (self.height() - size) // 2
        sign = theme.pixmap("usb", "accent" if on else "soft", _ICON, ratio)
        painter.drawPixmap(self._flip(QRect(inset, middle, size, size)), sign)
        if on:
            check = theme.pixmap("circle-check", "accent", _ICON, ratio)
            at = QRect(self.width() - inset - size, middle, size, size)
            painter.drawPixmap(self._flip(at), check)
        self._paint_words(painter, inset + size + theme.px(10))

    def _paint_words(self, painter: QPainter, start: int) -> None:
        theme = self._theme
        end = self.width() - theme.px(_INSET + _ICON + 10)
        for text, weight, tint in ((self.text(), 600, "ink"), (self._facts, 400, "soft")):
            painter.setFont(theme.font(BODY, weight))
            painter.setPen(theme.colour(tint))
            metrics = painter.fontMetrics()
            words = metrics.elidedText(
                framed(text, self.layoutDirection()),
                Qt.TextElideMode.ElideRight,
                max(end - start, 1),
            )
            width = metrics.horizontalAdvance(words)
            place = self._flip(QRect(start, 0, width, self.height()))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(place, flags | Qt.AlignmentFlag.AlignAbsolute, words)
            start += width + theme.px(12)

    def _flip(self, place: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return place
        return QRect(self.width() - place.x() - place.width(), place.y(), place.width(),
                     place.height())  # fmt: skip
