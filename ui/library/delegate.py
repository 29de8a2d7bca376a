"""How a meeting looks in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.i18n import _, label
from ui.theme.theme import CAPTION, Theme
from ui.widgets.paint import RowPainter, flip

if TYPE_CHECKING:
    from recorder import MeetingSummary
    from ui.library.model import Index, LibraryModel

_HEIGHT, _GAP, _PADDING = 86, 8, 16
_TONES = {"draft": "neutral", "in_review": "warn", "approved": "good", "reopened": "blue"}


class MeetingDelegate(QStyledItemDelegate):
    """A card: title and state, place below, counts at the foot."""

    def __init__(self, theme: Theme, model: LibraryModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(self._theme.px(200), self._theme.px(_HEIGHT + _GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one meeting."""
        summary = self._model.summary(index)
        if summary is None:
            return
        painter.save()
        px = self._theme.px
        card: QRect = option.rect.adjusted(1, 1, -1, -px(_GAP))
        self._paint_ground(painter, card, option.state)
        row = RowPainter(painter, self._theme)
        inner = card.adjusted(px(_PADDING), px(10), -px(_PADDING), -px(10))
        self._paint_state(row, inner, summary)
        third = inner.height() // 3
        second = QRect(inner.left(), inner.top() + third, inner.width(), third)
        row.line(second, self._model.place(summary), self._theme.font(13), "soft")
        foot = second.translated(0, third)
        counts = self._model.counts(summary) or [_("Nothing recorded yet")]
        row.line(foot, " · ".join(counts), self._theme.font(CAPTION), "faint")
        painter.restore()

    def _paint_ground(self, painter: QPainter, card: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = selected and bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("accent" if focused else "line"))
        painter.setBrush(self._theme.colour("accent_soft" if selected else "surface"))
        painter.drawRoundedRect(card, 10, 10)

    def _paint_state(self, row: RowPainter, inner: QRect, summary: MeetingSummary) -> None:
        px, direction = self._theme.px, self._theme.direction
        height = inner.height() // 3
        words = state_words(summary.state)
        width = row.pill_width(words) if words else 0
        top = QRect(inner.left(), inner.top(), inner.width(), height)
        pill = QRect(top.right() - width + 1, top.top() - px(1), width, px(22))
        title = top.adjusted(0, 0, -width - px(12), 0)
        name = summary.title or _("Untitled meeting")
        row.line(flip(direction, top, title), name, self._theme.font(15, 600), "ink")
        if words:
            tone = _TONES.get(str(summary.state), "neutral")
            row.pill(flip(direction, top, pill), words, tone)


def state_words(state: str | None) -> str:
    """The word for a meeting's state, of which a summary has the bare token."""
    from recorder import MeetingState

    known = {each.value: each for each in MeetingState}
    return label(known.get(state or "", state))
