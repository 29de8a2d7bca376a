"""The line that adds to the agenda."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.i18n import _
from ui.meeting.agenda_list import step_of
from ui.theme.theme import Theme
from ui.widgets.line_field import LineField


class ItemAdder(LineField):
    """The line at the foot of the agenda: type a title, Enter, the next title.

    Signals:
        entered: Enter was pressed.
        abandoned: Escape was pressed.
        stepped(str): an Alt+arrow for the item that was added last.
        left_upwards: the arrow went up, into the list.
    """

    holds_words = True
    entered = Signal()
    abandoned = Signal()
    stepped = Signal(str)
    left_upwards = Signal()

    def __init__(self, look: Theme, parent: QWidget) -> None:
        super().__init__(
            _("New item"), look, parent, placeholder=_("Add an item: its title, then Enter")
        )
        self._look = look
        self.setToolTip(_("Add an item: its title, then Enter"))

    def event(self, event: QEvent) -> bool:
        """Keep the Alt+arrows from becoming commands of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and step_of(event, self._look)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Escape, the arrow up, and the Alt+arrows."""
        key, step = event.key(), step_of(event, self._look)
        if step:
            self.stepped.emit(step)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.abandoned.emit()
        elif key == Qt.Key.Key_Up:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)
