"""All recommendations under each other, large, with their stages."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from recorder import Stage
from ui.capture.mixed_text import lay_mixed
from ui.i18n import _, label
from ui.readback.reading import Read
from ui.readback.sheet_of_one import TONES
from ui.services import Services
from ui.widgets.keyed_model import Index, KeyedModel
from ui.widgets.paint import LaidText, RowPainter, flip

_READ = Qt.ItemDataRole.UserRole + 1
_SHARE = 32
"""The type is this part of the window's height."""


class AllModel(KeyedModel[Read]):
    """The recommendations by their ids."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(lambda read: read.id, 1, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text, the recommendation, or what a screen reader says."""
        read = self.row(index)
        if read is None:
            return None
        if role == _READ:
            return read
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return label(read.row.stage)
        shown = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return f"{read.number}. {read.row.text}" if role in shown else None


class _AllDelegate(QStyledItemDelegate):
    """Number, text, and the stage under it."""

    def __init__(self, services: Services, view: "SheetOfAll") -> None:
        super().__init__(view)
        self._theme, self._wording, self._view = services.theme, services.wording, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its text, at the width of the list."""
        width, size = self._view.viewport().width(), self._view.type_size()
        return QSize(80, self._lay(index.data(_READ), width).height + round(size * 2.1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a recommendation; the chosen one on the accent's ground."""
        theme, size = self._theme, self._view.type_size()
        area, read = QRect(option.rect), index.data(_READ)
        painter.save()
        row = RowPainter(painter, theme)
        if option.state & QStyle.StateFlag.State_Selected:
            row.ground(area.adjusted(0, 2, 0, -2), "accent_soft", theme.px(10))
        top, indent = area.top() + size // 2, self._indent
        number = QRect(area.left() + size // 2, top, indent - size // 2, round(size * 1.4))
        figures = self._wording.figures(read.number)
        row.line(flip(theme.direction, area, number), figures, self._font(600), "accent")
        laid = self._lay(read, area.width())
        left = area.left() + (size if theme.is_rtl else indent)
        laid.draw(painter, left, top, theme.colour("ink"))
        if read.row.stage is not None:
            self._paint_stage(painter, area, read, top + laid.height + size // 6)
        painter.restore()

    def _paint_stage(self, painter: QPainter, area: QRect, read: Read, top: int) -> None:
        ink, _ground = self._theme.tokens.tone(TONES.get(read.row.stage or "", "neutral"))
        tint = "bad" if read.row.stage == Stage.REJECTED else "soft"
        if read.is_adopted:
            tint = "good" if ink == self._theme.tokens.good else "warn"
        place = QRect(area.left() + self._indent, top, area.width() - self._indent,
                      self._view.type_size())  # fmt: skip
        font = self._theme.font(self._design(0.62), 600)
        row = RowPainter(painter, self._theme)
        row.line(flip(self._theme.direction, area, place), label(read.row.stage), font, tint)

    @property
    def _indent(self) -> int:
        return round(self._view.type_size() * 2.4)

    def _lay(self, read: Read, width: int) -> LaidText:
        room = max(width - self._indent - self._view.type_size(), 1)
        return lay_mixed(read.row.text, self._font(500), room, self._theme.direction)

    def _font(self, weight: int) -> QFont:
        return self._theme.font(self._design(1), weight)

    def _design(self, share: float) -> int:
        return max(round(self._view.type_size() * share * 100 / self._theme.text_size), 8)


class SheetOfAll(QListView):
    """The list; Enter shows one alone.

    Signals:
        chosen(str): one is to be shown alone.
    """

    chosen = Signal(str)

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._percent = 100
        self.rows = AllModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_AllDelegate(services, self))
        self.setWordWrap(True)  # else a change of width leaves stale heights (measured)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Recommendations"))
        self.doubleClicked.connect(lambda index: self._on_chosen(index.row()))

    def show_all(self, reads: Sequence[Read]) -> None:
        """Show the recommendations as they are now."""
        self.rows.show_rows(reads)
        self.scheduleDelayedItemsLayout()

    def choose(self, at: int) -> None:
        """Mark one, and bring it into view."""
        index = self.rows.index(at, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def size_type(self, percent: int) -> None:
        """Let the type be of a size, in percent of what fits the window's height."""
        self._percent = percent
        self.scheduleDelayedItemsLayout()

    def type_size(self) -> int:
        """The size of the text in pixels."""
        return max(self.window().height() * self._percent // (100 * _SHARE), 12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows one alone; the window answers what is not the list's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_chosen(self.currentIndex().row())
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, at: int) -> None:
        if 0 <= at < len(self.rows.rows):
            self.chosen.emit(self.rows.rows[at].id)
