"""The field that puts somebody into the queue: the same few letters as in the box."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QWidget

from recorder import Speaker
from ui.capture.speaker_field import SpeakerField
from ui.capture.speakers import NOBODY
from ui.i18n import LRM, RLM, _
from ui.theme.theme import Theme


class QueueField(SpeakerField):
    """It is empty again after each name, so that the next can follow.

    Signals:
        asked(Speaker): somebody is to be put into the queue.
        left_downwards: the arrow went down from the empty field.
    """

    asked = Signal(object)
    left_downwards = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(_("Add to the queue"))
        self.setToolTip(_("Add to the queue"))
        mark = RLM if theme.is_rtl else LRM
        self.setPlaceholderText(mark + _("Who asks to speak?"))
        self.picked.connect(self._on_picked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the empty field goes into the list, and so does the arrow when it is closed."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        chosen = self.is_open and self._popup().currentIndex().isValid()
        if is_enter and not self.words and not chosen:
            self.close_list()
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def _on_picked(self, speaker: Speaker) -> None:
        self.show_speaker(NOBODY, "")
        self.setText("")
        if speaker != NOBODY:
            self.asked.emit(speaker)
