import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.typing_hand import type_text

KEYS = [
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Up,
    Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Delete,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Backspace,
]  # fmt: skip
HELD = [Qt.KeyboardModifier.NoModifier] * 4 + [
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
]


@pytest.mark.parametrize("seed", [1, 2])
def test_any_keys_in_any_order_break_nothing(desk, screen, qtbot, seed):
    chance = random.Random(seed)
    for at in range(150):
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or screen
        if chance.random() < 0.3:
            type_text(target, chance.choice(["أ", "حلب", "D", "1", "GLOCA"]))
        else:
            qtbot.keyClick(target, chance.choice(KEYS), chance.choice(HELD))
        if at % 25 == 0:
            screen.activateWindow()
            desk.settle()
    screen.leave()
    desk.settle()
    assert desk.ask(lambda archive: archive.check()).ok
    assert desk.ask(lambda archive: archive.drafts.pending()) == []
