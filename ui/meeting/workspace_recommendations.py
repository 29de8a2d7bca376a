"""The recommendations of the running meeting, beside its notes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.i18n import _
from ui.meeting.agenda_lines import by_agenda
from ui.meeting.recommendations_pane import RecommendationsPane
from ui.meeting.workspace_part import Part, Session


class RecommendationsPart(Part):
    """The pane beside the notes."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.pane = RecommendationsPane(session.services, session.screen)
        session.side.add("recommendations", _("Recommendations"), self.pane)
        session.board.recommendations_changed.connect(self._on_changed)
        session.board.speakers_changed.connect(self._on_changed)
        session.board.agenda_changed.connect(self._on_changed)

    def stops(self) -> Sequence[tuple[int, QWidget]]:
        """After the notes, where it is in view."""
        session = self.session
        shown = session.panes.is_shown("recommendations")
        return ((20, self.pane.list),) if shown and self.pane.isVisible() else ()

    def _on_changed(self) -> None:
        board = self.session.board
        rows = by_agenda(board.recommendations, board.agenda)
        self.pane.show_recommendations(rows, board.speakers.organisations)
