"""The running meeting on the screen: key to painted letter, Enter to painted note, opening.

The real window without a display, the real archive in its thread, drafts written as one types. At
20,000 notes, in an empty meeting and in a bare editor, in turns. Times are those of the wall from
the event to the end of the painting that shows it, with all that the event loop did in between;
where others share the machine the quietest of some rounds is told.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from recorder import Archive
from tests.benchmarks.long_meeting import LONG, NOTES, SHORT, make_meetings
from tests.benchmarks.row import Row, at_most
from tests.benchmarks.scale_work import memory
from ui.application import make_application, wall_clock
from ui.bridge import ArchiveBridge
from ui.main_window import MainWindow
from ui.meeting.workspace import Workspace
from ui.meeting.workspace_notes import NotesPart
from ui.settings.store import Settings, SettingsStore

WORDS = "ضرورة الحوار مع المجتمع المدني "
ROUNDS, SAVES, REST_MS = 5, 8, 200
A_FRAME, A_WAIT = 16.0, 50.0
"""Milliseconds: what nobody sees, and what one begins to feel."""


class Painting(QObject):
    """Tells when a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        """Count paintings; events are as they were."""
        self.times += event.type() == QEvent.Type.Paint
        return False


class Desk:
    """A hand at a window, and a clock."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        workspace = window.screen_named("workspace")
        assert isinstance(workspace, Workspace)
        self.workspace = workspace
        self.list = workspace.pane.list
        self._notes_painted = Painting(self.list.viewport())
        self._painted = {workspace.capture.box: Painting(workspace.capture.box.viewport())}

    def open(self, meeting_id: str) -> float:
        """Turn to a meeting; milliseconds until its notes are painted, or that there are none."""
        if self.workspace.meeting_id == meeting_id:
            self.open(SHORT if meeting_id == LONG else LONG)
        begun = time.perf_counter()
        self.window.open_meeting(meeting_id)
        wait_for(self.workspace.meeting_opened)
        if self.workspace.notes.rowCount():
            self._until_painted(self._notes_painted)
        taken = since(begun)
        wait()
        self.workspace.board.show_all(everything=True)
        wait()
        return taken

    def type(self, box: QTextEdit, text: str) -> list[float]:
        """Type a text; milliseconds from each key to its painted letter."""
        painting = self._painted.setdefault(box, Painting(box.viewport()))
        times = []
        for letter in text:
            begun = time.perf_counter()
            press(box, 0, letter)
            self._until_painted(painting)
            times.append(since(begun))
            wait(8)
        return times

    def save(self) -> float:
        """Type a note and press Enter; milliseconds from there to the painted note."""
        self.type(self.workspace.capture.box, WORDS[:12])
        return self._enter()

    def edit(self, row: int) -> float:
        """Take up a note that is in view, add a letter, press Enter."""
        note = self.workspace.notes.shown[row]
        self.workspace.part(NotesPart).edit(note.id)
        self.type(self.workspace.capture.box, "ب")
        return self._enter()

    def _enter(self) -> float:
        begun = time.perf_counter()
        press(self.workspace.capture.box, Qt.Key.Key_Return, "")
        self._until_painted(self._notes_painted)
        taken = since(begun)
        wait(60)
        return taken

    @staticmethod
    def _until_painted(painting: Painting) -> None:
        before, until = painting.times, time.perf_counter() + 10
        while painting.times == before and time.perf_counter() < until:
            QApplication.processEvents()  # noqa: TID251 - the loop itself is what is measured


class Waits(QObject):
    """The longest that the window answers nobody, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start(0)

    def _on_beat(self) -> None:
        self.longest = max(self.longest, since(self._last))
        self._last = time.perf_counter()


def measure() -> list[Row]:
    """Milliseconds of the wall and megabytes; see the head of this file."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_application(Settings(theme="light"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.mahdar"
        with Archive.open(path, machine=Path(folder)) as archive:
            make_meetings(archive, NOTES)
            reading = min(_read_barely(archive) for _round in range(ROUNDS))
            texts = sum(sys.getsizeof(text) for text in archive.notes.sheet(LONG).texts) / 2**20
        bridge = ArchiveBridge(partial(Archive.open, path, machine=Path(folder)))
        window = MainWindow(bridge, SettingsStore(Path(folder) / "settings.json"), wall_clock)
        window.show()
        bridge.open()
        wait_for(bridge.opened)
        wait()
        rows = [*_measure_opening(Desk(window), reading, texts), *_measure_hand(Desk(window))]
        window.close()
    return rows


def _read_barely(archive: Archive) -> float:
    select = "SELECT * FROM note WHERE meeting_id = ? AND deleted = 0 ORDER BY place_sort_key, id"
    begun = time.perf_counter()
    archive._file.database.conn.execute(select, [LONG]).fetchall()
    return since(begun)


def _measure_opening(desk: Desk, reading: float, texts: float) -> list[Row]:
    desk.open(SHORT)
    desk.type(desk.workspace.capture.box, WORDS)  # what is drawn in at the first key
    before = memory("VmRSS:")
    desk.open(LONG)
    held = memory("VmRSS:") - before
    openings, waits = [], []
    for _round in range(ROUNDS):
        waiting = Waits()
        openings.append(desk.open(LONG))
        waits.append(waiting.longest)
        waiting.deleteLater()
    return [
        at_most(f"open {NOTES:,} notes to their painting, beside a bare reading of them",
                min(openings), reading, 4),
        at_most("…the longest wait of the window meanwhile, of 50 ms", min(waits), A_WAIT, 1),
        at_most("…memory, beside the texts alone", max(held, 0.1), texts, 4, "MB"),
    ]  # fmt: skip


def _measure_hand(desk: Desk) -> list[Row]:
    bare = QTextEdit()
    bare.resize(desk.workspace.capture.box.size())
    bare.show()
    wait()
    box = desk.workspace.capture.box
    keys: dict[str, list[list[float]]] = {LONG: [], SHORT: [], "bare": []}
    saves: dict[str, list[float]] = {LONG: [], SHORT: []}
    edits: list[float] = []
    for _round in range(ROUNDS):
        keys["bare"].append(desk.type(bare, WORDS * 4))
        for meeting_id in (SHORT, LONG):
            desk.open(meeting_id)
            keys[meeting_id].append(desk.type(box, WORDS * 4))
            saves[meeting_id] += [desk.save() for _note in range(SAVES)]
        last = desk.workspace.notes.rowCount() - 1
        edits += [desk.edit(last - 1) for _note in range(SAVES // 2)]
    bare.close()
    ours, empty, editor = (quietest(keys[name]) for name in (LONG, SHORT, "bare"))
    middle = statistics.median
    return [
        at_most(f"key to painted letter at {NOTES:,} notes, beside none", middle(ours),
                middle(empty), 1.25),
        at_most("…beside a bare editor", middle(ours), middle(editor), 4),
        at_most("…median, of 16 ms", middle(ours), A_FRAME, 1),
        at_most("…worst, of 50 ms", max(ours), A_WAIT, 1),
        at_most(f"Enter to painted note at {NOTES:,} notes, beside none", middle(saves[LONG]),
                middle(saves[SHORT]), 1.5),
        at_most("…the slowest, of 50 ms", max(saves[LONG]), A_WAIT, 1),
        at_most("an edited note, Enter to painted, of 50 ms", middle(edits), A_WAIT, 1),
    ]  # fmt: skip


def quietest(rounds: Iterable[list[float]]) -> list[float]:
    """The round in which the machine was left to it the most."""
    return min(rounds, key=sum)


def press(widget: QWidget, key: int, letter: str) -> None:
    """One key, as it comes from the keyboard."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
    QApplication.sendEvent(widget, event)


def since(begun: float) -> float:
    """Milliseconds since then."""
    return (time.perf_counter() - begun) * 1e3


def wait(milliseconds: int = 0) -> None:
    """Let the event loop run for a while, else as long as it takes to come to rest."""
    _run(lambda loop: QTimer.singleShot(milliseconds or REST_MS, loop.quit))


def wait_for(signal: object) -> None:
    """Let the event loop run until a signal comes."""
    _run(lambda loop: signal.connect(loop.quit))  # type: ignore[attr-defined]


def _run(prepare: Callable[[QEventLoop], object]) -> None:
    loop = QEventLoop()
    prepare(loop)
    loop.exec()
