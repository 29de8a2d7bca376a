"""Deleted rows as a list."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from recorder import Trashed
from ui.i18n import _, fold, thing
from ui.past.moments import moment_words
from ui.services import Services
from ui.widgets.direction import joined
from ui.widgets.keyed_model import Index, KeyedModel

if TYPE_CHECKING:
    from ui.bridge import ArchiveType

LINE = Qt.ItemDataRole.UserRole + 1


def read_trash(limit: int) -> "Callable[[ArchiveType], list[tuple[Trashed, str]]]":
    """A call that reads the latest deletions, each with its folded words.

    Folding a thousand texts takes longer than the window may wait, so it is done there.
    """

    def call(archive: "ArchiveType") -> list[tuple[Trashed, str]]:
        return [(row, _folded(row)) for row in archive.trash(limit=limit)]

    return call


def _folded(row: Trashed) -> str:
    return fold(" ".join((row.text, row.meeting_title, row.author, thing(row.table))))


class TrashModel(KeyedModel[Trashed]):
    """The rows whose words, kind or meeting hold what is searched for."""

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(lambda row: (row.table, row.row_id), 1, parent)
        self._services = services
        self._all: Sequence[tuple[Trashed, str]] = ()
        self._words = ""

    @property
    def total(self) -> int:
        """How many rows are in the trash, found or not."""
        return len(self._all)

    def show_trash(self, found: Sequence[tuple[Trashed, str]]) -> None:
        """Take another reading of the archive: rows, each with the words to search it by."""
        self._all = found
        self.filter(self._words)

    def filter(self, words: str) -> None:
        """Show the rows that hold all the words."""
        self._words = words
        wanted = fold(words).split()
        self.show_rows([row for row, text in self._all if all(word in text for word in wanted)])

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
