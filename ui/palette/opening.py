"""The palette of a window, made when it is first wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.palette.offers import Offer, offers_of
from ui.palette.panel import COMMAND, Palette
from ui.palette.places import places_of

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def open_palette(window: MainWindow) -> None:
    """Open it over the screen in view; a window that was built anew has a new one."""
    palette = window.frame.findChild(Palette)
    if palette is None:
        palette = Palette(
            window.services, partial(_offers, window), partial(places_of, window), window.frame
        )
    palette.open()


def _offers(window: MainWindow) -> list[Offer]:
    return offers_of(window.services.actions, window.screen_name, without=COMMAND)
