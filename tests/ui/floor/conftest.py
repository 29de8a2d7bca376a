"""A room with a clock that a test moves."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

import pytest

from recorder import Archive, Meeting, read_floor
from tests.ui.conftest import NOW
from tests.ui.workspace.conftest import ROWS, Room
from ui.bridge import ArchiveBridge
from ui.floor.floor_choices import FloorChoices
from ui.main_window import MainWindow
from ui.meeting.workspace_floor import FloorPart
from ui.settings.store import Settings, SettingsStore


class Watch:
    """The clock on the wall."""

    def __init__(self) -> None:
        self.moment = NOW

    def __call__(self) -> datetime:
        return self.moment

    def move(self, seconds: int) -> None:
        self.moment += timedelta(seconds=seconds)


class FloorRoom(Room):
    """The room, its floor and its clock."""

    def __init__(self, window, qtbot, bridge, watch) -> None:
        super().__init__(window, qtbot, bridge)
        self.watch = watch

    @property
    def part(self) -> FloorPart:
        return self.workspace.part(FloorPart)

    @property
    def strip(self):
        return self.part.strip

    @property
    def pane(self):
        return self.part.pane

    def wait(self, seconds: int) -> None:
        """Let time pass as the room's clock tells it."""
        self.watch.move(seconds)
        self.part.board.tick()

    def turns(self):
        return self.ask(lambda archive: archive.turns.all("m"))

    def speaking(self) -> str:
        turn = read_floor(self.turns()).speaking
        return (turn.speaker.person_id or turn.speaker.label) if turn else ""

    def waiting(self) -> list[str]:
        return [each.speaker.person_id for each in read_floor(self.turns()).waiting]


@pytest.fixture(autouse=True)
def choices() -> Iterator[FloorChoices]:
    """What one test chose is nothing to the next."""
    made = FloorChoices()
    yield made
    made.limit_seconds, made.follows_writing = None, True


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def open_room(qtbot, bridge, tmp_path, dressed, watch):
    """Open the meeting in a window of its own; once more means after a restart."""
    windows, bridges = [], [bridge]

    def write(rows) -> None:
        done = []
        bridges[-1].request(lambda archive: archive.write(*rows), done.append)
        qtbot.waitUntil(lambda: bool(done), timeout=60_000)

    def restart() -> None:
        windows[-1].close()
        bridges[-1].close(20)
        made = ArchiveBridge(partial(Archive.open, tmp_path / "archive.mahdar"))
        with qtbot.waitSignal(made.opened, timeout=20_000):
            made.open()
        bridges.append(made)

    def make(*, size=(1366, 768), language="ar", date=None) -> FloorRoom:
        if windows:
            restart()
        else:
            write(ROWS)
        if date is not None:
            write([Meeting(id="m", title="لقاء تشاوري في حلب", date=date)])
        settings = Settings(language=language, theme="light")
        dressed(settings)
        store = SettingsStore(tmp_path / "settings.json")
        store.use_for_this_run(settings)
        window = MainWindow(bridges[-1], store, watch)
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        windows.append(window)
        window.activateWindow()
        room = FloorRoom(window, qtbot, bridges[-1], watch)
        window.open_meeting("m")
        with qtbot.waitSignal(room.workspace.meeting_opened, timeout=20_000):
            pass
        room.settle()
        return room

    yield make
    windows[-1].close()
    for each in bridges[1:]:
        each.close(20)


@pytest.fixture
def room(open_room) -> FloorRoom:
    return open_room()
