"""The cards of points and decisions, painted, with the keys that they answer to."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.capture.mixed_text import lay_mixed
from ui.i18n import _
from ui.outcomes.lines import LINE, OutcomeLine, OutcomesModel
from ui.services import Services
from ui.theme.theme import BODY, CAPTION
from ui.widgets.keyed_model import Index
from ui.widgets.paint import LaidText, RowPainter, flip

_OWN = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Insert, Qt.Key.Key_F2, Qt.Key.Key_Escape})
_TOP, _PILL, _GAP, _INDENT = 9, 22, 6, 32


class _OutcomeDelegate(QStyledItemDelegate):
    """Number and text, under them the pill with the hands, and a line for each stance."""

    def __init__(self, services: Services, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._wording, self._view = services.theme, services.wording, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as all that it tells, at the width of the list."""
        theme, line = self._theme, index.data(LINE)
        width = self._view.viewport().width()
        height = self._lay(line, width).height + theme.px(2 * _TOP + _GAP + _PILL + 8)
        for laid in self._lay_stances(line, width):
            height += laid.height + theme.px(2)
        return QSize(theme.px(80), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a card."""
        theme, line = self._theme, index.data(LINE)
        area = QRect(option.rect)
        painter.save()
        row = RowPainter(painter, theme)
        card = area.adjusted(theme.px(4), 0, -theme.px(4), -theme.px(8))
        has_focus = option.state & QStyle.StateFlag.State_HasFocus
        painter.setPen(theme.colour("accent" if has_focus else "line"))
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(card, theme.px(8), theme.px(8))
        top, indent = card.top() + theme.px(_TOP), theme.px(_INDENT)
        number = QRect(card.left() + theme.px(10), top, indent - theme.px(12), theme.px(22))
        font = theme.font(CAPTION, 600, tabular=True)
        figures = self._wording.figures(line.number)
        row.line(flip(theme.direction, card, number), figures, font, "accent")
        left = card.left() + (theme.px(10) if theme.is_rtl else indent)
        laid = self._lay(line, area.width())
        laid.draw(painter, left, top, theme.colour("ink"))
        top += laid.height + theme.px(_GAP)
        self._paint_pill(row, card, line, top)
        top += theme.px(_PILL + 2)
        for (tone, _words), words in zip(
            line.stances, self._lay_stances(line, area.width()), strict=True
        ):
            ink, _ground = theme.tokens.tone(tone)
            words.draw(painter, left, top, QColor(ink))
            top += words.height + theme.px(2)
        painter.restore()

    def _paint_pill(self, row: RowPainter, card: QRect, line: OutcomeLine, top: int) -> None:
        theme = self._theme
        left, width = card.left() + theme.px(_INDENT), row.pill_width(line.pill)
        pill = QRect(left, top, width, theme.px(20))
        row.pill(flip(theme.direction, card, pill), line.pill, line.tone)
        left += width + theme.px(8)
        hands = QRect(left, top, max(card.right() - theme.px(10) - left, 0), theme.px(20))
        font = theme.font(CAPTION, 500, tabular=True)
        row.line(flip(theme.direction, card, hands), line.hands, font, "soft")

    def _lay(self, line: OutcomeLine, width: int) -> LaidText:
        return lay_mixed(
            line.text, self._theme.font(BODY, 500), self._room(width), self._theme.direction
        )

    def _lay_stances(self, line: OutcomeLine, width: int) -> Sequence[LaidText]:
        font = self._theme.font(CAPTION, 500)
        return [
            lay_mixed(words, font, self._room(width), self._theme.direction)
            for _tone, words in line.stances
        ]

    def _room(self, width: int) -> int:
        return max(width - self._theme.px(_INDENT + 10 + 8), 1)


class OutcomesList(QListView):
    """The cards in the order of the minutes.

    Signals:
        opened(str): one is to be edited.
        turned(str): whether the room agreed on a point is to be said otherwise.
        removed(str): one is to be deleted.
        stepped(str, int): one is to be moved up (-1) or down (1).
        wanted_new: the user wants to add one.
        escaped: the focus may go home.
    """

    opened = Signal(str)
    turned = Signal(str)
    removed = Signal(str)
    stepped = Signal(str, int)
    wanted_new = Signal()
    escaped = Signal()

    def __init__(self, model: OutcomesModel, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._cards = model
        self.setModel(model)
        self.setItemDelegate(_OutcomeDelegate(services, self))
        self.setWordWrap(True)  # else a change of width leaves stale heights (measured)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAccessibleName(_("Outcomes"))
        self.doubleClicked.connect(lambda _index: self.opened.emit(self.current_id))

    @property
    def current_id(self) -> str:
        """The id of the card with the focus mark, or ""."""
        line = self._cards.row(self.currentIndex())
        return line.id if line else ""

    def choose(self, row_id: str) -> None:
        """Put the focus mark on a card, if it is there."""
        at = self._cards.place_of(row_id)
        if at >= 0:
            self.setCurrentIndex(self._cards.index(at, 0))
            self.scrollTo(self.currentIndex())

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the list from becoming commands of the window."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and (_step(event) or event.key() in _OWN):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns, Enter and F2 edit, Alt+arrows move, Ins adds, Del deletes."""
        key, row_id = event.key(), self.current_id
        if step := _step(event):
            self.stepped.emit(row_id, step)
        elif key == Qt.Key.Key_Insert:
            self.wanted_new.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif not row_id:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self.turned.emit(row_id)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.opened.emit(row_id)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(row_id)
        else:
            super().keyPressEvent(event)


def _step(event: QKeyEvent) -> int:
    if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
