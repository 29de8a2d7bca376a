"""The folder on the stick: one for each team, in it one for each laptop, files only ever added.

    Mahdar/<team, 16 hex>/<site, 32 hex>/team.key               the team's identity, wrapped
                                        /00000012-<16 hex>.mdr  a bundle
                                        /<32 hex>.003           a piece of an attached file

Nobody writes into the folder of another laptop, and no file is ever replaced: FAT and exFAT have
no journal. A file is written beside its name, flushed, renamed, read back and compared; only then
does it count. What does not look like one of ours is not opened, and links are not followed.
"""

import errno
import hashlib
import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from recorder.errors import StickError
from recorder.sync.bundle import LARGEST_FILE
from recorder.sync.team import LARGEST_KEY

FOLDER = "Mahdar"
KEY = "team.key"
_TEAM, _SITE = re.compile(r"[0-9a-f]{16}"), re.compile(r"[0-9a-f]{32}")
_BUNDLE = re.compile(r"(\d{8})-[0-9a-f]{16}\.mdr")
_PIECE = re.compile(r"[0-9a-f]{32}\.\d{3}")
_PART = ".part"

MOST_FILES = 100_000
"""Names of one folder that are looked at; a stick that has more is not one of ours."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


@dataclass(frozen=True, order=True)
class Found:
    """A bundle's file on the stick: whose folder it lies in, its number there, its size."""

    site: str
    number: int
    name: str
    size: int


class Stick:
    """One team's folder, or that of all teams, on a stick or anywhere else."""

    def __init__(self, root: Path) -> None:
        """Look at a stick; `root` is its top, or its folder "Mahdar" itself."""
        self.root = root
        self._mahdar = root if root.name == FOLDER else root / FOLDER

    ## Reading

    def check(self) -> None:
        """Make sure that there is a folder to work in.

        Raises:
            StickError: there is none (data: path, reason: missing).
        """
        if not self.root.is_dir():
            raise StickError(path=str(self.root), reason="missing")

    def holds_team(self) -> bool:
        """Whether there is the folder of any team."""
        return bool(self._folders(self._mahdar, _TEAM))

    def keys(self) -> list[bytes]:
        """The wrapped identities of all teams, each but once."""
        found: dict[bytes, None] = {}
        for team in self._folders(self._mahdar, _TEAM):
            for site in self._folders(self._mahdar / team, _SITE):
                path = self._mahdar / team / site / KEY
                if _is_plain(path, LARGEST_KEY):
                    found[self._read(path)] = None
        return list(found)

    def bundles(self, team: str) -> list[Found]:
        """The bundles of a team, laptop by laptop, the oldest of each first."""
        found: list[Found] = []
        for site in self._folders(self._mahdar / team, _SITE):
            for name, size in self._files(self._mahdar / team / site):
                match = _BUNDLE.fullmatch(name)
                if match:
                    found.append(Found(site, int(match[1]), name, size))
        return sorted(found)

    def pieces(self, team: str) -> dict[str, Path]:
        """The pieces of attached files by name; of a name in several folders any one."""
        found: dict[str, Path] = {}
        for site in self._folders(self._mahdar / team, _SITE):
            folder = self._mahdar / team / site
            found |= {
                name: folder / name for name, _ in self._files(folder) if _PIECE.fullmatch(name)
            }
        return found

    def read(self, team: str, found: Found) -> bytes:
        """The bytes of a bundle; of a file that is too large no more than tells so.

        Raises:
            StickError: it cannot be read (data: path, reason).
        """
        return self._read(self._mahdar / team / found.site / found.name)

    def read_file(self, path: Path) -> bytes:
        """The bytes of a file; StickError as `read`."""
        return self._read(path)

    def _read(self, path: Path) -> bytes:
        try:
            with path.open("rb") as file:
                return file.read(LARGEST_FILE + 1)
        except OSError as fault:
            _refuse(path, fault)

    def _folders(self, folder: Path, pattern: re.Pattern[str]) -> list[str]:
        return sorted(
            entry.name
            for entry in _entries(folder)
            if pattern.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False)
        )

    def _files(self, folder: Path) -> Iterator[tuple[str, int]]:
        for entry in _entries(folder):
            if entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    yield entry.name, entry.stat(follow_symlinks=False).st_size

    ## Writing

    def begin_writing(self, team: str, site: str) -> None:
        """Make the laptop's own folder, and clear away what an earlier pull left half-written.

        Raises:
            StickError: nothing can be written here (data: path, reason).
        """
        folder = self._mahdar / team / site
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, _ in list(self._files(folder)):
                if name.endswith(_PART):
                    (folder / name).unlink()
        except OSError as fault:
            _refuse(folder, fault)

    def put_bundle(self, team: str, site: str, number: int, data: bytes) -> Path:
        """Add a bundle; it is on the stick, and what was meant, when this returns.

        Raises:
            StickError: it is not there (data: path, reason); nothing of it is left under its name.
        """
        return self._put(team, site, f"{number:08d}-{hashlib.sha256(data).hexdigest()[:16]}.mdr",
                         data)  # fmt: skip

    def put_piece(self, team: str, site: str, name: str, data: bytes) -> Path:
        """Add a piece of an attached file; as `put_bundle`."""
        return self._put(team, site, name, data)

    def put_key(self, team: str, site: str, key: bytes) -> None:
        """Lay the team's wrapped identity beside the laptop's bundles, if it is not there."""
        if not _is_plain(self._mahdar / team / site / KEY, LARGEST_KEY):
            self._put(team, site, KEY, key)

    def _put(self, team: str, site: str, name: str, data: bytes) -> Path:
        folder = self._mahdar / team / site
        path, part = folder / name, folder / (name + _PART)
        try:
            if _is_plain(path, LARGEST_FILE) and path.stat().st_size == len(data):
                return path  # its name tells what it is, and it came whole
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                _forget_cached(file.fileno())
            part.replace(path)
            _flush_folder(folder)
            if path.read_bytes() != data:
                path.unlink()
                raise StickError(path=str(path), reason="unreliable")
        except OSError as fault:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            _refuse(path, fault)
        return path


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            for at, entry in enumerate(entries):
                if at == MOST_FILES:
                    return
                yield entry
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as fault:
        _refuse(folder, fault)


def _is_plain(path: Path, largest: int) -> bool:
    try:
        about = path.stat(follow_symlinks=False)
    except OSError:
        return False
    return stat.S_ISREG(about.st_mode) and about.st_size <= largest


def _forget_cached(handle: int) -> None:
    """Let what is read back come from the stick, where the system can be asked to."""
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError):
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)


def _flush_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # a folder cannot be opened there; the rename is durable by itself
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some file systems of sticks refuse; the file itself is flushed
            os.fsync(handle)
    finally:
        os.close(handle)


def _refuse(path: Path, fault: OSError) -> NoReturn:
    if fault.errno in _FULL:
        reason = "full"
    elif fault.errno in _READ_ONLY:
        reason = "readonly"
    else:
        reason = "gone"
    raise StickError(path=str(path), reason=reason) from fault
