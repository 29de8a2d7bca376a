"""Where the archive is when nobody says otherwise."""

import os
from pathlib import Path

from recorder.storage.data_folder import data_folder

FILE_NAME = "archive.mahdar"
VARIABLE = "MAHDAR_ARCHIVE"


def default_archive_path() -> Path:
    """The file named by MAHDAR_ARCHIVE, else the one in the user's data folder."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else data_folder() / FILE_NAME
