"""The forms of a meeting as screens of the window: details and agenda, and recommendations."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from ui.bridge import ArchiveBridge
from ui.i18n import _
from ui.meeting.agenda_form import AgendaForm
from ui.meeting.form import MeetingForms
from ui.meeting.recommendation_form import RecommendationForm
from ui.screen import Screen
from ui.services import Services
from ui.widgets.buttons import make_chip


class MeetingScreen(Screen):
    """What is prepared before a meeting: its details, and its agenda beside them."""

    name = "forms"

    def __init__(self, bridge: ArchiveBridge, services: Services) -> None:
        super().__init__(bridge, services)
        px = services.theme.px
        self.details = MeetingForms(bridge, services)
        self.agenda = AgendaForm(bridge, services, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.details)
        self._stack.addWidget(self.agenda)
        self.chips = [
            make_chip(words, services.theme, self) for words in (_("Details"), _("Agenda"))
        ]
        row = QHBoxLayout()
        row.setContentsMargins(px(16), px(12), px(16), 0)
        row.setSpacing(px(8))
        for at, chip in enumerate(self.chips):
            chip.setAutoExclusive(True)
            chip.toggled.connect(lambda checked, at=at: self._on_toggled(at, checked=checked))
            row.addWidget(chip)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self.chips[0].setChecked(True)

    def show_meeting(self, meeting_id: str) -> None:
        """Turn both to a meeting."""
        super().show_meeting(meeting_id)
        self.details.show_meeting(meeting_id)
        self.agenda.open_meeting(meeting_id)

    def show_part(self, at: int) -> None:
        """Bring the details (0) or the agenda (1) into view."""
        self.chips[at].setChecked(True)

    def enter(self) -> None:
        """Begin in the part in view."""
        (self.details, self.agenda)[self._stack.currentIndex()].enter()

    def leave(self) -> None:
        """Make changes of what was typed in either."""
        self.details.leave()
        self.agenda.leave()

    def _on_toggled(self, at: int, *, checked: bool) -> None:
        if checked:
            self.leave()
            self._stack.setCurrentIndex(at)
            self.enter()


class RecommendationsScreen(Screen):
    """The recommendations of a meeting, one of them in its form."""

    name = "forms"

    def __init__(self, bridge: ArchiveBridge, services: Services) -> None:
        super().__init__(bridge, services)
        self.form = RecommendationForm(bridge, services, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.form)

    def show_meeting(self, meeting_id: str) -> None:
        """Turn to a meeting."""
        super().show_meeting(meeting_id)
        self.form.open_meeting(meeting_id)

    def show_recommendation(self, recommendation_id: str) -> None:
        """Turn to one recommendation of the meeting."""
        self.form.open_recommendation(recommendation_id)

    def enter(self) -> None:
        """Begin in the list."""
        self.form.enter()

    def leave(self) -> None:
        """Make changes of what was typed."""
        self.form.leave()
