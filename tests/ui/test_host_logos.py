"""Logos of the hosts: chosen beside their names, printed over the minutes, no photographs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog, QPushButton

from ui.photos.workspace_photos import PhotosPart
from ui.saved import Saving
from ui.widgets.buttons import IconButton


@pytest.fixture
def hosts(make_window, sample, qtbot):
    window = make_window()
    window.open_meeting(sample, "meeting")
    card = window.screen_named("meeting").details.hosts
    qtbot.waitUntil(lambda: len(card._lines) > 1, timeout=20_000)
    return card


@pytest.fixture
def logo(tmp_path):
    """A picture on the disk."""
    path = tmp_path / "شعار.png"
    image = QImage(300, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("#0F6B63"))
    assert image.save(str(path))
    return path


def buttons(hosts, line=0):
    return hosts._lines[line].findChildren(IconButton)


@pytest.fixture
def choose(hosts, qtbot, logo):
    """Choose a logo for the first host by its button and the dialog."""

    def take():
        qtbot.mouseClick(buttons(hosts)[0], Qt.MouseButton.LeftButton)
        dialog = hosts.window().findChild(QFileDialog)
        drawn = hosts.logos._thumbnails.arrived
        with qtbot.waitSignal(drawn, timeout=20_000):
            dialog.fileSelected.emit(str(logo))
        dialog.close()

    return take


def test_a_chosen_logo_is_seen_beside_the_name_and_printed_over_the_minutes(
    hosts, choose, ask, sample
):
    plain = buttons(hosts)[0].width()
    choose()
    assert buttons(hosts)[0].width() > plain
    assert "شعار" in buttons(hosts)[0].accessibleName()
    html, _is_whole = ask(lambda archive: archive.preview(sample))
    assert "data:image/png" in html


def test_a_logo_is_no_photograph_of_the_meeting(hosts, choose, ask, sample):
    choose()
    window = hosts.window()
    window.show_screen("workspace")
    photos = window.screen_named("workspace").part(PhotosPart)
    assert len(ask(lambda archive: archive.attachments.all(sample))) == 1
    assert photos.pane.model.rows == []


def test_a_logo_is_taken_away_and_comes_back(hosts, choose, ask, sample, qtbot):
    choose()
    qtbot.mouseClick(buttons(hosts)[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(buttons(hosts)) == 2, timeout=20_000)
    assert ask(lambda archive: archive.attachments.all(sample)) == []
    said = [each for each in hosts.window().findChildren(QPushButton) if each.text() == "تراجع"]
    qtbot.mouseClick(said[-1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(buttons(hosts)) == 3, timeout=20_000)


def test_a_file_that_is_no_picture_is_refused_in_words(hosts, ask, sample, qtbot, tmp_path):
    (tmp_path / "شعار.png").write_bytes(b"no picture")
    with qtbot.waitSignal(hosts._services.notices.posted, timeout=20_000) as told:
        hosts.logos.add(hosts._hosts[0], tmp_path / "شعار.png", "GLOCA")
    assert told.args[0].tone == "bad"
    assert ask(lambda archive: archive.attachments.all(sample)) == []


def test_the_focus_stays_on_the_button_while_a_logo_comes(hosts, choose):
    buttons(hosts)[0].setFocus()
    choose()
    assert hosts.window().focusWidget() is buttons(hosts)[0]


def test_a_logo_goes_to_the_host_it_was_chosen_for_whatever_is_opened_meanwhile(
    hosts, ask, qtbot, logo, sample
):
    qtbot.mouseClick(buttons(hosts)[0], Qt.MouseButton.LeftButton)
    dialog = hosts.window().findChild(QFileDialog)
    (other,) = {each.id for each in ask(lambda archive: archive.meetings.summaries())} - {sample}
    hosts.window().open_meeting(other, "meeting")
    dialog.fileSelected.emit(str(logo))
    dialog.close()
    kept = ask(lambda archive: (archive.attachments.all(sample), archive.attachments.all(other)))
    tables = [[each.subject.table for each in of] for of in kept]
    assert [each.count("host") for each in tables] == [1, 0]
    assert not [each for each in hosts.window().frame.strip.texts if "تعذّر" in each]


def test_the_hand_stays_at_the_logo_when_it_is_removed(hosts, choose, qtbot):
    choose()
    remove = buttons(hosts)[1]
    remove.setFocus()
    qtbot.keyClick(remove, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: buttons(hosts)[0].accessibleName().startswith("أضف"), timeout=20_000)
    assert hosts.window().focusWidget() is buttons(hosts)[0]


def test_a_file_that_is_no_picture_leaves_nothing_unsaved(hosts, ask, tmp_path):
    wrong = tmp_path / "wrong.png"
    wrong.write_bytes(b"no picture")
    hosts.logos.add(hosts._hosts[0], wrong, "GLOCA")
    ask(lambda archive: archive.undoable())
    assert "wrong.png" in "\n".join(hosts.window().frame.strip.texts)
    assert hosts.window().services.saved.state is not Saving.FAILED
