"""The pages in view as pictures: drawn beside the window, one at a time, and no other kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recorder import Pages, RecorderError
    from ui.bridge import ArchiveBridge

_BYTES_A_PIXEL = 4


class PageDrawer(QObject):
    """Keeps pictures of the pages that are wanted; a document of any length costs the same.

    Signals:
        drawn(number): there is a picture of a page.
    """

    drawn = Signal(int)

    def __init__(self, bridge: ArchiveBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._pages: Pages | None = None
        self._wanted: dict[int, int] = {}
        self._pictures: dict[int, tuple[int, QImage | None]] = {}
        self._is_busy = False

    def take(self, pages: Pages | None) -> None:
        """Draw another document from now on; old pictures stay until new ones take their place."""
        self._pages = pages
        self._wanted = {}
        # Of no width that could be asked for: they are shown and drawn anew.
        self._pictures = {at: (0, each) for at, (_width, each) in self._pictures.items()}
        if pages is None:
            self._pictures = {}

    def want(self, widths: Mapping[int, int]) -> None:
        """Say which pages are in view, the first first, each with its width in pixels."""
        self._wanted = dict(widths)
        self._pictures = {at: each for at, each in self._pictures.items() if at in self._wanted}
        self._draw_next()

    def picture(self, number: int) -> QImage | None:
        """A page as it was drawn last, perhaps in another width."""
        return self._pictures.get(number, (0, None))[1]

    @property
    def held(self) -> int:
        """How many bytes the pictures take."""
        return sum(each.sizeInBytes() for _width, each in self._pictures.values() if each)

    def _draw_next(self) -> None:
        if self._is_busy or self._pages is None:
            return
        for number, width in self._wanted.items():
            if self._pictures.get(number, (0, None))[0] != width:
                self._draw(self._pages, number, width)
                return

    def _draw(self, pages: Pages, number: int, width: int) -> None:
        self._is_busy = True
        asked = (pages, number, width)
        self._bridge.aside(
            lambda: _picture_of(pages, number, width), partial(self._keep, asked),
            failed=partial(self._on_failed, asked),
        )  # fmt: skip

    def _keep(self, asked: tuple[Pages, int, int], picture: QImage | None) -> None:
        if not shiboken6.isValid(self):
            return
        self._is_busy = False
        pages, number, width = asked
        if pages is self._pages and number in self._wanted:
            self._pictures[number] = (width, picture)
            self.drawn.emit(number)
        self._draw_next()

    def _on_failed(self, asked: tuple[Pages, int, int], _error: RecorderError) -> None:
        self._keep(asked, None)  # the sheet stays white


def _picture_of(pages: Pages, number: int, width: int) -> QImage:
    """In a thread of its own; the picture owns its pixels, in the form that a screen has."""
    drawn = pages.draw(number, width)
    raw = QImage(
        drawn.content, drawn.width, drawn.height, drawn.width * _BYTES_A_PIXEL,
        QImage.Format.Format_RGBX8888,
    )  # fmt: skip
    return raw.convertToFormat(QImage.Format.Format_RGB32)
