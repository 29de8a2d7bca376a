"""Whether all that was typed is on the disk, for the sign that is always in view."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QObject, Signal

from ui.bridge import ArchiveBridge


class Saving(Enum):
    """How it stands with what was typed."""

    NOTHING_YET = "nothing yet"
    UNSAVED = "unsaved"
    SAVED = "saved"
    FAILED = "failed"


class SaveState(QObject):
    """Follows the bridge and the editors.

    Signals:
        moved: the state or the time of the last save is another one.
    """

    moved = Signal()

    def __init__(
        self, bridge: ArchiveBridge, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._state = Saving.NOTHING_YET
        self._at: datetime | None = None
        self._bridge = bridge
        bridge.opened.connect(self.moved)
        bridge.refused.connect(self.moved)
        bridge.saving.connect(self.touch)
        bridge.settled.connect(self._on_settled)
        bridge.save_failed.connect(self._on_failed)

    @property
    def state(self) -> Saving:
        """How it stands."""
        return self._state

    @property
    def is_refused(self) -> bool:
        """Whether there is no archive to save anything in."""
        return self._bridge.refusal is not None

    @property
    def at(self) -> datetime | None:
        """When everything was last known to be saved, in local time."""
        return self._at

    def touch(self) -> None:
        """Something was typed that is not yet on the disk."""
        self._move(Saving.UNSAVED)

    def _on_settled(self) -> None:
        self._at = self._clock()
        self._move(Saving.SAVED)

    def _on_failed(self, _error: object) -> None:
        self._move(Saving.FAILED)

    def _move(self, state: Saving) -> None:
        self._state = state
        self.moved.emit()
