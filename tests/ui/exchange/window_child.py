"""The window in a process of its own, its keyboard played by lines of JSON on the standard input.

A line is {"press": "Ctrl+F4"}, {"type": "words"} or {"wait": ["asking", "done"]}; each is answered
by a line of what the window shows then.

`python -m tests.ui.exchange.window_child FOLDER NAME STICK`
"""

import json
import sys
import threading
import time
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.typing_hand import type_text
from ui.__main__ import open_archive
from ui.application import make_application, wall_clock
from ui.bridge import ArchiveBridge
from ui.exchange.drives import look_at
from ui.main_window import MainWindow
from ui.settings.store import Settings, SettingsStore

_PATIENCE_S = 30


class Keyboard(QObject):
    """Plays what it is told, in the window's thread."""

    told = Signal(dict)
    ended = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self.told.connect(self._play, Qt.ConnectionType.QueuedConnection)
        self.ended.connect(window.close, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.told.emit(json.loads(line))
        self.ended.emit()

    def _play(self, told: dict[str, Any]) -> None:
        focus = QApplication.focusWidget() or self._window
        if "press" in told:
            keys = QKeySequence(told["press"])[0]
            QTest.keyClick(focus, keys.key(), keys.keyboardModifiers())
        if "type" in told:
            type_text(focus, told["type"])
        self._answer(told.get("wait", []), time.monotonic() + _PATIENCE_S)

    def _answer(self, wanted: list[str], until: float) -> None:
        shown = self._shown()
        if wanted and {*wanted}.isdisjoint(shown.values()) and time.monotonic() < until:
            QTimer.singleShot(10, self, lambda: self._answer(wanted, until))
            return
        sys.stdout.write(json.dumps(shown) + "\n")
        sys.stdout.flush()

    def _shown(self) -> dict[str, Any]:
        state = self._window.sharing.state
        return {
            "screen": self._window.screen_name,
            "stage": str(state.stage),
            "code": state.code,
            "stick": "shared" if state.chosen and state.chosen.was_shared else "blank",
            "work": "running" if self._window.sharing.is_running else "idle",
            "saved": self._window.services.saved.state.name.lower(),
            "focus": type(QApplication.focusWidget()).__name__,
        }


def main(folder: Path, name: str, stick: Path) -> int:
    """Run the window until the input ends."""
    settings = Settings(author=name, theme="light")
    store = SettingsStore(folder / "settings.json")
    store.use_for_this_run(settings)
    application = make_application(settings)
    bridge = ArchiveBridge(partial(open_archive, folder / "archive.mahdar", name))
    window = MainWindow(bridge, store, wall_clock)
    window.sharing.watch.read = lambda: [look_at(stick)]
    window.painted.connect(bridge.open)
    keyboard = Keyboard(window)
    window.show()
    window.activateWindow()
    code = application.exec()
    keyboard.deleteLater()
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])))
