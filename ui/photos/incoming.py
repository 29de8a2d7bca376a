"""What of a clipboard or a drag is a picture."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

SUFFIXES = (
    ".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic", ".heif",
)  # fmt: skip
"""What the names of pictures end in; what cannot be kept of them is told when it is tried."""


@dataclass(frozen=True)
class Picture:
    """A picture on its way in.

    Attributes:
        name: what it is called.
        source: where it is, or how its bytes are made; called off the window's thread.
    """

    name: str
    source: Path | Callable[[], IO[bytes]]

    def opened(self) -> Path | IO[bytes]:
        """What the archive takes."""
        return self.source if isinstance(self.source, Path) else self.source()


def has_pictures(data: QMimeData) -> bool:
    """Whether there is a picture in it; asked at every move of a drag."""
    return any(True for _path in _paths(data)) or data.hasImage()


def is_picture(data: QMimeData) -> bool:
    """Whether it is meant as a picture: what Word copies is words, with a picture of them."""
    return any(True for _path in _paths(data)) or (data.hasImage() and not data.hasText())


def pictures_in(data: QMimeData, clock: str) -> list[Picture]:
    """The pictures in it; one without a name is called after the clock, "10-42"."""
    found = [Picture(path.name, path) for path in _paths(data)]
    if found or not data.hasImage():
        return found
    image = data.imageData()
    return [Picture(f"{clock}.png", lambda: _as_png(image))] if isinstance(image, QImage) else []


def _paths(data: QMimeData) -> Iterator[Path]:
    for url in data.urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() in SUFFIXES:
            yield path


def _as_png(image: QImage) -> IO[bytes]:
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return BytesIO(bytes(written.data()))
