"""The floor as it is seen, heard by a screen reader, and struck by any key."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.floor.test_queue import ask, step
from tests.ui.typing_hand import type_text
from tests.ui.window_survey import cut_texts, mirrored, nameless_controls, place_in, unreachable

KEY, HELD = Qt.Key, Qt.KeyboardModifier
KEYS = [
    KEY.Key_Tab, KEY.Key_Backtab, KEY.Key_Return, KEY.Key_Escape, KEY.Key_Up, KEY.Key_Down,
    KEY.Key_Delete, KEY.Key_F11, KEY.Key_F12, KEY.Key_F10, KEY.Key_F9, KEY.Key_F6,
]  # fmt: skip
HOLDS = [HELD.NoModifier] * 3 + [
    HELD.AltModifier, HELD.ControlModifier, HELD.ControlModifier | HELD.ShiftModifier,
]  # fmt: skip


def busy_room(open_room, **look):
    room = open_room(**look)
    ask(room, "dcaf", "احمد", "هبة")
    step(room, KEY.Key_F11)
    room.wait(30)
    room.settle()
    return room


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
def test_nothing_is_cut_nameless_or_out_of_reach(open_room, language, size) -> None:
    room = busy_room(open_room, language=language, size=size)
    room.workspace.panes.show_pane("recommendations", shown=True)
    room.settle()
    for part in (room.strip, room.pane):
        assert cut_texts(part) == []
        assert nameless_controls(part) == []
    lost = set(unreachable(room.window))
    for part in (room.strip, room.pane):
        assert not lost & {each.accessibleName() for each in part.findChildren(QWidget)}


def test_what_must_mirror_does(open_room) -> None:
    places = {}
    for language in ("ar", "en"):
        room = busy_room(open_room, language=language) if not places else open_room(language="en")
        room.workspace.side.turn_to("floor")
        room.settle()
        parts = {"clock": room.strip.clock, "next": room.strip.next, "finder": room.pane.finder,
                 "follow": room.pane.follow}  # fmt: skip
        width = room.pane.width()
        places[language] = {
            name: place_in(room.pane, part) for name, part in parts.items()
            if room.pane.isAncestorOf(part)
        }  # fmt: skip
        is_right = room.strip.clock.x() > room.strip.next.x()
        assert is_right == (language == "ar")
    for name, place in places["ar"].items():
        seen = mirrored(places["en"][name], width)
        assert abs(place.x() - seen.x()) <= 2, name


def test_the_queue_is_told_to_a_screen_reader(open_room) -> None:
    room = busy_room(open_room)
    model = room.pane.queue.queue
    role = Qt.ItemDataRole
    assert model.index(0, 0).data(role.AccessibleTextRole) == "1. أحمد الشيخ"
    assert "أيمن أيوب" in room.strip.accessibleDescription()
    row = room.pane.balance.parts.index(0, 0).data(role.AccessibleTextRole)
    assert "رجال" in row
    assert "67%" in row


@pytest.mark.parametrize("seed", [1, 2])
def test_any_keys_in_any_order_leave_one_floor_and_a_sound_archive(open_room, seed) -> None:
    room = busy_room(open_room)
    chance = random.Random(seed)
    for at in range(150):
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or room.window
        if chance.random() < 0.3:
            type_text(target, chance.choice(["أ", "د", "dcaf", "2", "الماء"]))
        else:
            key, held = chance.choice(KEYS), chance.choice(HOLDS)
            if (key, held) != (KEY.Key_F12, HELD.NoModifier):
                QTest.keyClick(target, key, held)
        if at % 10 == 0:
            room.watch.move(chance.choice([1, 7, 60]))
            room.part.board.tick()
            room.window.activateWindow()
            room.settle()
    room.workspace.leave()
    room.settle()
    assert room.ask(lambda archive: archive.check()).ok
    open_turns = [each for each in room.turns() if each.began_at and not each.ended_at]
    assert len(open_turns) <= 1
