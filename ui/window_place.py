"""Where the window stood and what it showed, for the next start."""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WIDTH, HEIGHT = 1366, 768
_LEAST_IN_VIEW = 120


def place_of(window: QWidget) -> str:
    """Size, place and state of a window, to be kept in the settings."""
    return b64encode(window.saveGeometry().data()).decode("ascii")


def put_in_place(window: QWidget, place: str) -> None:
    """Put a window where it stood; where that makes no sense any more, where it can be seen.

    Qt brings a window back from a screen that is gone; what it lets stand half outside of all
    screens (another resolution, an odd file) is moved here.
    """
    window.resize(WIDTH, HEIGHT)
    try:
        stored = b64decode(place, validate=True)
    except (binascii.Error, ValueError):
        return
    if stored and window.restoreGeometry(QByteArray(stored)):
        _bring_in_view(window)


def _bring_in_view(window: QWidget) -> None:
    grip = QRect(window.frameGeometry().topLeft(), window.frameGeometry().size())
    grip.setHeight(min(grip.height(), _LEAST_IN_VIEW))  # the title bar, by which it is moved
    screens = [each.availableGeometry() for each in QGuiApplication.screens()]
    seen = max((each.intersected(grip) for each in screens), key=lambda each: each.width())
    if (seen.width() >= _LEAST_IN_VIEW and seen.height() > 0) or not screens:
        return
    room = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(min(window.width(), room.width()), min(window.height(), room.height()))
    window.move(room.topLeft())
