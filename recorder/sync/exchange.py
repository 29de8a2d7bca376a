"""One laptop at one stick: what lies there, what it holds, what is added. Any thread may do it."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count as counting

from recorder.domain.log import LoggedValue, Vector, Version
from recorder.domain.sharing import Refused
from recorder.errors import BundleError, StickError
from recorder.sync.bundle import Head, Run, Writer, changes_of, open_bundle, pack
from recorder.sync.stick import Found, Stick
from recorder.sync.team import Team

PIECE = 4 * 2**20
"""Bytes of an attached file in one file of the stick, before they are sealed."""


@dataclass(frozen=True)
class Look:
    """What lies on a stick: the bundles that are whole, and those that are not."""

    bundles: tuple[tuple[Found, Head], ...]
    refused: tuple[Refused, ...]
    pieces: frozenset[str]

    def ends(self) -> set[bytes]:
        """The last changes of all runs: whoever knows them has read all bundles."""
        return {run.id for _, head in self.bundles for run in head.runs}

    def wanted(self, known: set[bytes]) -> list[Found]:
        """The bundles that hold something whose end is not known."""
        return [
            found for found, head in self.bundles if any(run.id not in known for run in head.runs)
        ]

    def vector(self) -> Vector:
        """How far the chains on the stick go without a gap: what need not be written again."""
        reached: dict[tuple[str, str], list[Run]] = {}
        waiting = [run for _, head in self.bundles for run in head.runs]
        while True:
            still = [run for run in waiting if not _hangs(run, reached)]
            if len(still) == len(waiting):
                break
            for run in waiting:
                if _hangs(run, reached):
                    reached.setdefault((run.site, run.scope), []).append(run)
            waiting = still
        number = counting()
        # A fork has several ends; each is a chain of its own here, by whatever name.
        return {
            (f"{run.site} {next(number)}", run.scope): Version(run.last, run.id)
            for runs in reached.values()
            for run in runs
        }


def _hangs(run: Run, reached: dict[tuple[str, str], list[Run]]) -> bool:
    before = reached.get((run.site, run.scope), ())
    return not run.before or any(
        each.id == run.before or each.first <= run.first - 1 < each.last for each in before
    )


class Exchange:
    """A stick as one laptop of a team uses it."""

    def __init__(self, stick: Stick, team: Team, writer: Writer) -> None:
        self.stick = stick
        self.team = team
        self._writer = writer

    ## Reading

    def bundles(self) -> list[Found]:
        """The team's bundles by their names.

        Raises:
            StickError: the folder cannot be read at all.
        """
        self.stick.check()
        return self.stick.bundles(self.team.id)

    def head(self, found: Found) -> Head:
        """What a bundle says of itself, once all of it was proven whole.

        Raises:
            BundleError, StickError: nothing of it can be taken.
        """
        return open_bundle(self.team, self.stick.read(self.team.id, found)).head

    def pieces(self) -> frozenset[str]:
        """The names of all pieces of attached files; StickError as `bundles`."""
        return frozenset(self.stick.pieces(self.team.id))

    def read(self, found: Found) -> list[LoggedValue]:
        """The changes of a bundle.

        Raises:
            BundleError, StickError: nothing of it can be taken.
        """
        return changes_of(self.team, open_bundle(self.team, self.stick.read(self.team.id, found)))

    ## Writing

    def begin_writing(self) -> None:
        """Make room in the laptop's own folder, with what a colleague needs to join.

        Raises:
            StickError: nothing can be written.
        """
        self.stick.begin_writing(self.team.id, self._writer.site)
        self.stick.put_key(self.team.id, self._writer.site, self.team.key)

    def next_number(self, look: Look) -> int:
        """The number of the next bundle of this laptop on this stick."""
        own = [found.number for found in self.stick.bundles(self.team.id)
               if found.site == self._writer.site]  # fmt: skip
        told = [head.number for _, head in look.bundles if head.site == self._writer.site]
        return max(own + told, default=0) + 1

    def write(self, number: int, wall: str, changes: Sequence[LoggedValue]) -> None:
        """Add a bundle of changes, proven by reading it back.

        Raises:
            StickError: it is not there.
        """
        data = pack(self.team, self._writer, number, wall, changes)
        self.stick.put_bundle(self.team.id, self._writer.site, number, data)

    ## Attached files

    def names(self, digest: str, size: int) -> list[str]:
        """What the pieces of a file of a hash and a size are called."""
        name = self.team.name_of(digest)
        return [f"{name}.{n:03d}" for n in range(max(1, -(-size // PIECE)))]

    def write_piece(self, name: str, plain: bytes) -> None:
        """Add a piece of an attached file.

        Raises:
            StickError: it is not there.
        """
        squeezed = zlib.compress(plain, 1)
        self.stick.put_piece(self.team.id, self._writer.site, name, self.team.seal(squeezed))

    def read_pieces(self, names: Iterable[str]) -> Iterable[bytes]:
        """The pieces of an attached file one after the other; its hash alone proves them.

        Raises:
            BundleError, StickError: one is damaged, or is not there any more.
        """
        paths = self.stick.pieces(self.team.id)
        for name in names:
            if name not in paths:
                raise BundleError(reason="damaged")
            yield _inflated(self.team.open(self.stick.read_file(paths[name])))


def refusal(found: Found, error: BundleError | StickError) -> Refused:
    """Why nothing of a bundle is taken."""
    return Refused(found.site, found.name, str(error.data.get("reason", "damaged")))


def _inflated(squeezed: bytes) -> bytes:
    swell = zlib.decompressobj()
    try:
        plain = swell.decompress(squeezed, PIECE + 1)
    except zlib.error as error:
        raise BundleError(reason="damaged") from error
    if len(plain) > PIECE or not swell.eof:
        raise BundleError(reason="large")
    return plain
