"""A list of many rows of unequal height that keeps the heights itself."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from ui.hand_place import OWN_PLACE
from ui.meeting.workspace_notes_layout import LaidList

Hint, Move = QAbstractItemView.ScrollHint, QAbstractItemView.CursorAction
_Index = QModelIndex | QPersistentModelIndex
_MANY = 500
_STEPS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
                    Qt.Key.Key_Home, Qt.Key.Key_End})  # fmt: skip


class NoteList(LaidList):
    """Rows are guessed in height until they come into view, then measured.

    QListView asks every row for its height at every append: 32 ms at 5,000 notes, 124 ms at
    20,000 (measured). Here an append costs the same at any length. What is in view never
    jumps: a row that is measured above it moves the scroll bar instead.

    Screen readers know QListView and its kin alone, so that is the base; its layout is passed
    over and QAbstractItemView's is called.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(OWN_PLACE, True)  # noqa: FBT003 - a Qt property
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that the width does not change when the list grows over the edge.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setStyleSheet(
            "QScrollBar::handle:disabled{background:transparent}"
        )

    ## What Qt asks of a view

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Follow a model, also through its resets."""
        super().setModel(model)
        if model is not None:
            model.modelAboutToBeReset.connect(self._remember)
            model.modelReset.connect(self._choose_again)  # after the selection has forgotten
            model.rowsRemoved.connect(self._arrange)

    def reset(self) -> None:
        """Guess all heights anew; what was in view and chosen stays so, if it is still shown."""
        QAbstractItemView.reset(self)
        self._laid_width = 0
        self._measured.clear()
        self._lay_out(self._place)

    def doItemsLayout(self) -> None:
        """Lay out what the model holds now."""
        QAbstractItemView.doItemsLayout(self)
        self._lay_out()

    def rowsInserted(self, parent: _Index, start: int, end: int) -> None:
        """Make room for new rows; what is in view stays where it is."""
        was_at_end = self.is_at_end
        if self._laid_width:
            for row in range(start, end + 1):
                top = self._heights.top(row)
                self._heights.insert(row, self._measure().height(self._notes, row, self._width))
                self._measured.add(self._id(row))
                if top < self._offset and not was_at_end:
                    self._shift(self._heights[row])
        QAbstractItemView.rowsInserted(self, parent, start, end)
        self._arrange()
        if was_at_end:
            self.show_end()

    def rowsAboutToBeRemoved(self, parent: _Index, start: int, end: int) -> None:
        """Close the gap that rows leave."""
        if self._laid_width:
            for row in range(end, start - 1, -1):
                if self._heights.top(row) < self._offset:
                    self._shift(-self._heights[row])
                self._heights.remove(row)
        QAbstractItemView.rowsAboutToBeRemoved(self, parent, start, end)
        self._fit_bar()
        self.viewport().update()

    def dataChanged(
        self, top_left: _Index, bottom_right: _Index, roles: Sequence[int] = ()
    ) -> None:
        """Measure again what changed."""
        was_at_end = self.is_at_end
        first, last = top_left.row(), bottom_right.row()
        if last - first > _MANY:
            self._measured.clear()
        else:
            self._measured.difference_update(map(self._id, range(first, last + 1)))
        QAbstractItemView.dataChanged(self, top_left, bottom_right, roles)
        self._arrange()
        if was_at_end:
            self.show_end()
        self.viewport().update()

    def visualRect(self, index: _Index) -> QRect:
        """Where a row is in the viewport."""
        row = index.row()
        if not index.isValid() or row >= len(self._heights):
            return QRect()
        top = self._heights.top(row) - self._offset
        return QRect(0, top, self._width, self._heights[row])

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row under a point of the viewport."""
        offset = point.y() + self._offset
        if not 0 <= offset < self._heights.total:
            return QModelIndex()
        return self._notes.index(self._heights.row_at(offset))

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = Hint.EnsureVisible,
    ) -> None:
        """Bring a row into view, measured with those around it."""
        row = index.row()
        if not index.isValid() or row >= len(self._heights):
            return
        self._measure_row(row)
        page = self.viewport().height()
        top, height = self._heights.top(row), self._heights[row]
        above, below = top < self._offset, top + height > self._offset + page
        if hint == Hint.PositionAtCenter:
            self._scroll_to(top - (page - height) // 2)
        elif hint == Hint.PositionAtTop or (above and hint != Hint.PositionAtBottom):
            self._scroll_to(top)
        elif hint == Hint.PositionAtBottom or below:
            self._scroll_to_end_of(row)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The row that a key leads to."""
        last = len(self._heights) - 1
        row, page = self.currentIndex().row(), self.viewport().height()
        if last < 0 or row < 0:
            return self._notes.index(last) if last >= 0 else QModelIndex()
        top = self._heights.top(row)
        targets = {
            Move.MoveUp: row - 1,
            Move.MovePrevious: row - 1,
            Move.MoveDown: row + 1,
            Move.MoveNext: row + 1,
            Move.MoveHome: 0,
            Move.MoveEnd: last,
            Move.MovePageUp: min(row - 1, self._heights.row_at(max(top - page, 0))),
            Move.MovePageDown: max(row + 1, self._heights.row_at(top + page)),
        }
        return self._notes.index(min(max(targets.get(action, row), 0), last))

    def horizontalOffset(self) -> int:
        """Rows are as wide as the list."""
        return 0

    def verticalOffset(self) -> int:
        """How far the list is scrolled, in pixels."""
        return self._offset

    def updateGeometries(self) -> None:
        """Fit the scroll bar to heights of ours."""
        QAbstractItemView.updateGeometries(self)
        self._fit_bar()

    def isIndexHidden(self, _index: _Index) -> bool:
        """No row is hidden; filters leave rows out."""
        return False

    def setSelection(self, rect: QRect, command: object) -> None:
        """Select the row under a rectangle's corner."""
        index = self.indexAt(rect.normalized().topLeft())
        self.selectionModel().select(index, command)  # type: ignore[call-overload]

    def visualRegionForSelection(self, selection: object) -> QRegion:
        """What to paint anew after the selection changed."""
        region = QRegion()
        for index in selection.indexes():  # type: ignore[attr-defined]
            region += QRegion(self.visualRect(index))
        return region

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        """Measure what has come into view; what was in view moves by as much as was scrolled."""
        if not self._arranging:
            if dy > 0 and self._offset and len(self._heights):  # at the top is at the top
                held = self._heights.row_at(self._offset + dy)
                if self._heights.top(held) < self._offset + self.viewport().height():
                    self._arrange_upwards(held)
            self._arrange()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Guess again for another width; for another height keep the end in view."""
        at_end = self.is_at_end
        QAbstractItemView.resizeEvent(self, event)
        self._lay_out()
        if at_end:
            self.show_end()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rows in view."""
        if not len(self._heights):
            return
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        bottom = self._offset + self.viewport().height()
        row, top = self._first_in_view()
        while row < len(self._heights) and top < bottom:
            index = self._notes.index(row)
            self._dress(
                option, index, QRect(0, top - self._offset, self._width, self._heights[row])
            )
            self.itemDelegate().paint(painter, option, index)
            top += self._heights[row]
            row += 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rows are reached by arrows; a letter is not for the list but for who asks next."""
        if event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        QAbstractItemView.keyPressEvent(self, event)
        if event.key() in _STEPS:  # also where there was nowhere to go
            self.scrollTo(self.currentIndex())

    def _dress(self, option: QStyleOptionViewItem, index: QModelIndex, rect: QRect) -> None:
        states = QStyle.StateFlag
        state = states.State_Enabled
        if self.selectionModel().isSelected(index):
            state |= states.State_Selected
        if self.hasFocus() and index == self.currentIndex():
            state |= states.State_HasFocus
        option.rect = rect
        option.state = state

    def sizeHint(self) -> QSize:
        """Whatever there is room for."""
        return QSize(320, 240)
