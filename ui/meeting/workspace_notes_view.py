"""A list of many rows of unequal height that keeps the heights itself."""

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from ui.meeting.workspace_heights import RowHeights
from ui.meeting.workspace_notes_model import NoteRole, NotesModel

Hint, Move = QAbstractItemView.ScrollHint, QAbstractItemView.CursorAction
_Index = QModelIndex | QPersistentModelIndex


class RowMeasure(Protocol):
    """What the list asks of its delegate."""

    def estimate(self, model: NotesModel, row: int, width: int) -> int:
        """About how high a row is, without laying out its text."""

    def height(self, model: NotesModel, row: int, width: int) -> int:
        """How high a row is."""


class NoteList(QListView):
    """Rows are guessed in height until they come into view, then measured.

    QListView asks every row for its height at every append: 32 ms at 5,000 notes, 124 ms at
    20,000 (measured). Here an append costs the same at any length. What is in view never
    jumps: a row that is measured above it moves the scroll bar instead.

    Screen readers know QListView and its kin alone, so that is the base; its layout is passed
    over and QAbstractItemView's is called.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights = RowHeights()
        self._measured: set[str] = set()
        self._laid_width = 0
        self._arranging = False
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

    ## For the screen

    @property
    def is_at_end(self) -> bool:
        """Whether the last row is in view to its end."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum()

    def show_end(self) -> None:
        """Bring the last row into view."""
        rows = len(self._heights)
        if rows:
            self.scrollTo(
                self._notes.index(rows - 1), QAbstractItemView.ScrollHint.PositionAtBottom
            )

    ## What Qt asks of a view

    def reset(self) -> None:
        """Guess all heights anew."""
        QAbstractItemView.reset(self)
        self._laid_width = 0
        self._measured.clear()
        self._lay_out()

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
                self._heights.insert(row, self._measure().estimate(self._notes, row, self._width))
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
        for row in range(top_left.row(), bottom_right.row() + 1):
            self._measured.discard(self._id(row))
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

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Measure what has come into view."""
        if not self._arranging:
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

    ## Heights

    @property
    def _notes(self) -> NotesModel:
        return cast("NotesModel", self.model())

    @property
    def _width(self) -> int:
        return self.viewport().width()

    @property
    def _offset(self) -> int:
        return self.verticalScrollBar().value()

    def _measure(self) -> RowMeasure:
        return cast("RowMeasure", self.itemDelegate())

    def _id(self, row: int) -> str:
        return str(self._notes.index(row).data(NoteRole.ID))

    def _lay_out(self) -> None:
        if self.model() is None:
            return
        width, rows = self._width, self._notes.rowCount()
        if width != self._laid_width or rows != len(self._heights):
            anchor = self._anchor() if len(self._heights) == rows else None
            measure, notes = self._measure(), self._notes
            self._measured.clear()
            self._heights.reset(measure.estimate(notes, row, width) for row in range(rows))
            self._laid_width = width
            self._fit_bar()
            if anchor is not None:
                self._scroll_to(self._heights.top(anchor))
        self._arrange()

    def _anchor(self) -> int | None:
        return self._first_in_view()[0] if len(self._heights) and self._offset else None

    def _first_in_view(self) -> tuple[int, int]:
        row = self._heights.row_at(self._offset)
        return row, self._heights.top(row)

    def _arrange(self) -> None:
        """Measure the rows in view until they fill it, then fit the scroll bar."""
        if not len(self._heights):
            self._fit_bar()
            return
        self._arranging = True
        row, top = self._first_in_view()
        while row < len(self._heights) and top < self._offset + self.viewport().height():
            before = self._heights[row]
            self._measure_row(row)
            grown = self._heights[row] - before
            if top < self._offset and grown:
                self._shift(grown)
            top += self._heights[row]
            row += 1
        self._arranging = False
        self._fit_bar()

    def _measure_row(self, row: int) -> None:
        note_id = self._id(row)
        if note_id not in self._measured:
            self._heights[row] = self._measure().height(self._notes, row, self._width)
            self._measured.add(note_id)
            self._fit_bar()

    def _scroll_to(self, offset: int) -> None:
        self._fit_bar()
        self.verticalScrollBar().setValue(offset)
        self._arrange()
        self.viewport().update()

    def _scroll_to_end_of(self, row: int) -> None:
        page = self.viewport().height()
        filled, above = 0, row
        while above >= 0 and filled < page:
            self._measure_row(above)
            filled += self._heights[above]
            above -= 1
        self._scroll_to(self._heights.top(row) + self._heights[row] - page)

    def _shift(self, pixels: int) -> None:
        was, self._arranging = self._arranging, True
        self._fit_bar()
        self.verticalScrollBar().setValue(self._offset + pixels)
        self._arranging = was

    def _fit_bar(self) -> None:
        bar, page = self.verticalScrollBar(), self.viewport().height()
        was, self._arranging = self._arranging, True
        bar.setRange(0, max(self._heights.total - page, 0))
        self._arranging = was
        bar.setEnabled(bar.maximum() > 0)  # a disabled handle is not drawn
        bar.setPageStep(page)
        bar.setSingleStep(max(page // 12, 1))

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
