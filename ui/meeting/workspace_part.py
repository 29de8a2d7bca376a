"""How a part is plugged into the screen of the running meeting.

A part is one thing that the running meeting can do: what notes do, the agenda, photographs. It has
a file of its own with a child of `Part`, and two lines of `workspace.py` plug it in: its import,
and its name in `PARTS`. It gets a `Session`, and from there it

* puts what it shows where it belongs: `session.strips` (a column over the notes), `session.views`
  (what takes the place of the notes while it is open), `session.side` (panes beside the notes, one
  of them in view), `session.tools` (the strip over the screens), or nowhere;
* answers commands of the table in `ui/actions.py` by `commands()`; they work while the screen is
  in view; `stops()` tells F6 where to stop;
* is told what happens by `turn_to`, `opened`, `settle`, `leave` and `hold`, and by the signals of
  what the session holds (`board.agenda_changed`, `capture.presenter.sent`…);
* reads and writes what nobody else knows by `session.bridge`, the archive's only door;
* gives the focus back by `session.capture.take_focus()`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QWidget

from recorder import Draft, Note
from ui.bridge import ArchiveBridge
from ui.capture.capture import Capture
from ui.i18n import _
from ui.meeting.agenda_pane import AgendaPane
from ui.meeting.workspace_board import MeetingBoard
from ui.meeting.workspace_notes_model import NotesModel
from ui.meeting.workspace_notes_pane import NotesPane
from ui.meeting.workspace_panes import Panes
from ui.meeting.workspace_side import Side
from ui.past.steps import NOTICE
from ui.services import Services

Commands = Mapping[str, Callable[[], None]]


@dataclass(frozen=True)
class Session:
    """The screen of the running meeting, as its parts see it.

    Attributes:
        board: what is known of the meeting; its signals tell what changed.
        notes: the notes as the list shows them.
        pane: the list of notes with its head.
        capture: the box to write in, with the presenter of what is typed.
        agenda: the pane at the start of the line.
        side: the panes at its end, one in view at a time.
        panes: which of these two stand beside the notes.
        strips: a column over the notes.
        views: the column of the notes and of what takes their place.
        tools: the row that stands in the strip over the screens.
        screen: the screen itself, a parent for what a part shows.
    """

    bridge: ArchiveBridge
    services: Services
    board: MeetingBoard
    notes: NotesModel
    pane: NotesPane
    capture: Capture
    agenda: AgendaPane
    side: Side
    panes: Panes
    strips: QBoxLayout
    views: QBoxLayout
    tools: QBoxLayout
    screen: QWidget

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        """Say what was done, with a button that takes it back."""

        def answer() -> None:
            undo()
            self.capture.take_focus()

        key = self.services.actions.key_text("undo")
        words = f"{_('Undo')}  \u2066{key}\u2069"
        self.services.notices.post(text, key=NOTICE, answers=((words, answer),))

    def offer_step_back(self, text: str, action: str) -> None:
        """Say what was done by an action, with a button that takes it back while it is the last."""
        self.offer_undo(
            text,
            lambda: self.bridge.request(
                lambda archive: archive.undo() if archive.undoable() == action else None,
                saves=True,
            ),
        )

    def listed_note(self) -> Note | None:
        """The note that is selected in the list, while the list has the focus.

        When it stands in the box it is saved first.
        """
        notes, presenter = self.pane.list, self.capture.presenter
        note = self.notes.note(notes.current_id) if notes.hasFocus() else None
        if note is not None and presenter.entry.note.id == note.id:
            return presenter.finish() or note
        return note


class Part(QObject):
    """One thing that the running meeting can do; every method may be left as it is."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.screen)
        self.session = session

    def commands(self) -> Commands:
        """The commands that it answers, by their ids."""
        return {}

    def stops(self) -> Sequence[tuple[int, QWidget]]:
        """Where F6 stops in it now, each with its place: the box is at 0."""
        return ()

    def turn_to(self, meeting_id: str) -> None:
        """Another meeting is being read ("" for none): forget the one before."""

    def opened(self, drafts: Sequence[Draft]) -> None:
        """The meeting is on the board; `drafts` are those that were pending."""

    def settle(self) -> None:
        """A step is taken back next: make changes of what was typed and would be in its way."""

    def leave(self) -> None:
        """The screen is being left: make changes of what was typed."""

    def hold(self) -> object:
        """The screen is built anew: hand on what was typed, for `take` of the next such part."""
        self.leave()
        return None

    def take(self, held: object) -> None:
        """Go on with what `hold` gave; comes after `turn_to`, before `opened`."""

    def take_back(self) -> bool:
        """Bring back what was thrown away last and was never in the archive, if anything was."""
        return False
