"""The whole check, beside whoever types: it tells how far it is, and can be stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from recorder import CheckReport, RecorderError
    from ui.bridge import ArchiveBridge

_PARTS = {"pages": (0, 10), "chains": (10, 60), "tables": (60, 100)}
"""From which hundredth to which each part goes, by how long they take."""


class CheckRun(QObject):
    """One check at a time.

    Signals:
        moved(int): so many hundredths are done.
    """

    moved = Signal(int)

    def __init__(self, bridge: ArchiveBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._goes_on = False

    @property
    def is_running(self) -> bool:
        """Whether it has begun and was not stopped."""
        return self._goes_on

    def start(
        self, done: Callable[[CheckReport], None], failed: Callable[[RecorderError], None]
    ) -> None:
        """Check the archive that is open; `done` or `failed` is called once."""
        self._goes_on = True

        def end(report: CheckReport) -> None:
            self._goes_on = False
            done(report)

        def refuse(error: RecorderError) -> None:
            self._goes_on = False
            failed(error)

        def go(path: Path) -> None:
            self._bridge.aside(lambda: self._check(path), end, failed=refuse)

        self._bridge.request(lambda archive: archive.path, go, failed=refuse)

    def stop(self) -> None:
        """Let it end as soon as it asks."""
        self._goes_on = False

    def _check(self, path: Path) -> CheckReport:
        from recorder import check

        return check(path, self._on_progress)

    def _on_progress(self, part: str, done: int, whole: int) -> bool:
        if whole and part in _PARTS:
            first, last = _PARTS[part]
            self.moved.emit(first + (last - first) * min(done, whole) // whole)
        return self._goes_on
