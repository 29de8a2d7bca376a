"""Two laptops, one stick, one set of minutes: the team, and what a sync does step by step."""

from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from recorder.archive.syncing import Driver, Question, Step, run_here, syncing
from recorder.archive.teaming import founding, joining
from recorder.archive.telling import tells_damage
from recorder.domain.changes import Changes
from recorder.domain.log import LoggedValue, Vector
from recorder.domain.sharing import BundleFacts, BundleRun, Delivery, HeldBack, SyncReport
from recorder.errors import BundleError, FileTooLargeError, NoTeamError
from recorder.storage.blobs import CHUNK, Blob, Blobs
from recorder.storage.database import ArchiveFile
from recorder.storage.holding import Holding
from recorder.storage.inbox import Inbox
from recorder.storage.seals import keys_of
from recorder.storage.settings import remove_setting, setting, write_setting
from recorder.sync.bundle import Writer as BundleWriter
from recorder.sync.bundle import changes_of, open_bundle
from recorder.sync.exchange import PIECE, Exchange
from recorder.sync.stick import Stick
from recorder.sync.team import Team

if TYPE_CHECKING:
    from recorder.archive.archive import Archive

_IDENTITY, _KEY = "team.identity", "team.key"
_CHUNKS = PIECE // CHUNK


@tells_damage
class Sharing:
    """The team of this archive, and its part of a sync. Belongs to the archive's thread."""

    def __init__(self, archive: "Archive", file: ArchiveFile, inbox: Inbox) -> None:
        self._archive = archive
        self._writer = inbox.writer
        self._database, self._inbox = file.database, inbox
        self._blobs = Blobs(file.database)
        self._holding = Holding(file.database, self._writer)

    ## The team

    @property
    def team_id(self) -> str | None:
        """The id of the team, None before this archive is of one."""
        team = self._team()
        return team.id if team else None

    def found(self, folder: str | Path) -> str:
        """Make a team of this laptop, lay its key on the stick, and answer its code.

        The code is told once and kept nowhere. A team that there was is left: whoever has only
        its code reads nothing that is written from now on.

        Raises:
            StickError: nothing can be written there; there is no new team.
        """
        return run_here(self.founding(folder), Driver())

    def join(self, folder: str | Path, typed: str) -> None:
        """Become one of the team whose code was typed.

        Raises:
            CodeMistypedError: it is no code.
            NoTeamError: there is no team on the stick.
            WrongCodeError: the code is of none of those.
            StickError: the folder cannot be read.
        """
        run_here(self.joining(folder, typed), Driver())

    def founding(self, folder: str | Path) -> Generator[Step | Question, Any, str]:
        """`found` as steps: who drives it runs each where it belongs."""
        return founding(self, Path(folder))

    def joining(self, folder: str | Path, typed: str) -> Generator[Step | Question, Any, None]:
        """`join` as steps."""
        return joining(self, Path(folder), typed)

    def inspect(self, file: Path) -> BundleFacts:
        """What a bundle of the team says of itself, once all of it was proven whole.

        Raises:
            NoTeamError: this archive is of no team, which alone could read it.
            BundleError: it is no bundle that can be read (data: file, reason).
            StickError: the file cannot be read.
        """
        team = self._team()
        if team is None:
            raise NoTeamError(reason="archive")
        try:
            parts = open_bundle(team, Stick(file.parent).read_file(file))
            changes_of(team, parts)
        except BundleError as error:
            raise BundleError(**error.data, file=str(file)) from error
        head = parts.head
        runs = tuple(BundleRun(run.site, run.scope, run.first, run.last) for run in head.runs)
        return BundleFacts(
            site=head.site, author=head.author, number=head.number, wall=head.wall,
            count=head.count, runs=runs,
        )  # fmt: skip

    def leave(self) -> None:
        """Be of no team any more; what was shared stays here."""
        with self._writer.transaction():
            for name in (_IDENTITY, _KEY):
                remove_setting(self._database, name)

    ## Syncing

    def sync(
        self,
        folder: str | Path,
        *,
        agree: Callable[[Delivery], bool] | None = None,
        progress: Callable[[str, int, int], bool] | None = None,
        without_backup: bool = False,
    ) -> SyncReport:
        """Take in what is new on the stick, then add to it what it lacks, all in this thread.

        Args:
            folder: the stick, or any folder.
            agree: asked before anything is taken in, with what would come; False: nothing is.
            progress: told the part, how much of it is done and the whole; its False stops.
            without_backup: the user chose to go on although there is no room for a copy.

        Raises:
            NoTeamError: this archive is of no team.
            StickError: the folder cannot be read. Where it cannot be written, the report says so.
            SyncStoppedError: `progress` said so; what was taken in by then stays.
            ArchiveUnwritableError: the backup or the merge could not be written.
        """
        flow = self.steps(folder, previews=agree is not None, without_backup=without_backup)
        return run_here(flow, Driver(agree, progress))

    def steps(
        self, folder: str | Path, *, previews: bool = True, without_backup: bool = False
    ) -> Generator[Step | Question, Any, SyncReport]:
        """A sync as steps: who drives it runs each where it belongs, so that nobody waits."""
        return syncing(self, Path(folder), previews=previews, without_backup=without_backup)

    def exchange(self, folder: Path) -> Exchange:
        """This laptop at a stick; drafts become changes first (FORMAT 9).

        Raises:
            NoTeamError: this archive is of no team.
        """
        team = self._team()
        if team is None:
            raise NoTeamError(reason="archive")
        self._archive.drafts.commit_all()
        site = self._writer.sites.public
        key, sign = keys_of(self._database.conn, site.no)
        writer = BundleWriter(site.id, key, self._archive.author, sign)
        return Exchange(Stick(folder), team, writer)

    def known(self, ids: set[bytes]) -> set[bytes]:
        """Those of the changes that are in the log; who has the end of a chain has all of it."""
        return self._writer.log.known(ids) | (ids & self._holding.ids())

    def foresee(self, arrived: Sequence[LoggedValue]) -> Delivery:
        """What taking changes in would do; raises as `take`."""
        return self._inbox.foresee(arrived)

    def take(
        self, arrived: list[LoggedValue], *, without_backup: bool = False
    ) -> tuple[Changes, Delivery]:
        """Take changes in, after a backup when any of them is new, in one transaction."""
        self._archive.prepare_merge(arrived, without_backup=without_backup)
        return self._inbox.take(arrived, self.now())

    def outgoing(self, vector: Vector) -> list[LoggedValue]:
        """The changes that a stick lacks; private notes never."""
        return self._archive.changes_since(self._holding.known_part(vector))

    def now(self) -> str:
        """The instant, for the head of a bundle."""
        return self._archive.now()

    ## Undoing a merge

    def latest_merge(self) -> str | None:
        """When the merge was that `undo_merge` would undo, None when there is none."""
        return self._holding.latest()

    def undo_merge(self) -> HeldBack | None:
        """Hold back what the last sync brought, None when there is nothing to hold back.

        It is kept and can be released; what was gone on from since stays (FORMAT 11).
        """
        self._archive.drafts.commit_all()
        self._writer.end_burst()
        return self._holding.hold()

    def count_held(self) -> int:
        """How many changes are held back."""
        return self._holding.count()

    def release(self) -> Changes:
        """Take in again what was held back."""
        self._writer.end_burst()
        return self._inbox.release(self.now())

    ## Attached files

    def files_to_send(self) -> list[Blob]:
        """Attached files whose bytes are here and may leave (FORMAT 12)."""
        return self._blobs.present(self._blobs.may_travel())

    def piece(self, digest: str, number: int) -> bytes:
        """A piece of a file for the stick."""
        return self._blobs.read_part(digest, number * _CHUNKS, _CHUNKS)

    def files_to_fetch(self) -> list[Blob]:
        """Attached files whose bytes nobody brought yet."""
        return self._blobs.absent()

    def keep_file(self, wanted: Blob, stream: IO[bytes]) -> None:
        """Keep bytes that came by the stick, if they are those that were wanted.

        Raises:
            BundleError: they are not; nothing was kept.
        """
        try:
            with self._writer.transaction():
                if self._blobs.put(stream, largest=wanted.size) != wanted:
                    raise BundleError(reason="damaged")
        except FileTooLargeError as error:
            raise BundleError(reason="large") from error

    ## Inside

    def _team(self) -> Team | None:
        identity = setting(self._database, _IDENTITY)
        key = setting(self._database, _KEY)
        return Team(identity, bytes.fromhex(key)) if identity and key else None

    def site(self) -> str:
        """This laptop as its folder on the stick is named."""
        return self._writer.sites.public.id

    def remember(self, team: Team) -> None:
        """Be of a team from now on."""
        with self._writer.transaction():
            write_setting(self._database, _IDENTITY, team.identity)
            write_setting(self._database, _KEY, team.key.hex())
