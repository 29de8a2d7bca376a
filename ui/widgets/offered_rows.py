"""A list model whose rows are all others after each letter: what is offered while one types."""

from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject

from ui.widgets.keyed_model import Index, Shown

_ROOT = QModelIndex()


class OfferedRows(QAbstractListModel, Generic[Shown]):
    """The rows of the moment; nothing is chosen among them that a reset could lose."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[Shown] = ()

    def show_rows(self, rows: Sequence[Shown]) -> None:
        """Offer these."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of rows; rows have no children."""
        return 0 if parent.isValid() else len(self.rows)
