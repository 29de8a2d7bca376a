"""When a document is laid out to be looked at: once all rests, one at a time, unseen.

An office program takes seconds and a core, so on a low laptop it must be in nobody's way: it
begins after the choices have rested, it ends as soon as nobody waits for it any more, and it does
not run while a document is being written.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from recorder import LaidOut, Pages, RecorderError
    from ui.bridge import ArchiveBridge, ArchiveType
    from ui.export.choice import Order
    from ui.export.writing import DocumentWriter

REST_MS = 1000
"""How long nothing may have been chosen or changed."""


class _Run:
    """One laying out, and whether anybody still waits for it."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.is_wanted = True


class LayingOut(QObject):
    """Has the document that is in view laid out by the office program of this machine.

    Signals:
        made(order, pages): the pages of a document, as they will be printed.
        moved: pages are awaited, or no longer.
    """

    made = Signal(object, object)
    moved = Signal()

    def __init__(self, bridge: ArchiveBridge, writer: DocumentWriter, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._writer = bridge, writer
        self._has_office, self._is_paused, self._has_failed = False, True, False
        self._wanted: Order | None = None
        self._run: _Run | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._begin)
        writer.moved.connect(self._on_writer_moved)

    @property
    def is_awaited(self) -> bool:
        """Whether pages will come."""
        return self._wanted is not None and self._has_office and not self._is_paused

    @property
    def has_failed(self) -> bool:
        """Whether the office program could not lay out what is in view."""
        return self._has_failed

    def allow(self, *, has_office: bool) -> None:
        """Say whether there is an office program."""
        self._has_office = has_office
        self._wait()

    def want(self, order: Order) -> None:
        """Lay a document out that has been read just now, and no other any more."""
        self._call_off()
        self._wanted, self._has_failed = order, False
        self._wait()

    def forget(self) -> None:
        """Nobody waits for pages any more."""
        self._call_off()
        self._wanted, self._has_failed = None, False
        self.moved.emit()

    def pause(self) -> None:
        """The document goes out of view."""
        self._call_off()
        self._is_paused = True
        self.moved.emit()

    def resume(self) -> None:
        """The document is in view."""
        self._is_paused = False
        self._wait()

    def _call_off(self) -> None:
        self._rest.stop()
        if self._run is not None:
            self._run.is_wanted = False

    def _wait(self) -> None:
        if self.is_awaited:
            self._rest.start(REST_MS)
        self.moved.emit()

    def _on_writer_moved(self) -> None:
        if self._writer.is_running:
            self._call_off()
        elif self._run is None or not self._run.is_wanted:
            self._wait()

    def _begin(self) -> None:
        if not self.is_awaited or self._wanted is None or self._writer.is_running:
            return
        if self._run is not None:
            return  # the one before is being ended, and begins this one then
        run = self._run = _Run(self._wanted)
        self._bridge.request(
            partial(_plan, run.order, partial(self._goes_on, run), self._writer.ready),
            partial(self._lay_out, run), origin=self, failed=partial(self._on_failed, run),
        )  # fmt: skip

    def _goes_on(self, run: _Run) -> bool:
        return run.is_wanted and shiboken6.isValid(self)  # asked in another thread

    def _lay_out(self, run: _Run, plan: Callable[[], Pages]) -> None:
        made, failed = partial(self._on_made, run), partial(self._on_failed, run)
        self._bridge.aside(plan, made, failed=failed)

    def _on_made(self, run: _Run, pages: Pages) -> None:
        if self._has_come_in_time(run):
            self._wanted = None
            self.made.emit(run.order, pages)
            self.moved.emit()

    def _on_failed(self, run: _Run, _error: RecorderError) -> None:
        if self._has_come_in_time(run):
            self._wanted, self._has_failed = None, True
            self.moved.emit()

    def _has_come_in_time(self, run: _Run) -> bool:
        if not shiboken6.isValid(self):
            return False
        self._run = None
        if not run.is_wanted and not self._rest.isActive():
            self._begin()
        return run.is_wanted


def _plan(
    order: Order, goes_on: Callable[[], bool], ready: LaidOut | None, archive: ArchiveType
) -> Callable[[], Pages]:
    edition, paper = order.edition(), order.choice.paper
    return archive.plan_pages(order.meeting_id, edition, paper, goes_on, ready=ready)
