"""How a deleted row looks in the trash."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.i18n import kind_word
from ui.past.trash_model import TrashModel
from ui.theme.theme import CAPTION, NOTE, Theme
from ui.widgets.keyed_model import Index
from ui.widgets.paint import RowPainter, flip

_HEIGHT, _GAP, _PADDING = 64, 6, 16


class TrashDelegate(QStyledItemDelegate):
    """A card of two lines: what it said and what it was; its meeting, who and when."""

    def __init__(self, theme: Theme, model: TrashModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(self._theme.px(200), self._theme.px(_HEIGHT + _GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        trashed = self._model.row(index)
        if trashed is None:
            return
        theme, px = self._theme, self._theme.px
        painter.save()
        row = RowPainter(painter, theme)
        card: QRect = option.rect.adjusted(1, 1, -1, -px(_GAP))
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = selected and bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(theme.colour("accent" if focused else "line"))
        painter.setBrush(theme.colour("accent_soft" if selected else "surface"))
        painter.drawRoundedRect(card, 10, 10)
        inner = card.adjusted(px(_PADDING), px(8), -px(_PADDING), -px(8))
        half = inner.height() // 2
        first = QRect(inner.left(), inner.top(), inner.width(), half)
        kind = kind_word(trashed.table)
        width = row.pill_width(kind)
        pill = QRect(first.right() - width + 1, first.top(), width, px(22))
        words = first.adjusted(0, 0, -width - px(12), 0)
        row.line(
            flip(theme.direction, first, words), self._model.words(trashed), theme.font(NOTE), "ink"
        )
        row.pill(flip(theme.direction, first, pill), kind, "neutral")
        facts = self._model.facts(trashed)
        row.line(first.translated(0, half), facts, theme.font(CAPTION), "soft")
        painter.restore()
