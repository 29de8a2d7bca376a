"""The palette: a quiet panel over the screen. No dialog, no loop of its own; the words stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QApplication, QFrame, QListView, QVBoxLayout, QWidget

from ui.i18n import _
from ui.palette.offers import Offer, found
from ui.palette.query_field import QueryField
from ui.palette.rows import ROW, OfferDelegate, OffersModel
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeySequence

    from ui.services import Services

COMMAND = "palette.open"
_WIDTH, _TOP, _INSET, _FOOT, _MOST_SEEN, _MOST_PLACES = 560, 70, 10, 14, 9, 20


class Palette(QFrame):
    """Finds a command by a few letters and runs it where the hand was.

    The focus is borrowed with the reason of a popup, at which no field of ours commits, forgets
    or selects anything; it goes back to the very widget, and only then the command runs.
    """

    def __init__(
        self,
        services: Services,
        offers: Callable[[], Sequence[Offer]],
        places: Callable[[], Sequence[Offer]],
        parent: QWidget,
    ) -> None:
        """Make it.

        Args:
            services: the look and the commands.
            offers: tells what works at the moment.
            places: tells where one may go to; asked at the first letter, since there are many.
            parent: what it lies over.
        """
        super().__init__(parent)
        self._services, self._over = services, parent
        self._ask, self._ask_places = offers, places
        self._offers: Sequence[Offer] = ()
        self._places: Sequence[Offer] | None = None
        self._before: QWidget | None = None
        theme = services.theme
        self.setProperty("class", "Palette")
        self.setAccessibleName(_("Commands"))
        own = services.actions.action(COMMAND).shortcuts()
        self.field = QueryField(theme, own, self)
        self.model = OffersModel(self)
        self.list = self._make_list()
        self._foot = Label("", self, role="small")
        self._foot.setContentsMargins(theme.px(_FOOT), 0, theme.px(_FOOT), 0)
        column = QVBoxLayout(self)
        inset = theme.px(_INSET)
        column.setContentsMargins(inset, inset, inset, inset)
        column.setSpacing(theme.px(6))
        for part in (self.field, self.list, self._foot):
            column.addWidget(part)
        self._connect()
        parent.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show what works here, and take the next letters."""
        if self.isVisible():
            return
        self._before = QApplication.focusWidget()
        self._offers, self._places = self._ask(), None
        self.field.clear()
        self._find()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Go away; the focus is where it was."""
        before, self._before = self._before, None
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the window grows or shrinks."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return bool(super().eventFilter(watched, event))

    ## Inside

    def _make_list(self) -> QListView:
        view = QListView(self)
        view.setAccessibleName(_("Commands"))
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setUniformItemSizes(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setItemDelegate(OfferDelegate(self._services.theme, self.model, view))
        view.setModel(self.model)
        return view

    def _connect(self) -> None:
        self.field.textChanged.connect(self._find)
        self.field.entered.connect(self._run_current)
        self.field.dismissed.connect(self.dismiss)
        self.field.stepped.connect(self._step)
        self.field.other_key.connect(self._run_key)
        self.field.lost.connect(self._on_lost)
        self.list.clicked.connect(lambda index: self._run(self.model.rows[index.row()].run))

    def _find(self) -> None:
        typed = self.field.words
        rows = found(self._offers, typed)
        if typed:
            if self._places is None:
                self._places = self._ask_places()
            rows += found(self._places, typed)[:_MOST_PLACES]
        self.model.show_rows(rows)
        if rows:
            self.list.setCurrentIndex(self.model.index(0))
            self._foot.show_words(_("Enter does it; Esc goes back to where you were."))
        else:
            self._foot.show_words(_("Nothing here is called that."))
        self._place()

    def _step(self, step: int) -> None:
        rows = len(self.model.rows)
        if not rows:
            return
        at = self.list.currentIndex().row() + step
        at = at % rows if abs(step) == 1 else min(max(at, 0), rows - 1)
        self.list.setCurrentIndex(self.model.index(at))

    def _run_current(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self.model.rows):
            self._run(self.model.rows[row].run)

    def _run_key(self, pressed: QKeySequence) -> None:
        for _command, action in self._services.actions.all():
            if action.isEnabled() and pressed in action.shortcuts():
                self._run(action.trigger)
                return

    def _run(self, run: Callable[[], None]) -> None:
        self.dismiss()
        run()

    def _on_lost(self) -> None:
        self._before = None
        self.hide()

    def _place(self) -> None:
        theme, room = self._services.theme, self._over.rect()
        rows = min(max(len(self.model.rows), 1), _MOST_SEEN)
        self.list.setFixedHeight(rows * theme.px(ROW))
        width = min(theme.px(_WIDTH), room.width() - 2 * theme.px(_INSET))
        self.setFixedWidth(width)
        self.adjustSize()
        height = min(self.sizeHint().height(), room.height() - 2 * theme.px(_INSET))
        top = min(theme.px(_TOP), max(room.height() - height - theme.px(_INSET), 0))
        self.setGeometry(QRect((room.width() - width) // 2, top, width, height))
