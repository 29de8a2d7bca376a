"""The list beside the speaker's field: people and groups to choose, and offers to take one in."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from recorder import Speaker
from ui.theme.theme import BODY, CAPTION, Theme
from ui.widgets.keyed_model import Index
from ui.widgets.offered_rows import OfferedRows
from ui.widgets.paint import RowPainter

ROW_HEIGHT = 36
CHOICE = Qt.ItemDataRole.UserRole + 1
PERSON, GROUP, VOICE = "person", "group", "voice"
_ICONS = {PERSON: "user-plus", GROUP: "users", VOICE: "circle-question-mark"}


@dataclass(frozen=True)
class Choice:
    """A row of the list.

    Attributes:
        title: a name, or the sentence of an offer.
        detail: role and organisation.
        speaker: who it is; None for an offer.
        offer: PERSON or GROUP: take the typed name in as one; VOICE: somebody not known yet.
    """

    title: str
    detail: str = ""
    speaker: Speaker | None = None
    offer: str = ""


class Choices(OfferedRows[Choice]):
    """The rows of the list."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The choice, or what a screen reader says of it."""
        choice = self.rows[index.row()]
        if role == CHOICE:
            return choice
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return choice.title
        return choice.detail if role == Qt.ItemDataRole.AccessibleDescriptionRole else None


class ChoiceDelegate(QStyledItemDelegate):
    """Paints a name with what it stands for, or an offer with its sign."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(self._theme.px(160), self._theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        theme = self._theme
        area: QRect = QRect(option.rect)
        state: QStyle.StateFlag = option.state
        choice: Choice = index.data(CHOICE)
        painter.save()
        row = RowPainter(painter, theme)
        if state & QStyle.StateFlag.State_Selected:
            row.ground(area.adjusted(4, 2, -4, -2), "accent_soft", 6)
        inner = area.adjusted(theme.px(14), 0, -theme.px(14), 0)
        if choice.offer:
            inner = self._paint_icon(row, inner, _ICONS[choice.offer])
            row.line(inner, choice.title, theme.font(BODY), "accent")
        else:
            taken = row.line(inner, choice.title, theme.font(BODY, 500), "ink") + theme.px(12)
            rest = inner.adjusted(*((0, 0, -taken, 0) if theme.is_rtl else (taken, 0, 0, 0)))
            row.line(rest, choice.detail, theme.font(CAPTION), "soft", at_end=True)
        painter.restore()

    def _paint_icon(self, row: RowPainter, inner: QRect, icon: str) -> QRect:
        size, gap = self._theme.px(18), self._theme.px(8)
        left = inner.right() - size + 1 if self._theme.is_rtl else inner.left()
        row.icon(QRect(left, inner.center().y() - size // 2, size, size), icon, "accent")
        return inner.adjusted(
            *((0, 0, -size - gap, 0) if self._theme.is_rtl else (size + gap, 0, 0, 0))
        )
