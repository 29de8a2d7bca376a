"""When something was done, in the words of a list: the clock alone for today."""

from datetime import datetime

from ui.i18n import _
from ui.services import Services


def moment_words(wall: str, services: Services) -> str:
    """A UTC instant by the clock on this wall: «اليوم 10:42», «18 حزيران 2025 10:42»."""
    if not wall:
        return ""
    now = services.clock()
    local = datetime.fromisoformat(wall).astimezone(now.tzinfo)
    wording = services.wording
    clock = wording.clock(local.strftime("%H:%M"))
    if local.date() == now.date():
        return _("today {clock}").format(clock=clock)
    return f"{wording.date(local.date().isoformat())} {clock}"
