"""The meetings of the archive as rows of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.i18n import _, fold, ngettext
from ui.widgets.direction import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recorder import MeetingSummary
    from ui.wording import Wording

SUMMARY_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class LibraryModel(QAbstractListModel):
    """One row for each meeting that the words in the search field find."""

    def __init__(
        self, wording: Wording, direction: Qt.LayoutDirection, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._wording, self._direction = wording, direction
        self._all: list[MeetingSummary] = []
        self._shown: list[MeetingSummary] = []
        self._words = ""

    @property
    def total(self) -> int:
        """How many meetings there are, found or not."""
        return len(self._all)

    def show_summaries(self, summaries: Sequence[MeetingSummary]) -> None:
        """Take another reading of the archive."""
        self._all = list(summaries)
        self.filter(self._words)

    def filter(self, words: str) -> None:
        """Show the meetings whose title, place, number or series hold all the words."""
        self._words = words
        wanted = fold(words).split()
        self.beginResetModel()
        self._shown = [each for each in self._all if _holds(each, wanted)]
        self.endResetModel()

    def summary(self, index: Index) -> MeetingSummary | None:
        """The meeting of a row."""
        return self._shown[index.row()] if index.isValid() else None

    def row_of(self, meeting_id: str) -> int:
        """The row of a meeting, -1 when it is not shown."""
        return next((at for at, each in enumerate(self._shown) if each.id == meeting_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many meetings are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, the summary, or the whole line as a screen reader says it."""
        summary = self.summary(index)
        if summary is None:
            return None
        if role == SUMMARY_ROLE:
            return summary
        if role == Qt.ItemDataRole.DisplayRole:
            return summary.title or _("Untitled meeting")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (summary.title or _("Untitled meeting"), self.place(summary))
            return "، ".join((*parts, *self.counts(summary)))
        return None

    def place(self, summary: MeetingSummary) -> str:
        """When and where: «18 حزيران 2025 · حي المحافظة · حلب»."""
        parts = (self._wording.date(summary.date), summary.venue, summary.city)
        return joined(parts, self._direction) or _("No date or place yet")

    def counts(self, summary: MeetingSummary) -> list[str]:
        """What there is in it, in words, the empty left out."""
        number = self._wording.number
        people, notes, asked = summary.people, summary.notes, summary.recommendations
        said = [
            (people, ngettext("{count} person", "{count} people", people)),
            (notes, ngettext("{count} note", "{count} notes", notes)),
            (asked, ngettext("{count} recommendation", "{count} recommendations", asked)),
        ]
        return [words.format(count=number(count)) for count, words in said if count]


def _holds(summary: MeetingSummary, wanted: list[str]) -> bool:
    parts = (summary.title, summary.venue, summary.city, summary.number, summary.series_title)
    text = fold(" ".join(parts))
    return all(word in text for word in wanted)
