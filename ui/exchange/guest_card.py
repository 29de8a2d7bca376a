"""Under the team's card: what somebody outside the team can be given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.exchange.meeting_file import MeetingFile
from ui.exchange.page import ExchangePage
from ui.i18n import _
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.bridge import ArchiveBridge
    from ui.exchange.sharing import StickSharing
    from ui.services import Services


class GuestCard(ExchangePage):
    """One meeting as a file; whoever is only to read gets the minutes."""

    def __init__(
        self, bridge: ArchiveBridge, services: Services, sharing: StickSharing, parent: QWidget
    ) -> None:
        super().__init__(services, sharing, parent)
        self.meeting_id = ""
        self.file = MeetingFile(bridge, services, parent)
        self.column.addWidget(Label(_("Somebody outside the team"), self, role="section"))
        key = services.actions.key_text("show.export")
        self.say(
            _("One meeting as a file that Mahdar takes in elsewhere. It is not encrypted; private "
              "notes stay here. Whoever is only to read gets the minutes instead: {key}.")
            .format(key=f"\u2066{key}\u2069")
        )  # fmt: skip
        self.save = self.button(_("Save the open meeting as a file…"), self._save)
        self.load = self.button(_("Take a meeting in from a file…"), self._load)
        self.refresh()

    def show_meeting(self, meeting_id: str) -> None:
        """Which meeting is open."""
        self.meeting_id = meeting_id
        self.refresh()

    def refresh(self) -> None:
        """There must be an open meeting to save one."""
        self.save.setEnabled(bool(self.meeting_id))

    def _save(self) -> None:
        self.file.ask_where_to_write(self.meeting_id)

    def _load(self) -> None:
        self.file.ask_what_to_read()
