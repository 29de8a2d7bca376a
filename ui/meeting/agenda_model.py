"""The agenda as rows for a list: items with what is told beside their titles."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt

from ui.attribution import spoken_rule
from ui.i18n import _, label, ngettext
from ui.meeting.agenda_dragging import DraggedModel
from ui.meeting.outline import OutlineRow
from ui.widgets.keyed_model import Index
from ui.wording import Wording


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


class AgendaModel(DraggedModel[AgendaLine]):
    """The lines by the ids of their items; they may be edited, and dragged between each other."""

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
        """Kind, theme, presenter and a rule of its own, as far as they are known."""
        item = line.outlined.item
        parts = (label(item.kind), line.theme, line.presenter, spoken_rule(item.attribution))
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
        """Lines may be edited too."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags
