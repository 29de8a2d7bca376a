"""The sticks that are plugged in, as the system tells; never a network's drive."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

_LINUX_PLACES = ("/media/", "/run/media/")
_MOUNTS = Path("/proc/mounts")
_OF_A_NETWORK = (
    "9p", "afpfs", "afs", "ceph", "cifs", "davfs", "fuse.davfs", "fuse.gvfsd", "fuse.rclone",
    "fuse.sshfs", "glusterfs", "ncpfs", "nfs", "smb", "virtiofs", "webdav",
)  # fmt: skip
"""How the names of file systems begin that lie elsewhere: a look could wait for minutes."""
_OCTAL = re.compile(rb"\\([0-7]{3})")
_REMOVABLE = 2  # DRIVE_REMOVABLE of GetDriveTypeW


@dataclass(frozen=True)
class Drive:
    """A stick, or any folder that was chosen to be one.

    Attributes:
        path: where it is.
        name: what people call it: its label.
        free: bytes that can still be written; -1 when nobody knows.
        was_shared: whether a team has written on it.
    """

    path: Path
    name: str
    free: int = -1
    was_shared: bool = False


def plugged_in() -> list[Drive]:
    """The sticks that are plugged in, in the order of their names; it may wait for a slow one."""
    return sorted((look_at(path) for path in _places()), key=lambda each: each.name)


def look_at(folder: Path) -> Drive:
    """What there is to know of a folder; it may wait for it."""
    from PySide6.QtCore import QStorageInfo

    from recorder import was_shared

    about = QStorageInfo(str(folder))
    is_top = about.isValid() and Path(about.rootPath()) == folder
    label = about.name() if is_top else ""
    free = about.bytesAvailable() if about.isValid() else -1
    return Drive(folder, label or folder.name or str(folder), free, was_shared(folder))


def _places() -> list[Path]:
    if sys.platform == "win32":
        return _windows_places()
    if sys.platform == "darwin":
        return [Path(each) for each in _volumes() if each.startswith("/Volumes/")]
    try:
        return linux_places(_MOUNTS.read_bytes())
    except OSError:
        return []


def linux_places(mounts: bytes) -> list[Path]:
    """Where the lines of /proc/mounts say that sticks are."""
    found = []
    for line in mounts.splitlines():
        _device, place, kind, *_rest = [*line.split(b" "), b"", b"", b""]
        path = os.fsdecode(_OCTAL.sub(lambda match: bytes([int(match[1], 8) & 255]), place))
        if path.startswith(_LINUX_PLACES) and not _is_of_a_network(kind.decode("ascii", "replace")):
            found.append(Path(path))
    return found


def _windows_places() -> list[Path]:
    import ctypes

    kind_of = ctypes.windll.kernel32.GetDriveTypeW  # type: ignore[attr-defined, unused-ignore]
    return [Path(each) for each in _volumes() if kind_of(each.replace("/", "\\")) == _REMOVABLE]


def _volumes() -> list[str]:
    from PySide6.QtCore import QStorageInfo

    return [
        each.rootPath()
        for each in QStorageInfo.mountedVolumes()
        if not _is_of_a_network(each.fileSystemType().toStdString())
    ]


def _is_of_a_network(kind: str) -> bool:
    return kind.startswith(_OF_A_NETWORK)
