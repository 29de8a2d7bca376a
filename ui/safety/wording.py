"""Backups in words: when, why, how large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.i18n import _, file_size, label

if TYPE_CHECKING:
    from recorder import Backup
    from ui.services import Services


def moment_of(backup: Backup, services: Services) -> str:
    """The local date and time at which a copy was made."""
    made = backup.made.astimezone(services.clock().tzinfo)
    wording = services.wording
    return _("{date}, {clock}").format(
        date=wording.date(made.date().isoformat()), clock=wording.clock(made.strftime("%H:%M"))
    )


def facts_of(backup: Backup) -> str:
    """Why it was made and how large it is."""
    return f"{label(backup.reason)} · {file_size(backup.size)}"
