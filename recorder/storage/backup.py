"""Verified copies of the archive: made whole, opened and checked before they count.

A copy is written by VACUUM INTO under a temporary name, opened, checked page by page, value by
value against the log's hashes and against the number of changes that the archive holds, flushed,
and only then given its name. A copy that fails its check is thrown away and pushes out nothing.
It is read through a connection of its own, so that any thread may make it while another writes.
"""

import os
import re
import shutil
import time
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from recorder.domain.clock import Clock, system_clock
from recorder.domain.identity import new_id
from recorder.domain.safety import Backup, BackupReason
from recorder.errors import (
    ArchiveDamagedError,
    ArchiveError,
    ArchiveUnwritableError,
    DiskLowError,
)
from recorder.storage import engine
from recorder.storage.faults import translated
from recorder.storage.inspection import inspect, is_what_was_written, log_of
from recorder.storage.lock import ArchiveLock

SUFFIX = ".mahdar-backup"
_NAME = re.compile(r"(?P<number>\d{8})-(?P<wall>\d{8}T\d{6}Z)-(?P<reason>[a-z_]{1,20})")

KEEP_LAST = 10
KEEP_DAYS = 7
KEEP_WEEKS = 4
KEEP_MONTHS = 12

_LEFT_OVER = 24 * 3600  # seconds

LEFT_FREE = 64 * 2**20
"""Bytes that a copy leaves on the disk for what is still to be typed."""


class BackupShelf:
    """The folder of copies beside an archive."""

    def __init__(self, archive: Path, clock: Clock) -> None:
        self._archive = archive
        self._clock = clock
        self.folder = archive.with_name(archive.name + "-backups")

    def all(self) -> list[Backup]:
        """The copies, newest first; files that are none are passed over."""
        found = self.folder.iterdir() if self.folder.is_dir() else ()
        return sorted((each for path in found if (each := _read(path))), reverse=True)

    def make(self, reason: BackupReason) -> Backup:
        """Copy the archive as the disk has it.

        Raises:
            DiskLowError: a copy would leave too little room; older ones are as they were.
            ArchiveUnwritableError: the disk refused; older copies are as they were.
            ArchiveDamagedError: the copy failed its check and was thrown away.
        """
        number = 1 + max((each.number for each in self.all()), default=0)
        made = self._clock().astimezone(UTC).replace(microsecond=0)
        path = self.folder / f"{number:08}-{made:%Y%m%dT%H%M%SZ}-{reason}{SUFFIX}"
        part = path.with_suffix(".part")
        try:
            self.folder.mkdir(exist_ok=True)
            self._look_for_room()
            self._clear_leftovers()
            _copy(self._archive, part)
            _flush(part)
            part.rename(path)
            _flush(self.folder)
        except (engine.Error, OSError) as error:
            raise _as_ours(error, self._archive) from error
        finally:
            part.unlink(missing_ok=True)
        self._thin_out()
        return Backup(number, made, reason, path, path.stat().st_size)

    def _clear_leftovers(self) -> None:
        """Remove what a copy left that was cut off; a fresh one may be another process's."""
        for each in self.folder.glob("*.part*"):
            if time.time() - each.stat().st_mtime > _LEFT_OVER:
                each.unlink(missing_ok=True)

    def _look_for_room(self) -> None:
        log = self._archive.with_name(self._archive.name + "-wal")
        needed = sum(each.stat().st_size for each in (self._archive, log) if each.exists())
        if shutil.disk_usage(self.folder).free < needed + LEFT_FREE:
            raise DiskLowError(path=str(self.folder))

    def is_due(self) -> bool:
        """Whether no copy was made today."""
        newest = next(iter(self.all()), None)
        return newest is None or newest.made.date() != self._clock().astimezone(UTC).date()

    def _thin_out(self) -> None:
        """Keep the last ones, and one for each recent day, week and month."""
        copies = self.all()
        kept = set(copies[:KEEP_LAST])
        for period, count in (("%Y%j", KEEP_DAYS), ("%G%V", KEEP_WEEKS), ("%Y%m", KEEP_MONTHS)):
            newest: dict[str, Backup] = {}
            for each in copies:
                newest.setdefault(each.made.strftime(period), each)
            kept.update(list(newest.values())[:count])
        for each in copies:
            if each not in kept:
                # Somebody may be reading it; then it goes the next time.
                with suppress(OSError):
                    each.path.unlink()


def restore_backup(backup: Path, archive: Path, clock: Clock = system_clock) -> Path | None:
    """Put a copy in the place of an archive that is closed; what stood there is set aside.

    A sound one is backed up too, so that the list of backups holds the way back. The copy may
    be of an older release: it is brought up to date when it is opened.

    Returns:
        Where the former archive is now, None when there was none.

    Raises:
        ArchiveInUseError: the archive is open; nothing was touched.
        ArchiveDamagedError: the copy cannot be read; nothing was touched.
        ArchiveTooNewError: a later release made the copy; nothing was touched.
        ArchiveUnwritableError: the disk refused; nothing was touched.
    """
    archive = archive.resolve()
    part = archive.with_name(archive.name + ".part")
    lock = ArchiveLock(archive)
    try:
        shutil.copyfile(backup, part)
        inspect(part)
        _check_copy(part, backup)
        _mark_as_a_copy(part)
        _flush(part)
        if archive.exists():
            # What is damaged, or finds no room, is still kept as it is.
            with suppress(ArchiveError):
                BackupShelf(archive, clock).make(BackupReason.RESTORE)
        aside = set_aside(archive)
        part.replace(archive)
        _flush(archive.parent)
    except (engine.Error, OSError) as error:
        raise _as_ours(error, backup) from error
    finally:
        part.unlink(missing_ok=True)
        lock.release()
    return aside


def set_aside(archive: Path) -> Path | None:
    """Keep a closed archive under another name, and its old name for what is to take its place.

    Where the disk can hold one file under two names the archive never misses from its place.
    """
    if not archive.exists():
        return None
    taken = {each.name for each in archive.parent.iterdir()}
    number = next(n for n in range(1, len(taken) + 2) if f"{archive.name}.before-{n}" not in taken)
    aside = archive.with_name(f"{archive.name}.before-{number}")
    # The write-ahead log belongs to the file: without it the last writes would be lost, and
    # beside another file it would be taken for that one's.
    for ending in ("-wal", "-shm"):
        source = archive.with_name(archive.name + ending)
        if source.exists():
            source.rename(aside.with_name(aside.name + ending))
    try:
        os.link(archive, aside)
    except OSError:
        archive.rename(aside)
    return aside


def _copy(archive: Path, part: Path) -> None:
    with closing(engine.connect(archive, read_only=True)) as connection:
        # Somebody may write meanwhile: the copy holds what stood before it, or more.
        least = _count(connection)
        connection.execute("VACUUM INTO ?", [str(part)])
        most = _count(connection)
    _mark_as_a_copy(part)
    if not least <= _check_copy(part, archive) <= most:
        raise ArchiveDamagedError(path=str(archive))


def _mark_as_a_copy(copy: Path) -> None:
    """Give it a token that no machine knows, so that it goes on under a site of its own.

    A copy made while the archive is open holds the token that the machine still knows.
    """
    with closing(engine.connect(copy)) as connection:
        connection.execute(
            "INSERT OR REPLACE INTO setting (name, value) VALUES ('instance', ?)", [new_id()]
        )


def _check_copy(copy: Path, named: Path) -> int:
    """Read all of a copy; answers the number of its changes.

    Raises:
        ArchiveDamagedError: it is not what was written; names the file that the user knows.
    """
    with closing(engine.connect(copy, read_only=True)) as connection:
        if connection.execute("PRAGMA application_id").fetchone()[0] != engine.APPLICATION_ID:
            raise ArchiveDamagedError(path=str(named))
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise ArchiveDamagedError(path=str(named))
        values = connection.execute(f"SELECT digest, salt, value FROM {log_of(connection)}")
        if not all(is_what_was_written(*each) for each in values):
            raise ArchiveDamagedError(path=str(named))
        return _count(connection)


def _count(connection: engine.Connection) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {log_of(connection)}").fetchone()[0])


def _flush(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return  # there is no flushing of a folder there
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def _as_ours(error: engine.Error | OSError, path: Path) -> ArchiveError:
    if isinstance(error, OSError):
        return ArchiveUnwritableError(path=str(path), reason=error.strerror)
    return translated(error, path)


def _read(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name.removesuffix(SUFFIX))
    if match is None or not path.name.endswith(SUFFIX):
        return None
    try:
        made = datetime.strptime(match["wall"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        size = path.stat().st_size
    except (ValueError, OSError):
        return None
    known = BackupReason._value2member_map_.get(match["reason"])
    reason = known if isinstance(known, BackupReason) else match["reason"]
    return Backup(int(match["number"]), made, reason, path, size)
