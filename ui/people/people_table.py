"""The list of people: painted row by row, worked from the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from recorder import Consent, Presence
from ui.i18n import _, isolate, isolate_ltr
from ui.people.door import MARKS, QUEUE_DIGIT, SEAT_DIGIT, mark_of
from ui.people.people_model import PeopleColumn, PeopleModel
from ui.people.people_rows import PersonRow
from ui.theme.theme import BODY, CAPTION, Theme
from ui.widgets.block_text import cut_to_two_lines, draw_block
from ui.widgets.keyed_model import Index
from ui.widgets.paint import RowPainter, flip, lay_text
from ui.wording import ascii_digits

_ROW, _HEAD, _INSET, _DOT, _SIGN = 50, 34, 8, 20, 17
_NARROW = 720
_SHARES = {"name": 35, "role": 30, "organisation": 35, "email": 30}
_TONES = {
    Presence.PRESENT: "good",
    Presence.ABSENT: "bad",
    Presence.EXCUSED: "warn",
    Presence.INVITED: "neutral",
}
_LATIN = {"arrived", "departed", "phone", "email"}


_OWN = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Space})
_CONSENT_ICONS = {"consent_name": "user", "consent_photo": "camera"}
_ANSWER_TINTS = {Consent.YES: "good", Consent.NO: "bad"}
CONSENTS = {each.name: each.digit for each in MARKS if each.name in _CONSENT_ICONS}
"""The columns of consents, with the digit that turns each."""


def _is_digit(event: QKeyEvent) -> bool:
    digit = ascii_digits(event.text())
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return not plain and len(digit) == 1 and digit.isascii() and digit.isdigit()


class PeopleDelegate(QStyledItemDelegate):
    """Paints a cell: each text in its own direction, from the side where the table begins."""

    def __init__(self, theme: Theme, figures: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._figures = theme, figures

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The view sets the heights."""
        return QSize(self._theme.px(40), self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, hair line, then what the column shows."""
        model = index.model()
        if not isinstance(model, PeopleModel) or (row := model.row(index)) is None:
            return
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._theme.colour("accent_soft"))
        painter.fillRect(
            QRect(area.left(), area.bottom(), area.width(), 1), self._theme.colour("line")
        )
        inset = self._theme.px(_INSET)
        self._cell(
            RowPainter(painter, self._theme),
            area.adjusted(inset, 0, -inset, -1),
            row,
            model.columns[index.column()],
            str(index.data() or ""),
        )
        painter.restore()

    def _cell(
        self, row: RowPainter, area: QRect, shown: PersonRow, column: PeopleColumn, text: str
    ) -> None:
        theme = self._theme
        if column.name == "check":
            self._check(row, area, shown)
        elif column.name == "presence" and shown.attendance is not None:
            self._pill(row, area, text, shown.attendance.presence)
        elif column.name in _LATIN:
            row.line(area, isolate_ltr(text), theme.font(BODY, tabular=True), "soft")
        elif column.name in _CONSENT_ICONS:
            self._consent(row, area, shown, column.name)
        elif column.name == "name":
            self._name(row, area, shown, text)
        else:
            self._two_lines(row, area, text)

    def _two_lines(self, row: RowPainter, area: QRect, text: str) -> None:
        """A role or an organisation, on two lines where one is not enough."""
        font, width = self._theme.font(13), area.width()
        shown = cut_to_two_lines(text, font, width, self._theme.direction)
        laid = lay_text(shown, font, width, self._theme.direction)
        top = area.top() + (area.height() - laid.height) // 2
        draw_block(row, QRect(area.left(), top, width, laid.height), laid, "soft")

    def _name(self, row: RowPainter, area: QRect, shown: PersonRow, text: str) -> None:
        theme = self._theme
        seat = shown.attendance.seat if shown.attendance else ""
        if not seat:
            row.line(area, text, theme.font(BODY, 500), "ink")
            return
        half, lift = area.height() // 2, theme.px(4)
        upper = QRect(area.left(), area.top() + lift, area.width(), half - lift)
        lower = QRect(area.left(), area.top() + half, area.width(), half - lift)
        row.line(upper, text, theme.font(BODY, 500), "ink")
        words = _("Seat {seat}").format(seat=isolate(self._figures(seat)))
        row.line(lower, words, theme.font(CAPTION), "soft")

    def _consent(self, row: RowPainter, area: QRect, shown: PersonRow, name: str) -> None:
        """A tinted sign; a line through it says no also to who sees no colours."""
        if shown.attendance is None:
            return
        answer = getattr(shown.attendance, name)
        size = self._theme.px(_SIGN)
        square = QRect(0, 0, size, size)
        square.moveCenter(area.center())
        row.icon(square, _CONSENT_ICONS[name], _ANSWER_TINTS.get(answer, "line_strong"))
        if answer == Consent.NO:
            row.painter.setPen(QPen(self._theme.colour("bad"), 2))
            row.painter.drawLine(square.topLeft(), square.bottomRight())
        elif answer == Consent.YES:
            tick = QRect(square.right() - size // 3, square.bottom() - size // 3,
                         size * 2 // 3, size * 2 // 3)  # fmt: skip
            row.icon(tick, "check", "good")

    def _check(self, row: RowPainter, area: QRect, shown: PersonRow) -> None:
        size = self._theme.px(_DOT)
        square = QRect(0, 0, size, size)
        square.moveCenter(area.center())
        if shown.attendance is None:
            row.icon(square, "user-plus", "accent")
        elif shown.is_present:
            row.icon(square, "circle-check", "good")
        else:
            row.icon(square, "circle", "line_strong")

    def _pill(self, row: RowPainter, area: QRect, text: str, presence: str | None) -> None:
        height = self._theme.px(24)
        width = min(row.pill_width(text), area.width())
        left = QRect(area.left(), area.center().y() - height // 2, width, height)
        tone = _TONES.get(Presence(presence), "neutral") if presence in set(Presence) else "neutral"
        row.pill(flip(self._theme.direction, area, left), text, tone)


class PeopleTable(QTableView):
    """The table; Space marks who is present, letters go to the search, Enter opens the details.

    Signals:
        toggled: the chosen people are to be marked, or put on the list.
        wanted: the details of the current person are asked for.
        removed: the chosen people are to be taken off the list.
        typed(str): letters were typed that belong to the search.
        left_upwards: the arrow went up from the first row.
        marked(str): a digit marks the chosen people, see `ui.people.door`.
        seat_wanted: the number of the current person's seat is to be written.
    """

    toggled = Signal()
    wanted = Signal()
    removed = Signal()
    typed = Signal(str)
    left_upwards = Signal()
    marked = Signal(str)
    seat_wanted = Signal()

    def __init__(self, model: PeopleModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._people = theme, model
        self.setModel(model)
        self.setItemDelegate(PeopleDelegate(theme, model.figures, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        head = self.horizontalHeader()
        head.setFixedHeight(theme.px(_HEAD))
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(theme.px(32))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    @property
    def current(self) -> PersonRow | None:
        """The row with the focus mark."""
        return self._people.row(self.currentIndex())

    @property
    def chosen(self) -> list[PersonRow]:
        """The selected rows, from top to bottom; the current one when none is selected."""
        places = sorted(each.row() for each in self.selectionModel().selectedRows())
        rows = [self._people.rows[at] for at in places]
        return rows or [row for row in [self.current] if row]

    def choose(self, person_id: str) -> None:
        """Select a person, if shown, and bring them into view."""
        at = self._people.place_of(person_id)
        if at >= 0:
            index = self._people.index(at, 0)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the table from becoming commands of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.key() in _OWN or _is_digit(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, Enter, Delete, arrows; any other letter begins a search."""
        key, text = event.key(), event.text()
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if key == Qt.Key.Key_Space and not held:
            self.toggled.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not held:
            self.wanted.emit()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        elif not held and (mark_of(digit := ascii_digits(text)) or digit == QUEUE_DIGIT):
            self.marked.emit(digit)
        elif not held and digit == SEAT_DIGIT:
            self.seat_wanted.emit()
        elif not held and text and text.isprintable():
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on a mark turns it for that person alone."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        column = self._people.columns[index.column()].name if index.isValid() else ""
        if column == "check":
            self.toggled.emit()
        elif column in CONSENTS:
            self.marked.emit(CONSENTS[column])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the details."""
        if self.indexAt(event.position().toPoint()).isValid():
            self.wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width: fixed columns first, the others by their need."""
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Give each column its width in the table as it is now."""
        whole = self.viewport().width()
        narrow = whole < self._theme.px(_NARROW)
        shown = []
        for at, column in enumerate(self._people.columns):
            self.setColumnHidden(at, narrow and column.yields)
            if not (narrow and column.yields):
                shown.append((at, column))
        fixed = sum(self._theme.px(column.width) for _at, column in shown if column.width)
        shares = sum(_SHARES[column.name] for _at, column in shown if not column.width)
        for at, column in shown:
            wide = (whole - fixed) * _SHARES.get(column.name, 0) // max(shares, 1)
            self.setColumnWidth(at, self._theme.px(column.width) if column.width else wide)
