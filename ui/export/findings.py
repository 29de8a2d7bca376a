"""What somebody should look at before the document goes out; each line leads to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from ui.i18n import _, ngettext
from ui.widgets.direction import framed
from ui.widgets.label import Label
from ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ui.export.looking import Line
    from ui.services import Services

_LINE, _MOST_IN_VIEW, _MOST = 30, 5, 300


class FindingsList(QListWidget):
    """The lines; Enter or a click leads to a place."""

    wanted = Signal(object)

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self.setAccessibleName(_("To be looked at"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(services.theme.px(16), services.theme.px(16)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setTabKeyNavigation(False)
        self._lines: list[Line] = []
        self._most = _MOST_IN_VIEW
        self.itemClicked.connect(lambda item: self._lead(self.row(item)))

    @property
    def lines(self) -> list[Line]:
        """What is in view, in its order."""
        return self._lines

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the one that was chosen stays so."""
        chosen = self._lines[self.currentRow()] if self.currentRow() >= 0 else None
        self._lines = list(lines[:_MOST])
        self.clear()
        theme, direction = self._services.theme, self.layoutDirection()
        signs = {
            True: theme.icon("triangle-alert", "bad"),
            False: theme.icon("circle-alert", "warn"),
        }
        for each in self._lines:
            item = QListWidgetItem(signs[each.is_leak], framed(each.words, direction))
            item.setToolTip(framed(each.words, direction))
            item.setSizeHint(QSize(1, theme.px(_LINE)))
            self.addItem(item)
        if chosen in self._lines:
            self.setCurrentRow(self._lines.index(chosen))
        self._fit()

    def show_most(self, most: int) -> None:
        """Show so many lines at once; the others scroll."""
        self._most = most
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by a key stands on the first line."""
        if self.currentRow() < 0 and self._lines:
            self.setCurrentRow(0)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the place."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._lead(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        shown = min(len(self._lines), self._most)
        self.setFixedHeight(shown * self._services.theme.px(_LINE) + 2)

    def _lead(self, at: int) -> None:
        if 0 <= at < len(self._lines):
            self.wanted.emit(self._lines[at].place)


class FindingsCard(Card):
    """The list under a sentence that counts; where nothing is missing the sentence says so.

    Signals:
        wanted(Place): somebody goes to put something right.
    """

    wanted = Signal(object)

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(services.theme, parent, padding=12)
        self._services = services
        self.column.setSpacing(services.theme.px(4))
        self._sign = Label("", self)
        self.said = Label("", self, role="strong", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(services.theme.px(8))
        row.addWidget(self._sign)
        row.addWidget(self.said, 1)
        self.list = FindingsList(services, self)
        self.list.wanted.connect(self.wanted)
        inner = QVBoxLayout()
        inner.setSpacing(0)
        inner.addWidget(self.list)
        self.column.addLayout(row)
        self.column.addLayout(inner)
        self.show_lines(())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show what was found."""
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        leaks = sum(each.is_leak for each in lines)
        icon, tint = ("circle-check", "good") if not lines else ("circle-alert", "warn")
        if leaks:
            icon, tint = "triangle-alert", "bad"
        ratio = self.devicePixelRatio()
        self._sign.setPixmap(self._services.theme.pixmap(icon, tint, 18, ratio))
        self.said.show_words(self._sentence(leaks, len(lines) - leaks))

    def _sentence(self, leaks: int, gaps: int) -> str:
        number = self._services.wording.number
        said = []
        if leaks:
            words = ngettext("{count} name stands against the rule", "{count} names stand against "
                             "the rule", leaks)  # fmt: skip
            said.append(words.format(count=number(leaks)))
        if gaps:
            words = ngettext("{count} thing is missing", "{count} things are missing", gaps)
            said.append(words.format(count=number(gaps)))
        return " · ".join(said) or _("Nothing is missing, and no name stands against the rule.")
