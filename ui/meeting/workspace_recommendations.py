"""Recommendations come about while people speak: of a note, or of selected words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.edits import delete
from ui.i18n import _
from ui.meeting.agenda_lines import by_agenda
from ui.meeting.recommendations_pane import RecommendationsPane
from ui.meeting.workspace_part import Commands, Part, Session


class RecommendationsPart(Part):
    """The pane beside the notes, and the key that makes one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.pane = RecommendationsPane(session.services, session.screen)
        session.side.add("recommendations", _("Recommendations"), self.pane)
        session.board.recommendations_changed.connect(self._on_changed)
        session.board.speakers_changed.connect(self._on_changed)
        session.board.agenda_changed.connect(self._on_changed)

    def commands(self) -> Commands:
        """Making one."""
        return {"note.recommendation": self._recommend}

    def stops(self) -> Sequence[tuple[int, QWidget]]:
        """After the notes, where it is in view."""
        session = self.session
        shown = session.panes.is_shown("recommendations")
        return ((20, self.pane.list),) if shown and self.pane.isVisible() else ()

    def _on_changed(self) -> None:
        board = self.session.board
        rows = by_agenda(board.recommendations, board.agenda)
        self.pane.show_recommendations(rows, board.speakers.organisations)

    def _recommend(self) -> None:
        session = self.session
        presenter, box, notes = session.capture.presenter, session.capture.box, session.pane.list
        note = session.notes.note(notes.current_id) if notes.hasFocus() else None
        chosen = box.textCursor().selectedText().replace("\u2029", "\n")
        if note is None:
            note = presenter.finish()
            text = chosen.strip() or (note.text if note else "")
        else:
            text = note.text
        if note is not None and text:
            made = presenter.recommend(text, note)
            session.offer_undo(
                _("A recommendation was made of the note."),
                lambda: session.bridge.request(delete(made.TABLE, made.id), saves=True),
            )
        session.capture.take_focus()
