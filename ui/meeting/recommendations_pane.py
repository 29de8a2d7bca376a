"""The recommendations beside the notes, as they come about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from recorder import Organisation, Recommendation, Stage
from ui.capture.mixed_text import lay_mixed
from ui.i18n import _, label
from ui.services import Services
from ui.theme.theme import BODY, CAPTION, Theme
from ui.widgets.buttons import IconButton, make_button
from ui.widgets.keyed_model import Index, KeyedModel
from ui.widgets.label import Label
from ui.widgets.paint import LaidText, RowPainter, flip
from ui.widgets.surfaces import Card, Pill
from ui.wording import Wording

_LINE = Qt.ItemDataRole.UserRole + 1
_TONES: dict[str, str] = {
    Stage.PRELIMINARY: "neutral",
    Stage.ADOPTED: "good",
    Stage.ACCEPTED: "good",
    Stage.PARTLY_ACCEPTED: "warn",
    Stage.REJECTED: "bad",
}


@dataclass(frozen=True)
class RecommendationLine:
    """A recommendation as its card shows it."""

    id: str
    number: str
    text: str
    lead: str
    stage: str
    tone: str


class RecommendationsModel(KeyedModel[RecommendationLine]):
    """The cards."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(lambda line: line.id, 1, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text, the line, or what a screen reader says."""
        line = self.row(index)
        if line is None:
            return None
        if role == _LINE:
            return line
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"{line.stage} {line.lead}".strip()
        shown = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return line.text if role in shown else None


class RecommendationDelegate(QStyledItemDelegate):
    """A card: number and text, under them who leads and the stage."""

    def __init__(self, theme: Theme, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._wording = theme, wording

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its text, at the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else self._theme.px(260)
        height = self._lay(index.data(_LINE), width).height
        return QSize(self._theme.px(80), height + self._theme.px(9 + 6 + 22 + 9 + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a card."""
        theme = self._theme
        area, state = QRect(option.rect), option.state
        line: RecommendationLine = index.data(_LINE)
        painter.save()
        row = RowPainter(painter, theme)
        card = area.adjusted(theme.px(4), 0, -theme.px(4), -theme.px(8))
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(theme.colour("accent" if focused else "line"))
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(card, theme.px(8), theme.px(8))
        laid = self._lay(line, area.width())
        indent, top = self._indent, card.top() + theme.px(9)
        number = QRect(card.left() + theme.px(10), top, indent - theme.px(12), theme.px(22))
        shown = self._wording.figures(line.number)
        font = theme.font(CAPTION, 600, tabular=True)
        row.line(flip(theme.direction, card, number), shown, font, "accent")
        left = card.left() + (theme.px(10) if theme.is_rtl else indent)
        laid.draw(painter, left, top, theme.colour("ink"))
        self._paint_foot(row, card, line, top + laid.height + theme.px(6))
        painter.restore()

    def _paint_foot(self, row: RowPainter, card: QRect, line: RecommendationLine, top: int) -> None:
        theme = self._theme
        right = card.right() - theme.px(10)
        if line.stage:
            width = row.pill_width(line.stage)
            pill = QRect(right - width, top + 1, width, theme.px(20))
            row.pill(flip(theme.direction, card, pill), line.stage, line.tone)
            right -= width + theme.px(8)
        left = card.left() + self._indent
        lead = QRect(left, top, max(right - left, 0), theme.px(22))
        row.line(flip(theme.direction, card, lead), line.lead, theme.font(CAPTION), "faint")

    @property
    def _indent(self) -> int:
        return self._theme.px(10 + 22)

    def _lay(self, line: RecommendationLine, width: int) -> LaidText:
        room = max(width - self._indent - self._theme.px(10 + 8), 1)
        return lay_mixed(line.text, self._theme.font(BODY, 500), room, self._theme.direction)


class RecommendationsList(QListView):
    """The cards in their order.

    Signals:
        opened(str): the user wants the form of one.
    """

    opened = Signal(str)

    def __init__(self, model: RecommendationsModel, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(RecommendationDelegate(services.theme, services.wording, self))
        self.setWordWrap(True)  # else a change of width leaves stale heights (measured)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAccessibleName(_("Recommendations"))
        self.doubleClicked.connect(self._on_opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self._on_opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_opened(self, index: QModelIndex) -> None:
        line = self.model().row(index)  # type: ignore[attr-defined]
        if line is not None:
            self.opened.emit(line.id)


class RecommendationsPane(Card):
    """The list with its count and the button that makes one of what is typed or selected."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(services.theme, parent, padding=12)
        theme = services.theme
        self._wording = services.wording
        self.column.setSpacing(theme.px(8))
        self._model = RecommendationsModel(self)
        self.list = RecommendationsList(self._model, services, self)
        self._count = Pill("", "neutral", theme, self)
        action = services.actions.action("note.recommendation")
        add = IconButton("plus", _("Make a recommendation of what is written or selected"), theme,
                         self, tip=services.actions.tooltip("note.recommendation"))  # fmt: skip
        add.clicked.connect(lambda _checked=False: action.trigger())
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(Label(_("Recommendations"), self, role="section"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(add)
        self.column.addLayout(head)
        self._none = Label(
            _("None yet. {key} makes one of the note being written or selected.").format(
                key=f"\u2066{services.actions.key_text('note.recommendation')}\u2069"
            ),
            self,
            role="small",
            wrap=True,
        )
        self.column.addWidget(self._none)
        self.column.addWidget(self.list, 1)
        compare = services.actions.action("recommendation.compare")
        self.compare = make_button(compare.text(), theme, self, kind="quiet", icon="file-text")
        self.compare.setToolTip(services.actions.tooltip("recommendation.compare"))
        self.compare.clicked.connect(lambda _checked=False: compare.trigger())
        self.compare.hide()
        self.column.addWidget(self.compare)

    def show_recommendations(
        self, rows: Sequence[Recommendation], organisations: Mapping[str, Organisation]
    ) -> None:
        """Show the recommendations as they are now."""
        lines = []
        for at, each in enumerate(rows, 1):
            lead = organisations.get(each.lead_id or "")
            lines.append(
                RecommendationLine(
                    each.id,
                    each.number or str(at),
                    each.text,
                    lead.acronym or lead.name if lead else "",
                    label(each.stage),
                    _TONES.get(each.stage or "", "neutral"),
                )
            )
        self._model.show_rows(lines)
        self._count.show_words(self._wording.figures(str(len(lines))), "neutral")
        self._none.setVisible(not lines)
        self.compare.setVisible(bool(lines))

    def show_last(self) -> None:
        """Bring the newest into view."""
        self.list.scrollToBottom()
