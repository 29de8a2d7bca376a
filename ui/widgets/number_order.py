"""Phones and dates as they are read, while they are being written inside an Arabic text.

After an Arabic letter Unicode turns the parts of +963 21 123-4567 and of 2026-11-23 round (UAX #9,
W2 to W4, N2), and no format of a document changes that. Marks in the text would be stored with it,
copied, counted and met by the caret. So the text stays as it is, and such a part is painted once
more over its place, whose width is the same, with the selection and the caret in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QPalette,
    QTextBlock,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit

from ui.i18n import foreign_spans
from ui.widgets.direction import MAY_TURN
from ui.widgets.paint import LINE_STEP


@dataclass(frozen=True)
class TurnedPart:
    """A part of a line that Unicode shows in another order than it is read in.

    Attributes:
        start, end: where it is in the document.
        place: where it is in the viewport.
        baseline: of its line, in the viewport.
        laid: the part by itself, from left to right.
        goes_on: whether something follows it in its paragraph.
    """

    start: int
    end: int
    place: QRectF
    baseline: float
    laid: QTextLayout
    goes_on: bool

    def caret_x(self, position: int) -> float | None:
        """Where the caret stands that is at a position of the document; None: as Qt has it.

        Before the part it is at its right, after it at its left, as with every foreign word.
        """
        if position == self.end and self.goes_on:
            return self.place.left()
        if not self.start < position <= self.end:
            return None
        return self.place.left() + _x(self.laid.lineAt(0), position - self.start)

    def position_at(self, x: float) -> int:
        """The position of the document that is seen at an x of the viewport."""
        return self.start + self.laid.lineAt(0).xToCursor(x - self.place.left())


class NumberOrder:
    """Finds the turned parts of an editor, and paints them as they are read."""

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor
        self.parts: list[TurnedPart] = []
        editor.cursorPositionChanged.connect(self._on_moved)

    def paint(self) -> None:
        """Paint over what the editor has painted; call it in its paint event."""
        self.parts = list(self._find())
        if not self.parts:
            return
        painter = QPainter(self._editor.viewport())
        for part in self.parts:
            self._paint(painter, part)
        painter.end()

    def seen_at(self, point: QPoint) -> int | None:
        """The position under a point of the viewport that is in a turned part; else None."""
        for part in self.parts:
            if part.place.contains(QPointF(point)):
                return part.position_at(point.x())
        return None

    def _on_moved(self) -> None:
        if self.parts:  # the caret in them is ours, and Qt paints the surroundings of its own alone
            self._editor.viewport().update()

    ## Finding

    def _find(self) -> Iterator[TurnedPart]:
        block = self._editor.document().firstBlock()
        while block.isValid():
            is_rtl = block.blockFormat().layoutDirection() == Qt.LayoutDirection.RightToLeft
            if is_rtl and MAY_TURN.search(block.text()):
                yield from self._find_in(block)
            block = block.next()

    def _find_in(self, block: QTextBlock) -> Iterator[TurnedPart]:
        layout = block.layout()
        for start, end in foreign_spans(block.text()):
            for at in range(layout.lineCount()):
                line = layout.lineAt(at)
                first = max(start, line.textStart())
                last = min(end, line.textStart() + line.textLength())
                if first < last:
                    yield from self._turned(block, line, first, last)

    def _turned(
        self, block: QTextBlock, line: QTextLine, start: int, end: int
    ) -> Iterator[TurnedPart]:
        text = block.text()[start:end]
        lefts = [_left(line, at) for at in range(start, end)]
        known = [each for each in lefts if each is not None]
        if known == sorted(known):
            return
        laid = _lay(text, self._editor)
        own = laid.lineAt(0)
        editor = self._editor
        scrolled = QPointF(editor.horizontalScrollBar().value(), editor.verticalScrollBar().value())
        corner = block.layout().position() - scrolled
        top, air = corner.y() + line.y(), line.height() * (LINE_STEP - 1)
        # The caret and the selection take the air over a line too.
        place = QRectF(
            corner.x() + min(known), top - air, own.naturalTextWidth(), line.height() + air
        )
        yield TurnedPart(
            block.position() + start,
            block.position() + end,
            place,
            top + line.ascent(),
            laid,
            end < len(block.text()),
        )

    ## Painting

    def _paint(self, painter: QPainter, part: TurnedPart) -> None:
        palette = self._editor.palette()
        roles = QPalette.ColorRole
        ground = roles.Base if self._editor.isEnabled() else roles.AlternateBase
        painter.fillRect(part.place, palette.color(ground))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        top = part.baseline - part.laid.lineAt(0).ascent()
        self._paint_selection(painter, part)
        part.laid.draw(painter, QPointF(part.place.left(), top))
        cursor = self._editor.textCursor()
        x = part.caret_x(cursor.position())
        if x is not None and self._editor.hasFocus() and not self._editor.isReadOnly():
            place, width = part.place, self._editor.cursorWidth()
            caret = QRectF(round(x), place.top(), width, place.height())
            painter.fillRect(caret, palette.color(QPalette.ColorRole.Text))

    def _paint_selection(self, painter: QPainter, part: TurnedPart) -> None:
        cursor = self._editor.textCursor()
        first = max(cursor.selectionStart(), part.start)
        last = min(cursor.selectionEnd(), part.end)
        if first >= last:
            return
        own = part.laid.lineAt(0)
        left, right = (_x(own, at - part.start) for at in (first, last))
        chosen = QRectF(part.place)
        chosen.setLeft(part.place.left() + left)
        chosen.setRight(part.place.left() + right)
        painter.fillRect(chosen, self._editor.palette().color(QPalette.ColorRole.Highlight))


def _lay(text: str, editor: QTextEdit) -> QTextLayout:
    layout = QTextLayout(text, editor.font())
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout


def _left(line: QTextLine, at: int) -> float | None:
    """The left edge of a character, in the coordinates of the paragraph."""
    runs = line.glyphRuns(at, 1)
    return runs[0].positions()[0].x() if runs and runs[0].positions() else None


def _x(line: QTextLine, position: int) -> float:
    found: object = line.cursorToX(position)
    x = found[0] if isinstance(found, tuple) else found  # PySide answers with the position too
    assert isinstance(x, float)  # noqa: S101 - so it does
    return x
