"""A meeting to sit in: a window, a small meeting, and a way to wait for the archive."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from recorder import (
    AgendaItem,
    Archive,
    Attendance,
    Meeting,
    Organisation,
    Person,
    Place,
    Presence,
    Sex,
)
from tests.ui.typing_hand import type_text
from tests.ui.workspace.other_laptops import OtherLaptop
from ui.bridge import ArchiveBridge
from ui.main_window import MainWindow
from ui.meeting.workspace import Workspace

ROWS = [
    Organisation(id="dcaf", name="مركز جنيف لحوكمة القطاع الأمني", acronym="DCAF"),
    Person(id="ayoub", name="أيمن أيوب", role="رئيس قسم", organisation_id="dcaf", sex=Sex.MALE),
    Person(id="ahmad", name="أحمد الشيخ", sex=Sex.MALE),
    Person(id="hiba", name="هبة القاضي", role="طبيبة", sex=Sex.FEMALE),
    Meeting(id="m", title="لقاء تشاوري في حلب"),
    Meeting(id="other", title="لقاء آخر"),
    AgendaItem(id="a", meeting_id="m", title="الأولويات", place=Place(None, "a1"),
               planned_minutes=30),
    AgendaItem(id="b", meeting_id="m", title="التعاون", place=Place(None, "a2")),
    *(
        Attendance(id=f"at-{person}", meeting_id="m", person_id=person, presence=Presence.PRESENT)
        for person in ("ayoub", "ahmad", "hiba")
    ),
]  # fmt: skip


@dataclass
class Room:
    """A window with the meeting in view."""

    window: MainWindow
    qtbot: QtBot
    bridge: ArchiveBridge

    @property
    def workspace(self) -> Workspace:
        screen = self.window.screen_named("workspace")
        assert isinstance(screen, Workspace)
        return screen

    @property
    def box(self) -> QWidget:
        return self.workspace.capture.box

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        type_text(self.focus, text)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
        """Press a key wherever the focus is."""
        QTest.keyClick(self.focus, key, held)

    def command(self, command_id: str) -> None:
        """Press the first key of a command, whichever that is."""
        keys = self.window.services.actions.command(command_id).keys[0]
        combination = QKeySequence(keys)[0]
        self.press(combination.key(), combination.keyboardModifiers())

    def ask(self, call: Callable[[Any], Any]) -> Any:
        """What the archive answers, after everything that was requested before."""
        answers: list[Any] = []
        self.bridge.request(call, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        return answers[0]

    def settle(self) -> None:
        """Wait until the window has read what changed."""
        for _round in range(3):  # what was read may ask for more
            self.ask(lambda _archive: True)


@pytest.fixture
def prepare(qtbot, bridge):
    """Put rows into the archive."""

    def write(*rows):
        done = []
        bridge.request(lambda archive: archive.write(*rows), done.append)
        qtbot.waitUntil(lambda: bool(done), timeout=60_000)

    return write


@pytest.fixture
def enter(qtbot, bridge, make_window, prepare):
    """Open the meeting in a window of its own."""
    prepare(*ROWS)

    def open_room(meeting_id="m", **look):
        window = make_window(**look)
        window.activateWindow()
        room = Room(window, qtbot, bridge)
        window.open_meeting(meeting_id)
        with qtbot.waitSignal(room.workspace.meeting_opened, timeout=20_000):
            pass
        room.settle()
        return room

    return open_room


@pytest.fixture
def room(enter):
    return enter()


@pytest.fixture
def other_laptop(tmp_path):
    """Makes other laptops at the meeting of a room, by the name of their author."""
    opened = []

    def make(room, author="سامر العلي"):
        folder = tmp_path / f"laptop {len(opened)}"
        archive = Archive.open(folder / "archive.mahdar", author=author, machine=folder)
        opened.append(archive)
        laptop = OtherLaptop(archive, room)
        laptop.meet()
        return laptop

    yield make
    for each in opened:
        each.close()
