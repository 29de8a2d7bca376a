"""The agenda beside the notes: which item is being discussed, and what comes next."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from recorder import AgendaItem
from ui.capture.mixed_text import lay_mixed
from ui.capture.trailing_icon import put_icon_after
from ui.i18n import _, ngettext
from ui.meeting.agenda_lines import LINE, AgendaLine, AgendaModel, counts_below, in_order
from ui.services import Services
from ui.theme.theme import BODY, CAPTION, Theme
from ui.widgets.buttons import make_button
from ui.widgets.keyed_model import Index
from ui.widgets.label import Label
from ui.widgets.line_field import LineField
from ui.widgets.paint import LaidText, RowPainter, flip
from ui.widgets.surfaces import Card
from ui.wording import Wording

_STEP = 14
"""Indentation of each level, in design pixels."""


class AgendaDelegate(QStyledItemDelegate):
    """A number, a title of as many lines as it needs, and its facts under it."""

    def __init__(self, theme: Theme, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._wording = theme, wording

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its title, at the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else self._theme.px(240)
        line: AgendaLine = index.data(LINE)
        height = self._lay(line, width).height + self._theme.px(20)
        return QSize(self._theme.px(80), height + (self._theme.px(18) if line.facts else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint an item; the current one on the accent's ground."""
        theme = self._theme
        area, state = QRect(option.rect), option.state
        line: AgendaLine = index.data(LINE)
        painter.save()
        row = RowPainter(painter, theme)
        card = area.adjusted(theme.px(4), theme.px(2), -theme.px(4), -theme.px(2))
        if line.is_current:
            row.ground(card, "accent_soft", theme.px(8))
            bar = QRect(area.left() + theme.px(7), card.top() + theme.px(8), theme.px(3), 0)
            bar.setBottom(card.bottom() - theme.px(8))
            row.ground(flip(theme.direction, area, bar), "accent", 1)
        elif state & QStyle.StateFlag.State_MouseOver:
            row.ground(card, "sunken", theme.px(8))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("accent"))
            painter.drawRoundedRect(card, theme.px(8), theme.px(8))
        self._paint_words(row, area, line)
        painter.restore()

    def _paint_words(self, row: RowPainter, area: QRect, line: AgendaLine) -> None:
        theme = self._theme
        laid = self._lay(line, area.width())
        indent, top = self._indent(line), area.top() + theme.px(9)
        number = QRect(area.left() + theme.px(16), top, indent - theme.px(20), theme.px(22))
        number.setLeft(number.left() + line.depth * theme.px(_STEP))
        tint = "accent" if line.is_current else "faint"
        font = theme.font(CAPTION, 600, tabular=True)
        row.line(
            flip(theme.direction, area, number), self._wording.figures(line.number), font, tint
        )
        left = area.left() + (theme.px(10) if theme.is_rtl else indent)
        laid.draw(row.painter, left, top, theme.colour("accent" if line.is_current else "ink"))
        if line.facts:
            facts = QRect(
                area.left() + indent,
                top + laid.height,
                self._room(area.width(), line),
                theme.px(18),
            )
            row.line(flip(theme.direction, area, facts), line.facts, theme.font(CAPTION), "faint")

    def _lay(self, line: AgendaLine, width: int) -> LaidText:
        weight = 600 if line.is_current or not line.depth else 400
        title = line.title or _("Untitled item")
        font = self._theme.font(BODY, weight)
        return lay_mixed(title, font, self._room(width, line), self._theme.direction)

    def _room(self, width: int, line: AgendaLine) -> int:
        return max(width - self._indent(line) - self._theme.px(10), 1)

    def _indent(self, line: AgendaLine) -> int:
        return self._theme.px(16 + 24 + line.depth * (_STEP + 6))


class AgendaList(QListView):
    """The items; choosing one turns the notes to it.

    Signals:
        chosen(str): the user chose an item.
        add_wanted: the user wants to add an item.
    """

    chosen = Signal(str)
    add_wanted = Signal()

    def __init__(self, model: AgendaModel, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(AgendaDelegate(services.theme, services.wording, self))
        self.setWordWrap(True)  # else a change of width leaves stale heights (measured)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAccessibleName(_("Agenda"))
        self.clicked.connect(self._on_chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose, Ins adds."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._on_chosen(self.currentIndex())
        elif event.key() == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, index: QModelIndex) -> None:
        line = self.model().row(index)  # type: ignore[attr-defined]
        if line is not None:
            self.chosen.emit(line.id)


class AgendaPane(Card):
    """The list, a field that adds an item, and the step to the next one.

    Signals:
        chosen(str): an item was chosen.
        added(str): an item of that title is to follow the current one.
    """

    chosen = Signal(str)
    added = Signal(str)

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(services.theme, parent, padding=12)
        self._services = services
        theme = services.theme
        self.column.setSpacing(theme.px(8))
        self._model = AgendaModel(self)
        self.list = AgendaList(self._model, services, self)
        self._place = Label("", self, role="small")
        head = QHBoxLayout()
        head.addWidget(Label(_("Agenda"), self, role="section"), 1)
        head.addWidget(self._place)
        self.column.addLayout(head)
        self._none = Label(_("No items yet. Notes can be taken without them."), self,
                           role="small", wrap=True)  # fmt: skip
        self.column.addWidget(self._none)
        self.column.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setSpacing(theme.px(8))
        self.field = LineField(_("New item"), theme, self, placeholder=_("Add an item…"))
        self.field.setToolTip(services.actions.tooltip("item.add"))
        self.field.returnPressed.connect(self._on_added)
        foot.addWidget(self.field)
        self.next = make_button(_("Next item"), theme, self)
        put_icon_after(self.next, theme, "chevron-right", 18)
        self.next.setToolTip(services.actions.tooltip("item.next"))
        self.next.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action = services.actions.action("item.next")
        self.next.clicked.connect(lambda _checked=False: action.trigger())
        foot.addWidget(self.next)
        self.column.addLayout(foot)
        self.list.chosen.connect(self.chosen)
        self.list.add_wanted.connect(self.take_new)

    def show_agenda(
        self, items: Sequence[AgendaItem], current: str | None, counts: Mapping[str | None, int]
    ) -> None:
        """Show the items as they are now."""
        totals = counts_below(items, counts)
        ordered = in_order(items)
        self._model.show_rows(
            [
                AgendaLine(
                    each.id,
                    number,
                    each.title,
                    depth,
                    self._facts(each, totals[each.id]),
                    each.id == current,
                )
                for each, depth, number in ordered
            ]
        )
        self._none.setVisible(not ordered)
        at = self._model.place_of(current or "")
        self._place.setVisible(at >= 0)
        number = self._services.wording.number
        self._place.show_words(
            _("{at} of {all}").format(at=number(at + 1), all=number(len(ordered)))
        )
        self.next.setEnabled(0 <= at < len(ordered) - 1)
        if at >= 0:
            self.list.setCurrentIndex(self._model.index(at, 0))
            self.list.scrollTo(self._model.index(at, 0))

    def take_new(self) -> None:
        """Let the next keys write the title of a new item."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _facts(self, item: AgendaItem, notes: int) -> str:
        number = self._services.wording.number
        parts = []
        if item.planned_minutes:
            text = ngettext("{count} minute", "{count} minutes", item.planned_minutes)
            parts.append(text.format(count=number(item.planned_minutes)))
        if notes:
            parts.append(
                ngettext("{count} note", "{count} notes", notes).format(count=number(notes))
            )
        return " · ".join(parts)

    def _on_added(self) -> None:
        title = self.field.words
        if title:
            self.field.clear()
            self.added.emit(title)
