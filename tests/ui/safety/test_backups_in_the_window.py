"""Backups among the settings: made by themselves, by hand, and put back."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from recorder import Archive, CheckStoppedError, DiskLowError, Meeting
from tests.ui.window_survey import nameless_controls, unreachable
from ui.notices import NoticeStrip
from ui.safety.backups_card import BackupsCard


@pytest.fixture
def window(make_window, bridge, qtbot, ask):
    ask(lambda archive: archive.meetings.write(Meeting(id="m", title="قبل النسخة")))
    return make_window()


@pytest.fixture
def card(window):
    window.show_screen("settings")
    return window.screen_named("settings").backups


def lines(card: BackupsCard) -> list[QPushButton]:
    return [each for each in card.list.findChildren(QPushButton) if not each.isHidden()]


def test_the_days_backup_is_made_once_by_itself(window, bridge, qtbot, ask):
    with qtbot.waitSignal(window.keeper.backed_up, timeout=20_000):
        window.keeper.back_up_daily()
    window.keeper.back_up_daily()
    assert [str(each.reason) for each in ask(lambda archive: archive.backups())] == ["daily"]


def test_a_backup_is_made_by_hand_and_stands_in_the_list(card, qtbot, window):
    qtbot.waitUntil(lambda: card.said.words != "")
    assert card.said.words == "لا نسخة احتياطية بعد."
    with qtbot.waitSignal(window.keeper.backed_up, timeout=20_000):
        card.now.click()
    qtbot.waitUntil(lambda: len(lines(card)) == 1, timeout=20_000)
    assert card.now.isEnabled()
    assert "أُخذت النسخة الاحتياطية وفُحصت" in window.findChild(NoticeStrip).texts[0]


def test_an_older_state_comes_back_and_the_newer_one_is_kept_and_named(card, qtbot, window, ask):
    bridge, path = card._bridge, ask(lambda archive: archive.path)
    with qtbot.waitSignal(window.keeper.backed_up, timeout=20_000):
        card.now.click()
    meeting = ask(lambda archive: archive.meetings.get("m"))
    ask(lambda archive: archive.meetings.write(replace(meeting, title="بعد النسخة")))
    window.open_meeting("m")
    window.show_screen("settings")
    (backup,) = ask(lambda archive: archive.backups())
    dialog = card.ask(backup)
    with qtbot.waitSignal(bridge.opened, timeout=20_000):
        dialog.findChildren(QPushButton)[-1].click()
    assert ask(lambda archive: archive.meetings.get("m")).title == "قبل النسخة"
    strip = window.centralWidget().findChild(NoticeStrip)
    qtbot.waitUntil(lambda: bool(strip.texts), timeout=20_000)
    assert "archive.mahdar.before-1" in strip.texts[0]
    with Archive.open(path.with_name("archive.mahdar.before-1"), read_only=True) as former:
        assert former.meetings.get("m").title == "بعد النسخة"
    assert window.screen_name == "settings"


def test_a_nearly_full_disk_is_told_and_typing_goes_on(card, window, qtbot, monkeypatch, ask):
    def refuse(*_arguments):
        raise DiskLowError(path="x")

    monkeypatch.setattr("recorder.storage.backup.BackupShelf.make", refuse)
    card.now.click()
    strip = window.findChild(NoticeStrip)
    qtbot.waitUntil(lambda: bool(strip.texts), timeout=20_000)
    assert "القرص شبه ممتلئ" in strip.texts[0]
    assert card.now.isEnabled()
    ask(lambda archive: archive.meetings.write(Meeting(id="n", title="يُكتب")))


def test_every_control_of_the_backups_has_a_name_and_a_way_to_it(card, window, qtbot):
    for _ in range(2):
        with qtbot.waitSignal(window.keeper.backed_up, timeout=20_000):
            card.now.click()
    qtbot.waitUntil(lambda: len(lines(card)) == 2, timeout=20_000)
    assert nameless_controls(window) == []
    assert unreachable(window) == []


def test_the_whole_archive_is_checked_beside_whoever_types(card, window, qtbot):
    card.check.click()
    strip = window.findChild(NoticeStrip)
    qtbot.waitUntil(lambda: bool(strip.texts), timeout=20_000)
    assert "السجلّ سليم" in strip.texts[0]
    assert card.check.text() == "فحص كل شيء"


def test_a_check_can_be_stopped_and_says_nothing_then(card, window, qtbot, monkeypatch):
    gate = threading.Event()

    def slow(_path, progress):
        gate.wait(10)
        if not progress("tables", 1, 2):
            raise CheckStoppedError

    monkeypatch.setattr("recorder.check", slow, raising=False)
    card.check.click()
    assert "إيقاف الفحص" in card.check.text()
    card.check.click()
    gate.set()
    qtbot.waitUntil(lambda: card.check.text() == "فحص كل شيء", timeout=20_000)
    assert window.findChild(NoticeStrip).texts == []


def test_tables_that_differ_from_the_log_are_told_and_made_anew(card, window, qtbot, bridge, ask):
    ask(lambda archive: archive._file.database.execute("UPDATE meeting SET title = 'غيّره أحد'"))
    card.check.click()
    strip = window.findChild(NoticeStrip)
    qtbot.waitUntil(lambda: bool(strip.texts), timeout=20_000)
    with qtbot.waitSignal(bridge.opened, timeout=20_000):
        strip.findChild(QPushButton).click()
    assert ask(lambda archive: archive.meetings.get("m")).title == "قبل النسخة"


def test_a_text_that_is_not_what_was_written_leads_to_the_ways_out_and_back(
    card, window, qtbot, bridge, ask
):
    changed = "UPDATE log SET value = '9' WHERE no = 1"  # an early one, which no start looks at
    ask(lambda archive: archive._file.database.execute(changed))
    card.check.click()
    strip = window.findChild(NoticeStrip)
    qtbot.waitUntil(lambda: bool(strip.texts), timeout=20_000)
    with qtbot.waitSignal(bridge.refused, timeout=20_000):
        strip.findChild(QPushButton).click()
    page = window.screen_named("refused")
    assert page.texts[0] == "تعذّرت قراءة السجلّ"
    (again,) = [each for each in page.findChildren(QPushButton) if "المحاولة" in each.text()]
    with qtbot.waitSignal(bridge.opened, timeout=20_000):
        again.click()
