"""A room whose recommendations are read back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from recorder import AgendaItem, Note, NoteKind, Organisation, Place, Recommendation, Stage
from tests.ui.workspace.conftest import Room, enter, prepare  # noqa: F401 - fixtures
from ui.meeting.workspace_readback import ReadbackPart

ROWS = [
    Organisation(id="water", name="مؤسسة المياه"),
    AgendaItem(id="z", meeting_id="m", title="أول البنود", place=Place(None, "a0")),
    Recommendation(id="r1", meeting_id="m", text="إصلاح الشبكة", lead_id="water",
                   place=Place("a", "a1")),
    Recommendation(id="r2", meeting_id="m", text="تدريب الشباب", place=Place("a", "a2"),
                   stage=Stage.ADOPTED),
    Recommendation(id="r0", meeting_id="m", text="فتح مركز", place=Place("z", "a9")),
    Note(id="secret", meeting_id="m", text="سرّ لا يُعرض", kind=NoteKind.PRIVATE,
         place=Place("a", "a1")),
]  # fmt: skip


class Back:
    """The two windows, side by side."""

    def __init__(self, room: Room):
        self.room = room
        self.window = room.workspace.part(ReadbackPart).window

    def press(self, key, held=Qt.KeyboardModifier.NoModifier):
        target = self.window.focusWidget() or self.window
        QTest.keyClick(target, key, held)
        self.room.settle()

    @property
    def text(self):
        return self.window.one.box.words

    def row(self, row_id):
        return self.room.ask(lambda archive: archive.recommendations.find(row_id))


@pytest.fixture
def back(enter, prepare):  # noqa: F811 - the fixture itself
    """Open the window for the projector over a meeting."""

    def open_window(**look):
        prepare(*ROWS)
        room = enter(**look)
        room.press(Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
        room.settle()
        return Back(room)

    return open_window
