"""The panel beside the agenda: the details of the item that is chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.bridge import ArchiveBridge
from ui.i18n import _, isolate_ltr
from ui.meeting.agenda_card import inwards_key, key_text
from ui.meeting.agenda_model import AgendaLine
from ui.meeting.item_form import ItemForm
from ui.services import Services
from ui.widgets.buttons import IconButton
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.surfaces import Card, Page


class ItemPanel(Card):
    """The form of an item under its title.

    Signals:
        closed: the user is done with it.
    """

    closed = Signal()

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(services.theme, parent)
        look = services.theme
        self._heading = ElidedLabel("", self, role="section")
        page = Page(look, self)
        page.setProperty("class", "Sheet")  # it lies on the card, not on the page
        page.viewport().setAutoFillBackground(False)
        page.column.setContentsMargins(0, 0, 0, 0)
        self.form = ItemForm(bridge, services, page)
        page.column.addWidget(self.form)
        page.column.addStretch(1)
        self._back = IconButton(
            "x", _("Back to the list"), look, self, tip=_("Back to the list  Esc")
        )
        self._back.clicked.connect(self.closed)
        told = _("Enter edits the title, {move} moves the item, {indent} makes it a sub-item.")
        self._keys = Label(
            told.format(
                move=isolate_ltr(key_text("Alt+Up")),
                indent=isolate_ltr(key_text(inwards_key(look))),
            ),
            self,
            role="small",
            wrap=True,
        )
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._back)
        self.column.addLayout(head)
        self.column.addWidget(page, 1)
        self.column.addWidget(self._keys)

    def show_line(self, line: AgendaLine | None) -> None:
        """Show an item, or none."""
        self._heading.show_words(line.title if line else _("No item is chosen"))
        self.form.show_row(line.outlined.item if line else None)
        self.form.setEnabled(line is not None)

    def stand_alone(self, *, alone: bool) -> None:
        """Offer the way back where the panel has taken the place of the list."""
        self._back.setVisible(alone)
        self._keys.setVisible(not alone)

    def begin(self) -> None:
        """Put the focus into the first field."""
        self.form.field("kind").setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
