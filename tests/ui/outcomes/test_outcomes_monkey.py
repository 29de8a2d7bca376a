"""Any keys in the agenda and the outcomes of a meeting that runs: no row is lost."""

import random

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.typing_hand import type_text
from tests.ui.workspace.conftest import enter, prepare, room  # noqa: F401 - fixtures
from ui.meeting.workspace_outcomes import OutcomesPart

KEY, HELD = Qt.Key, Qt.KeyboardModifier
PRESSES = (
    *((key, HELD.NoModifier) for key in (
        KEY.Key_Up, KEY.Key_Down, KEY.Key_Return, KEY.Key_Space, KEY.Key_F2, KEY.Key_F4,
        KEY.Key_F6, KEY.Key_F8, KEY.Key_Insert, KEY.Key_Delete, KEY.Key_Escape, KEY.Key_Tab,
        KEY.Key_F10,
    )),
    *((key, HELD.AltModifier) for key in (
        KEY.Key_Up, KEY.Key_Down, KEY.Key_Left, KEY.Key_Right, KEY.Key_Insert, KEY.Key_F11,
        KEY.Key_F12,
    )),
    *((key, HELD.ControlModifier) for key in (KEY.Key_F5, KEY.Key_F6, KEY.Key_F8, KEY.Key_F12)),
    (KEY.Key_F8, HELD.ControlModifier | HELD.ShiftModifier),
)  # fmt: skip
EVENTS = 400


def test_any_keys_break_nothing(room):  # noqa: F811 - the room, not the fixture
    hand = random.Random(11)
    pane = room.workspace.part(OutcomesPart).pane
    for at in range(EVENTS):
        focus = QApplication.focusWidget() or room.box
        if hand.random() < 0.3:
            type_text(focus, hand.choice(("لجنة ", "الماء", "12", "DCAF")))
        else:
            QTest.keyClick(focus, *hand.choice(PRESSES))
        if at % 40 == 0:
            room.settle()
    room.workspace.leave()
    room.settle()
    issues, decisions = room.ask(
        lambda archive: (archive.issues.all("m"), archive.decisions.all("m"))
    )
    shown = {each.id for each in pane.model.rows}
    assert shown == {each.id for each in (*issues, *decisions)}
    assert room.ask(lambda archive: archive.check().ok)
