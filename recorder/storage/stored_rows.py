"""Rows that become values when they are looked at."""

from collections.abc import Callable, Sequence
from typing import Any, overload

from recorder.domain.row import Row
from recorder.storage.codec import TableCodec


class StoredRows(Sequence[Row]):
    """What a SELECT answered, as a sequence of rows made one by one.

    A screen shows ten notes of five thousand: making all of them took as long as reading them
    (measured). Each row is made once.
    """

    def __init__(self, stored: list[Any], read: Callable[[Any], Row], codec: TableCodec) -> None:
        self._rows: list[Any] = stored
        self._read, self._codec = read, codec
        self._has_made = False

    def column(self, name: str) -> list[Any]:
        """What one column of the table holds, row by row, without making the rows."""
        at = self._codec.names.index(name)
        if not self._has_made:
            return [row[at] for row in self._rows]
        return [
            (row.id, *self._codec.parts(row))[at] if isinstance(row, Row) else row[at]
            for row in self._rows
        ]

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self._rows)))]
        row = self._rows[index]
        if not isinstance(row, Row):
            self._has_made = True
            row = self._rows[index] = self._read(row)
        return row

    def __len__(self) -> int:
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(other) != len(self):
            return False
        return all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]
