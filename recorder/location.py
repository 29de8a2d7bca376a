"""Where the program keeps a user's data on this machine, when nobody says otherwise."""

import os
import sys
from pathlib import Path

FOLDER = "Mahdar"
FILE_NAME = "archive.mahdar"
VARIABLE = "MAHDAR_ARCHIVE"


def data_folder() -> Path:
    """The folder of the user's data: %APPDATA%, ~/Library/Application Support, or XDG's.

    XDG Base Directory Specification 0.8: relative paths in the variable are ignored.
    """
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / FOLDER
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / FOLDER
    named = os.environ.get("XDG_DATA_HOME", "")
    base = Path(named) if named.startswith("/") else Path.home() / ".local" / "share"
    return base / FOLDER.lower()


def default_archive_path() -> Path:
    """The file named by MAHDAR_ARCHIVE, else the one in the user's data folder."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else data_folder() / FILE_NAME
