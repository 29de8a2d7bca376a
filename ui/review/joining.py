"""The wording that somebody writes by hand where two were written apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.i18n import _
from ui.widgets.notebox import NoteBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.services import Services

_LINES = (2, 5)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class JoiningBox(NoteBox):
    """Ctrl+Enter lets the wording stand, Escape leaves it as it was.

    Signals:
        finished: the wording is to stand.
        escaped: what was typed is not wanted.
    """

    finished = Signal()
    escaped = Signal()

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(services.theme, parent, lines=_LINES)
        self.setAccessibleName(_("The wording that is to stand"))
        self.setToolTip(_("The wording that is to stand") + "  \u2066Ctrl+Enter\u2069")

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter and Escape, which mean the notes elsewhere on the screen."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (event.key() == Qt.Key.Key_Escape or _is_finish(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter and Escape; all else is writing."""
        if _is_finish(event):
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


def _is_finish(event: QKeyEvent) -> bool:
    is_held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return is_held and event.key() in _ENTER
