"""The painted row of an agenda item while the meeting runs."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.capture.mixed_text import lay_mixed
from ui.i18n import _
from ui.meeting.agenda_lines import JOINT, LINE, AgendaLine, ItemState
from ui.theme.theme import BODY, CAPTION, Theme
from ui.widgets.keyed_model import Index
from ui.widgets.paint import LaidText, RowPainter, flip
from ui.wording import Wording

_STEP = 14
"""Indentation of each level, in design pixels."""
_TOP, _FACTS, _PILL, _BAR, _CAPTION, _FOOT = 9, 18, 26, 9, 34, 11
_ICONS = {
    ItemState.RUNNING: ("timer", "accent"),
    ItemState.DONE: ("check", "good"),
    ItemState.POSTPONED: ("clock", "warn"),
    ItemState.PARKED: ("clock", "faint"),
}
_WHOLE = 100


class AgendaDelegate(QStyledItemDelegate):
    """A number, a title of as many lines as it needs, its times, and what must not be missed."""

    def __init__(self, theme: Theme, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._wording = theme, wording

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its title, at the width of the list."""
        theme, view = self._theme, option.widget
        width = view.viewport().width() if isinstance(view, QListView) else theme.px(240)
        line: AgendaLine = index.data(LINE)
        height = self._lay(line, width).height + theme.px(_TOP + _FOOT)
        for is_there, measure in (
            (line.heads_parked, _CAPTION),
            (line.facts, _FACTS),
            (line.remark, _PILL),
            (line.share is not None, _BAR),
        ):
            height += theme.px(measure) if is_there else 0
        return QSize(theme.px(80), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint an item; the one that is written under on the accent's ground."""
        theme = self._theme
        area, state = QRect(option.rect), option.state
        line: AgendaLine = index.data(LINE)
        painter.save()
        row = RowPainter(painter, theme)
        if line.heads_parked:
            self._paint_caption(row, area)
            area.setTop(area.top() + theme.px(_CAPTION))
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

    def _paint_caption(self, row: RowPainter, area: QRect) -> None:
        theme = self._theme
        rule = QRect(area.left() + theme.px(8), area.top() + theme.px(6), 0, 1)
        rule.setRight(area.right() - theme.px(8))
        row.ground(rule, "line", 0)
        words = QRect(area.left() + theme.px(16), rule.bottom() + theme.px(6), 0, theme.px(20))
        words.setRight(area.right() - theme.px(10))
        font = theme.font(CAPTION, 600)
        row.line(flip(theme.direction, area, words), _("Postponed topics"), font, "soft")

    def _paint_words(self, row: RowPainter, area: QRect, line: AgendaLine) -> None:
        theme = self._theme
        laid = self._lay(line, area.width())
        indent, top = self._indent(line), area.top() + theme.px(_TOP)
        self._paint_number(row, area, line, top)
        is_left = line.state in {ItemState.POSTPONED, ItemState.PARKED}
        tint = "accent" if line.is_current else "soft" if is_left else "ink"
        left = area.left() + (theme.px(10) if theme.is_rtl else indent)
        laid.draw(row.painter, left, top, theme.colour(tint))
        top += laid.height
        room = self._room(area.width(), line)
        if line.facts:
            self._paint_facts(row, area, line, QRect(area.left() + indent, top, room, theme.px(18)))
            top += theme.px(_FACTS)
        if line.share is not None:
            self._paint_bar(row, area, line, QRect(area.left() + indent, top + theme.px(4), room,
                                                   theme.px(4)))  # fmt: skip
            top += theme.px(_BAR)
        if line.remark:
            width = min(row.pill_width(line.remark), room)
            pill = QRect(area.left() + indent, top + theme.px(4), width, theme.px(20))
            self._paint_remark(row, flip(theme.direction, area, pill), line)

    def _paint_number(self, row: RowPainter, area: QRect, line: AgendaLine, top: int) -> None:
        theme = self._theme
        number = QRect(area.left() + theme.px(16), top, 0, theme.px(22))
        number.setRight(area.left() + self._indent(line) - theme.px(4))
        number.setLeft(number.left() + line.depth * theme.px(_STEP))
        tint = "accent" if line.is_current else "faint"
        font = theme.font(CAPTION, 600, tabular=True)
        shown = self._wording.figures(line.number)
        row.line(flip(theme.direction, area, number), shown, font, tint)

    def _paint_facts(self, row: RowPainter, area: QRect, line: AgendaLine, facts: QRect) -> None:
        theme = self._theme
        if line.state in _ICONS:
            name, tint = _ICONS[line.state]
            sign = QRect(facts.left(), facts.top() + theme.px(2), theme.px(14), theme.px(14))
            row.icon(flip(theme.direction, area, sign), name, tint)
            facts.setLeft(facts.left() + theme.px(19))
        is_running, is_over = line.state is ItemState.RUNNING, line.tone == "bad"
        tint = "bad" if is_over else "ink" if is_running else "faint"
        font = theme.font(CAPTION, 600 if is_running else 400, tabular=True)
        shown, metrics = line.facts, QFontMetrics(font)
        while JOINT in shown and metrics.horizontalAdvance(shown) > facts.width():
            shown = shown.rpartition(JOINT)[0]  # half a fact tells nothing
        row.line(flip(theme.direction, area, facts), shown, font, tint)

    def _paint_bar(self, row: RowPainter, area: QRect, line: AgendaLine, bar: QRect) -> None:
        theme, share = self._theme, min(line.share or 0, _WHOLE)
        row.ground(flip(theme.direction, area, bar), "line", theme.px(2))
        bar.setWidth(max(bar.width() * share // _WHOLE, theme.px(4)))
        tint = "bad" if line.tone == "bad" else "accent"
        row.ground(flip(theme.direction, area, bar), tint, theme.px(2))

    def _paint_remark(self, row: RowPainter, pill: QRect, line: AgendaLine) -> None:
        if line.state is ItemState.PARKED:
            row.line(pill, line.remark, self._theme.font(CAPTION), "faint")
            return
        row.painter.setFont(self._theme.font(CAPTION, 500))
        room = pill.width() - self._theme.px(16)
        shown = row.painter.fontMetrics().elidedText(line.remark, Qt.TextElideMode.ElideRight, room)
        row.pill(pill, shown, line.tone)

    def _lay(self, line: AgendaLine, width: int) -> LaidText:
        weight = 600 if line.is_current or not line.depth else 400
        title = line.title or _("Untitled item")
        font = self._theme.font(BODY, weight)
        return lay_mixed(title, font, self._room(width, line), self._theme.direction)

    def _room(self, width: int, line: AgendaLine) -> int:
        return max(width - self._indent(line) - self._theme.px(10), 1)

    def _indent(self, line: AgendaLine) -> int:
        number = 24 if line.number else 0
        return self._theme.px(16 + number + line.depth * (_STEP + 6))
