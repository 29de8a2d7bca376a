import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.window_survey import place_in
from tests.ui.workspace.conftest import enter, prepare, room
from ui.capture.box_hint import as_fits
from ui.hints.hint_line import HintLine
from ui.rail import Rail

__all__ = ["enter", "prepare", "room"]


@pytest.fixture
def mouse(room):
    """A pointer of the system: it reaches the window, and the window its parts."""

    class Mouse:
        def at(self, part):
            return place_in(room.window, part).center()

        def click(self, part):
            QTest.mouseClick(
                room.window.windowHandle(), Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier, self.at(part),
            )  # fmt: skip

        def move(self, part):
            QTest.mouseMove(room.window.windowHandle(), self.at(part))

    return Mouse()


def hint(room):
    return room.window.frame.findChild(HintLine)


def test_the_third_press_by_mouse_tells_the_key_once(room, mouse):
    button = room.workspace.pane.all
    for _time in range(2):
        mouse.click(button)
        assert not hint(room).isVisible()
    mouse.click(button)
    assert hint(room).isVisible()
    assert "Ctrl+F8" in hint(room).words
    hint(room).hide()
    for _time in range(4):
        mouse.click(button)
    assert not hint(room).isVisible()


def test_resting_on_a_button_tells_its_key(room, mouse):
    room.window._hesitation._rest.setInterval(10)
    mouse.move(room.box)  # a pointer that is there already does not move
    mouse.move(room.workspace.pane.all)
    room.qtbot.waitUntil(hint(room).isVisible, timeout=5000)


def test_passing_over_a_button_tells_nothing(room, mouse, qtbot):
    room.window._hesitation._rest.setInterval(60)
    mouse.move(room.workspace.pane.all)
    mouse.move(room.box)
    qtbot.wait(120)
    assert not hint(room).isVisible()


def test_a_key_sends_the_hint_away_and_nothing_moves(room, mouse):
    places = [place_in(room.window, part) for part in (room.box, room.workspace.pane.list)]
    for _time in range(3):
        mouse.click(room.workspace.pane.all)
    assert hint(room).isVisible()
    rail = room.window.findChild(Rail)
    assert [place_in(room.window, part) for part in (room.box, room.workspace.pane.list)] == places
    assert not place_in(room.window, hint(room)).intersects(place_in(room.window, room.box))
    assert rail.isVisible()
    QTest.keyClick(room.window.windowHandle(), Qt.Key.Key_A)
    assert not hint(room).isVisible()


def test_the_hint_takes_no_click(room, mouse):
    for _time in range(3):
        mouse.click(room.workspace.pane.all)
    assert room.window.childAt(hint(room).geometry().center()) is not hint(room)


def test_hints_can_be_switched_off(room, qtbot):
    assert "Shift+Enter" in room.workspace.capture.box.placeholderText()
    before = room.window.services
    room.window.take_settings({"hints": False})
    qtbot.waitUntil(lambda: room.window.services is not before, timeout=20_000)
    room.settle()
    assert "Enter" not in room.workspace.capture.box.placeholderText()
    button = room.workspace.pane.all
    for _time in range(4):
        QTest.mouseClick(
            room.window.windowHandle(), Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier, place_in(room.window, button).center(),
        )  # fmt: skip
    assert not hint(room).isVisible()


def test_an_empty_box_tells_as_much_as_there_is_room_for(theme, room):
    metrics = room.workspace.capture.box.fontMetrics()
    words, hints = "اكتب", ["Enter يحفظ", "@ المتحدّث"]
    wide = metrics.horizontalAdvance("اكتب   Enter يحفظ · @ المتحدّث")
    assert as_fits(words, hints, metrics, wide + 1) == "اكتب   Enter يحفظ · @ المتحدّث"
    assert as_fits(words, hints, metrics, wide - 1) == "اكتب   Enter يحفظ"
    assert as_fits(words, hints, metrics, 1) == "اكتب"
