"""How the floor is shared, as bars: what a part had of it, against its share of the room."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.i18n import _
from ui.services import Services
from ui.theme.theme import BODY, CAPTION, Theme
from ui.widgets.keyed_model import Index, KeyedModel
from ui.widgets.paint import RowPainter, flip

_ROW, _BAR = 50, 6
_LINE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class BalanceLine:
    """One part of the room, or one voice.

    Attributes:
        key: what it is known by.
        name: «نساء», an organisation, a person.
        had: its time and turns, at the end of the first line.
        compared: its share of the floor and of the room in words, "" where it is compared with
            nothing.
        floor, room: these shares in percent; `room` None for a voice, which has none.
    """

    key: str
    name: str
    had: str
    compared: str = ""
    floor: int = 0
    room: int | None = None


class BalanceModel(KeyedModel[BalanceLine]):
    """The parts, or the voices."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(lambda line: line.key, 1, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, the line, or what a screen reader says."""
        line = self.row(index)
        if line is None:
            return None
        if role == _LINE:
            return line
        spoken = "، ".join(each for each in (line.name, line.had, line.compared) if each)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return spoken
        return line.name if role == Qt.ItemDataRole.DisplayRole else None


class _BalanceDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line: BalanceLine = index.data(_LINE)
        height = _ROW if line.compared else _ROW - 12
        return QSize(self._theme.px(120), self._theme.px(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        line: BalanceLine = index.data(_LINE)
        area = QRect(option.rect).adjusted(theme.px(4), theme.px(3), -theme.px(4), -theme.px(3))
        state: QStyle.StateFlag = option.state
        painter.save()
        row = RowPainter(painter, theme)
        if state & QStyle.StateFlag.State_Selected:
            row.ground(QRect(option.rect).adjusted(0, 1, 0, -1), "accent_soft", 8)
        text = QRect(area.left(), area.top(), area.width(), theme.px(20))
        taken = row.line(text, line.had, theme.font(CAPTION, tabular=True), "soft", at_end=True)
        gap = taken + theme.px(8)
        rest = flip(theme.direction, text, text.adjusted(0, 0, -gap, 0))
        row.line(rest, line.name, theme.font(BODY, 500), "ink")
        bar = QRect(area.left(), text.bottom() + theme.px(3), area.width(), theme.px(_BAR))
        self._bar(row, bar, line)
        if line.compared:
            below = QRect(area.left(), bar.bottom() + theme.px(2), area.width(), theme.px(14))
            row.line(below, line.compared, theme.font(11), "faint")
        painter.restore()

    def _bar(self, row: RowPainter, area: QRect, line: BalanceLine) -> None:
        theme = self._theme
        row.ground(area, "line", theme.px(3))
        width = round(area.width() * min(max(line.floor, 0), 100) / 100)
        if width:
            part = QRect(area.left(), area.top(), max(width, area.height()), area.height())
            row.ground(flip(theme.direction, area, part), "accent", theme.px(3))
        if line.room is not None:
            at = area.left() + round((area.width() - 2) * min(line.room, 100) / 100)
            mark = QRect(at, area.top() - theme.px(2), 2, area.height() + theme.px(4))
            row.ground(flip(theme.direction, area, mark), "ink", 1)


class BalanceList(QListView):
    """The bars; the mark across each is the share of the room."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self.parts = BalanceModel(self)
        self.setModel(self.parts)
        self.setItemDelegate(_BalanceDelegate(services.theme, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(_("How the floor is shared"))
        self.setToolTip(_("The bar is the share of the floor, the mark the share of the room"))
        self.setMinimumHeight(services.theme.px(_ROW))

    def show_lines(self, lines: Sequence[BalanceLine]) -> None:
        """Show the parts as they stand."""
        self.parts.show_rows(lines)
