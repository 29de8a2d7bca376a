"""A window with the sample in view on the screen of export, and what is asked of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from ui.bridge import ArchiveBridge
from ui.export.screen import ExportScreen
from ui.main_window import MainWindow


@dataclass
class Desk:
    """A window with the screen of export in view."""

    window: MainWindow
    qtbot: QtBot
    bridge: ArchiveBridge
    folder: Path

    @property
    def screen(self) -> ExportScreen:
        screen = self.window.screen_named("export")
        assert isinstance(screen, ExportScreen)
        return screen

    @property
    def told(self) -> str:
        return "\n".join(self.window.frame.strip.texts)

    def show(self, meeting_id: str) -> None:
        """Open a meeting and come here, as F12 does."""
        self.window.open_meeting(meeting_id)
        self.window.services.actions.action("show.export").trigger()
        self.is_read()

    def is_read(self) -> None:
        self.qtbot.waitUntil(lambda: self.screen.is_read, timeout=20_000)

    def ask(self, call: Callable[[Any], Any]) -> Any:
        """What the archive answers."""
        answers: list[Any] = []
        self.bridge.request(call, answers.append, saves=True)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        return answers[0]

    def choose(self, name: str, value: str) -> None:
        """Choose in one of the fields, as the user does."""
        field = getattr(self.screen.choices, name)
        at = field.findData(value)
        assert at >= 0, (name, value)
        field.setCurrentIndex(at)
        field.activated.emit(at)
        self.is_read()

    def write(self, name: str) -> Path:
        """Have the document written, as the dialog would ask for it."""
        target = self.folder / name
        self.window.document_writer().write(self.screen.order, target)
        self.qtbot.waitUntil(lambda: not self.window.document_writer().is_running, timeout=60_000)
        return target

    def press_answer(self, words: str) -> None:
        """Press a button of the notice."""
        buttons = self.window.frame.strip.findChildren(QPushButton)
        next(each for each in reversed(buttons) if each.text() == words).click()

    def dialog(self) -> QFileDialog | None:
        """The dialog that asks for a place, if it is there."""
        shown = [each for each in self.window.findChildren(QFileDialog) if each.isVisible()]
        return shown[0] if shown else None

    def press(self, key: Qt.Key) -> None:
        """Press a key wherever the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


@pytest.fixture
def make_desk(make_window, bridge, qtbot, tmp_path, sample) -> Callable[..., Desk]:
    def make(**look: Any) -> Desk:
        window = make_window(**look)
        window.activateWindow()
        desk = Desk(window, qtbot, bridge, tmp_path)
        desk.show(sample)
        return desk

    return make


@pytest.fixture
def desk(make_desk) -> Desk:
    return make_desk()
