"""Where the room agreed, where it differed and what it decided, put down while it does."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from recorder import Draft, Issue, NoteKind, Place, new_id
from ui.edits import append
from ui.i18n import _
from ui.meeting.workspace_part import Commands, Part, Session
from ui.outcomes.pane import OutcomesPane

_NAME = "outcomes"


class OutcomesPart(Part):
    """The pane beside the recommendations, and the key that makes a point of a note."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._meeting_id = ""
        self.pane = OutcomesPane(session.bridge, session.services, self._place, session.screen)
        tip = session.services.actions.tooltip("show.outcomes")
        session.side.add(_NAME, _("Outcomes"), self.pane, tip)
        self.pane.escaped.connect(session.capture.take_focus)

    def commands(self) -> Commands:
        """Turning to the pane, and making a point of a note."""
        return {"show.outcomes": self._show, "note.issue": self._make}

    def stops(self) -> Sequence[tuple[int, QWidget]]:
        """After the notes, where it is in view."""
        shown = self.session.panes.is_shown("recommendations") and self.pane.isVisible()
        return ((20, self.pane.focus_stop),) if shown else ()

    def turn_to(self, meeting_id: str) -> None:
        """Nothing is shown until the meeting has been read."""
        self._meeting_id = meeting_id
        self.pane.show_meeting("")

    def opened(self, drafts: Sequence[Draft]) -> None:  # noqa: ARG002 - the box's
        """Show what the meeting came to."""
        self.pane.show_meeting(self._meeting_id)

    def settle(self) -> None:
        """Make changes of what was typed."""
        self.pane.leave()

    def leave(self) -> None:
        """Make changes of what was typed."""
        self.pane.leave()

    def _place(self) -> tuple[str, str | None]:
        return self._meeting_id, self.session.board.item_id

    def _show(self) -> None:
        """To the pane; from the pane back to the recommendations and the box."""
        session, side = self.session, self.session.side
        if side.current == _NAME and session.panes.is_shown("recommendations"):
            side.turn_to("recommendations")
            session.capture.take_focus()
            return
        session.panes.show_pane("recommendations", shown=True)
        side.turn_to(_NAME)
        self.pane.adder.take_focus()

    def _make(self) -> None:
        """Of the selected note, of the selected words, or of what is in the box."""
        session, capture = self.session, self.session.capture
        note, words = session.listed_note(), ""
        if note is None:
            capture.box.end_composition()
            words = capture.box.selected_words
            note = capture.presenter.finish()
        if note is not None and (text := words or note.text):
            place = Place(note.place.parent_id)
            made = Issue(id=new_id(), meeting_id=note.meeting_id, place=place, text=text)
            session.bridge.request(append(made), saves=True)
            session.offer_step_back(_("A point was made of the note."), "issue.write")
            if note.kind == NoteKind.PRIVATE:
                warning = _("The note is private; what was made of it is not.")
                session.services.notices.post(warning, "warn", key="private")
        capture.take_focus()
