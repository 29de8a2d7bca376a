"""How a hit looks in the list: the words found in their sentence, and where they were said."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.search.hits_model import kind_words
from ui.search.marked_text import Measure, lay_marked
from ui.theme.theme import CAPTION, NOTE, Theme
from ui.widgets.paint import LINE_STEP, LaidText, RowPainter, flip

if TYPE_CHECKING:
    from recorder import Hit
    from ui.search.hits_model import HitsModel, Index

_LINES, _GAP, _PADDING, _FOOT, _BETWEEN = 2, 6, 12, 24, 4
_KEPT = 200
_WIDE = 1_000  # a snippet fits on one line
_TONES = {
    "decision": "good", "recommendation": "accent", "issue": "warn", "person": "plum",
    "organisation": "plum", "meeting": "blue", "agenda_item": "blue", "series": "blue",
}  # fmt: skip


class HitDelegate(QStyledItemDelegate):
    """A card of two lines of text and one of facts; all rows are of one height."""

    def __init__(self, theme: Theme, model: HitsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self._laid: OrderedDict[tuple[Hit, int], LaidText] = OrderedDict()
        self._line = round(QFontMetrics(theme.font(NOTE)).height() * LINE_STEP)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are of one height: of one line of text where the window is wide."""
        px = self._theme.px
        text = self._lines(option.widget) * self._line
        return QSize(px(200), text + px(_FOOT + _BETWEEN) + 2 * px(_PADDING - 2) + px(_GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one hit."""
        hit = self._model.hit(index)
        if hit is None:
            return
        painter.save()
        px = self._theme.px
        card: QRect = option.rect.adjusted(1, 1, -1, -px(_GAP))
        row = RowPainter(painter, self._theme)
        self._paint_ground(painter, card, option.state)
        inner = card.adjusted(px(_PADDING + 2), px(_PADDING - 2), -px(_PADDING + 2), 0)
        room = self._lines(option.widget) * self._line
        laid = self._lay(hit, inner.width(), room // self._line)
        top = inner.top() + max(room - laid.height, 0) // 2
        laid.draw(painter, inner.left(), top, self._theme.colour("ink"))
        foot = QRect(inner.left(), inner.top() + room + px(_BETWEEN), inner.width(), px(_FOOT))
        self._paint_foot(row, foot, hit)
        painter.restore()

    def _lines(self, view: QWidget) -> int:
        is_wide = isinstance(view, QAbstractItemView) and view.width() >= self._theme.px(_WIDE)
        return 1 if is_wide else _LINES

    def _lay(self, hit: Hit, width: int, lines: int) -> LaidText:
        laid = self._laid.get((hit, width))
        if laid is None:
            measure = Measure(self._theme.font(NOTE), width, lines)
            laid = lay_marked(hit.text, hit.spans, measure, self._theme)
            self._laid[(hit, width)] = laid
            if len(self._laid) > _KEPT:
                self._laid.popitem(last=False)
        return laid

    def _paint_ground(self, painter: QPainter, card: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = selected and bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(self._theme.colour("accent" if focused else "line"))
        painter.setBrush(self._theme.colour("accent_soft" if selected else "surface"))
        painter.drawRoundedRect(card, 10, 10)

    def _paint_foot(self, row: RowPainter, foot: QRect, hit: Hit) -> None:
        px, direction = self._theme.px, self._theme.direction
        words = kind_words(hit)
        pill = QRect(foot.left(), foot.top() + px(1), row.pill_width(words), px(20))
        row.pill(flip(direction, foot, pill), words, self._tone(hit))
        rest = foot.adjusted(pill.width() + px(10), 0, 0, 0)
        rest.setHeight(px(22))
        facts = self._model.facts(hit)
        row.line(flip(direction, foot, rest), facts, self._theme.font(CAPTION), "faint")

    @staticmethod
    def _tone(hit: Hit) -> str:
        from ui.capture.kinds import tone_of

        return tone_of(hit.kind) if hit.table == "note" else _TONES.get(hit.table, "neutral")
