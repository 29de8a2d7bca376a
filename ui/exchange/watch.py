"""Notices sticks that are plugged in, beside whoever types, while the window is at work."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ui.exchange.drives import Drive, look_at, plugged_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EVERY_MS = 2_000


class DriveWatch(QObject):
    """Looks every two seconds, in a thread: a stick that hangs keeps nobody waiting but itself.

    Signals:
        moved: the list of drives is another one.
        came(Drive): a stick was plugged in; not told of those that were there at first.
    """

    moved = Signal()
    came = Signal(object)
    _seen = Signal(object)
    _looked = Signal(object)

    def __init__(
        self,
        is_at_work: Callable[[], bool],
        parent: QObject,
        *,
        read: Callable[[], list[Drive]] = plugged_in,
    ) -> None:
        """Prepare; `is_at_work` tells whether looking is worth while, `read` looks."""
        super().__init__(parent)
        self._is_at_work = is_at_work
        self.read = read
        self._plugged: list[Drive] | None = None
        self._chosen: list[Drive] = []
        self._is_looking = False
        self._seen.connect(self._on_seen, Qt.ConnectionType.QueuedConnection)
        self._looked.connect(self._on_looked, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def drives(self) -> list[Drive]:
        """The sticks, then the folders that were chosen in this run."""
        plugged = self._plugged or []
        known = {each.path for each in plugged}
        return [*plugged, *(each for each in self._chosen if each.path not in known)]

    @property
    def is_looking(self) -> bool:
        """Whether a look still waits for its answer."""
        return self._is_looking

    def start(self) -> None:
        """Begin to look."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look once, unless the last look still waits."""
        if not self._is_looking and self._is_at_work():
            self._is_looking = True
            self._aside(self._seen.emit, self.read)

    def add_folder(self, folder: Path) -> None:
        """Take a folder of the user's choice into the list; what it holds is looked up."""
        self._put(Drive(folder, folder.name or str(folder)))
        self._aside(self._looked.emit, lambda: look_at(folder))

    def look_again_at(self, folder: Path) -> None:
        """What a chosen folder holds may be something else by now."""
        if any(each.path == folder for each in self._chosen):
            self._aside(self._looked.emit, lambda: look_at(folder))
        self.look()

    def _aside(self, tell: Callable[[Any], None], work: Callable[[], object]) -> None:
        def run() -> None:
            found = work()
            with suppress(RuntimeError):  # the window has gone
                tell(found)

        threading.Thread(target=run, name="drives", daemon=True).start()

    def _on_seen(self, found: list[Drive]) -> None:
        self._is_looking = False
        before = self._plugged
        if found == before:
            return
        self._plugged = found
        self.moved.emit()
        known = None if before is None else {each.path for each in before}
        for drive in found:
            if known is not None and drive.path not in known:
                self.came.emit(drive)

    def _on_looked(self, drive: Drive) -> None:
        self._put(drive)

    def _put(self, drive: Drive) -> None:
        others = [each for each in self._chosen if each.path != drive.path]
        if [*others, drive] != self._chosen:
            self._chosen = [*others, drive]
            self.moved.emit()
