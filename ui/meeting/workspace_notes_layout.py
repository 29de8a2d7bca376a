"""Where the rows of a long list are: guessed first, measured in view, never jumping."""

from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtWidgets import QListView, QWidget

from ui.meeting.workspace_heights import RowHeights
from ui.meeting.workspace_notes_model import NoteRole, NotesModel


class RowMeasure(Protocol):
    """What the list asks of its delegate."""

    def estimates(self, model: NotesModel, width: int) -> list[int]:
        """About how high each row is, without laying out its text."""

    def height(self, model: NotesModel, row: int, width: int) -> int:
        """How high a row is."""


@dataclass(frozen=True)
class ReadingPlace:
    """What is read: the first note in view, how far it is scrolled beyond, and the chosen note."""

    first: str
    beyond: int
    chosen: str
    is_at_end: bool


class LaidList(QListView):
    """The heights of the rows, and the offset at which they are seen; what Qt asks comes on top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights = RowHeights()
        self._measured: set[str] = set()
        self._laid_width = 0
        self._arranging = False
        self._place: ReadingPlace | None = None

    ## For the screen

    @property
    def is_at_end(self) -> bool:
        """Whether the last row is in view to its end."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum()

    @property
    def first_id(self) -> str:
        """The note at the upper edge, "" when there is none."""
        return self._id(self._first_in_view()[0]) if len(self._heights) else ""

    def show_end(self) -> None:
        """Bring the last row into view."""
        if len(self._heights):
            self._scroll_to_end_of(len(self._heights) - 1)

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

    def _lay_out(self, place: "ReadingPlace | None" = None) -> None:
        """Guess heights where rows or width are others; `place` is what to bring back into view."""
        if self.model() is None:
            return
        width, rows = self._width, self._notes.rowCount()
        if width != self._laid_width or rows != len(self._heights):
            if place is None and rows == len(self._heights):
                place = self._place_now()
            self._measured.clear()
            self._heights.reset(self._measure().estimates(self._notes, width))
            self._laid_width = width
            self._fit_bar()
            self._go_back_to(place)
        self._arrange()

    def _remember(self) -> None:
        """The model is about to forget its rows."""
        self._place = self._place_now()

    def _choose_again(self) -> None:
        place, self._place = self._place, None
        row = self._notes.row_of(place.chosen) if place is not None else -1
        if row >= 0:
            self.setAutoScroll(False)
            self.setCurrentIndex(self._notes.index(row))
            self.setAutoScroll(True)

    def _place_now(self) -> "ReadingPlace | None":
        rows = self._notes.rowCount()
        if not rows or rows != len(self._heights):
            return None
        row, top = self._first_in_view()
        current = self.currentIndex()
        chosen = self._id(current.row()) if current.isValid() else ""
        return ReadingPlace(self._id(row), self._offset - top, chosen, is_at_end=self.is_at_end)

    def _go_back_to(self, place: "ReadingPlace | None") -> None:
        row = self._notes.row_of(place.first) if place is not None else -1
        if place is None or row < 0:
            return
        if place.is_at_end:
            self.show_end()
        else:
            self._measure_row(row)
            self._scroll_to(self._heights.top(row) + min(place.beyond, self._heights[row] - 1))

    def _first_in_view(self) -> tuple[int, int]:
        row = self._heights.row_at(self._offset)
        return row, self._heights.top(row)

    def _arrange(self, *_what: object) -> None:
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

    def _arrange_upwards(self, held: int) -> None:
        """Measure the rows that came into view above one, and let them grow out of the view."""
        row = held
        while row > 0 and self._heights.top(row) > self._offset:
            row -= 1
            before = self._heights[row]
            self._measure_row(row)
            self._shift(self._heights[row] - before)

    def _measure_row(self, row: int) -> None:
        note_id = self._id(row)
        if note_id not in self._measured:
            self._heights[row] = self._measure().height(self._notes, row, self._width)
            self._measured.add(note_id)

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
