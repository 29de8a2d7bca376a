"""A window with a meeting of its own, and ways to press and to wait."""

import pytest

from recorder import Meeting, Note
from tests.ui.workspace.conftest import Room


@pytest.fixture
def room(qtbot, bridge, make_window):
    """The main window, with one meeting of two notes that ليلى wrote."""

    def fill(archive):
        archive.author = "ليلى"
        archive.meetings.write(Meeting(id="m", title="لقاء حلب"))
        for each in ("أولى", "ثانية"):
            archive.notes.append(Note(id=each, meeting_id="m", text=f"كلمة {each}"))

    def enter(screen="library", **look):
        done = []
        bridge.request(fill, lambda _none: done.append(True))
        qtbot.waitUntil(lambda: bool(done), timeout=20_000)
        window = make_window(**look)
        window.activateWindow()
        room = Room(window, qtbot, bridge)
        room.settle()
        window.open_meeting("m")
        room.settle()
        window.show_screen(screen)
        room.settle()
        return room

    return enter
