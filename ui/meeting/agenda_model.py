"""The agenda as rows for a list: items with what is told beside their titles."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal

from ui.i18n import _, label, ngettext
from ui.meeting.outline import OutlineRow
from ui.widgets.keyed_model import Index, KeyedModel
from ui.wording import Wording

_MIME = "application/x-mahdar-agenda-item"
_ROOT = QModelIndex()


@dataclass(frozen=True)
class AgendaLine:
    """One row of the list: the item, and the names of its theme and its presenter."""

    outlined: OutlineRow
    theme: str = ""
    presenter: str = ""

    @property
    def id(self) -> str:
        """The id of the item."""
        return self.outlined.item.id

    @property
    def title(self) -> str:
        """The title of the item."""
        return self.outlined.item.title


class AgendaModel(KeyedModel[AgendaLine]):
    """The lines by the ids of their items; lines may be dragged between each other.

    Signals:
        dropped(str, int): the item of an id was let go above a row.
    """

    dropped = Signal(str, int)

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(lambda line: line.id, 1, parent)
        self._wording = wording

    def number(self, line: AgendaLine) -> str:
        """«2» or «2.1» in the user's digits."""
        return self._wording.figures(".".join(str(part) for part in line.outlined.number))

    def minutes(self, line: AgendaLine) -> str:
        """The planned time in words; "" where none is planned."""
        planned = line.outlined.item.planned_minutes
        if planned is None:
            return ""
        return ngettext("{count} minute", "{count} minutes", planned).format(
            count=self._wording.number(planned)
        )

    def details(self, line: AgendaLine) -> list[str]:
        """Kind, theme and presenter, as far as they are known."""
        parts = (label(line.outlined.item.kind), line.theme, line.presenter)
        return [part for part in parts if part]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt
        """The title; the whole line as a sentence for screen readers."""
        line = self.row(index)
        if line is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.number(line)} {line.title or _('Untitled item')}"
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return "، ".join(part for part in (*self.details(line), self.minutes(line)) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lines may be edited and dragged; they are let go between lines, not on them."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsDragEnabled
        )

    def supportedDropActions(self) -> Qt.DropAction:
        """Lines are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only lines of an agenda are taken."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The id of the line that is dragged."""
        data = QMimeData()
        line = self.row(indexes[0]) if indexes else None
        data.setData(_MIME, (line.id if line else "").encode())
        return data

    def dropMimeData(
        self,
        data: QMimeData,
        _action: Qt.DropAction,
        row: int,
        _column: int,
        parent: Index = _ROOT,
    ) -> bool:
        """Ask for the move; the archive's answer is what moves the line."""
        item_id = bytes(data.data(_MIME).data()).decode()
        if self.place_of(item_id) < 0:
            return False
        before = row if row >= 0 else parent.row() if parent.isValid() else len(self.rows)
        self.dropped.emit(item_id, before)
        return False  # nothing for the view to remove
