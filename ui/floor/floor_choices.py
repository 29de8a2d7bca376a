"""What the facilitator chose for the floor, kept on this laptop: a limit, and what is measured."""

from PySide6.QtCore import QSettings

from recorder import data_folder

LIMITS = (60, 120, 180, 300, 600)
"""The limits that are offered, in seconds."""

LONGEST_LIMIT = 4 * 3600
_FILE = "floor.ini"
_LIMIT, _FOLLOWS = "limit_seconds", "follows_writing"


class FloorChoices:
    """Read and written at once; a value that cannot be read is the default."""

    def __init__(self) -> None:
        self._store = QSettings(str(data_folder() / _FILE), QSettings.Format.IniFormat)

    @property
    def limit_seconds(self) -> int | None:
        """How long a turn may take, None for as long as it likes."""
        stored = str(self._store.value(_LIMIT, ""))
        seconds = int(stored) if stored.isascii() and stored.isdigit() else 0
        return seconds if 0 < seconds <= LONGEST_LIMIT else None

    @limit_seconds.setter
    def limit_seconds(self, seconds: int | None) -> None:
        self._store.setValue(_LIMIT, "" if seconds is None else str(seconds))

    @property
    def follows_writing(self) -> bool:
        """Whether choosing who is written for gives them the floor where nobody waits for it."""
        return str(self._store.value(_FOLLOWS, "true")) != "false"

    @follows_writing.setter
    def follows_writing(self, follows: bool) -> None:
        self._store.setValue(_FOLLOWS, "true" if follows else "false")
