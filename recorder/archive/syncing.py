"""A sync as a row of steps, each for the archive's thread or for one that may wait for the stick.

The order matters: what came is in the archive before anything is written, so that a stick that
is full, read-only or pulled costs nothing of it; and what is written holds what came as well, so
that laptops that never meet share through any third (FORMAT 15).
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from recorder.domain.log import LoggedValue
from recorder.domain.sharing import Delivery, Refused, SyncReport
from recorder.errors import BundleError, ChangeRefusedError, StickError, SyncStoppedError
from recorder.storage.inbox import examine
from recorder.sync.bundle import portions
from recorder.sync.exchange import Exchange, Look, refusal
from recorder.sync.stick import Found

if TYPE_CHECKING:
    from recorder.archive.sharing import Sharing
    from recorder.storage.blobs import Blob

Answer = TypeVar("Answer")
_IN_MEMORY = 8 * 2**20  # bytes of an attached file that are not yet worth a file of their own


class Step(NamedTuple):
    """A piece of work.

    Attributes:
        part: look, read, preview, merge, fetch, write or attach.
        done: how much of the part was done before it, and the `whole`.
        at_stick: it waits for the stick and touches no archive; else it is the archive's.
        work: what to call; its answer is sent back, what it raises is thrown back.
    """

    part: str
    done: int
    whole: int
    at_stick: bool
    work: Callable[[], Any]


class Question(NamedTuple):
    """Whether what would come is to be taken in; the answer, a bool, is sent back."""

    delivery: Delivery


Flow = Generator[Step | Question, Any, Any]


@dataclass(frozen=True)
class Driver:
    """How a flow is driven in one thread.

    Attributes:
        agree: answers questions, None where none is asked.
        progress: told part, done and whole; its False stops.
    """

    agree: Callable[[Delivery], bool] | None = None
    progress: Callable[[str, int, int], bool] | None = None


def run_here(flow: Generator[Step | Question, Any, Answer], driver: Driver) -> Answer:
    """Run all steps of a flow in this thread.

    Raises:
        SyncStoppedError: `progress` said so.
    """
    answer: Any = None
    fault: Exception | None = None
    while True:
        try:
            step = flow.throw(fault) if fault else flow.send(answer)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        answer, fault = None, None
        try:
            answer = _answered(step, driver)
        except Exception as error:  # noqa: BLE001 - the flow decides what it means
            fault = error


def _answered(step: Step | Question, driver: Driver) -> object:
    if isinstance(step, Question):
        return driver.agree is None or driver.agree(step.delivery)
    if driver.progress and not driver.progress(step.part, step.done, step.whole):
        raise SyncStoppedError
    return step.work()


## The flow


@dataclass
class _Sync:
    """What a sync has come to so far."""

    sharing: "Sharing"
    exchange: Exchange
    look: Look
    refused: list[Refused] = field(default_factory=list)
    delivery: Delivery | None = None
    files_in: int = 0
    files_out: int = 0
    attachments_in: int = 0
    attachments_out: int = 0
    failure: str = ""

    def report(self) -> SyncReport:
        """The account of it."""
        return SyncReport(
            delivery=self.delivery, refused=tuple(self.refused), files_in=self.files_in,
            files_out=self.files_out, attachments_in=self.attachments_in,
            attachments_out=self.attachments_out, failure=self.failure,
        )  # fmt: skip


def syncing(
    sharing: "Sharing", folder: Path, *, previews: bool, without_backup: bool
) -> Generator[Step | Question, Any, SyncReport]:
    """Look, read, ask, take in, fetch, write, attach."""
    exchange = yield _archive("look", partial(sharing.exchange, folder))
    look = yield from _look(exchange)
    sync = _Sync(sharing, exchange, look, list(look.refused))
    arrived: list[LoggedValue] = yield from _read(sync)
    if arrived:
        if previews:
            foreseen = yield _archive("preview", partial(sharing.foresee, arrived))
            if not (yield Question(foreseen)):
                return sync.report()
        taking = partial(sharing.take, arrived, without_backup=without_backup)
        _, sync.delivery = yield _archive("merge", taking)
    yield from _fetch(sync)
    try:
        yield from _write(sync)
        yield from _attach(sync)
    except StickError as error:
        sync.failure = str(error.data.get("reason"))
    return sync.report()


def _look(exchange: Exchange) -> Generator[Step | Question, Any, Look]:
    names: list[Found] = yield _stick("look", exchange.bundles)
    bundles, refused = [], []
    for done, found in enumerate(names):
        try:
            opening = partial(exchange.head, found)
            head = yield Step("look", done, len(names), at_stick=True, work=opening)
            bundles.append((found, head))
        except (BundleError, StickError) as error:
            refused.append(refusal(found, error))
    pieces = yield _stick("look", exchange.pieces)
    return Look(tuple(bundles), tuple(refused), pieces)


def _read(sync: _Sync) -> Generator[Step | Question, Any, list[LoggedValue]]:
    known = yield _archive("read", partial(sync.sharing.known, sync.look.ends()))
    wanted = sync.look.wanted(known)
    arrived: list[LoggedValue] = []
    for done, found in enumerate(wanted):
        try:
            reading = partial(_examined, sync.exchange, found)
            arrived += yield Step("read", done, len(wanted), at_stick=True, work=reading)
            sync.files_in += 1
        except (BundleError, StickError) as error:
            sync.refused.append(refusal(found, error))
        except ChangeRefusedError:
            sync.refused.append(Refused(found.site, found.name, "forged"))
    return arrived


def _examined(exchange: Exchange, found: Found) -> list[LoggedValue]:
    changes = exchange.read(found)
    examine(changes)
    return changes


def _write(sync: _Sync) -> Flow:
    outgoing = yield _archive("write", partial(sync.sharing.outgoing, sync.look.vector()))
    yield _stick("write", sync.exchange.begin_writing)
    number = yield _stick("write", partial(sync.exchange.next_number, sync.look))
    wall = yield _archive("write", sync.sharing.now)
    written = 0
    for portion in portions(outgoing):
        writing = partial(sync.exchange.write, number + sync.files_out, wall, portion)
        yield Step("write", written, len(outgoing), at_stick=True, work=writing)
        sync.files_out += 1
        written += len(portion)


## Attached files


def _attach(sync: _Sync) -> Flow:
    blobs: list[Blob] = yield _archive("attach", sync.sharing.files_to_send)
    lacking = [
        (blob, number, name)
        for blob in blobs
        for number, name in enumerate(sync.exchange.names(blob.sha256, blob.size))
        if name not in sync.look.pieces
    ]
    for done, (blob, number, name) in enumerate(lacking):
        plain = yield _archive("attach", partial(sync.sharing.piece, blob.sha256, number))
        writing = partial(sync.exchange.write_piece, name, plain)
        yield Step("attach", done, len(lacking), at_stick=True, work=writing)
    sync.attachments_out = len({blob.sha256 for blob, _, _ in lacking})


def _fetch(sync: _Sync) -> Flow:
    blobs: list[Blob] = yield _archive("fetch", sync.sharing.files_to_fetch)
    there = [
        (blob, names)
        for blob in blobs
        if sync.look.pieces.issuperset(names := sync.exchange.names(blob.sha256, blob.size))
    ]
    for done, (blob, names) in enumerate(there):
        with SpooledTemporaryFile(_IN_MEMORY) as spool:
            try:
                for name in names:
                    reading = partial(_spooled, sync.exchange, name, spool)
                    yield Step("fetch", done, len(there), at_stick=True, work=reading)
                spool.seek(0)
                yield _archive("fetch", partial(sync.sharing.keep_file, blob, spool))
                sync.attachments_in += 1
            except (BundleError, StickError) as error:
                reason = str(error.data.get("reason", "damaged"))
                sync.refused.append(Refused("", names[0], reason))


def _spooled(exchange: Exchange, name: str, spool: "SpooledTemporaryFile[bytes]") -> None:
    for plain in exchange.read_pieces([name]):
        spool.write(plain)


def _archive(part: str, work: Callable[[], Any]) -> Step:
    return Step(part, 0, 1, at_stick=False, work=work)


def _stick(part: str, work: Callable[[], Any]) -> Step:
    return Step(part, 0, 1, at_stick=True, work=work)
