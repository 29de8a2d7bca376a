"""The whole check, beside whoever types: it tells how far it is, and can be stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from recorder import CheckReport, RecorderError
    from ui.bridge import ArchiveBridge

_PARTS = {"pages": (0, 10), "chains": (10, 60), "tables": (60, 100)}
"""From which hundredth to which each part goes, by how long they take."""


class CheckRun(QObject):
    """One check at a time; it outlives the screens that show it.

    Signals:
        moved(int): so many hundredths are done.
        ended: it has come to an end, or was stopped.
    """

    moved = Signal(int)
    ended = Signal()

    def __init__(
        self,
        bridge: ArchiveBridge,
        done: Callable[[CheckReport], None],
        failed: Callable[[RecorderError], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._done, self._failed = bridge, done, failed
        self._goes_on = False

    @property
    def is_running(self) -> bool:
        """Whether it has begun and was not stopped."""
        return self._goes_on

    def start(self) -> None:
        """Check the archive that is open."""
        self._goes_on = True
        self.moved.emit(0)
        self._bridge.request(lambda archive: archive.path, self._begin, failed=self._on_failed)

    def stop(self) -> None:
        """Let it end as soon as it asks."""
        self._goes_on = False

    def _begin(self, path: Path) -> None:
        self._bridge.aside(lambda: self._check(path), self._on_done, failed=self._on_failed)

    def _on_done(self, report: CheckReport) -> None:
        self._goes_on = False
        self.ended.emit()
        self._done(report)

    def _on_failed(self, error: RecorderError) -> None:
        self._goes_on = False
        self.ended.emit()
        if error.code != "check_stopped":
            self._failed(error)

    # In a thread of its own

    def _check(self, path: Path) -> CheckReport:
        from recorder import check

        return check(path, self._on_progress)

    def _on_progress(self, part: str, done: int, whole: int) -> bool:
        if not shiboken6.isValid(self):
            return False  # the window has gone
        if whole and part in _PARTS:
            first, last = _PARTS[part]
            self.moved.emit(first + (last - first) * min(done, whole) // whole)
        return self._goes_on
