"""The grounds that screens stand on: page, card, rule, pill."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import CAPTION, Theme
from ui.widgets.direction import framed


class Card(QFrame):
    """A white sheet on the page; `column` takes what lies on it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, padding: int = 16) -> None:
        super().__init__(parent)
        self.setProperty("class", "Card")
        self.column = QVBoxLayout(self)
        inset = theme.px(padding)
        self.column.setContentsMargins(inset, inset, inset, inset)
        self.column.setSpacing(theme.px(12))


class Page(QScrollArea):
    """A screen that scrolls when the window is low; `column` takes its cards."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget(self)
        inner.setProperty("class", "Page")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(inner)
        inset = theme.px(16)
        self.column.setContentsMargins(inset, inset, inset, inset)
        self.column.setSpacing(inset)
        self.setWidget(inner)


class Rule(QFrame):
    """A hair line between parts."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("class", "Rule")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class Pill(QWidget):
    """A word on a tinted ground; the word says what the tint says."""

    def __init__(self, text: str, tone: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text, self._tone = text, tone
        self.setFont(theme.font(CAPTION, 500))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def show_words(self, text: str, tone: str) -> None:
        """Show another word in another tone (good, warn, bad, plum, blue, accent, neutral)."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The word and its ground."""
        metrics = self.fontMetrics()
        words = framed(self._text, self.layoutDirection())
        return QSize(
            metrics.horizontalAdvance(words) + self._theme.px(20),
            metrics.height() + self._theme.px(4),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded ground with the word in its middle."""
        ink, ground = self._theme.tokens.tone(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        radius = self.height() / 2
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.setPen(QColor(ink))
        painter.drawText(
            self.rect(),
            Qt.AlignmentFlag.AlignCenter,
            framed(self._text, self.layoutDirection()),
        )


def put_page(screen: QWidget, theme: Theme) -> QVBoxLayout:
    """Fill a screen with a page that scrolls; returns the column that takes its cards."""
    page = Page(theme, screen)
    whole = QVBoxLayout(screen)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(page)
    return page.column
