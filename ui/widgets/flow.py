"""A layout that sets its parts one after another and goes to a new line where it must."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Chips in lines, from the side where the interface begins."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take a part behind the others."""
        self._items.append(item)

    def count(self) -> int:
        """The number of parts."""
        return len(self._items)

    def itemAt(self, at: int) -> QLayoutItem | None:
        """A part; None beyond the last."""
        return self._items[at] if 0 <= at < len(self._items) else None

    def takeAt(self, at: int) -> QLayoutItem | None:
        """Let a part go."""
        return self._items.pop(at) if 0 <= at < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more than its parts need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the lines in a width."""
        return self._arrange(QRect(0, 0, width, 0), in_earnest=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put the parts where they belong."""
        super().setGeometry(rect)
        self._arrange(rect, in_earnest=True)

    def sizeHint(self) -> QSize:
        """The least there can be."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The largest of the parts."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(QSize(1, item.minimumSize().height()))
        return size

    def _arrange(self, rect: QRect, *, in_earnest: bool) -> int:
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        left, top, line = rect.left(), rect.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue  # a hidden part takes no gap either
            size = item.sizeHint().boundedTo(QSize(max(rect.width(), 1), 10_000))
            if left > rect.left() and left + size.width() > rect.right() + 1:
                left, top, line = rect.left(), top + line + self._gap, 0
            if in_earnest:
                place = QRect(left, top, size.width(), size.height())
                item.setGeometry(QStyle.visualRect(direction, rect, place))
            left += size.width() + self._gap
            line = max(line, size.height())
        return top + line - rect.top()
