"""Going to the place where something that was found stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from recorder import Hit
    from ui.main_window import MainWindow


@runtime_checkable
class NoteView(Protocol):
    """A screen that can show one note."""

    def show_note(self, note_id: str) -> None:
        """Bring it into view."""


def show_hit(window: MainWindow, hit: Hit) -> None:
    """Open the meeting of a hit, and bring the row into view where there is a way to."""
    if hit.meeting_id is None:
        return
    if hit.table == "recommendation":
        window.open_meeting(hit.meeting_id, "recommendations")
        window.show_recommendation(hit.row_id)
        return
    window.open_meeting(hit.meeting_id)
    workspace = window.screen_named("workspace")
    if hit.table == "note" and isinstance(workspace, NoteView):
        workspace.show_note(hit.row_id)
