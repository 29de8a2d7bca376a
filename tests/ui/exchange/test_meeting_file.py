"""A guest gets one meeting as a file, and one that is here already comes only as a copy."""

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from ui.notices import NoticeStrip


@pytest.fixture
def guest(layla):
    layla.share()
    layla.window.open_meeting("m")
    layla.window.show_screen("exchange")
    return layla.window.screen_named("exchange").guest


def strip(laptop) -> NoticeStrip:
    return laptop.window.centralWidget().findChild(NoticeStrip)


def test_the_open_meeting_goes_to_a_file_and_comes_in_elsewhere(guest, layla, rana, tmp_path):
    assert guest.save.isEnabled()
    path = tmp_path / "لقاء.json"
    guest.file.write("m", path)
    layla.qtbot.waitUntil(lambda: bool(strip(layla).texts), timeout=20_000)
    assert "يستطيع قراءته" in strip(layla).texts[0]
    rana.share()
    theirs = rana.window.screen_named("exchange").guest
    assert not theirs.save.isEnabled()
    with rana.qtbot.waitSignal(theirs.file.arrived, timeout=20_000):
        theirs.file.read(path)
    assert rana.ask(lambda archive: len(archive.notes.all("m"))) == 2


def test_a_meeting_that_is_here_already_comes_in_as_a_copy_when_that_is_wanted(
    guest, layla, tmp_path
):
    path = tmp_path / "m.json"
    guest.file.write("m", path)
    layla.qtbot.waitUntil(path.is_file, timeout=20_000)
    guest.file.read(path)

    def answers() -> list[QPushButton]:
        buttons = strip(layla).findChildren(QPushButton)
        return [each for each in buttons if each.text() == "أخذه نسخةً أخرى"]

    layla.qtbot.waitUntil(lambda: bool(answers()), timeout=20_000)
    [answer] = answers()
    with layla.qtbot.waitSignal(guest.file.arrived, timeout=20_000):
        answer.click()
    assert layla.ask(lambda archive: len(archive.meetings.summaries())) == 2


def test_nobody_waits_for_the_dialogs(guest, layla):
    for press in (guest.save, guest.load):
        press.click()
        [dialog] = [each for each in layla.window.findChildren(QFileDialog) if each.isVisible()]
        assert not dialog.isModal()
        dialog.close()
