import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.typing_hand import type_text

KEYS = [
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Up,
    Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Delete,
    Qt.Key.Key_Insert, Qt.Key.Key_F2, Qt.Key.Key_Backspace,
]  # fmt: skip
HELD = [Qt.KeyboardModifier.NoModifier] * 3 + [
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
]


def play(desk, form, qtbot, seed):
    chance = random.Random(seed)
    form.enter()
    for at in range(150):
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or form
        if chance.random() < 0.3:
            type_text(target, chance.choice(["أ", "حلب", "D", "1", "GLOCA"]))
        else:
            qtbot.keyClick(target, chance.choice(KEYS), chance.choice(HELD))
        if at % 25 == 0:
            form.activateWindow()
            desk.settle()
    form.leave()
    desk.settle()
    assert desk.ask(lambda archive: archive.check()).ok
    assert desk.ask(lambda archive: archive.drafts.pending()) == []


@pytest.mark.parametrize("seed", [1, 2])
def test_any_keys_in_the_agenda_break_nothing(make_agenda, qtbot, seed):
    desk, form = make_agenda()
    play(desk, form, qtbot, seed)


@pytest.mark.parametrize("seed", [1, 2])
def test_any_keys_in_the_recommendations_break_nothing(make_recommendations, qtbot, seed):
    desk, form = make_recommendations()
    play(desk, form, qtbot, seed)
