"""Archive: opening, closing, and what does not belong to one subject."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from recorder.archive.attachments import Attachments
from recorder.archive.documents import Documents
from recorder.archive.duplicates import Duplicates
from recorder.archive.notes import Notes
from recorder.archive.past import Past
from recorder.archive.returning import Returning
from recorder.archive.subjects import AnyRow, Meetings, Subject
from recorder.archive.telling import tells_damage
from recorder.archive.turns import Turns
from recorder.domain.changes import Changes
from recorder.domain.clock import Clock, instant_text, system_clock
from recorder.domain.directory import Author, Organisation, Person, Series, Theme
from recorder.domain.discussion import Decision, Issue, Note, Position
from recorder.domain.identity import new_id
from recorder.domain.log import LoggedValue, Vector
from recorder.domain.meeting import AgendaItem, Attendance, Host, Meeting, Turn
from recorder.domain.recommendation import Carried, FollowUp, Recommendation, Source, Support
from recorder.domain.row import Row
from recorder.domain.safety import Backup, BackupReason
from recorder.domain.searching import EVERYTHING, Hit, SearchFilter
from recorder.domain.summaries import CheckReport, Conflict, Draft
from recorder.errors import ArchiveError
from recorder.location import data_folder
from recorder.storage import engine
from recorder.storage.backup import BackupShelf
from recorder.storage.blobs import Blobs
from recorder.storage.codec import DELETED
from recorder.storage.database import ArchiveFile
from recorder.storage.drafts import DraftBox
from recorder.storage.faults import translated
from recorder.storage.history import History
from recorder.storage.inbox import Inbox
from recorder.storage.reader import Reader
from recorder.storage.search import Search
from recorder.storage.settings import setting, write_setting
from recorder.storage.story import Stories
from recorder.storage.trash import Trash
from recorder.storage.undo import Undoing
from recorder.storage.verify import Progress, Verifier
from recorder.storage.writer import Writer

if TYPE_CHECKING:
    from recorder.archive.sharing import Sharing


@tells_damage
class Archive(Documents, Returning, Past):
    """A local file of meetings. Belongs to the thread that opened it.

    Every method that writes is one transaction and answers its Changes; it raises
    ArchiveUnwritableError when the disk refuses, and then nothing was written.
    """

    def __init__(self, file: ArchiveFile, clock: Clock, machine: Path) -> None:
        self._file, self._clock = file, clock
        self._writer = Writer(file, clock, machine)
        self._writer.author_id = setting(file.database, "author") or ""
        self._reader = Reader(file.database, self._writer.log)
        self._search = Search(file.database)
        self._inbox = Inbox(file.database, self._writer)
        self._history = History(file.database, self._writer)
        self._undoing = Undoing(file.database, self._writer)
        self._trash = Trash(file.database, self._writer)
        self._stories = Stories(file.database, self._writer, self._reader, clock)
        self._clock = clock
        self._shelf = BackupShelf(file.path, clock)
        self._draft_box = DraftBox(file.database, self._writer, self._reader)
        self.drafts = Drafts(self._draft_box, self._writer)
        self.meetings = Meetings(Meeting, self._reader, self._writer)
        self.series = self._subject(Series)
        self.organisations = self._subject(Organisation)
        self.people = self._subject(Person)
        self.themes = self._subject(Theme)
        self.hosts = self._subject(Host)
        self.agenda = self._subject(AgendaItem)
        self.attendance = self._subject(Attendance)
        self.turns = Turns(Turn, self._reader, self._writer)
        self.notes = Notes(Note, self._reader, self._writer)
        self.issues = self._subject(Issue)
        self.positions = self._subject(Position)
        self.decisions = self._subject(Decision)
        self.recommendations = self._subject(Recommendation)
        self.supports = self._subject(Support)
        self.sources = self._subject(Source)
        self.carried = self._subject(Carried)
        self.follow_ups = self._subject(FollowUp)
        self.attachments = Attachments(
            self._reader, self._writer, Blobs(file.database), self.drafts
        )
        self._sharing: Sharing | None = None
        self.duplicates = Duplicates(self._reader, self._writer)

    ## Opening and closing

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        author: str = "",
        clock: Clock = system_clock,
        machine: Path | None = None,
        read_only: bool = False,
    ) -> Self:
        """Open the archive, made when the file does not exist.

        Args:
            path: the file; a lock file appears beside it.
            author: the name of the person who writes, told with each change.
            clock: where instants come from.
            machine: the folder that stands for this machine (the user's data folder), by
                which a copied or restored archive is noticed and goes on under a new site.
            read_only: read it as it stands now, also while another process has it open; what
                writes raises ArchiveInUseError.

        Raises:
            ArchiveInUseError: another process has it open; with `read_only`, one that must
                bring an archive of an older release up to date first.
            ArchiveTooNewError: a later release wrote it; it was not touched.
            ArchiveDamagedError: it is no archive; it was not touched.
            ArchiveUnwritableError: the disk refuses.
        """
        file = ArchiveFile(Path(path), clock, read_only=read_only)
        try:
            archive = cls(file, clock, machine or data_folder())
            if author and not read_only:
                archive.author = author
        except BaseException as error:
            file.close()
            if isinstance(error, engine.Error):
                raise translated(error, file.path) from error
            raise
        return archive

    def close(self) -> None:
        """Make what was typed changes, and let the file go; twice does nothing."""
        if self._file.is_open:
            try:
                self.drafts.commit_all()
            finally:
                self._file.close()

    @property
    def unsaved(self) -> ArchiveError | None:
        """Why an archive of an older release was brought up to date without a copy, if so."""
        return self._file.unsaved

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The archive's file."""
        return self._file.path

    @property
    def is_new_copy(self) -> bool:
        """Whether the file was found to be a copy, and got a site of its own at this start."""
        return self._writer.is_new_copy

    ## The author

    @property
    def author(self) -> str:
        """The name of the profile that writes here; "" before anybody said."""
        found = self._reader.find(Author.TABLE, self._writer.author_id or "-")
        return found.name if isinstance(found, Author) else ""

    @author.setter
    def author(self, name: str) -> None:
        profile = setting(self._file.database, "author") or new_id()
        write_setting(self._file.database, "author", profile)
        self._writer.author_id = profile
        self.write(Author(id=profile, name=name), action="author.write")

    ## Across subjects

    def write(self, *rows: Row, action: str = "rows.write") -> Changes:
        """Create or change rows of any kind in one action.

        Args:
            rows: parents before children reads best in the log.
            action: a stable token that names what the user did.
        """
        with self._writer.action(action) as pending:
            for row in rows:
                pending.write(row)
        return pending.changes()

    def search(
        self, words: str, within: SearchFilter = EVERYTHING, *, limit: int = 50
    ) -> list[Hit]:
        """The rows that hold all the words, however they are spelt, and are in the filter.

        Quoted words are sought as a phrase; the last word is also a beginning while no space
        follows it. No words: all that the filter selects. Where what is sought is rare, and the
        filter names but kinds, the best come first; else people and their like, then the
        newest meetings (undated before them).
        """
        return self.duplicates.led(self._search.find(words, within, limit=limit))

    def conflicts(self, meeting_id: str | None = None) -> list[Conflict]:
        """What two laptops wrote without seeing each other, until a write names all sides."""
        return self._reader.conflicts(meeting_id)

    def settle(self, conflict: Conflict, value: object) -> Changes:
        """End a conflict by a write that names all its sides (FORMAT 5, 6).

        Args:
            conflict: one of `conflicts`.
            value: what the field shall be: one side's value, or a person's own. For the
                register `deleted`: whether the row goes.
        """
        with self._writer.action("conflict.settle") as action:
            if conflict.column == DELETED:
                (action.delete if value else action.restore)(conflict.table, conflict.row_id)
            else:
                action.set_value(conflict.table, conflict.row_id, conflict.column, value)
        return action.changes()

    ## Other laptops

    @property
    def sharing(self) -> "Sharing":
        """The team of this archive, and its part of a sync by a stick."""
        if self._sharing is None:
            # Its libraries are drawn in when somebody shares for the first time.
            from recorder.archive.sharing import Sharing

            self._sharing = Sharing(self, self._file, self._inbox)
        return self._sharing

    def vector(self) -> Vector:
        """How far each laptop's chain in each scope is known here."""
        return self._writer.log.vector()

    def changes_since(self, vector: Vector) -> list[LoggedValue]:
        """The changes beyond a vector, of all laptops known here; private notes never.

        The chains of this laptop are sealed up to their heads first (FORMAT 3).
        """
        self.drafts.commit_all()
        self._writer.seal_heads()
        return list(self._writer.log.since(vector))

    def merge(self, arrived: list[LoggedValue], *, without_backup: bool = False) -> Changes:
        """Take in what other laptops brought, after a backup when any of it is new here.

        One call for all bundles of a stick: they are one backup and one transaction.

        Args:
            arrived: changes in any order, known ones too.
            without_backup: the user chose to go on although there is no room for a copy.

        Raises:
            ChangeRefusedError: as `receive`.
            ArchiveUnwritableError: the copy could not be made, and nothing was taken in.
        """
        self.prepare_merge(arrived, without_backup=without_backup)
        return self._inbox.receive(arrived)

    def prepare_merge(self, arrived: list[LoggedValue], *, without_backup: bool) -> None:
        """Make a backup when any of the changes is new here, and end the burst of typing.

        Raises:
            ArchiveUnwritableError: the copy could not be made.
        """
        if not without_backup and self._inbox.has_news(arrived):
            self.make_backup(BackupReason.MERGE)
        self._writer.end_burst()

    def receive(self, arrived: list[LoggedValue]) -> Changes:
        """Take in changes of other laptops, any number of times and in any order.

        No copy is made before: `merge` is what a sync calls.

        Raises:
            ChangeRefusedError: one of them is forged or malformed; nothing
                was received.
        """
        self._writer.end_burst()
        return self._inbox.receive(arrived)

    def now(self) -> str:
        """The instant by this laptop's clock, as it is logged; for display only."""
        return instant_text(self._clock())

    def count_waiting(self) -> int:
        """How many received changes wait for what they hang from."""
        return self._inbox.count_waiting()

    ## Safety

    def make_backup(self, reason: BackupReason = BackupReason.HAND) -> Backup:
        """A copy of the archive, opened and checked before it counts.

        Raises:
            DiskLowError: there is too little room; what is typed is still saved.
            ArchiveUnwritableError: the disk refused; older copies are as they were.
            ArchiveDamagedError: the copy failed its check and was thrown away.
        """
        return self._shelf.make(reason)

    def plan_backup(self) -> Callable[[], Backup]:
        """What makes a copy in any thread while this one goes on; it raises as `make_backup`."""
        return partial(self._shelf.make, BackupReason.HAND)

    def plan_daily_backup(self) -> Callable[[], Backup] | None:
        """What makes the day's first copy in any thread, None when there is one of today."""
        return partial(self._shelf.make, BackupReason.DAILY) if self._shelf.is_due() else None

    def backups(self) -> list[Backup]:
        """The checked copies, newest first."""
        return self._shelf.all()

    def check(self, progress: Progress | None = None) -> CheckReport:
        """Pages, chains, tables and index against the log, attached files; as it stands now.

        Args:
            progress: told the part (pages, chains, tables, blobs), how much of it is done and the
                whole, every few thousand rows; its False stops the check.

        Raises:
            CheckStoppedError: `progress` said so.
        """
        writer = self._writer
        return Verifier(self._file.database, writer.log, writer.projection, progress).check()

    def rebuild(self) -> int:
        """Tables, heads and index anew from the log; returns the number of rows."""
        with self._writer.transaction():
            rows = self._writer.projection.rebuild()
            self._writer.index.rebuild()
        return rows

    def _subject(self, row_type: type[AnyRow]) -> Subject[AnyRow]:
        return Subject(row_type, self._reader, self._writer)


@tells_damage
class Drafts:
    """What is being typed; see Draft."""

    def __init__(self, box: DraftBox, writer: Writer) -> None:
        self._box = box
        self._writer = writer

    def save(self, draft: Draft) -> None:
        """Keep it; it is on the disk when this returns."""
        self._box.save(draft)

    def commit(
        self, window: str, table: str, row_id: str, column: str, *, goes_on: bool = False
    ) -> Changes:
        """Make it a change; the row is created from its fields when it does not exist.

        `goes_on` says that the window types on in the text as it was, without reading it anew.
        """
        return self._box.commit([(window, table, row_id, column)], goes_on=goes_on)

    def commit_all(self) -> Changes:
        """Make every draft a change."""
        return self._box.commit_all()

    def discard(self, window: str, table: str, row_id: str, column: str) -> None:
        """Forget it."""
        self._box.discard((window, table, row_id, column))

    def pending(self) -> list[Draft]:
        """All that was typed and never finished, as after a crash."""
        return self._box.pending()
