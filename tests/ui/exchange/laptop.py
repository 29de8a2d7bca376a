"""A laptop of a team: a window of its own over an archive of its own, and hands on its keyboard."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from recorder import Archive
from tests.ui.typing_hand import type_text
from ui.bridge import ArchiveBridge
from ui.exchange.drives import look_at
from ui.exchange.sharing import Stage, StickSharing
from ui.main_window import MainWindow
from ui.settings.store import SettingsStore

PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Laptop:
    """One of them."""

    window: MainWindow
    bridge: ArchiveBridge
    qtbot: QtBot

    @property
    def sharing(self) -> StickSharing:
        return self.window.sharing

    @property
    def stage(self) -> Stage:
        return self.sharing.state.stage

    @property
    def card(self) -> Any:
        """The card of the screen in view."""
        return self.window.screen_named("exchange").card

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def words(self) -> str:
        """All that the screen says."""
        from ui.widgets.label import Label

        screen = self.window.screen_named("exchange")
        return "\n".join(
            each.words for each in screen.findChildren(Label) if each.isVisibleTo(screen)
        )

    def share(self) -> None:
        """Come to the screen by its key, with the stick plugged in."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow, timeout=5_000)
        self.sharing.watch.look()
        self.qtbot.waitUntil(lambda: not self.sharing.watch.is_looking, timeout=20_000)
        assert self.sharing.state.chosen is not None
        QTest.keyClick(self.window, Qt.Key.Key_F4, CTRL)
        self.qtbot.waitUntil(lambda: self.window.screen_name == "exchange", timeout=5_000)
        self.qtbot.waitUntil(lambda: self.card is not None, timeout=5_000)

    def press(self, key: Qt.Key = Qt.Key.Key_Return, held: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.focus, key, held)

    def type(self, text: str) -> None:
        type_text(self.focus, text)

    def comes_to(self, *stages: Stage) -> None:
        """Wait for what the screen shows next."""
        self.qtbot.waitUntil(lambda: self.stage in stages, timeout=30_000)

    def is_done_writing(self) -> None:
        self.qtbot.waitUntil(lambda: not self.sharing.is_running, timeout=30_000)

    def ask(self, call: Callable[[Archive], Any]) -> Any:
        """What the archive answers, after everything that was requested before."""
        answers: list[Any] = []
        self.bridge.request(call, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        return answers[0]

    def do(self, call: Callable[[Archive], Any]) -> None:
        """Let something be written, so that the window hears of it."""
        self.bridge.request(call)
        self.ask(lambda _archive: True)


def open_laptop(
    qtbot: QtBot, place: Path, stick: Path, store: SettingsStore, clock: Callable[[], Any]
) -> Laptop:
    """A window over an archive of its own; `stick` is plugged in as soon as it is a folder."""
    place.mkdir()
    name, machine = store.settings.author, place / "machine"
    bridge = ArchiveBridge(partial(Archive.open, place / "a.mahdar", author=name, machine=machine))
    window = MainWindow(bridge, store, clock)
    window.sharing.watch.read = lambda: (
        [replace(look_at(stick), name="KINGSTON", free=7_000_000_000)] if stick.is_dir() else []
    )
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    with qtbot.waitSignal(bridge.opened, timeout=20_000):
        bridge.open()
    return Laptop(window, bridge, qtbot)
