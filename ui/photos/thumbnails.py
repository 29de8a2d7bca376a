"""Small drawings of photographs, made off the window's thread and kept while they are wanted."""

from collections import OrderedDict
from enum import Enum

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from recorder import Attachment, RecorderError
from ui.bridge import ArchiveBridge

_MOST_KEPT = 200
_SIDE = 480
"""The longer side of what is kept, in pixels: enough for the widest row at twice the density."""


class Sight(Enum):
    """How it stands with a photograph that is to be seen."""

    LOADING = "loading"
    SEEN = "seen"
    MISSING = "missing"
    UNREADABLE = "unreadable"


class Thumbnails(QObject):
    """Answers at once with what there is, and tells when there is more.

    Signals:
        arrived(str): the photograph with these bytes (sha256) can be seen now, or never.
    """

    arrived = Signal(str)

    def __init__(self, bridge: ArchiveBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._known: OrderedDict[str, tuple[Sight, QPixmap]] = OrderedDict()

    def of(self, photo: Attachment) -> tuple[Sight, QPixmap]:
        """How it stands, and the drawing (empty unless it is seen)."""
        found = self._known.get(photo.sha256)
        if found is None:
            found = self._known[photo.sha256] = (Sight.LOADING, QPixmap())
            self._ask(photo)
        self._known.move_to_end(photo.sha256)
        while len(self._known) > _MOST_KEPT:
            self._known.popitem(last=False)
        return found

    def forget_missing(self) -> None:
        """Look again for what was not here; somebody may have brought it."""
        for sha256 in [key for key, (sight, _drawn) in self._known.items() if sight in _ABSENT]:
            del self._known[sha256]

    def _ask(self, photo: Attachment) -> None:
        sha256, photo_id = photo.sha256, photo.id
        self._bridge.request(
            lambda archive: b"".join(archive.attachments.open(photo_id)),
            lambda content: self._on_read(sha256, content),
            origin=self,
            failed=lambda error: self._on_absent(sha256, error),
        )

    def _on_read(self, sha256: str, content: bytes) -> None:
        # Decoding a large picture takes longer than a key may wait, here as in the archive.
        self._bridge.aside(lambda: drawn_small(content), lambda image: self._keep(sha256, image))

    def _on_absent(self, sha256: str, error: RecorderError) -> None:
        sight = Sight.MISSING if error.code == "blob_missing" else Sight.UNREADABLE
        self._known[sha256] = (sight, QPixmap())
        self.arrived.emit(sha256)

    def _keep(self, sha256: str, image: QImage) -> None:
        sight = Sight.UNREADABLE if image.isNull() else Sight.SEEN
        self._known[sha256] = (sight, QPixmap.fromImage(image))
        self.arrived.emit(sha256)


_ABSENT = {Sight.MISSING, Sight.UNREADABLE}


def drawn_small(content: bytes) -> QImage:
    """A picture at the size of a thumbnail, a null image when it is none; runs in any thread."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > _SIDE:
        reader.setScaledSize(size.scaled(QSize(_SIDE, _SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
