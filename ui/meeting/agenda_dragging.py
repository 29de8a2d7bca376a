"""Items of an agenda that may be dragged between each other; used by its form and in the room."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal

from ui.widgets.keyed_model import Index, KeyedModel, Shown

_MIME = "application/x-mahdar-agenda-item"
_ROOT = QModelIndex()


class DraggedModel(KeyedModel[Shown]):
    """Rows with an `id`, let go between rows, never on one; the archive's answer moves them.

    Signals:
        dropped(str, int): the item of an id was let go above a row; their count means the end.
    """

    dropped = Signal(str, int)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows may be dragged; they are let go between rows."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only rows of an agenda are taken."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The id of the row that is dragged."""
        data = QMimeData()
        row = self.row(indexes[0]) if indexes else None
        data.setData(_MIME, str(self._key(row) if row is not None else "").encode())
        return data

    def dropMimeData(
        self,
        data: QMimeData,
        _action: Qt.DropAction,
        row: int,
        _column: int,
        parent: Index = _ROOT,
    ) -> bool:
        """Ask for the move."""
        item_id = bytes(data.data(_MIME).data()).decode()
        if self.place_of(item_id) < 0:
            return False
        before = row if row >= 0 else parent.row() if parent.isValid() else len(self.rows)
        self.dropped.emit(item_id, before)
        return False  # nothing for the view to remove
