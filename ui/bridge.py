"""The only way from the window to the archive: one worker thread, which nobody waits for."""

import queue
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from recorder import Changes, RecorderError, Undone

if TYPE_CHECKING:
    from types import TracebackType

    from recorder import Archive

Result = TypeVar("Result")
if TYPE_CHECKING:
    ArchiveType = Archive  # the name by which the other rooms annotate what they ask for
Failed = Callable[[RecorderError], None]

_HAND_OVER_S = 0.001
"""After which the archive's thread lets the window's have Python. At Python's own 5 ms a key that
is typed while a meeting is read or exported waits for it several times: 45 to 135 ms until its
letter is painted at worst, 14 to 31 with this (measured)."""


class Closable(Protocol):
    """What the factory makes: an Archive, or anything that can be closed."""

    def close(self) -> None:
        """Write down what is still pending and let go of the file."""


@dataclass(frozen=True)
class _Job:
    call: Callable[[Any], Any]
    done: Callable[[Any], None] | None = None
    failed: Failed | None = None
    origin: object = None
    saves: bool = False
    needs_closed: bool = False


@dataclass(frozen=True)
class _Outcome:
    job: _Job
    result: Any = None
    error: BaseException | None = None


class ArchiveBridge(QObject):
    """Runs calls on the archive in its own thread and reports in the thread of the window.

    Calls are carried out in the order in which they were requested; those requested before
    the archive is open wait for it. Errors of the world (RecorderError) go to the request's
    `failed`, else to the signal; our own mistakes go to `sys.excepthook`, and as a bare
    RecorderError to whoever waits for the outcome.

    Signals:
        opened: the archive is open, for the first time or again.
        refused(RecorderError): it could not be opened; every request fails with this error.
        changed(Changes, origin): an operation touched something; `origin` is who asked for it.
        failed(RecorderError): a request without a `failed` of its own could not be met.
        saving: a request that saves something was made.
        settled: nothing that saves is waiting or running any more, and the last one succeeded.
        save_failed(RecorderError): a request that saves could not be met.
    """

    opened = Signal()
    refused = Signal(object)
    changed = Signal(object, object)
    failed = Signal(object)
    saving = Signal()
    settled = Signal()
    save_failed = Signal(object)
    _arrived = Signal()

    def __init__(self, factory: Callable[[], Closable], parent: QObject | None = None) -> None:
        """Prepare the thread; `factory` is called in it, by `open`."""
        super().__init__(parent)
        self._factory = factory
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._outcomes: deque[_Outcome] = deque()
        self._asides: list[threading.Thread] = []
        self._unsettled = 0
        self._is_open = False
        self._refusal: RecorderError | None = None
        self._thread = threading.Thread(target=self._work, name="archive", daemon=True)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    @property
    def is_open(self) -> bool:
        """Whether the archive was opened and the window knows it."""
        return self._is_open

    @property
    def refusal(self) -> RecorderError | None:
        """Why the archive could not be opened, if so."""
        return self._refusal

    @property
    def is_settled(self) -> bool:
        """Whether everything that was to be saved is saved."""
        return self._unsettled == 0

    def open(self) -> None:
        """Start the thread, which opens the archive; call it after the first paint."""
        sys.setswitchinterval(_HAND_OVER_S)
        self._thread.start()

    def request(
        self,
        call: "Callable[[Archive], Result]",
        done: Callable[[Result], None] | None = None,
        *,
        origin: object = None,
        failed: Failed | None = None,
        saves: bool = False,
    ) -> None:
        """Run `call(archive)` in the archive's thread; this returns at once.

        Args:
            call: what to do; it must touch no widget.
            done: receives the result in this thread; dropped when it belongs to a QObject
                that has been destroyed meanwhile, or when `origin` is one.
            origin: who asks; comes back with `changed`, so that a view knows its own echo.
            failed: receives a RecorderError in place of the signal.
            saves: whether the request writes, which shows in the sign "saved".
        """
        if saves:
            self._unsettled += 1
            self.saving.emit()
        self._jobs.put(_Job(call, done, failed, origin, saves))

    def reopen(
        self,
        between: Callable[[], Result] | None = None,
        done: Callable[[Result], None] | None = None,
        *,
        failed: Failed | None = None,
    ) -> None:
        """Close the archive, do something to its file, open it again; this returns at once.

        `opened` or `refused` tells how the opening went, before `done` or `failed` is called.

        Args:
            between: what to do in the archive's thread while nobody has the file open.
            done: receives its result.
            failed: receives a RecorderError that it raised.
        """
        self._jobs.put(
            _Job(lambda _archive: between() if between else None, done, failed, needs_closed=True)
        )

    def aside(
        self,
        call: Callable[[], Result],
        done: Callable[[Result], None] | None = None,
        *,
        failed: Failed | None = None,
    ) -> None:
        """Run what takes long and needs no archive in a thread of its own; nobody waits for it."""
        job = _Job(lambda _archive: call(), done, failed)
        thread = threading.Thread(
            target=lambda: self._report(_carry_out(job, None)), name="aside", daemon=True
        )
        self._asides = [each for each in self._asides if each.is_alive()]
        self._asides.append(thread)
        thread.start()

    @property
    def is_running(self) -> bool:
        """Whether the thread was started and has not ended."""
        return self._thread.is_alive()

    def finish(self, timeout: float) -> bool:
        """Finish all requests, those too that their answers lead to; the window waits.

        Returns:
            Whether all that was to be saved was tried within `timeout` seconds.
        """
        until = time.monotonic() + timeout
        while self.is_running and self._refusal is None:
            reached = threading.Event()
            self._jobs.put(_Job(lambda _archive, reached=reached: reached.set()))  # type: ignore[misc]
            if not reached.wait(max(until - time.monotonic(), 0)):
                return False
            self._on_arrived()
            if self.is_settled:
                break
        return self.is_settled

    def close(self, timeout: float | None = None) -> bool:
        """Finish all requests, close the archive and end the thread.

        Returns:
            Whether the thread ended within `timeout` seconds (None: however long it takes).
        """
        for each in self._asides:
            each.join(timeout)
        if not self._thread.is_alive():
            return True
        self._jobs.put(None)
        self._thread.join(timeout)
        self._on_arrived()
        return not self._thread.is_alive()

    # In the archive's thread

    def _work(self) -> None:
        archive, error = self._open()
        while (job := self._jobs.get()) is not None:
            if job.needs_closed:
                if archive is not None:
                    # What cannot be closed in good order keeps its drafts in the file.
                    _carry_out(_CLOSING, archive)
                outcome = _carry_out(job, None)
                archive, error = self._open()
                self._report(outcome)
            elif archive is not None:
                self._report(_carry_out(job, archive))
            elif isinstance(error, RecorderError):  # else it was told once, as a mistake of ours
                self._report(_Outcome(job, error=error))
        if archive is not None:
            self._report(_carry_out(_CLOSING, archive))

    def _open(self) -> tuple[Closable | None, BaseException | None]:
        try:
            archive = self._factory()
        except BaseException as error:  # noqa: BLE001 - reported by the window's thread
            self._report(_Outcome(_OPENING, error=error))
            return None, error
        self._report(_Outcome(_OPENING))
        return archive, None

    def _report(self, outcome: _Outcome) -> None:
        self._outcomes.append(outcome)
        if shiboken6.isValid(self):
            self._arrived.emit()

    # In the window's thread

    def _on_arrived(self) -> None:
        while self._outcomes:
            outcome = self._outcomes.popleft()
            if outcome.job is _OPENING:
                self._on_opening(outcome.error)
            else:
                self._deliver(outcome)

    def _on_opening(self, error: BaseException | None) -> None:
        self._is_open, self._refusal = error is None, None
        if error is None:
            self.opened.emit()
        elif isinstance(error, RecorderError):
            self._refusal = error
            self.refused.emit(error)
        else:
            _raise_to_user(error)

    def _deliver(self, outcome: _Outcome) -> None:
        job, error = outcome.job, outcome.error
        if job.saves:
            self._unsettled -= 1
        if error is not None:
            self._deliver_error(job, error)
            return
        result = outcome.result
        changes = result.changes if isinstance(result, Undone) else result
        if isinstance(changes, Changes) and changes:
            self.changed.emit(changes, job.origin)
        if job.done is not None and _is_wanted(job, job.done):
            job.done(outcome.result)
        if job.saves and self._unsettled == 0:
            self.settled.emit()

    def _deliver_error(self, job: _Job, error: BaseException) -> None:
        if not isinstance(error, RecorderError):
            _raise_to_user(error)
            error = RecorderError()  # who asked must know that it was not done
            if job.failed is None:
                if job.saves:
                    self.save_failed.emit(error)
                return
        if job.saves:
            self.save_failed.emit(error)
        if job.failed is not None and _is_wanted(job, job.failed):
            job.failed(error)
        else:
            self.failed.emit(error)


def _close(archive: Closable) -> None:
    archive.close()


_OPENING = _Job(_close)
_CLOSING = _Job(_close)


def _carry_out(job: _Job, archive: Closable | None) -> _Outcome:
    try:
        return _Outcome(job, job.call(archive))
    except BaseException as error:  # noqa: BLE001 - reported by the window's thread
        return _Outcome(job, error=error)


def _is_wanted(job: _Job, function: Callable[..., object]) -> bool:
    return _is_alive(job.origin) and _is_alive(getattr(function, "__self__", None))


def _is_alive(thing: object) -> bool:
    return not isinstance(thing, QObject) or shiboken6.isValid(thing)


def _raise_to_user(error: BaseException) -> None:
    trace: TracebackType | None = error.__traceback__
    sys.excepthook(type(error), error, trace)
