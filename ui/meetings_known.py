"""The meetings of the archive by id, followed as they change."""

from PySide6.QtCore import QObject, Signal

from recorder import Changes, MeetingSummary
from ui.bridge import ArchiveBridge


class MeetingsKnown(QObject):
    """What the window knows of every meeting, whatever screen is in view.

    Signals:
        moved: the meetings were read again.
    """

    moved = Signal()

    def __init__(self, bridge: ArchiveBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._summaries: dict[str, MeetingSummary] = {}
        bridge.opened.connect(self._read)
        bridge.changed.connect(self._on_changed)
        if bridge.is_open:
            self._read()

    def get(self, meeting_id: str) -> MeetingSummary | None:
        """A meeting by its id; None when the archive has none of it."""
        return self._summaries.get(meeting_id)

    def all(self) -> list[MeetingSummary]:
        """Every meeting, the latest first."""
        return sorted(self._summaries.values(), key=lambda each: each.date, reverse=True)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.touches("meeting"):
            self._read()

    def _read(self) -> None:
        self._bridge.request(
            lambda archive: archive.meetings.summaries(), self._on_read, origin=self
        )

    def _on_read(self, summaries: list[MeetingSummary]) -> None:
        self._summaries = {each.id: each for each in summaries}
        self.moved.emit()
