import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.header import SavedSign
from ui.rail import Rail
from ui.settings.store import TEXT_SIZES, SettingsStore

CTRL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(make_window):
    made = make_window()
    made.activateWindow()
    return made


def pressed(window, key, held=CTRL):
    before = window.services
    QTest.keyClick(window.focusWidget(), key, held)
    return before


@pytest.mark.parametrize(
    ("key", "size"), [(Qt.Key.Key_Plus, 115), (Qt.Key.Key_Equal, 115), (Qt.Key.Key_Minus, 90)]
)
def test_ctrl_and_a_sign_scale_the_whole_look_and_it_is_remembered(
    window, qtbot, tmp_path, key, size
):
    before = pressed(window, key)
    qtbot.waitUntil(lambda: window.services is not before)
    assert window.services.theme.text_size == size
    assert SettingsStore(tmp_path / "settings.json").settings.text_size == size
    before = pressed(window, Qt.Key.Key_0)
    qtbot.waitUntil(lambda: window.services is not before)
    assert window.services.theme.text_size == 100


def test_several_presses_in_a_row_build_the_window_once(window, qtbot, monkeypatch):
    built = []
    rebuild = window.rebuild
    window._leaving.ready.disconnect()
    window._leaving.ready.connect(lambda: (built.append(True), rebuild()))
    for _press in range(3):
        pressed(window, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: window.services.theme.text_size == 150)
    assert built == [True]


def test_at_the_largest_size_nothing_happens(window, qtbot):
    window.take_settings({"text_size": TEXT_SIZES[-1]})
    qtbot.waitUntil(lambda: window.services.theme.text_size == TEXT_SIZES[-1])
    before = pressed(window, Qt.Key.Key_Plus)
    qtbot.wait(50)
    assert window.services is before


def turn(part, notches, held):
    middle = QPointF(part.rect().center())
    event = QWheelEvent(
        middle, part.mapToGlobal(middle), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003
    )  # fmt: skip
    QApplication.sendEvent(part, event)


def hold_ctrl(window, kind):
    event = QKeyEvent(kind, Qt.Key.Key_Control, CTRL)
    QApplication.sendEvent(window.focusWidget(), event)


def test_the_wheel_scales_while_ctrl_is_held_and_scrolls_otherwise(window, qtbot):
    library = window.screen_named("library")
    before = window.services
    turn(library, 1, PLAIN)
    qtbot.wait(250)
    assert window.services is before
    hold_ctrl(window, QEvent.Type.KeyPress)
    turn(library, 1, CTRL)
    turn(library, 1, CTRL)
    qtbot.waitUntil(lambda: window.services is not before, timeout=5000)
    assert window.services.theme.text_size == 130
    before = window.services
    hold_ctrl(window, QEvent.Type.KeyRelease)
    turn(window.screen_named("library"), 1, CTRL)  # nobody watches any more
    qtbot.wait(250)
    assert window.services is before


def test_full_screen_shows_no_rail_and_still_says_that_all_is_saved(window, qtbot):
    rail, sign = window.findChild(Rail), window.findChild(SavedSign)
    height = window.frame.header.height()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert not rail.isVisible()
    assert sign.isVisible()
    assert window.frame.header.height() < height
    window.rebuild()
    rail, sign = window.frame.rail, window.frame.header.sign
    assert (rail.isVisible(), sign.isVisible()) == (False, True)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F11)
    assert not window.isFullScreen()
    assert rail.isVisible()
    assert window.frame.header.height() == height


def test_full_screen_gives_a_maximised_window_back_as_it_was(window):
    window.showMaximized()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F11)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F11)
    assert window.isMaximized()


def test_a_window_that_follows_the_desktop_turns_with_it(window, qtbot):
    hints = QApplication.styleHints()
    before = window.services
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    qtbot.wait(50)
    assert window.services is before  # the light look was chosen
    window.take_settings({"theme": "system"})
    qtbot.waitUntil(lambda: window.services is not before)
    before = window.services
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    qtbot.waitUntil(lambda: window.services is not before)
