"""What keeps an archive safe, as values: its checked copies."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class BackupReason(StrEnum):
    """Why a copy was made."""

    DAILY = "daily"
    MERGE = "merge"
    UPGRADE = "upgrade"
    RESTORE = "restore"
    HAND = "hand"


@dataclass(frozen=True, order=True)
class Backup:
    """A copy of an archive that was opened and checked.

    Attributes:
        number: counts the copies, since a clock may have been set back between two of them.
        made: the instant, in UTC.
        reason: why; a later release may know more reasons.
        path: its file.
        size: in bytes.
    """

    number: int
    made: datetime
    reason: BackupReason | str
    path: Path
    size: int
