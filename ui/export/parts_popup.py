"""The list of a document's parts under its button: which are shown, in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.export.parts_list import ROW, PartsList
from ui.i18n import _, isolate_ltr
from ui.widgets.buttons import IconButton, make_button
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent
    from PySide6.QtWidgets import QWidget

    from ui.services import Services

_MARGIN, _FEWEST, _WIDTH = 8, 3, 316


class PartsPopup(QFrame):
    """The list in a small window, with buttons for whoever has a mouse alone.

    Signals:
        rearranged: a part was switched or moved.
        reset: the document's own order is wanted.
        left: the window is closed.
    """

    rearranged = Signal()
    reset = Signal()
    left = Signal()

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("class", "Popup")
        theme = self._theme = services.theme
        self.setLayoutDirection(theme.direction)
        self.list = PartsList(services, self)
        keys = _("Space shows or hides a part; {keys} moves it.")
        hint = Label(keys.format(keys=isolate_ltr("Alt+↑ ↓")), self, role="small", wrap=True)
        up = IconButton("arrow-up", _("Move the part up"), theme, self)
        down = IconButton("arrow-down", _("Move the part down"), theme, self)
        again = make_button(_("Reset"), theme, self, kind="quiet")
        again.setToolTip(_("All parts, in the order of the document"))
        foot = QHBoxLayout()
        foot.addWidget(up)
        foot.addWidget(down)
        foot.addStretch(1)
        foot.addWidget(again)
        column = self._column = QVBoxLayout(self)
        margin = theme.px(_MARGIN)
        column.setContentsMargins(margin, margin, margin, margin)
        for part in (self.list, hint):
            column.addWidget(part)
        column.addLayout(foot)
        self.list.rearranged.connect(self.rearranged)
        self.list.finished.connect(self.close)
        up.clicked.connect(lambda _checked=False: self.list.move_chosen(-1))
        down.clicked.connect(lambda _checked=False: self.list.move_chosen(1))
        again.clicked.connect(lambda _checked=False: self.reset.emit())

    def open_under(self, field: QWidget) -> None:
        """Show it at a field, inside the window that the field stands in."""
        window = field.window()
        rows = max(self.list.count(), _FEWEST) * self._theme.px(ROW) + 2
        self.list.setFixedHeight(rows)
        width = max(field.width(), self._theme.px(_WIDTH))
        self.setFixedWidth(width)
        rest = self._column.totalHeightForWidth(width) - rows
        self.list.setFixedHeight(min(rows, window.height() - rest - self._theme.px(2 * _MARGIN)))
        self.adjustSize()
        before = field.width() - width if self._theme.is_rtl else 0
        corner = field.mapTo(window, QPoint(before, field.height() + 2))
        lowest = window.height() - self.height() - self._theme.px(_MARGIN)
        corner.setY(min(corner.y(), lowest))
        self.move(window.mapToGlobal(corner))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that it is closed, however it was."""
        super().hideEvent(event)
        self.left.emit()
