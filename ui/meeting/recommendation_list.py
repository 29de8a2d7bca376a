"""The recommendations of a meeting as a list to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from recorder import Status
from ui.capture.mixed_text import lay_mixed
from ui.i18n import _, isolate_ltr, label
from ui.meeting.recommendation_reading import RecommendationsReading
from ui.theme.theme import BODY, CAPTION, Theme
from ui.widgets.block_text import draw_block
from ui.widgets.keyed_model import Index, KeyedModel
from ui.widgets.paint import RowPainter, flip
from ui.wording import Wording

STATUS_TONES = {
    Status.NOT_STARTED: "neutral",
    Status.IN_PROGRESS: "blue",
    Status.DONE: "good",
    Status.STALLED: "warn",
    Status.DROPPED: "bad",
}
_INSET, _NUMBER, _GAP = 12, 28, 4


@dataclass(frozen=True)
class RecommendationLine:
    """One row: its place in the meeting, the text and the status."""

    id: str
    number: int
    text: str
    status: Status | str


class RecommendationModel(KeyedModel[RecommendationLine]):
    """The recommendations in their order."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(lambda line: line.id, 1, parent)
        self._wording = wording

    def show_reading(self, reading: RecommendationsReading) -> None:
        """Show the recommendations of a reading."""
        self.show_rows(
            [
                RecommendationLine(each.id, number, each.text, reading.status_of(each.id))
                for number, each in enumerate(reading.recommendations, 1)
            ]
        )

    def figure(self, line: RecommendationLine) -> str:
        """Its number in the user's digits."""
        return self._wording.figures(str(line.number))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt
        """The text; number and text for screen readers, the status as what describes it."""
        line = self.row(index)
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.figure(line)} {line.text or _('New recommendation')}"
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return label(line.status)
        return None


class RecommendationDelegate(QStyledItemDelegate):
    """Paints number, text in all its lines, and the status."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._heights: dict[tuple[str, int], int] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the wrapped text; measured once for each text and width."""
        text, width = str(index.data() or ""), self._text_width()
        if (text, width) not in self._heights:
            laid = lay_mixed(text or " ", self._font(), width, self._theme.direction)
            self._heights[text, width] = laid.height
        rest = self._pill_height() + self._theme.px(3 * _GAP) + self._theme.px(_INSET)
        return QSize(width, self._heights[text, width] + rest)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row."""
        model, area = index.model(), QRect(option.rect)
        if not isinstance(model, RecommendationModel) or (line := model.row(index)) is None:
            return
        theme, inset = self._theme, self._theme.px(_INSET)
        painter.save()
        row = RowPainter(painter, theme)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            row.ground(area.adjusted(0, 1, 0, -1), "accent_soft", theme.px(7))
        inner = area.adjusted(inset, theme.px(2 * _GAP), -inset, -theme.px(_GAP))
        number, step = theme.px(_NUMBER), QFontMetrics(self._font()).height()
        first = QRect(inner.left(), inner.top(), number, step)
        row.line(
            flip(theme.direction, inner, first),
            isolate_ltr(model.figure(line)),
            theme.font(BODY, 600, tabular=True),
            "accent",
        )
        text = line.text or _("New recommendation")
        laid = lay_mixed(text, self._font(), self._text_width(), theme.direction)
        place = QRect(inner.left() + number, inner.top(), self._text_width(), laid.height)
        place = flip(theme.direction, inner, place)
        draw_block(row, place, laid, "ink" if line.text else "faint")
        words, high = label(line.status), self._pill_height()
        top = inner.top() + laid.height + theme.px(_GAP)
        pill = QRect(inner.left() + number, top, row.pill_width(words), high)
        row.pill(flip(theme.direction, inner, pill), words, _tone(line.status))
        painter.restore()

    def _font(self) -> Any:  # noqa: ANN401 - a QFont
        return self._theme.font(BODY)

    def _text_width(self) -> int:
        whole = self._view.viewport().width()
        return max(whole - self._theme.px(2 * _INSET + _NUMBER), 1)

    def _pill_height(self) -> int:
        return QFontMetrics(self._theme.font(CAPTION, 500)).height() + self._theme.px(_GAP)


class RecommendationList(QListView):
    """The list; Enter opens the form, Ins adds, Del deletes.

    Signals:
        chosen(str): another recommendation has the focus mark.
        wanted: the form of the current one is asked for.
        wanted_new: a new one is asked for.
        removed: the current one is to be deleted.
    """

    chosen = Signal(str)
    wanted = Signal()
    wanted_new = Signal()
    removed = Signal()

    def __init__(self, model: RecommendationModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = model
        self.setModel(model)
        self.setItemDelegate(RecommendationDelegate(theme, self))
        self.setAccessibleName(_("Recommendations"))
        self.setWordWrap(True)  # makes the view lay its rows out again in another width
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def current_id(self) -> str:
        """The id of the current recommendation, or ""."""
        line = self._lines.row(self.currentIndex())
        return line.id if line else ""

    @property
    def ids(self) -> Sequence[str]:
        """The ids in their order."""
        return [each.id for each in self._lines.rows]

    def choose(self, recommendation_id: str) -> None:
        """Put the focus mark on a recommendation, if it is there."""
        at = self._lines.place_of(recommendation_id)
        if at >= 0:
            self.setCurrentIndex(self._lines.index(at, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Ins, Del; arrows as in every list."""
        signals = {
            Qt.Key.Key_Return: self.wanted,
            Qt.Key.Key_Enter: self.wanted,
            Qt.Key.Key_Insert: self.wanted_new,
            Qt.Key.Key_Delete: self.removed,
        }
        wanted = signals.get(Qt.Key(event.key()))
        if wanted is not None:
            wanted.emit()
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self) -> None:
        if self.current_id:
            self.chosen.emit(self.current_id)


def _tone(status: Status | str) -> str:
    return STATUS_TONES[status] if isinstance(status, Status) else "neutral"
