"""The keys on one sheet of paper, in both languages, to lie beside the laptop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMarginsF, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QStyle

from ui.i18n import LRI, PDI, _, in_every_language
from ui.key_lines import KeyLine, key_lines
from ui.theme.fonts import make_font
from ui.widgets.direction import framed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ui.theme.theme import Theme

DPI, SHARPNESS = 96, 12
"""The card is laid out in pixels of the screen; the paper has so many dots for each."""
_MARGIN_MM, _GUTTER, _TITLE, _HEADING, _FOOT = 12, 28, 44, 26, 74
_MOST_STEP, _LEAST_STEP, _WORDS_SHARE = 27, 17, 0.66


@dataclass(frozen=True)
class _Piece:
    """A heading (without a key) or a line, in the language of the window and in the other."""

    own: str
    other: str
    key: str = ""


class _Type(NamedTuple):
    """A size in pixels, a weight and a colour of type."""

    size: int
    weight: int
    tint: str


class KeyCard:
    """Lays the table out in two columns of one page and draws it.

    Attributes:
        placed: where each line went, for whoever checks that nothing fell off the page.
    """

    def __init__(self, theme: Theme, marks: Sequence[tuple[str, str]]) -> None:
        """Prepare; `marks` are the letters at the start of a note with what they mean."""
        self._theme, self._marks = theme, marks
        self.placed: list[tuple[str, QRect]] = []
        self._step = _MOST_STEP

    def write(self, path: Path) -> None:
        """Write the card as a PDF of one A4 page.

        Raises:
            OSError: the file cannot be written.
        """
        writer = QPdfWriter(str(path))
        writer.setTitle(_("Mahdar: the keys"))
        writer.setResolution(DPI * SHARPNESS)
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        writer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins,
                QPageLayout.Unit.Millimeter,
            )
        )  # fmt: skip
        painter = QPainter()
        if not painter.begin(writer):
            raise OSError(path)
        painter.scale(SHARPNESS, SHARPNESS)
        room = QRect(0, 0, writer.width() // SHARPNESS, writer.height() // SHARPNESS)
        self.draw(painter, room)
        painter.end()

    def draw(self, painter: QPainter, page: QRect) -> None:
        """Draw it into a page, in pixels."""
        self.placed = []
        self._page = page
        columns = self._columns()
        self._step = self._step_for(columns, page.height() - _TITLE - _FOOT)
        self._draw_title(painter)
        width = (page.width() - _GUTTER) // 2
        for at, pieces in enumerate(columns):
            area = QRect(at * (width + _GUTTER), _TITLE, width, page.height() - _TITLE - _FOOT)
            self._draw_column(painter, self._flip(area), pieces)
        self._draw_marks(painter, QRect(0, page.height() - _FOOT, page.width(), _FOOT))

    ## What goes where

    def _pieces(self) -> list[list[_Piece]]:
        groups = []
        for group, lines in key_lines().items():
            groups.append([self._piece(KeyLine(group, "")), *map(self._piece, lines)])
        return groups

    def _piece(self, line: KeyLine) -> _Piece:
        arabic, english = in_every_language(line.text)
        own, other = (arabic, english) if self._theme.is_rtl else (english, arabic)
        return _Piece(own, other, line.key)

    def _columns(self) -> list[list[_Piece]]:
        """All pieces in two columns of about the same height; a heading ends no column."""
        pieces = [piece for group in self._pieces() for piece in group]
        half = (len(pieces) + 1) // 2
        while any(not piece.key for piece in pieces[max(half - 2, 0) : half]):
            half -= 1
        return [pieces[:half], pieces[half:]]

    @staticmethod
    def _step_for(columns: list[list[_Piece]], room: int) -> int:
        longest = max(columns, key=len)
        headings = sum(not piece.key for piece in longest)
        step = (room - headings * _HEADING) // max(len(longest) - headings, 1)
        return min(max(step, _LEAST_STEP), _MOST_STEP)

    ## Drawing

    def _draw_title(self, painter: QPainter) -> None:
        own, other = (
            ("محضر: المفاتيح", "Mahdar: keys") if self._theme.is_rtl
            else ("Mahdar: keys", "محضر: المفاتيح")
        )  # fmt: skip
        line = QRect(0, 0, self._page.width(), _TITLE - 12)
        self._words(painter, line, own, _Type(20, 600, "ink"))
        self._words(painter, line, other, _Type(12, 400, "faint"), at_end=True)
        painter.fillRect(
            QRectF(0, _TITLE - 8, self._page.width(), 1), self._theme.colour("line_strong")
        )

    def _draw_column(self, painter: QPainter, area: QRect, pieces: list[_Piece]) -> None:
        top = area.top()
        for piece in pieces:
            height = self._step if piece.key else _HEADING
            line = QRect(area.left(), top, area.width(), height)
            self.placed.append((piece.own, line))
            if piece.key:
                self._draw_line(painter, line, piece)
            else:
                self._words(painter, line, piece.own, _Type(12, 600, "accent"))
                self._words(painter, line, piece.other, _Type(9, 400, "faint"), at_end=True)
            top += height

    def _draw_line(self, painter: QPainter, line: QRect, piece: _Piece) -> None:
        cap = self._draw_key(painter, line, piece.key)
        words = QRect(line.left(), line.top(), line.width() - cap - 8, line.height())
        words = QStyle.visualRect(self._theme.direction, line, words)
        if self._step >= _MOST_STEP - 4:  # one under the other
            upper = QRect(words.left(), words.top() + 1, words.width(), words.height() * 6 // 10)
            lower = QRect(words.left(), upper.bottom() - 1, words.width(), words.height() * 4 // 10)
            self._words(painter, upper, piece.own, _Type(11, 500, "ink"))
            self._words(painter, lower, piece.other, _Type(8, 400, "faint"))
            return
        share = round(words.width() * _WORDS_SHARE)
        own = QRect(words.left(), words.top(), share, words.height())
        other = QRect(words.left() + share, words.top(), words.width() - share, words.height())
        direction = self._theme.direction
        own, other = (QStyle.visualRect(direction, words, each) for each in (own, other))
        self._words(painter, own, piece.own, _Type(10, 500, "ink"))
        self._words(painter, other, piece.other, _Type(7, 400, "faint"), at_end=True)

    def _draw_key(self, painter: QPainter, line: QRect, key: str) -> int:
        font = make_font(9, 500)
        width = QFontMetrics(font).horizontalAdvance(key) + 12
        height = min(line.height() - 4, 17)
        cap = QRect(line.right() - width + 1, line.center().y() - height // 2, width, height)
        cap = QStyle.visualRect(self._theme.direction, line, cap)
        painter.setPen(self._theme.colour("line_strong"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(cap), 3, 3)
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(font)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, f"{LRI}{key}{PDI}")
        return width

    def _draw_marks(self, painter: QPainter, area: QRect) -> None:
        painter.fillRect(
            QRectF(area.left(), area.top() + 4, area.width(), 1), self._theme.colour("line_strong")
        )
        head = QRect(area.left(), area.top() + 10, area.width(), 18)
        self._words(painter, head, _("Typed at the start of a note"), _Type(11, 600, "accent"))
        cell = area.width() // max((len(self._marks) + 1) // 2, 1)
        for at, (name, letters) in enumerate(self._marks):
            corner = QPoint(area.left() + (at // 2) * cell, head.bottom() + 2 + (at % 2) * 20)
            place = QStyle.visualRect(
                self._theme.direction, area, QRect(corner.x(), corner.y(), cell - 8, 18)
            )
            self.placed.append((name, place))
            self._words(
                painter, place, f"{name}   {letters.split('   ')[0]}", _Type(10, 400, "ink")
            )

    def _flip(self, part: QRect) -> QRect:
        return QStyle.visualRect(self._theme.direction, self._page, part)

    def _words(
        self, painter: QPainter, area: QRect, text: str, kind: _Type, *, at_end: bool = False
    ) -> None:
        font = make_font(kind.size, kind.weight)
        shown = QFontMetrics(font).elidedText(
            framed(text, self._theme.direction), Qt.TextElideMode.ElideRight, area.width()
        )
        from_right = self._theme.is_rtl != at_end
        side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(self._theme.colour(kind.tint))
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags | Qt.TextFlag.TextDontClip, shown)
