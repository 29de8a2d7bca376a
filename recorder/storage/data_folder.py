"""Where the program keeps a user's data on this machine."""

import os
import sys
from pathlib import Path

FOLDER = "Mahdar"


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
