"""The running meeting on the screen: a key, a saved note and an opening, at 20,000 notes."""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from recorder import AgendaItem, Archive, Meeting, Note, Person, Place, Speaker
from tests.benchmarks.raw_database import TEXT
from tests.benchmarks.row import Row, at_most
from ui.application import make_application, wall_clock
from ui.bridge import ArchiveBridge
from ui.main_window import MainWindow
from ui.meeting.workspace import Workspace
from ui.settings.store import Settings, SettingsStore

NOTES, ITEMS, PEOPLE = 20_000, 10, 40
WORDS = "ضرورة الحوار مع المجتمع المدني "


def measure() -> list[Row]:
    """Milliseconds in the thread of the window, beside a bare editor and a bare reading."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_application(Settings(theme="light"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.mahdar"
        with Archive.open(path) as archive:
            archive.write(*_meeting())
            reading = _once(lambda: archive.notes.all("m"))
        bridge = ArchiveBridge(partial(Archive.open, path))
        window = MainWindow(bridge, SettingsStore(Path(folder) / "settings.json"), wall_clock)
        window.show()
        bridge.open()
        _wait(bridge.opened)
        rows = _measure_window(window, reading)
        window.close()
    return rows


def _measure_window(window: MainWindow, reading: float) -> list[Row]:
    window.show_screen("library")
    workspace = window.screen_named("workspace")
    assert isinstance(workspace, Workspace)
    begun = time.perf_counter()
    window.open_meeting("m")
    _wait(workspace.meeting_opened)
    opening = (time.perf_counter() - begun) * 1e3
    workspace.board.show_all(everything=True)
    bare = QTextEdit()
    bare.resize(workspace.capture.box.size())
    bare.show()
    _wait()
    ours, theirs = _keys(workspace.capture.box), _keys(bare)
    saving = [_save(workspace) for _note in range(10)]
    return [
        at_most("open 20,000 notes on the screen", opening, reading, 3),
        at_most("key to painted letter, median", statistics.median(ours),
                statistics.median(theirs), 3),
        at_most("key to painted letter, worst, of 50 ms", max(ours), 50, 1),
        at_most("Enter to painted note, of 50 ms", statistics.median(saving), 50, 1),
    ]  # fmt: skip


def _keys(box: QTextEdit) -> list[float]:
    times = []
    for letter in WORDS * 4:
        times.append(_once(lambda letter=letter: _type(box, letter)))
        _wait(milliseconds=2)
    return times


def _type(box: QTextEdit, letter: str) -> None:
    _press(box, 0, letter)
    box.viewport().repaint()


def _save(workspace: Workspace) -> float:
    box = workspace.capture.box
    for letter in WORDS:
        _press(box, 0, letter)

    def enter() -> None:
        _press(box, Qt.Key.Key_Return, "")
        workspace.pane.list.viewport().repaint()

    taken = _once(enter)
    _wait(milliseconds=60)
    return taken


def _press(widget: QWidget, key: int, letter: str) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
    QApplication.sendEvent(widget, event)


def _once(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1e3


def _wait(signal: object = None, milliseconds: int = 200) -> None:
    loop = QEventLoop()
    if signal is not None:
        signal.connect(loop.quit)
        milliseconds = 60_000
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _meeting() -> list[Meeting | AgendaItem | Person | Note]:
    items = [
        AgendaItem(id=f"i{at}", meeting_id="m", title=f"بند {at}", place=Place(None, f"a{at:03}"))
        for at in range(ITEMS)
    ]
    people = [Person(id=f"p{at}", name=f"مشارك {at}") for at in range(PEOPLE)]
    notes = [
        Note(
            id=f"n{at}", meeting_id="m", place=Place(f"i{at % ITEMS}", f"n{at:06}"),
            speaker=Speaker(f"p{at % PEOPLE}"), text=f"{TEXT} {at}",
            said_at="2026-11-23T08:00:00Z",
        )
        for at in range(NOTES)
    ]  # fmt: skip
    return [Meeting(id="m", title="لقاء"), *items, *people, *notes]
