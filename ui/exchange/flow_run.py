"""Drives what is done at a stick: what waits for it in a thread of its own, the rest by the bridge.

Whoever types has the archive's thread between any two steps, and never waits for the stick.
"""

from __future__ import annotations

import queue
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from recorder import Changes, RecorderError, SyncStoppedError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from recorder import Question, Step
    from ui.bridge import ArchiveBridge, ArchiveType

    Flow = Generator[Step | Question, Any, Any]

_TELL_S = 0.05
_GLANCE_S = 0.1
"""How often a thread that waits for an answer looks whether anybody still wants it."""


class FlowRun(QObject):
    """One flow from its beginning to its end.

    Signals:
        moved(str, int, int): a step of this part begins; so much of the whole is done.
        asked(Delivery): something would come; `answer` tells whether it may.
        took(Delivery): it is in the archive.
        done(object): the flow's answer.
        failed(RecorderError): it ended otherwise; a SyncStoppedError when it was stopped.
    """

    moved = Signal(str, int, int)
    asked = Signal(object)
    took = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    _wanted = Signal(object)
    _ended = Signal(object, object)

    def __init__(
        self, bridge: ArchiveBridge, begin: Callable[[ArchiveType], Flow], parent: QObject
    ) -> None:
        """Prepare; `begin` makes the flow, in the archive's thread."""
        super().__init__(parent)
        self._bridge, self._begin = bridge, begin
        self._mail: queue.SimpleQueue[tuple[Any, BaseException | None]] = queue.SimpleQueue()
        self._is_stopped = self._is_abandoned = False
        self._archive: ArchiveType | None = None
        self._told_of, self._told_at = ("", False), 0.0
        self._thread = threading.Thread(target=self._work, name="stick", daemon=True)
        queued = Qt.ConnectionType.QueuedConnection
        self._wanted.connect(self._ask_archive, queued)
        self._ended.connect(self._on_ended, queued)

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def answer(self, *, agreed: bool) -> None:
        """Whether what would come is to be taken in."""
        self._mail.put((agreed, None))

    def stop(self) -> None:
        """End it after the step that is under way; a question is answered by it."""
        self._is_stopped = True

    def abandon(self) -> None:
        """The window goes: nobody waits for anything any more."""
        self._is_stopped = self._is_abandoned = True

    ## In the thread of the stick

    def _work(self) -> None:
        try:
            result, error = self._drive(), None
        except BaseException as fault:  # noqa: BLE001 - reported by the window's thread
            result, error = None, fault
        self._tell(lambda: self._ended.emit(result, error))

    def _drive(self) -> object:
        flow: Flow = self._of_archive(self._begin)
        answer: Any = None
        fault: Exception | None = None
        try:
            while True:
                if self._is_stopped:
                    raise SyncStoppedError from fault
                step = flow.throw(fault) if fault else flow.send(answer)
                answer, fault = None, None
                try:
                    answer = self._carry_out(step)
                except Exception as error:  # noqa: BLE001 - the flow decides what it means
                    fault = error
        except StopIteration as end:
            return end.value
        finally:
            flow.close()

    def _carry_out(self, step: Step | Question) -> object:
        from recorder import Question  # draws in the archive's libraries

        if isinstance(step, Question):
            return self._ask_user(step)
        self._tell_of(step)
        if step.at_stick:
            return step.work()
        answer = self._of_archive(lambda _archive: step.work())
        if _tells_changes(answer):
            self._tell(lambda: self.took.emit(answer[1]))
        return answer

    def _tell_of(self, step: Step) -> None:
        now = time.monotonic()
        if (step.part, step.at_stick) == self._told_of and now < self._told_at + _TELL_S:
            return  # a bar that moves faster than the eye keeps the window at work for nothing
        self._told_of, self._told_at = (step.part, step.at_stick), now
        self._tell(lambda: self.moved.emit(step.part, step.done, step.whole))

    def _ask_user(self, question: Question) -> bool:
        delivery = question.delivery
        if delivery.is_empty and not delivery.conflicts:
            return True  # there would be nothing to read
        self._tell(lambda: self.asked.emit(delivery))
        return bool(self._receive(gives_way=True))

    def _of_archive(self, work: Callable[[ArchiveType], Any]) -> Any:  # noqa: ANN401 - any answer
        self._tell(lambda: self._wanted.emit(work))
        return self._receive(gives_way=False)

    def _receive(self, *, gives_way: bool) -> Any:  # noqa: ANN401 - any answer
        while True:
            try:
                answer, error = self._mail.get(timeout=_GLANCE_S)
            except queue.Empty:
                # What the archive is at is waited for: it says what was taken in.
                if self._is_abandoned or (gives_way and self._is_stopped):
                    raise SyncStoppedError from None
                continue
            if error is not None:
                raise error
            return answer

    def _tell(self, emit: Callable[[], None]) -> None:
        if not self._is_abandoned:
            with suppress(RuntimeError):  # the window has gone
                emit()

    ## In the window's thread

    def _ask_archive(self, work: Callable[[ArchiveType], Any]) -> None:
        self._bridge.request(
            lambda archive: self._answer_of(archive, work),
            failed=lambda error: self._mail.put((None, error)),
        )

    def _on_ended(self, result: object, error: BaseException | None) -> None:
        if error is None:
            self.done.emit(result)
            return
        if not isinstance(error, RecorderError):
            sys.excepthook(type(error), error, error.__traceback__)
            error = RecorderError()
        self.failed.emit(error)

    ## In the archive's thread

    def _answer_of(
        self, archive: ArchiveType, work: Callable[[ArchiveType], Any]
    ) -> Changes | None:
        """Send the answer to the waiting thread; changes come back for all views to hear of."""
        self._archive = self._archive or archive
        if self._archive is not archive:  # a backup was put in its place meanwhile
            self._mail.put((None, SyncStoppedError()))
            return None
        try:
            answer = work(archive)
        except Exception as error:  # noqa: BLE001 - the flow decides what it means
            self._mail.put((None, error))
            return None
        self._mail.put((answer, None))
        return answer[0] if _tells_changes(answer) else None


def _tells_changes(answer: object) -> bool:
    return isinstance(answer, tuple) and bool(answer) and isinstance(answer[0], Changes)
