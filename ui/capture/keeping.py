"""Typing that survives a kill: on the disk soon after the first key, tried again until it is."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from recorder import Draft, RecorderError
from ui.bridge import ArchiveBridge

DRAFT_MS = 200
"""From the first unsaved key to the request; 300 ms are promised for the disk (FORMAT 9)."""
REST_MS = 30_000
"""After this rest a draft becomes a change although the box was not left (FORMAT 9)."""
RETRY_MS = 2_000
"""Between two attempts while the disk refuses."""


class TextKeeper(QObject):
    """Keeps the one text that a box holds.

    At most one draft is on its way at a time, so that a slow disk is not buried under copies.

    Signals:
        kept: the text, as it was when it was asked for, is on the disk.
        failed(RecorderError): it could not be written; it is tried again.
        rested: nothing was typed for a while.
    """

    kept = Signal()
    failed = Signal(object)
    rested = Signal()

    def __init__(
        self, bridge: ArchiveBridge, read: Callable[[], Draft | None], parent: QObject
    ) -> None:
        """Prepare; `read` gives the draft as it stands, None when there is nothing to keep."""
        super().__init__(parent)
        self._bridge, self._read = bridge, read
        self._is_unsaved = False
        self._on_its_way = False
        self._soon = self._timer(DRAFT_MS, self.keep)
        self._retry = self._timer(RETRY_MS, self.keep)
        self._rest = self._timer(REST_MS, self.rested.emit)

    @property
    def is_unsaved(self) -> bool:
        """Whether something was typed that is not yet known to be on the disk."""
        return self._is_unsaved or self._on_its_way

    def typed(self) -> None:
        """A key changed the text."""
        self._is_unsaved = True
        self._rest.start()
        if not self._soon.isActive() and not self._retry.isActive():  # from the first key
            self._soon.start()

    def keep(self) -> None:
        """Write what is unsaved, now."""
        self._soon.stop()
        self._retry.stop()
        if not self._is_unsaved or self._on_its_way:
            return
        self._is_unsaved = False
        draft = self._read()
        if draft is None:
            return
        self._on_its_way = True
        self._bridge.request(
            lambda archive: archive.drafts.save(draft),
            self._on_kept,
            origin=self.parent(),
            failed=self._on_failed,
            saves=True,
        )

    def forget(self) -> None:
        """The text is no longer the box's concern: it became a note, or was thrown away."""
        self._is_unsaved = False
        for timer in (self._soon, self._retry, self._rest):
            timer.stop()

    def _on_kept(self, _nothing: None) -> None:
        self._on_its_way = False
        self.kept.emit()
        if self._is_unsaved:
            self._soon.start()

    def _on_failed(self, error: RecorderError) -> None:
        self._on_its_way = False
        self._is_unsaved = True
        self._retry.start()
        self.failed.emit(error)

    def _timer(self, interval: int, due: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(due)
        return timer
