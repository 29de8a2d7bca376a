"""Verified copies of the archive: made whole, opened and checked before they count.

A copy is written by VACUUM INTO under a temporary name, opened, checked page by page and against
the number of changes that the archive holds, flushed, and only then given its name. A copy that
fails its check is thrown away and pushes out nothing.
"""

import os
import re
import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from recorder.domain.clock import Clock
from recorder.domain.identity import new_id
from recorder.errors import ArchiveDamagedError, ArchiveError, ArchiveUnwritableError
from recorder.storage import engine
from recorder.storage.database import translated

SUFFIX = ".mahdar-backup"
_NAME = re.compile(r"(?P<number>\d{8})-(?P<wall>\d{8}T\d{6}Z)-(?P<reason>[a-z_]{1,20})")

KEEP_LAST = 10
KEEP_DAYS = 7
KEEP_WEEKS = 4
KEEP_MONTHS = 12


@dataclass(frozen=True, order=True)
class Backup:
    """A copy that was opened and checked.

    `number` counts the copies, since a clock may have been set back between two of them.
    """

    number: int
    made: datetime
    reason: str
    path: Path


class BackupShelf:
    """The folder of copies beside an archive."""

    def __init__(self, archive: Path, clock: Clock) -> None:
        self._archive = archive
        self._clock = clock
        self.folder = archive.with_name(archive.name + "-backups")

    def all(self) -> list[Backup]:
        """The copies, newest first; files that are none are passed over."""
        found = self.folder.iterdir() if self.folder.is_dir() else ()
        return sorted((each for path in found if (each := _read_name(path))), reverse=True)

    def make(self, database: Database, reason: str) -> Backup:
        """Copy the archive as it stands.

        Args:
            database: the open archive, outside any transaction.
            reason: a stable token: daily, merge, upgrade, restore, hand.

        Raises:
            ArchiveUnwritableError: the disk refused; older copies are as they were.
            ArchiveDamagedError: the copy failed its check and was thrown away.
        """
        number = 1 + max((each.number for each in self.all()), default=0)
        made = self._clock().astimezone(UTC).replace(microsecond=0)
        path = self.folder / f"{number:08}-{made:%Y%m%dT%H%M%SZ}-{reason}{SUFFIX}"
        part = path.with_suffix(".part")
        try:
            self.folder.mkdir(exist_ok=True)
            database.conn.execute("VACUUM INTO ?", [str(part)])
            _check_copy(part, database)
            _flush(part)
            part.rename(path)
            _flush(self.folder)
        except (engine.Error, OSError) as error:
            raise _as_ours(error, self._archive) from error
        finally:
            part.unlink(missing_ok=True)
        self._thin_out()
        return Backup(number, made, reason, path)

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


def restore_backup(backup: Path, archive: Path) -> Path | None:
    """Put a copy in the place of an archive that is closed; what stood there is set aside.

    Returns:
        Where the former archive is now, None when there was none.

    Raises:
        ArchiveDamagedError: the copy cannot be read; nothing was touched.
        ArchiveUnwritableError: the disk refused; nothing was touched.
    """
    part = archive.with_name(archive.name + ".part")
    try:
        shutil.copyfile(backup, part)
        _check_copy(part, None)
        _mark_as_a_copy(part)
        _flush(part)
        aside = _set_aside(archive)
        part.rename(archive)
        _flush(archive.parent)
    except (engine.Error, OSError) as error:
        raise _as_ours(error, backup) from error
    finally:
        part.unlink(missing_ok=True)
    return aside


def _mark_as_a_copy(copy: Path) -> None:
    """Give it a token that no machine remembers, so that it goes on under a site of its own.

    A copy made while the archive was open holds the token that the machine still knows.
    """
    with closing(engine.connect(copy)) as connection:
        connection.execute(
            "INSERT OR REPLACE INTO setting (name, value) VALUES ('instance', ?)", [new_id()]
        )


def _set_aside(archive: Path) -> Path | None:
    if not archive.exists():
        return None
    taken = {each.name for each in archive.parent.iterdir()}
    number = next(n for n in range(1, len(taken) + 2) if f"{archive.name}.before-{n}" not in taken)
    aside = archive.with_name(f"{archive.name}.before-{number}")
    # The write-ahead log belongs to the file: without it the last writes would be lost.
    for ending in ("-wal", "-shm", ""):
        source = archive.with_name(archive.name + ending)
        if source.exists():
            source.rename(aside.with_name(aside.name + ending))
    return aside


def _check_copy(copy: Path, database: Database | None) -> None:
    with closing(engine.connect(copy, read_only=True)) as connection:
        if connection.execute("PRAGMA application_id").fetchone()[0] != engine.APPLICATION_ID:
            raise ArchiveDamagedError(path=str(copy))
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise ArchiveDamagedError(path=str(copy))
        count = "SELECT count(*), ifnull(max(no), 0) FROM change"
        found = connection.execute(count).fetchone()
        if database is not None and database.conn.execute(count).fetchone() != found:
            raise ArchiveDamagedError(path=str(copy))


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


def _read_name(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name.removesuffix(SUFFIX))
    if match is None or not path.name.endswith(SUFFIX):
        return None
    try:
        made = datetime.strptime(match["wall"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(int(match["number"]), made, match["reason"], path)
