"""Pictures that are dropped on lists: one filter for what is under the pointer."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.photos.incoming import has_pictures

Target = Callable[[QPoint, QMimeData], None]
_DRAGS = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}


class PictureDrops(QObject):
    """Takes drags with pictures in them before a part does; all others go on to the part."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._targets: dict[QObject, Target] = {}

    def watch(self, part: QWidget, target: Target) -> None:
        """Let pictures be dropped on a part; `target` gets the point in it and the data."""
        surface = part.viewport() if isinstance(part, QAbstractScrollArea) else part
        surface.setAcceptDrops(True)
        surface.installEventFilter(self)
        self._targets[surface] = target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept what has a picture, and take it when it is dropped."""
        if event.type() not in _DRAGS or not isinstance(event, QDropEvent):
            return False
        if not has_pictures(event.mimeData()):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._targets[watched](event.position().toPoint(), event.mimeData())
        return True
