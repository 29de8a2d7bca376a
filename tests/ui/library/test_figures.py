"""All meetings in figures, for whoever analyses them, from the library or the palette."""

import json

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QPushButton


@pytest.fixture
def window(make_window, sample, qtbot):
    made = make_window()
    action = made.services.actions.action("meeting.figures")
    qtbot.waitUntil(action.isEnabled, timeout=20_000)
    return made


def told(window):
    return "\n".join(window.frame.strip.texts)


def write(window, qtbot, path, words):
    window.screen_named("library").figures.write(path)
    qtbot.waitUntil(lambda: words in told(window), timeout=20_000)


def test_the_figures_of_all_meetings_are_written_and_their_place_is_told(
    window, qtbot, tmp_path, monkeypatch
):
    places = []
    monkeypatch.setattr("ui.library.figures_file.open_place", places.append)
    path = tmp_path / "figures.jsonl"
    write(window, qtbot, path, "إحصاءات كل اللقاءات")
    lines = [json.loads(each) for each in path.read_text("utf-8").splitlines()]
    assert [each["kind"] for each in lines].count("meeting") == 2
    buttons = window.frame.strip.findChildren(QPushButton)
    next(each for each in buttons if each.text() == "افتح المجلد").click()
    assert places == [tmp_path]


def test_a_place_that_cannot_be_written_to_is_told_and_tried_again(window, qtbot, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    write(window, qtbot, tmp_path / "file" / "figures.jsonl", "اختر مجلداً آخر")
    assert any(
        each.text() == "إعادة المحاولة" for each in window.frame.strip.findChildren(QPushButton)
    )


def test_the_command_asks_for_a_file_without_stopping_anybody(window):
    window.services.actions.action("meeting.figures").trigger()
    [dialog] = [each for each in window.findChildren(QFileDialog) if each.isVisible()]
    assert not dialog.isModal()
    assert dialog.selectedFiles()[0].endswith(".jsonl")
    dialog.close()


def test_who_asks_twice_is_asked_once_and_among_the_documents(window, tmp_path, monkeypatch):
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    for _time in range(2):
        window.services.actions.action("meeting.figures").trigger()
    [dialog] = [each for each in window.findChildren(QFileDialog) if each.isVisible()]
    assert dialog.directory().path() == str(tmp_path)
    dialog.close()


def test_without_meetings_there_is_nothing_to_count(make_window, qtbot, bridge):
    window = make_window()
    answered = []
    bridge.request(lambda _archive: True, answered.append)
    qtbot.waitUntil(lambda: bool(answered), timeout=20_000)
    assert not window.services.actions.action("meeting.figures").isEnabled()
