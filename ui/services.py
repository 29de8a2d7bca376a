"""What every screen is given, in one value, so that no screen looks anything up."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from ui.actions import Actions
from ui.notices import Notices
from ui.people.directory import Directory
from ui.saved import SaveState
from ui.settings.store import Settings
from ui.theme.theme import Theme
from ui.wording import Wording


@dataclass(frozen=True)
class Services:
    """The surroundings of a screen; made anew when the language or the look changes.

    Attributes:
        language: "ar" or "en".
        wording: dates, clock times and numbers in words.
        theme: colours, fonts, icons and the direction.
        settings: what the user chose.
        clock: the local time, with its zone.
        notices: the strip for what the user should know.
        saved: whether all that was typed is on the disk; editors call `saved.touch()`.
        directory: the people, organisations, themes and series to choose from.
        actions: the commands, to be bound by the screens that answer to them.
    """

    language: str
    wording: Wording
    theme: Theme
    settings: Settings
    clock: Callable[[], datetime]
    notices: Notices
    saved: SaveState
    directory: Directory
    actions: Actions
