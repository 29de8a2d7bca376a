"""A form over one row: it saves by itself, field by field, and never writes under a hand."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from recorder import RecorderError, Row
from ui.bridge import ArchiveBridge
from ui.edits import append, edit
from ui.services import Services
from ui.widgets.choice_field import ChoiceField
from ui.widgets.drafting import Drafting, DraftKey
from ui.widgets.label import Label
from ui.widgets.line_field import LineField
from ui.widgets.name_field import NameField
from ui.widgets.notebox import NoteBox
from ui.widgets.time_fields import DateField, NumberField, TimeField

COLUMNS = 6
REST_MS = 1000
"""After this rest a date, a time or a number is written although its field was not left."""
ValueField = ChoiceField | DateField | NameField | NumberField | TimeField
Field = LineField | NoteBox | ValueField


@dataclass(frozen=True)
class _Bound:
    column: str
    widget: Field
    creates: Callable[[str], Row] | None = None

    @property
    def is_value(self) -> bool:
        return isinstance(self.widget, ValueField)

    @property
    def value(self) -> Any:  # noqa: ANN401 - as many kinds as there are columns
        return self.widget.value if isinstance(self.widget, ValueField) else self.widget.words

    def show(self, value: Any) -> None:  # noqa: ANN401 - as above
        if isinstance(self.widget, ValueField):
            self.widget.show_value(value)
        else:
            self.widget.show_words(value)


class RowForm(QWidget):
    """Labelled fields on a grid of six columns, each bound to a column of one row.

    Texts are drafted while they are typed and become changes when the field is left; other
    values are written when they are chosen or left.

    Signals:
        wrote(str): the user gave the column of that name a new value.
    """

    wrote = Signal(str)

    def __init__(
        self,
        bridge: ArchiveBridge,
        services: Services,
        window: str,
        parent: QWidget | None = None,
        *,
        is_seen: bool = False,
    ) -> None:
        """Make an empty form; `window` names it among the drafts, `is_seen` is told there."""
        super().__init__(parent)
        self._bridge, self._services = bridge, services
        self._row: Row | None = None
        self._bound: dict[str, _Bound] = {}
        self._edited: set[str] = set()
        self._on_its_way: list[str] = []
        self._drafting = Drafting(bridge, services.saved, window, self, is_seen=is_seen)
        self._drafting.committed.connect(self._on_committed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(services.theme.px(12))
        self._grid.setVerticalSpacing(services.theme.px(12))
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._line, self._used = 0, 0
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST_MS)
        self._resting.timeout.connect(self._on_rested)

    @property
    def row(self) -> Row | None:
        """The row as the form last knew it."""
        return self._row

    def add(
        self,
        column: str,
        widget: Field,
        span: int = COLUMNS,
        *,
        creates: Callable[[str], Row] | None = None,
    ) -> None:
        """Put a field on the form under its accessible name.

        Args:
            column: the column of the row.
            widget: the field.
            span: how many of the six columns it takes; it goes to a new line where it must.
            creates: for a NameField: the row to make when an unknown name is typed.
        """
        bound = _Bound(column, widget, creates)
        self._bound[column] = bound
        self._place(widget, span)
        if isinstance(widget, NameField):
            widget.edited.connect(lambda: self._edited.add(column))
            widget.chosen.connect(lambda _id: self._on_chosen(bound))
            widget.unknown.connect(lambda name: self._on_unknown(bound, name))
            widget.left.connect(lambda: self._on_left(bound))
        elif bound.is_value:
            widget.edited.connect(lambda: self._edited.add(column))
            widget.edited.connect(self._resting.start)
            widget.left.connect(lambda: self._on_left(bound))
        else:
            widget.edited.connect(lambda: self._on_typed(bound))
            widget.left.connect(self._drafting.leave)

    def show_row(self, row: Row | None) -> None:
        """Show a row; a field that is being written in keeps what is in it."""
        is_same = self._row is not None and row is not None and self._row.id == row.id
        if not is_same:
            self.leave()
        self._row = row
        for bound in self._bound.values():
            if row is not None and not (is_same and self._is_busy(bound)):
                bound.show(getattr(row, bound.column))
            elif row is None:
                bound.show(None if bound.is_value and not _is_text(bound.widget) else "")
        if not is_same:
            self._edited.clear()

    def leave(self) -> None:
        """Make changes of what was typed, also in a field that still has the focus."""
        self._resting.stop()
        for bound in self._bound.values():
            if isinstance(bound.widget, ValueField) and bound.column in self._edited:
                bound.widget.left.emit()
        self._drafting.leave()

    def has(self, column: str) -> bool:
        """Whether the form shows a column."""
        return column in self._bound

    def field(self, column: str) -> Field:
        """The field of a column."""
        return self._bound[column].widget

    def _place(self, widget: Field, span: int) -> None:
        if self._used + span > COLUMNS:
            self._line, self._used = self._line + 1, 0
        cell = QVBoxLayout()
        cell.setSpacing(self._services.theme.px(4))
        label = Label(widget.accessibleName(), self, role="field")
        label.setBuddy(widget)
        cell.addWidget(label)
        cell.addWidget(widget)
        self._grid.addLayout(cell, self._line, self._used, 1, span, Qt.AlignmentFlag.AlignTop)
        self._used += span

    def _on_typed(self, bound: _Bound) -> None:
        row = self._row
        if row is not None:
            key = DraftKey(row.TABLE, row.id, bound.column)
            self._drafting.typed(key, lambda: str(bound.value))

    def _on_committed(self) -> None:
        for bound in self._bound.values():
            if isinstance(bound.widget, LineField | NoteBox):
                bound.widget.forget_typing()

    def _is_busy(self, bound: _Bound) -> bool:
        if bound.is_value:
            return bound.column in self._edited or bound.column in self._on_its_way
        return bound.widget.hasFocus() or self._drafting.is_pending

    def _on_chosen(self, bound: _Bound) -> None:
        self._edited.add(bound.column)
        self._on_left(bound)

    def _on_left(self, bound: _Bound) -> None:
        field = bound.widget
        if isinstance(field, NameField) and field.words and not field.value:
            return  # a name that nobody has
        self._write(bound)
        self._edited.discard(bound.column)

    def _write(self, bound: _Bound) -> None:
        """Write what a hand changed; a field that was only passed through may show an old value."""
        row = self._row
        is_edited = bound.column in self._edited
        if row is None or not is_edited or getattr(row, bound.column) == bound.value:
            return
        fields = {bound.column: bound.value}
        changed: Any = row
        self._row = replace(changed, **fields)
        self._on_its_way.append(bound.column)
        self._bridge.request(
            edit(row, **fields),
            lambda _changes: self._on_its_way.remove(bound.column),
            origin=self,
            saves=True,
            failed=partial(self._on_unwritten, row, bound.column),
        )
        self.wrote.emit(bound.column)

    def _on_rested(self) -> None:
        # A name is not written before its field is left: half a name would make a new row.
        for bound in self._bound.values():
            if bound.is_value and not isinstance(bound.widget, NameField):
                self._write(bound)

    def _on_unwritten(self, before: Row, column: str, error: RecorderError) -> None:
        # The field keeps what was chosen; being left once more, it is written once more.
        self._on_its_way.remove(column)
        row: Any = self._row
        if row is not None and row.id == before.id:
            self._row = replace(row, **{column: getattr(before, column)})
            self._edited.add(column)
        self._bridge.failed.emit(error)

    def _on_unknown(self, bound: _Bound, name: str) -> None:
        if bound.creates is None or not isinstance(bound.widget, NameField):
            if isinstance(bound.widget, LineField):
                bound.widget.show_wrong(wrong=True)
            return
        made = bound.creates(name)
        create = append(made) if hasattr(made, "place") else edit(made)
        self._bridge.request(create, origin=None, saves=True)
        bound.widget.take(made.id, name)
        self._on_chosen(bound)


def _is_text(widget: Field) -> bool:
    return isinstance(widget, DateField | TimeField)
