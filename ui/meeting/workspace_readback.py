"""Recommendations are read back to the room in a window of their own."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recorder import Draft
from ui.meeting.workspace_part import Commands, Part, Session

if TYPE_CHECKING:
    from ui.readback.window import ReadbackWindow


class ReadbackPart(Part):
    """The window is made when it is first asked for; it follows the meeting in view."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.window: ReadbackWindow | None = None
        self._meeting_id = ""
        self._comes_back = False

    def commands(self) -> Commands:
        """Opening it."""
        return {"show.readback": self._open}

    def turn_to(self, meeting_id: str) -> None:
        """What was typed belongs to the meeting before."""
        self._meeting_id = meeting_id
        if self.window is not None:
            self.window.show_meeting("")

    def opened(self, drafts: Sequence[Draft]) -> None:  # noqa: ARG002 - the box's
        """Follow to the meeting that has been opened."""
        if self._comes_back:
            self._comes_back = False
            self._open()
        elif self.window is not None and self.window.isVisible():
            self.window.show_meeting(self._meeting_id)

    def settle(self) -> None:
        """Make a change of what was typed."""
        self.leave()

    def leave(self) -> None:
        """Make a change of what was typed."""
        if self.window is not None:
            self.window.leave()

    def hold(self) -> object:
        """Whether it was open, for the next screen; it stands where it stood."""
        self.leave()
        if self.window is None or not self.window.isVisible():
            return False
        self.window.placing.remember(self.window)
        return True

    def take(self, held: object) -> None:
        """Open it again with the meeting."""
        self._comes_back = held is True

    def _open(self) -> None:
        from ui.readback.window import ReadbackWindow

        session = self.session
        if self.window is None:
            self.window = ReadbackWindow(session.bridge, session.services, session.screen)
        self.leave()
        session.capture.presenter.leave()
        self.window.show_meeting(self._meeting_id)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
