"""What is done to an archive that nobody has open: a backup put back, a damaged one rescued."""

from dataclasses import dataclass
from pathlib import Path

from recorder.archive.archive import Archive
from recorder.domain.clock import Clock, system_clock
from recorder.domain.rescue import RescueReport
from recorder.domain.safety import Backup
from recorder.domain.summaries import CheckReport
from recorder.errors import ArchiveUnwritableError
from recorder.location import data_folder
from recorder.storage.backup import BackupShelf, restore_backup, set_aside
from recorder.storage.inspection import suspect
from recorder.storage.lock import ArchiveLock
from recorder.storage.salvage import salvage as salvage_file
from recorder.storage.verify import Progress


@dataclass(frozen=True)
class Rescue:
    """A damaged archive has a new one in its place; `aside` is where it is kept itself."""

    report: RescueReport
    aside: Path | None


def begin(archive: str | Path) -> None:
    """Make an empty archive; one that is there is left as it is. Raises as `Archive.open`."""
    Archive.open(archive).close()


def is_gone(archive: str | Path) -> bool:
    """Whether there is no archive at a place where there was one, as its backups show."""
    return not Path(archive).exists() and bool(backups_of(archive))


def distrust(archive: str | Path) -> None:
    """Let the next opening of an archive in this process find it damaged, once.

    For damage that was met while it was open: the ways out are those of a damaged archive.
    """
    suspect(Path(archive))


def backups_of(archive: str | Path) -> list[Backup]:
    """The checked copies of an archive, newest first; it need not be sound, nor there."""
    return BackupShelf(Path(archive).resolve(), system_clock).all()


def check(archive: str | Path, progress: Progress | None = None) -> CheckReport:
    """Check an archive as it stands, in any thread, also while somebody writes into it.

    Args:
        archive: its file.
        progress: as for `Archive.check`; False stops it.

    Raises:
        CheckStoppedError: `progress` said so.
        ArchiveDamagedError: it cannot be opened, not even to be checked.
    """
    with Archive.open(archive, read_only=True) as opened:
        return opened.check(progress)


def restore(backup: str | Path, archive: str | Path, clock: Clock = system_clock) -> Path | None:
    """Put a copy in the place of an archive; what stood there is set aside.

    Returns:
        Where the former archive is now, None when there was none.

    Raises:
        ArchiveInUseError: the archive is open; nothing was touched.
        ArchiveDamagedError: the copy cannot be read; nothing was touched.
        ArchiveTooNewError: a later release made the copy; nothing was touched.
        ArchiveUnwritableError: the disk refused; nothing was touched.
    """
    return restore_backup(Path(backup), Path(archive), clock)


def salvage(
    damaged: str | Path,
    into: str | Path,
    *,
    clock: Clock = system_clock,
    machine: Path | None = None,
) -> RescueReport:
    """Write what can be read of a damaged archive into a new one; the damaged is only read.

    Args:
        damaged: its file, which nobody has open.
        into: the new archive; nothing may be there.
        clock: where instants come from.
        machine: the folder that stands for this machine (the user's data folder).

    Raises:
        ArchiveInUseError: the archive is open.
        ArchiveDamagedError: nothing could be read; there is no new archive.
        ArchiveUnwritableError: something is there already, or the disk refuses.
    """
    source = Path(damaged).resolve()
    if not source.is_file():
        raise ArchiveUnwritableError(path=str(source), reason="missing")
    lock = ArchiveLock(source)
    try:
        return salvage_file(source, Path(into).resolve(), clock, machine or data_folder())
    finally:
        lock.release()


def rescue(
    archive: str | Path, *, clock: Clock = system_clock, machine: Path | None = None
) -> Rescue:
    """Put what can be read of a damaged archive into its place; it is kept itself, set aside.

    Raises:
        ArchiveInUseError, ArchiveDamagedError, ArchiveUnwritableError: as `salvage`; the
            archive is as it was.
    """
    path = Path(archive).resolve()
    new = path.with_name(path.name + ".rescued")
    new.unlink(missing_ok=True)  # of a rescue that was cut off
    report = salvage(path, new, clock=clock, machine=machine)
    lock = ArchiveLock(path)
    try:
        aside = set_aside(path)
        new.replace(path)
    except OSError as error:
        raise ArchiveUnwritableError(path=str(path), reason=error.strerror) from error
    finally:
        lock.release()
    return Rescue(report, aside)
