from base64 import b64encode

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from recorder import Meeting
from tests.ui.conftest import NOW
from ui.main_window import MainWindow
from ui.settings.store import Settings, SettingsStore
from ui.window_place import place_of, put_in_place


@pytest.fixture
def start(qtbot, bridge, tmp_path):
    """A start of the program over the same settings and the same archive."""

    def begin():
        window = MainWindow(bridge, SettingsStore(tmp_path / "settings.json"), lambda: NOW)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return begin


@pytest.fixture
def meeting(bridge, qtbot):
    done = []
    bridge.request(lambda archive: archive.write(Meeting(id="m", title="لقاء")), done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)


def left(window):
    """What is written when the window is closed, while the archive stays open for the test."""
    window._store.change(window=place_of(window), last_screen=window.screen_name)
    window.hide()


def test_the_next_start_shows_the_screen_and_the_meeting_of_before(
    start, meeting, bridge, qtbot, tmp_path
):
    window = start()
    bridge.opened.emit()
    qtbot.waitUntil(lambda: window.meetings.get("m") is not None, timeout=20_000)
    window.open_meeting("m", "people")
    window.setGeometry(40, 50, 900, 600)
    left(window)
    again = start()
    qtbot.waitUntil(lambda: again.screen_name == "people", timeout=20_000)
    assert again.screen_named("people").meeting_id == "m"
    assert again.size().width() == 900


def test_who_has_gone_on_meanwhile_is_not_led_back(start, meeting, bridge, qtbot, tmp_path):
    SettingsStore(tmp_path / "settings.json").change(last_meeting="m", last_screen="people")
    window = start()
    window.show_screen("settings")
    qtbot.waitUntil(lambda: window.meetings.get("m") is not None, timeout=20_000)
    assert window.screen_name == "settings"
    window.show_screen("library")
    window.screen_named("library").search.insert("ل")
    window._screen_to_return_to = "people"
    window._return_to_screen()
    assert window.screen_name == "library"


def test_a_meeting_that_is_gone_leads_to_the_library(start, meeting, bridge, qtbot, tmp_path):
    SettingsStore(tmp_path / "settings.json").change(last_meeting="gone", last_screen="workspace")
    window = start()
    bridge.opened.emit()
    qtbot.waitUntil(lambda: window.meetings.get("m") is not None, timeout=20_000)
    assert window.screen_name == "library"


def test_closing_writes_the_place(make_window, tmp_path):
    window = make_window()
    window.show_screen("settings")
    assert window.close()
    stored = SettingsStore(tmp_path / "settings.json").settings
    assert stored.last_screen == "settings"
    assert stored.window


def test_a_window_comes_back_where_it_stood(qtbot):
    first, second = QWidget(), QWidget()
    for each in (first, second):
        qtbot.addWidget(each)
    first.setGeometry(100, 80, 910, 520)
    first.show()
    put_in_place(second, place_of(first))
    assert second.geometry() == first.geometry()


@pytest.mark.parametrize("corner", [(5000, 200), (-4000, -4000), (1360, 700)])
def test_a_window_of_a_screen_that_is_gone_comes_back_into_view(qtbot, corner):
    first, second = QWidget(), QWidget()
    for each in (first, second):
        qtbot.addWidget(each)
    first.setGeometry(*corner, 910, 520)
    first.show()
    put_in_place(second, place_of(first))
    room = QGuiApplication.primaryScreen().availableGeometry()
    seen = second.frameGeometry().intersected(room)
    assert seen.width() >= 120
    assert second.frameGeometry().top() >= room.top()


@pytest.mark.parametrize("place", ["", "%%%", b64encode(b"nonsense").decode(), "ل"])
def test_a_place_that_makes_no_sense_is_left_out(qtbot, place):
    window = QWidget()
    qtbot.addWidget(window)
    put_in_place(window, place)
    assert (window.width(), window.height()) == (1366, 768)


def test_settings_of_an_earlier_release_lack_the_place(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"author": "ليلى"}', "utf-8")
    assert SettingsStore(path).settings == Settings(author="ليلى")
