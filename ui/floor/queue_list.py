"""The queue of speakers as a list: moved, taken out and given the floor by keyboard or mouse."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.i18n import _, isolate_ltr
from ui.meeting.agenda_dragging import DraggedModel
from ui.services import Services
from ui.theme.theme import BODY, CAPTION, Theme
from ui.widgets.keyed_model import Index
from ui.widgets.paint import RowPainter, flip

_ROW, _NUMBER = 44, 26
_LINE = Qt.ItemDataRole.UserRole + 1
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_OWN = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True)
class QueueLine:
    """Somebody who waits.

    Attributes:
        id: of the turn.
        number: the place in the queue, in the user's digits.
        name: who it is.
        under: how often and how long they have spoken already; role and organisation.
    """

    id: str
    number: str
    name: str
    under: str = ""


class QueueModel(DraggedModel[QueueLine]):
    """One row for each who waits."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(lambda line: line.id, 1, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, the line, or what a screen reader says."""
        line = self.row(index)
        if line is None:
            return None
        if role == _LINE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.number}. {line.name}"
        if role in {Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.ToolTipRole}:
            return line.under
        return line.name if role == Qt.ItemDataRole.DisplayRole else None


class _QueueDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        line: QueueLine = index.data(_LINE)
        area: QRect = QRect(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        row = RowPainter(painter, theme)
        if state & QStyle.StateFlag.State_Selected:
            row.ground(area.adjusted(0, 1, 0, -1), "accent_soft", 8)
        width = theme.px(_NUMBER)
        left = QRect(area.left() + theme.px(4), area.top(), width, area.height())
        number = flip(theme.direction, area, left)
        tint = "accent" if index.row() == 0 else "faint"
        row.line(number, isolate_ltr(line.number), theme.font(BODY, 600, tabular=True), tint)
        words = flip(theme.direction, area, area.adjusted(width + theme.px(4), 0, -theme.px(6), 0))
        self._words(row, words, line)
        painter.restore()

    def _words(self, row: RowPainter, area: QRect, line: QueueLine) -> None:
        theme = self._theme
        if not line.under:
            row.line(area, line.name, theme.font(BODY, 500), "ink")
            return
        half = area.height() // 2
        upper = QRect(area.left(), area.top() + theme.px(3), area.width(), half - theme.px(2))
        lower = QRect(area.left(), area.top() + half, area.width(), half - theme.px(5))
        row.line(upper, line.name, theme.font(BODY, 500), "ink")
        row.line(lower, line.under, theme.font(CAPTION), "soft")


class QueueList(QListView):
    """The list; the next one stands at the top.

    Signals:
        given(str): the floor goes to this turn.
        removed(str): it is taken out of the queue.
        stepped(str, int): it is to stand one place higher (-1) or lower (1).
        dropped(str, str): it was let go before another one, "" for the end.
        left_upwards: the arrow went up from the first row.
    """

    given = Signal(str)
    removed = Signal(str)
    stepped = Signal(str, int)
    dropped = Signal(str, str)
    left_upwards = Signal()

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self.queue = QueueModel(self)
        self.setModel(self.queue)
        self.setItemDelegate(_QueueDelegate(services.theme, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAccessibleName(_("Queue of speakers"))
        self.setToolTip(_("Enter gives the floor, Alt and the arrows move, Del takes out"))
        self.setMinimumHeight(services.theme.px(_ROW))
        self.queue.dropped.connect(self._on_dropped)
        self.doubleClicked.connect(lambda index: self._emit(self.given, index))

    @property
    def current_id(self) -> str:
        """The turn with the focus mark, or ""."""
        line = self.queue.row(self.currentIndex())
        return line.id if line else ""

    def show_queue(self, lines: Sequence[QueueLine]) -> None:
        """Show who waits; the mark stays with its person."""
        self.queue.show_rows(lines)
        if lines and not self.currentIndex().isValid():
            self.setCurrentIndex(self.queue.index(0, 0))

    def choose(self, turn_id: str) -> None:
        """Mark a turn and bring it into view."""
        at = self.queue.place_of(turn_id)
        if at >= 0:
            self.setCurrentIndex(self.queue.index(at, 0))
            self.scrollTo(self.currentIndex())

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the list from becoming commands of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if _step(event) or (plain and event.key() in _OWN):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the floor, Alt+arrows move, Del takes out."""
        key, step, turn_id = event.key(), _step(event), self.current_id
        if step and turn_id:
            self.stepped.emit(turn_id, step)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._emit(self.given, self.currentIndex())
        elif key == Qt.Key.Key_Delete:
            self._emit(self.removed, self.currentIndex())
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def _emit(self, signal: object, index: Index) -> None:
        line = self.queue.row(index)
        if line is not None:
            signal.emit(line.id)  # type: ignore[attr-defined]

    def _on_dropped(self, turn_id: str, before: int) -> None:
        rows = self.queue.rows
        self.dropped.emit(turn_id, rows[before].id if before < len(rows) else "")


def _step(event: QKeyEvent) -> int:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    is_ours = held == Qt.KeyboardModifier.AltModifier
    return _STEPS.get(Qt.Key(event.key()), 0) if is_ours else 0
