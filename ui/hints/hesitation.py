"""Who rests on a button that has a key, or presses it again and again, is told the key."""

import re
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QWidget

RESTS_MS = 2000
TIMES = 3
_KEY_IN_TIP = re.compile("^(?P<words>.*?)\\s*\u2066(?P<key>[^\u2069]+)\u2069$", re.DOTALL)


class Hesitation(QObject):
    """Watches the pointer of one window; every key is told once in a run of the program.

    What a button does, and by which key, is read from its tip, where every command tells it.

    Signals:
        noticed(str, str): the command and its key are worth telling.
        typing: a key was pressed; what is told may go.
    """

    noticed = Signal(str, str)
    typing = Signal()

    def __init__(self, window: QWidget, is_wanted: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._is_wanted = window, is_wanted
        self._pressed: Counter[str] = Counter()
        self._told: set[str] = set()
        self._over = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RESTS_MS)
        self._rest.timeout.connect(lambda: self._tell(self._over))

    def watch(self, surface: QWindow | None) -> None:
        """Begin, once the window is on the screen."""
        if surface is not None:
            surface.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look on; nothing is taken away."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            self._rest_on("")
            self.typing.emit()
        elif isinstance(event, QMouseEvent) and self._is_wanted():
            tip = self._tip_at(event.position().toPoint())
            if kind == QEvent.Type.MouseButtonRelease:
                self._on_pressed(tip)
            elif kind == QEvent.Type.MouseMove and tip != self._over:
                self._rest_on(tip)
        return False

    def _rest_on(self, tip: str) -> None:
        self._over = tip
        self._rest.stop()
        if tip and tip not in self._told:
            self._rest.start()

    def _on_pressed(self, tip: str) -> None:
        self._rest.stop()
        if tip:
            self._pressed[tip] += 1
            if self._pressed[tip] >= TIMES:
                self._tell(tip)

    def _tip_at(self, point: QPoint) -> str:
        part = self._window.childAt(point)
        if not isinstance(part, QAbstractButton) or not part.isEnabled():
            return ""
        return part.toolTip() if _KEY_IN_TIP.match(part.toolTip()) else ""

    def _tell(self, tip: str) -> None:
        found = _KEY_IN_TIP.match(tip)
        if found is not None and tip not in self._told:
            self._told.add(tip)
            self.noticed.emit(found["words"], found["key"])
