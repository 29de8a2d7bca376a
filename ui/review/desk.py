"""The review takes the place of the notes while it is open: what is left, and one of it at a time.

Nothing in it has to be answered. What was written apart goes on standing as the machine put it
together, and both versions stay in its past, until somebody looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.i18n import _
from ui.review.list import ReviewList, ReviewModel
from ui.review.sheet import ReviewSheet
from ui.widgets.buttons import IconButton
from ui.widgets.label import ElidedLabel
from ui.widgets.surfaces import Card, Pill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ui.bridge import ArchiveBridge
    from ui.review.desk_words import DeskItem, DeskWords
    from ui.services import Services

_ROWS_SHOWN, _ROW, _MARGIN, _LOW = 3, 34, 4, 380


class ReviewDesk(Card):
    """A list over the sheet of what is chosen in it.

    Signals:
        settled(DeskItem, value): an item is to be this from now on.
        closed: back to the notes.
    """

    settled = Signal(object, object)
    closed = Signal()

    def __init__(
        self, bridge: ArchiveBridge, services: Services, words: DeskWords, parent: QWidget
    ) -> None:
        super().__init__(services.theme, parent, padding=12)
        self._services, self._words = services, words
        self.model = ReviewModel(words, self)
        self.list = ReviewList(services, self.model, self)
        self.sheet = ReviewSheet(bridge, services, words, self)
        self.column.setSpacing(services.theme.px(8))
        self.column.addLayout(self._make_head())
        self.column.addWidget(self.list)
        self.column.addWidget(self._make_scrolled(), 1)
        self.list.selectionModel().currentChanged.connect(lambda *_indexes: self._show_current())
        self.list.taken.connect(self.sheet.take)
        self.list.joining.connect(self._join)
        self.list.escaped.connect(self.close_desk)
        self.sheet.settled.connect(self._on_settled)
        self.sheet.escaped.connect(self._to_list)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it stands in the place of the notes."""
        return not self.isHidden()

    def open_desk(self) -> None:
        """Take the place of the notes."""
        self.show()
        self._choose(self.list.currentIndex().row())
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_desk(self) -> None:
        """Give the notes their place again; what was typed stands."""
        self.sheet.leave()
        self.sheet.show_item(None)
        self.hide()
        self.closed.emit()

    def show_items(self, items: Sequence[DeskItem]) -> None:
        """Show what is left; an item that is written in stays until the hand leaves it."""
        row, shown = self.list.currentIndex().row(), self.sheet.item
        if shown is not None and self.sheet.is_written_in:
            is_there = any(each.key == shown.key for each in items)
            items = items if is_there else [*items[:row], shown, *items[row:]]
        self.model.show_rows(items)
        self._fit_list()
        self._title.show_words(self._words.title())
        self.setAccessibleName(self._words.title())
        self._tell_progress()
        if self.is_open:
            there = self.model.place_of(shown.key) if shown is not None else -1
            self._choose(there if there >= 0 else row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low desk gives its room to the versions."""
        super().resizeEvent(event)
        self._fit_list()

    ## Inside

    def _fit_list(self) -> None:
        px = self._services.theme.px
        is_low = self.height() < px(_LOW)
        most = 1 if is_low else _ROWS_SHOWN
        self.sheet.lie_low(is_low=is_low)
        rows = min(max(len(self.model.rows), 1), most)
        self.list.setFixedHeight(rows * px(_ROW) + px(_MARGIN))
        self.list.scrollTo(self.list.currentIndex())

    def _join(self) -> None:
        self.sheet.join()
        self._area.ensureWidgetVisible(self.sheet.joining)

    def _make_head(self) -> QHBoxLayout:
        theme = self._services.theme
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        self._title = ElidedLabel("", self, role="section")
        self._title.setMinimumHeight(theme.px(30))
        head.addWidget(self._title, 1)
        self._count = Pill("", "warn", theme, self)
        head.addWidget(self._count)
        words = _("Later: on to the next one")
        self.later = IconButton("arrow-down", words, theme, self, tip=f"{words}  \u2066↓\u2069")
        self.later.clicked.connect(lambda _checked=False: self._go_on())
        head.addWidget(self.later)
        close = IconButton("x", _("Back to the notes"), theme, self,
                           tip=_("Back to the notes") + "  \u2066Esc\u2069")  # fmt: skip
        close.clicked.connect(lambda _checked=False: self.close_desk())
        head.addWidget(close)
        return head

    def _make_scrolled(self) -> QScrollArea:
        self._area = area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget(area)
        inner.setProperty("class", "Card")
        inner.setStyleSheet("QWidget[class=Card]{border:none}")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet, 1)
        area.setWidget(inner)
        return area

    def _choose(self, row: int) -> None:
        last = len(self.model.rows) - 1
        self.list.setCurrentIndex(self.model.index(min(max(row, 0), last), 0))
        self._show_current()

    def _show_current(self) -> None:
        if self.is_open:
            before, item = self.sheet.item, self.model.row(self.list.currentIndex())
            self.sheet.show_item(item)
            if before is None or item is None or before.key != item.key:
                self._area.verticalScrollBar().setValue(0)  # one reads it from its head
            self._tell_progress()

    def _go_on(self) -> None:
        """To the next one, and from the last to the first."""
        self._choose((self.list.currentIndex().row() + 1) % max(len(self.model.rows), 1))
        self._to_list()

    def _tell_progress(self) -> None:
        at, count = max(self.list.currentIndex().row(), 0), len(self.model.rows)
        self._count.show_words(self._words.progress(at, count), "warn")
        self.later.setVisible(count > 1)

    def _on_settled(self, item: DeskItem, value: object) -> None:
        self.settled.emit(item, value)
        focus = QApplication.focusWidget()
        if self.is_open and focus is not None and self.isAncestorOf(focus):
            self._to_list()

    def _to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
