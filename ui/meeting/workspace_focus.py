"""Where the focus goes: back to the box by Esc, round the panes by F6."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.meeting.workspace_part import Commands, Part, Session


class FocusPart(Part):
    """The box is home; every pane has one stop on the way round."""

    def commands(self) -> Commands:
        """Going home, and round."""
        return {
            "note.write": self._back_to_writing,
            "pane.next": lambda: self._step_pane(1),
            "pane.previous": lambda: self._step_pane(-1),
        }

    def _back_to_writing(self) -> None:
        capture = self.session.capture
        focus = QApplication.focusWidget()
        if focus is not None and capture.isAncestorOf(focus):
            capture.escape()
        capture.take_focus()

    def _step_pane(self, step: int) -> None:
        session = self.session
        stops = self._stops(session)
        at = next((at for at, each in enumerate(stops) if each.hasFocus()), 0)
        target = stops[(at + step) % len(stops)]
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if target is session.pane.list and not session.pane.list.current_id:
            session.pane.list.setCurrentIndex(session.notes.index(session.notes.rowCount() - 1))

    @staticmethod
    def _stops(session: Session) -> list[QWidget]:
        found = [stop for part in session.screen.findChildren(Part) for stop in part.stops()]
        return [widget for _place, widget in sorted(found, key=lambda stop: stop[0])]
