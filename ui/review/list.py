"""What is to be looked at, as a list: where it is, and the words by which the row is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.i18n import _
from ui.review.desk_words import DeskItem, DeskWords
from ui.review.wording import spoken
from ui.theme.theme import BODY, CAPTION, Theme
from ui.widgets.escaping_list import EscapingList
from ui.widgets.keyed_model import Index, KeyedModel
from ui.widgets.paint import RowPainter, flip
from ui.wording import ascii_digits

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPainter

    from ui.services import Services

_ROW = 34
WHERE = Qt.ItemDataRole.UserRole + 1


class ReviewModel(KeyedModel[DeskItem]):
    """The items that are left."""

    def __init__(self, words: DeskWords, parent: QObject) -> None:
        super().__init__(lambda each: each.key, 1, parent)
        self._words = words

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt
        """The words of the row, where it is, and both for a screen reader."""
        item = self.row(index)
        if item is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words.excerpt(item)
        if role == WHERE:
            return self._words.where(item)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self._words.where(item), self._words.excerpt(item))
        return None


class _ReviewDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px, area = self._theme, self._theme.px, QRect(option.rect)
        painter.save()
        row = RowPainter(painter, theme)
        ground = area.adjusted(0, 1, 0, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            row.ground(ground, "accent_soft", px(7))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("accent"))
            painter.drawRoundedRect(ground, px(7), px(7))
        inner = area.adjusted(px(12), 0, -px(12), 0)
        taken = row.line(inner, index.data(WHERE), theme.font(BODY, 600), "ink") + px(12)
        rest = QRect(inner.left() + taken, inner.top(), inner.width() - taken, inner.height())
        if rest.width() > px(40):
            rest = flip(theme.direction, inner, rest)
            row.line(rest, str(index.data() or ""), theme.font(CAPTION), "faint")
        painter.restore()


class ReviewList(EscapingList):
    """Arrows choose, a digit takes a version, Enter goes to the wording, Escape leaves.

    Signals:
        taken(int): the version of that number, from 0, is to stand.
        joining: the wording is to be written by hand.
        escaped: back to the notes.
    """

    taken = Signal(int)
    joining = Signal()

    def __init__(self, services: Services, model: ReviewModel, parent: QWidget) -> None:
        super().__init__(_("Places to look at"), parent)
        self.setModel(model)
        self.setItemDelegate(_ReviewDelegate(services.theme, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits of either sort and Enter; Escape and arrows as in every such list."""
        digit = ascii_digits(event.text())
        if digit.isdecimal() and digit != "0":
            self.taken.emit(int(digit) - 1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.joining.emit()
        else:
            super().keyPressEvent(event)
