"""How an offer looks in the palette: icon and title at the start, heading and key at the end."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.i18n import LRI, PDI
from ui.palette.offers import Offer
from ui.theme.theme import BODY, CAPTION, Theme
from ui.widgets.keyed_model import Index
from ui.widgets.offered_rows import OfferedRows
from ui.widgets.paint import RowPainter, flip

ROW = 36
_INSET, _ICON, _GAP, _KEY_HEIGHT = 14, 18, 10, 22


class OffersModel(OfferedRows[Offer]):
    """The offers that were found."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title; for screen readers the key and the heading too."""
        offer = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{offer.title}، {offer.key}" if offer.key else offer.title
        return offer.detail if role == Qt.ItemDataRole.AccessibleDescriptionRole else None


class OfferDelegate(QStyledItemDelegate):
    """Paints one offer."""

    def __init__(self, theme: Theme, model: OffersModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(self._theme.px(200), self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint it from start to end."""
        theme, offer = self._theme, self._model.rows[index.row()]
        area: QRect = QRect(option.rect)
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        row = RowPainter(painter, theme)
        if is_chosen:
            row.ground(area.adjusted(4, 1, -4, -1), "accent_soft", 6)
        inner = area.adjusted(theme.px(_INSET), 0, -theme.px(_INSET), 0)
        self._paint_icon(row, inner, offer.icon, "accent" if is_chosen else "soft")
        taken = self._paint_key(row, inner, offer.key)
        self._paint_words(row, inner, offer, taken)
        painter.restore()

    def _paint_icon(self, row: RowPainter, inner: QRect, icon: str, tint: str) -> None:
        size = self._theme.px(_ICON)
        square = QRect(inner.left(), inner.center().y() - size // 2, size, size)
        if icon:
            row.icon(flip(self._theme.direction, inner, square), icon, tint)

    def _paint_key(self, row: RowPainter, inner: QRect, key: str) -> int:
        if not key:
            return 0
        theme = self._theme
        font = theme.font(CAPTION, 500)
        width = QFontMetrics(font).horizontalAdvance(key) + theme.px(16)
        height = theme.px(_KEY_HEIGHT)
        cap = QRect(inner.right() - width + 1, inner.center().y() - height // 2, width, height)
        cap = flip(theme.direction, inner, cap)
        row.painter.setPen(theme.colour("line_strong"))
        row.painter.setBrush(theme.colour("surface"))
        row.painter.drawRoundedRect(cap.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        row.painter.setPen(theme.colour("soft"))
        row.painter.setFont(font)
        row.painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, f"{LRI}{key}{PDI}")
        return width + theme.px(_GAP)

    def _paint_words(self, row: RowPainter, inner: QRect, offer: Offer, taken: int) -> None:
        theme = self._theme
        start = theme.px(_ICON + _GAP)
        room = flip(theme.direction, inner, inner.adjusted(start, 0, -taken, 0))
        font = theme.font(BODY, 500)
        wide = row.line(room, offer.title, font, "ink") + theme.px(2 * _GAP)
        rest = inner.adjusted(start + wide, 0, -taken, 0)
        if rest.width() > theme.px(60):
            rest = flip(theme.direction, inner, rest)
            row.line(rest, offer.detail, theme.font(CAPTION), "faint", at_end=True)
