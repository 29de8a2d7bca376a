"""The pages in view as pictures: drawn beside the window, one at a time, and no other kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
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


@dataclass(frozen=True)
class PagePicture:
    """A page as it was drawn.

    Attributes:
        width: what was asked for, in pixels; 0 where it is to be drawn anew.
        image: None where it could not be drawn.
        text: what is written on it.
    """

    width: int = 0
    image: QImage | None = None
    text: str = ""


_NOT_YET = PagePicture()


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
        self._pictures: dict[int, PagePicture] = {}
        self._is_busy = False

    def take(self, pages: Pages | None) -> None:
        """Draw another document from now on; old pictures stay until new ones take their place."""
        self._pages = pages
        self._wanted = {}
        kept = self._pictures.items() if pages is not None else ()
        self._pictures = {at: replace(each, width=0) for at, each in kept}

    def want(self, widths: Mapping[int, int]) -> None:
        """Say which pages are in view, the first first, each with its width in pixels."""
        self._wanted = dict(widths)
        self._pictures = {at: each for at, each in self._pictures.items() if at in self._wanted}
        self._draw_next()

    def picture(self, number: int) -> PagePicture:
        """A page as it was drawn last, perhaps in another width."""
        return self._pictures.get(number, _NOT_YET)

    @property
    def held(self) -> int:
        """How many bytes the pictures take."""
        images = (each.image for each in self._pictures.values())
        return sum(each.sizeInBytes() for each in images if each is not None)

    def _draw_next(self) -> None:
        if self._is_busy or self._pages is None:
            return
        for number, width in self._wanted.items():
            if self.picture(number).width != width:
                self._draw(self._pages, number, width)
                return

    def _draw(self, pages: Pages, number: int, width: int) -> None:
        self._is_busy = True
        asked = (pages, number, width)
        self._bridge.aside(
            lambda: _picture_of(pages, number, width), partial(self._keep, asked),
            failed=partial(self._on_failed, asked),
        )  # fmt: skip

    def _keep(self, asked: tuple[Pages, int, int], picture: PagePicture) -> None:
        if not shiboken6.isValid(self):
            return
        self._is_busy = False
        pages, number, _width = asked
        if pages is self._pages and number in self._wanted:
            self._pictures[number] = picture
            self.drawn.emit(number)
        self._draw_next()

    def _on_failed(self, asked: tuple[Pages, int, int], _error: RecorderError) -> None:
        self._keep(asked, PagePicture(asked[2]))  # the sheet stays white


def _picture_of(pages: Pages, number: int, width: int) -> PagePicture:
    """In a thread of its own; the picture owns its pixels, in the form that a screen has."""
    drawn = pages.draw(number, width)
    raw = QImage(
        drawn.content, drawn.width, drawn.height, drawn.width * _BYTES_A_PIXEL,
        QImage.Format.Format_RGBX8888,
    )  # fmt: skip
    return PagePicture(width, raw.convertToFormat(QImage.Format.Format_RGB32), drawn.text)
