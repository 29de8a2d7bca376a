"""Where LibreOffice is, on the systems that people have."""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

NAMED = "MAHDAR_OFFICE"
"""The variable that names the program where it lies somewhere else."""

_LIBRARIES = "LD_LIBRARY_PATH"
_ON_PATH = ("soffice", "libreoffice", "soffice.com", "loffice")
_MAC = "Contents/MacOS/soffice"
_UNIX = (
    "/usr/bin", "/usr/local/bin", "/usr/lib/libreoffice/program", "/usr/lib64/libreoffice/program",
    "/opt/libreoffice/program", "/snap/bin", "/var/lib/flatpak/exports/bin",
)  # fmt: skip


def find_office(
    environment: Mapping[str, str] = os.environ, system: str = sys.platform
) -> Path | None:
    """The program of LibreOffice, None where there is none.

    On Windows it is soffice.com, which answers when the work is done; soffice.exe does not.
    """
    for each in _candidates(environment, system):
        if each.is_file():
            return each
    found = next(filter(None, map(shutil.which, _ON_PATH)), None)
    return Path(found) if found else None


def around_office(variables: Mapping[str, str]) -> dict[str, str]:
    """The environment for LibreOffice: this program's, with some variables more.

    A frozen program looks for its libraries in its own folder first (PyInstaller's
    LD_LIBRARY_PATH); they are not those that LibreOffice was built with.
    """
    around = {**os.environ, **variables}
    if getattr(sys, "frozen", False):
        around.pop(_LIBRARIES, None)
        if former := around.get(f"{_LIBRARIES}_ORIG"):
            around[_LIBRARIES] = former
    return around


def _candidates(environment: Mapping[str, str], system: str) -> Iterator[Path]:
    if named := environment.get(NAMED):
        yield Path(named)
    if system == "win32":
        yield from _on_windows(environment)
    elif system == "darwin":
        for folder in ("/Applications", f"{environment.get('HOME', '')}/Applications"):
            yield Path(folder) / "LibreOffice.app" / _MAC
    else:
        yield from (Path(folder) / "soffice" for folder in _UNIX)
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


def _on_windows(environment: Mapping[str, str]) -> Iterator[Path]:
    for variable in ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"):
        if folder := environment.get(variable):
            for name in ("LibreOffice", "Programs/LibreOffice"):
                yield Path(folder) / name / "program" / "soffice.com"
