"""What somebody should look at before the document goes out; each line leads to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from ui.i18n import _, ngettext
from ui.widgets.direction import framed
from ui.widgets.label import Label
from ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
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
        elif self._lines:
            self.setCurrentRow(0)
        shown = min(len(self._lines), _MOST_IN_VIEW)
        self.setFixedHeight(shown * theme.px(_LINE) + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the place."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._lead(self.currentRow())
        else:
            super().keyPressEvent(event)

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
        self.said = Label("", self, role="strong")
        self.list = FindingsList(services, self)
        self.list.wanted.connect(self.wanted)
        inner = QVBoxLayout()
        inner.setSpacing(0)
        inner.addWidget(self.list)
        self.column.addWidget(self.said)
        self.column.addLayout(inner)
        self.show_lines(())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show what was found."""
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        leaks = sum(each.is_leak for each in lines)
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
