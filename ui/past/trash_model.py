"""Deleted rows as a list."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from recorder import Trashed
from ui.i18n import _, fold, thing
from ui.past.moments import moment_words
from ui.services import Services
from ui.widgets.direction import joined
from ui.widgets.keyed_model import Index, KeyedModel

LINE = Qt.ItemDataRole.UserRole + 1


class TrashModel(KeyedModel[Trashed]):
    """The rows whose words, kind or meeting hold what is searched for."""

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(lambda row: (row.table, row.row_id), 1, parent)
        self._services = services
        self._all: Sequence[Trashed] = ()
        self._words = ""

    @property
    def total(self) -> int:
        """How many rows are in the trash, found or not."""
        return len(self._all)

    def show_trash(self, found: Sequence[Trashed]) -> None:
        """Take another reading of the archive."""
        self._all = found
        self.filter(self._words)

    def filter(self, words: str) -> None:
        """Show the rows that hold all the words."""
        self._words = words
        wanted = fold(words).split()
        self.show_rows([each for each in self._all if self._holds(each, wanted)])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, the row, or what a screen reader says."""
        row = self.row(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.words(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.words(row)} {self.facts(row)}"
        return row if role == LINE else None

    def words(self, row: Trashed) -> str:
        """What it said, in one line."""
        return " ".join(row.text.split()) or _("Without words")

    def facts(self, row: Trashed) -> str:
        """Its meeting, who deleted it and when: «لقاء حلب · ليلى · اليوم 10:42»."""
        who = row.author or _("somebody unnamed")
        parts = [row.meeting_title, who, moment_words(row.wall, self._services)]
        if row.hidden_by:
            back = _("in sight again with {thing} that was deleted too")
            parts.append(back.format(thing=thing(row.hidden_by)))
        return joined(parts, self._services.theme.direction)

    def _holds(self, row: Trashed, wanted: list[str]) -> bool:
        text = fold(" ".join((row.text, row.meeting_title, row.author, thing(row.table))))
        return all(word in text for word in wanted)
