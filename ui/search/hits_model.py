"""What a search found, as rows of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.i18n import _, label, pgettext
from ui.widgets.direction import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recorder import Hit
    from ui.wording import Wording

HIT_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class HitsModel(QAbstractListModel):
    """The hits in their order, with the words for what they are."""

    def __init__(
        self, wording: Wording, direction: Qt.LayoutDirection, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._wording, self._direction = wording, direction
        self._hits: list[Hit] = []

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show what was found."""
        self.beginResetModel()
        self._hits = list(hits)
        self.endResetModel()

    def hit(self, index: Index) -> Hit | None:
        """The hit of a row."""
        return self._hits[index.row()] if index.isValid() else None

    def row_of(self, hit: Hit | None) -> int:
        """The row that shows the same thing, -1 when none does."""
        key = (hit.table, hit.row_id) if hit else None
        return next((at for at, each in enumerate(self._hits)
                     if (each.table, each.row_id) == key), -1)  # fmt: skip

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many were found."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, the hit, or the whole row as a screen reader says it."""
        hit = self.hit(index)
        if hit is None:
            return None
        if role == HIT_ROLE:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "، ".join(filter(None, (kind_words(hit), hit.who, hit.text, *self._place(hit))))
        return None

    def facts(self, hit: Hit) -> str:
        """Who, in which meeting and when: «وسيم الحاج · لقاء حلب · 13 أيار 2026»."""
        return joined((hit.who, *self._place(hit)), self._direction)

    def _place(self, hit: Hit) -> tuple[str, ...]:
        if hit.meeting_id is None:
            return ()
        title = "" if hit.table == "meeting" else hit.meeting_title or _("Untitled meeting")
        return (title, self._wording.date(hit.date))


def kind_words(hit: Hit) -> str:
    """What a hit is: «سؤال», «توصية», «شخص»."""
    if hit.table == "note" and hit.kind not in {None, "statement"}:
        from recorder import NoteKind

        known = {kind.value: kind for kind in NoteKind}
        return label(known.get(hit.kind or "", hit.kind))
    words = {
        "meeting": pgettext("what was found", "Meeting"),
        "series": pgettext("what was found", "Series"),
        "agenda_item": pgettext("what was found", "Agenda item"),
        "note": pgettext("what was found", "Note"),
        "issue": pgettext("what was found", "Point of agreement or difference"),
        "decision": pgettext("what was found", "Decision"),
        "recommendation": pgettext("what was found", "Recommendation"),
        "person": pgettext("what was found", "Person"),
        "organisation": pgettext("what was found", "Organisation"),
        "theme": pgettext("what was found", "Theme"),
        "attachment": pgettext("what was found", "Attachment"),
    }
    return words.get(hit.table, hit.table)
