"""A month to pick a day from: the week begins on Saturday, Friday and Saturday are its end."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.i18n import N_, _
from ui.theme.theme import BODY, CAPTION, Theme
from ui.widgets.buttons import IconButton
from ui.widgets.label import Label
from ui.widgets.reading import month_name
from ui.wording import Wording

WEEK = (N_("Sat"), N_("Sun"), N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"))
_REST_DAYS = frozenset({0, 6})  # places in WEEK: Saturday and Friday
_DAYS, _ROWS = 7, 6
_MONDAY_IN_WEEK = 2
_CELL = 42


class MonthGrid(QWidget):
    """The days of one month as painted cells; arrows move, Enter picks.

    Signals:
        picked(date): a day was chosen.
        turned: another month is in view.
    """

    picked = Signal(object)
    turned = Signal()

    def __init__(self, theme: Theme, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._wording = theme, wording
        self._day = self._today = date(2000, 1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        cell = theme.px(_CELL)
        self.setFixedSize(QSize(cell * _DAYS, cell * (_ROWS + 1)))

    @property
    def day(self) -> date:
        """The day that is marked."""
        return self._day

    def show_day(self, day: date, today: date | None = None) -> None:
        """Mark a day and bring its month into view."""
        self._day = day
        self._today = today or self._today
        self.setAccessibleName(f"{day.day} {month_name(day.month)} {day.year}")
        self.update()
        self.turned.emit()

    def turn_month(self, step: int) -> None:
        """Go to the month before (-1) or after (1), to the same day or the last there is."""
        month = self._day.month - 1 + step
        year, month = self._day.year + month // 12, month % 12 + 1
        day = self._day.day
        while True:
            try:
                self.show_day(date(year, month, day))
            except ValueError:
                day -= 1
            else:
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right are as they are seen; Page Up and Down turn months."""
        ahead = -1 if self._theme.is_rtl else 1
        steps = {
            Qt.Key.Key_Right: ahead, Qt.Key.Key_Left: -ahead,
            Qt.Key.Key_Down: _DAYS, Qt.Key.Key_Up: -_DAYS,
        }  # fmt: skip
        if event.key() in steps:
            self.show_day(self._day + timedelta(days=steps[Qt.Key(event.key())]))
        elif event.key() in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self.turn_month(1 if event.key() == Qt.Key.Key_PageDown else -1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.picked.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pick the day under the pointer."""
        for day, cell in self._cells():
            if cell.contains(event.position().toPoint()):
                self.show_day(day)
                self.picked.emit(day)
                return

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The names of the days, then the weeks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(CAPTION, 600))
        for at, name in enumerate(WEEK):
            painter.setPen(self._theme.colour("bad" if at in _REST_DAYS else "soft"))
            painter.drawText(self._cell(at, 0), Qt.AlignmentFlag.AlignCenter, _(name))
        painter.setFont(self._theme.font(BODY))
        for day, cell in self._cells():
            self._paint_day(painter, day, cell)

    def _paint_day(self, painter: QPainter, day: date, cell: QRect) -> None:
        tint = "ink" if day.month == self._day.month else "line_strong"
        inner = cell.adjusted(3, 3, -3, -3)
        if day == self._day:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(inner, 7, 7)
            tint = "on_accent"
        elif day == self._today:
            painter.setPen(self._theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, 7, 7)
        painter.setPen(self._theme.colour(tint))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, self._wording.figures(str(day.day)))

    def _cell(self, column: int, row: int) -> QRect:
        cell = self._theme.px(_CELL)
        place = _DAYS - 1 - column if self._theme.is_rtl else column
        return QRect(place * cell, row * cell, cell, cell)

    def _cells(self) -> list[tuple[date, QRect]]:
        first = self._day.replace(day=1)
        before = (first.weekday() + _MONDAY_IN_WEEK) % _DAYS
        try:
            start = first - timedelta(days=before)
            days = [start + timedelta(days=at) for at in range(_DAYS * _ROWS)]
        except OverflowError:
            return []
        return [(day, self._cell(at % _DAYS, at // _DAYS + 1)) for at, day in enumerate(days)]


class CalendarPopup(QFrame):
    """The month in a small window under a field.

    Signals:
        picked(date): a day was chosen; the window is closed.
    """

    picked = Signal(object)

    def __init__(self, theme: Theme, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("class", "Popup")
        self._wording = wording
        self.grid = MonthGrid(theme, wording, self)
        self._title = Label("", self, role="strong")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        back = IconButton("chevron-left", _("Previous month"), theme, self)
        ahead = IconButton("chevron-right", _("Next month"), theme, self)
        back.clicked.connect(lambda: self.grid.turn_month(-1))
        ahead.clicked.connect(lambda: self.grid.turn_month(1))
        head = QHBoxLayout()
        head.addWidget(back)
        head.addWidget(self._title, 1)
        head.addWidget(ahead)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.grid)
        self.grid.turned.connect(self._on_turned)
        self.grid.picked.connect(self._on_picked)

    def open_under(self, field: QWidget, day: date, today: date) -> None:
        """Show the month of a day below a field, on the side where the field begins."""
        self.grid.show_day(day, today)
        self.adjustSize()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = field.width() - self.width() if rtl else 0
        self.move(field.mapToGlobal(QPoint(left, field.height() + 2)))
        self.show()
        self.grid.setFocus()

    def _on_turned(self) -> None:
        day = self.grid.day
        self._title.show_words(f"{month_name(day.month)} {self._wording.figures(str(day.year))}")

    def _on_picked(self, day: date) -> None:
        self.hide()
        self.picked.emit(day)
