"""A table model over rows that are known by a key: what stays keeps its place, focus and choice."""

from collections.abc import Callable, Collection, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex

Shown = TypeVar("Shown")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class KeyedModel(QAbstractTableModel, Generic[Shown]):
    """Rows of any kind; a new reading is taken over by difference, never by a reset.

    A reset would throw away the selection and the scroll position each time another laptop, or
    another view, writes a word.
    """

    def __init__(
        self, key: Callable[[Shown], Hashable], columns: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._columns = columns
        self._rows: list[Shown] = []

    @property
    def rows(self) -> Sequence[Shown]:
        """What is shown, from top to bottom."""
        return self._rows

    def row(self, index: Index) -> Shown | None:
        """The row of an index; None for an invalid one."""
        return self._rows[index.row()] if index.isValid() else None

    def place_of(self, key: Hashable) -> int:
        """The number of the row with a key, -1 when it is not shown."""
        return next((at for at, each in enumerate(self._rows) if self._key(each) == key), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of rows; rows have no children."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else self._columns

    def show_rows(self, rows: Sequence[Shown]) -> None:
        """Show other rows; their keys are all different."""
        wanted = {self._key(each): each for each in rows}
        self._remove_all_but(wanted.keys())
        known = {self._key(each) for each in self._rows}
        self._reorder([each for each in rows if self._key(each) in known])
        self._insert_missing(rows, known)
        self._update(rows)

    def _remove_all_but(self, keys: Collection[Hashable]) -> None:
        gone = [at for at, each in enumerate(self._rows) if self._key(each) not in keys]
        for first, last in reversed(_runs(gone)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()

    def _reorder(self, wanted: list[Shown]) -> None:
        order = [self._key(each) for each in wanted]
        before = [self._key(each) for each in self._rows]
        if order == before:
            return
        self.layoutAboutToBeChanged.emit()
        olds = self.persistentIndexList()
        place = {key: at for at, key in enumerate(order)}
        news = [self.index(place[before[each.row()]], each.column()) for each in olds]
        by_key = {self._key(each): each for each in self._rows}
        self._rows = [by_key[key] for key in order]
        self.changePersistentIndexList(olds, news)
        self.layoutChanged.emit()

    def _insert_missing(self, rows: Sequence[Shown], known: set[Hashable]) -> None:
        missing = [at for at, each in enumerate(rows) if self._key(each) not in known]
        for first, last in _runs(missing):
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = rows[first : last + 1]
            self.endInsertRows()

    def _update(self, rows: Sequence[Shown]) -> None:
        changed = [at for at, each in enumerate(rows) if self._rows[at] != each]
        for first, last in _runs(changed):
            self._rows[first : last + 1] = rows[first : last + 1]
            self.dataChanged.emit(self.index(first, 0), self.index(last, self._columns - 1))


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Ascending numbers as (first, last) pairs of neighbours."""
    runs: list[tuple[int, int]] = []
    for each in places:
        if runs and runs[-1][1] == each - 1:
            runs[-1] = (runs[-1][0], each)
        else:
            runs.append((each, each))
    return runs
