"""The real window with the real archive, typed into without end; killed outside.

Each key is told on standard output with the moment at which it was pressed.
"""

import os
import random
import sys
import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from recorder import AgendaItem, Archive, Meeting
from ui.application import make_application, wall_clock
from ui.bridge import ArchiveBridge
from ui.main_window import MainWindow
from ui.settings.store import Settings, SettingsStore

KEY_MS = 40
_WORDS = [
    "ضرورة",
    "الحوار",
    "مع",
    "المجتمع",
    "المدني",
    "(DCAF)",
    "وتأمين",
    "الماء",
    "بنسبة",
    "40%",
    "خلال",
    "3",
    "أشهر",
]
_MEETING = Meeting(id="meeting", title="لقاء تشاوري")
_ITEM = AgendaItem(id="item", meeting_id="meeting", title="الأولويات")


class Hand:
    """Types notes one after the other, and now and then goes back to the last one."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._number = seed * 1000
        self._keys = self._note()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._press_next)

    def begin(self) -> None:
        self._timer.start(KEY_MS)

    def _note(self) -> list[tuple[int, str]]:
        self._number += 1
        words = [f"{self._number:06}", *self._some_words()]
        keys = [(0, letter) for letter in " ".join(words)]
        keys.append((Qt.Key.Key_Return, ""))
        if self._chance.random() < 0.4:
            keys.append((Qt.Key.Key_Up, ""))
            keys += [(0, letter) for letter in " " + " ".join(self._some_words())]
            keys.append((Qt.Key.Key_Return, ""))
        return keys

    def _some_words(self) -> list[str]:
        return self._chance.choices(_WORDS, k=self._chance.randint(1, 8))

    def _press_next(self) -> None:
        if not self._keys:
            self._keys = self._note()
        key, letter = self._keys.pop(0)
        pressed = time.monotonic()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(QApplication.focusWidget(), event)
        if letter:
            os.write(1, f"{pressed:.6f} {self._number:06} {ord(letter)}\n".encode())


def main(path: Path, seed: int) -> int:
    settings = Settings(theme="light")
    application = make_application(settings)
    store = SettingsStore(path.with_suffix(".json"))
    bridge = ArchiveBridge(partial(Archive.open, path))
    window = MainWindow(bridge, store, wall_clock)
    hand = Hand(seed)

    def open_meeting(_changes: object) -> None:
        window.open_meeting(_MEETING.id)
        window.screen_named("workspace").meeting_opened.connect(hand.begin)

    bridge.opened.connect(
        lambda: bridge.request(lambda archive: archive.write(_MEETING, _ITEM), open_meeting)
    )
    window.painted.connect(bridge.open)
    window.show()
    window.activateWindow()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
