"""An archive that does not open is met with a page that says why, and leads out of it."""

from functools import partial

import pytest
from PySide6.QtWidgets import QPushButton

from recorder import Archive, Meeting
from tests.ui.window_survey import cut_texts, nameless_controls, unreachable
from ui.__main__ import open_archive
from ui.bridge import ArchiveBridge
from ui.header import SavedSign
from ui.main_window import MainWindow
from ui.notices import NoticeStrip
from ui.settings.store import Settings, SettingsStore
from ui.widgets.dialog import Dialog
from ui.widgets.label import Label


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "archive.mahdar"
    with Archive.open(path) as archive:
        archive.meetings.write(Meeting(id="m", title="لقاء حلب"))
        archive.make_backup()
    return path


@pytest.fixture
def open_window(qtbot, tmp_path, path, clock, dressed):
    """A window whose archive does not open."""
    made = []

    def make(language="ar", theme="light"):
        settings = Settings(language=language, theme=theme, last_meeting="m")
        dressed(settings)
        bridge = ArchiveBridge(partial(open_archive, path, ""))
        store = SettingsStore(tmp_path / "settings.json")
        store.use_for_this_run(settings)
        window = MainWindow(bridge, store, clock)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        with qtbot.waitExposed(window):
            window.show()
        with qtbot.waitSignal(bridge.refused, timeout=20_000):
            bridge.open()
        made.append((window, bridge))
        return window, bridge

    yield make
    for window, bridge in made:
        window.close()
        bridge.close(20)


def buttons(window, words):
    page = window.screen_named("refused")
    return [each for each in page.findChildren(QPushButton) if each.text() == words]


def test_a_damaged_archive_offers_its_newest_backup_and_is_kept(open_window, path, qtbot):
    path.write_bytes(b"\xa5" * 50_000)
    window, bridge = open_window()
    page = window.screen_named("refused")
    assert page.texts[0] == "تعذّرت قراءة السجلّ"
    qtbot.waitUntil(lambda: bool(buttons(window, "استعادة")), timeout=20_000)
    assert path.read_bytes() == b"\xa5" * 50_000
    (restore,) = buttons(window, "استعادة")
    with qtbot.waitSignal(bridge.opened, timeout=20_000):
        restore.click()
    assert window.screen_name == "library"
    library = window.screen_named("library")
    qtbot.waitUntil(lambda: library.model.rowCount() == 1, timeout=20_000)
    strip = window.centralWidget().findChild(NoticeStrip)
    qtbot.waitUntil(lambda: bool(strip.texts), timeout=20_000)
    assert "archive.mahdar.before-1" in strip.texts[0]
    assert path.with_name("archive.mahdar.before-1").read_bytes() == b"\xa5" * 50_000


def test_a_backup_that_went_bad_too_is_not_restored_and_it_is_said(open_window, path, qtbot):
    path.write_bytes(b"\xa5" * 50_000)
    window, bridge = open_window()
    qtbot.waitUntil(lambda: bool(buttons(window, "استعادة")), timeout=20_000)
    (backup,) = path.with_name("archive.mahdar-backups").iterdir()
    backup.write_bytes(b"\x5a" * 50_000)
    (restore,) = buttons(window, "استعادة")
    with qtbot.waitSignal(bridge.refused, timeout=20_000):
        restore.click()
    strip = window.centralWidget().findChild(NoticeStrip)
    qtbot.waitUntil(lambda: bool(strip.texts), timeout=20_000)
    assert "هذه النسخة متضرّرة" in strip.texts[0]
    assert window.screen_name == "refused"
    assert path.read_bytes() == b"\xa5" * 50_000


def test_an_archive_that_another_window_has_open_opens_once_that_one_is_closed(
    open_window, path, qtbot
):
    other = Archive.open(path)
    window, bridge = open_window()
    assert window.screen_named("refused").texts[0] == "السجلّ مفتوح في نافذة أخرى"
    (again,) = buttons(window, "إعادة المحاولة")
    with qtbot.waitSignal(bridge.refused, timeout=20_000):
        again.click()
    assert window.screen_name == "refused"
    other.close()
    (again,) = buttons(window, "إعادة المحاولة")
    with qtbot.waitSignal(bridge.opened, timeout=20_000):
        again.click()
    library = window.screen_named("library")
    qtbot.waitUntil(lambda: library.model.rowCount() == 1, timeout=20_000)
    assert window.screen_name == "library"


def test_damage_that_shows_while_the_archive_is_open_leads_to_the_ways_out(
    make_window, bridge, ask, tmp_path, qtbot
):
    window, path = make_window(), tmp_path / "archive.mahdar"
    ask(lambda archive: archive.make_backup())
    ask(lambda archive: archive._file.database.execute("PRAGMA wal_checkpoint(TRUNCATE)"))
    with path.open("r+b") as stream:
        stream.seek(4096)
        stream.write(b"\xa5" * 4096 * 40)
    ask(lambda archive: archive._file.database.execute("PRAGMA cache_size = 0"))
    bridge.request(lambda archive: archive.search("كلمة") + archive.notes.all("m"))
    strip = window.findChild(NoticeStrip)
    qtbot.waitUntil(lambda: bool(strip.texts), timeout=20_000)
    with qtbot.waitSignal(bridge.refused, timeout=20_000):
        strip.findChild(QPushButton).click()
    assert window.screen_name == "refused"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_page_cuts_no_word_and_every_control_has_a_name_and_a_key(
    open_window, path, language, qtbot
):
    path.write_bytes(b"\xa5" * 50_000)
    window, _bridge = open_window(language=language)
    qtbot.waitUntil(
        lambda: bool(buttons(window, {"ar": "استعادة", "en": "Restore"}[language])), timeout=20_000
    )
    assert cut_texts(window) == []
    assert nameless_controls(window) == []
    assert unreachable(window) == []


def test_what_can_be_read_of_a_damaged_archive_is_rescued_and_told_meeting_by_meeting(
    open_window, path, qtbot
):
    with path.open("r+b") as stream:
        stream.write(b"\xa5" * 4096)
    damaged = path.read_bytes()
    window, bridge = open_window()
    rescue = window.screen_named("refused").rescue
    with qtbot.waitSignal(bridge.opened, timeout=20_000):
        rescue.click()
    qtbot.waitUntil(lambda: window.findChild(Dialog) is not None, timeout=20_000)
    dialog = window.findChild(Dialog)
    said = [each.words for each in dialog.findChildren(Label)]
    assert "لقاء حلب" in said
    assert "كل ما كُتب موجود" in said
    assert path.with_name("archive.mahdar.before-1").read_bytes() == damaged
    library = window.screen_named("library")
    qtbot.waitUntil(lambda: library.model.rowCount() == 1, timeout=20_000)
    dialog.close()


def test_a_file_in_which_nothing_can_be_read_stays_as_it_is_and_it_is_said(
    open_window, path, qtbot
):
    path.write_bytes(b"\xa5" * 50_000)
    window, bridge = open_window()
    with qtbot.waitSignal(bridge.refused, timeout=20_000):
        window.screen_named("refused").rescue.click()
    strip = window.centralWidget().findChild(NoticeStrip)
    qtbot.waitUntil(lambda: bool(strip.texts), timeout=20_000)
    assert "تعذّرت قراءة أي شيء" in strip.texts[0]
    assert path.read_bytes() == b"\xa5" * 50_000
    assert window.screen_named("refused").rescue.isEnabled()


def test_nothing_is_called_saved_where_no_archive_is_open(open_window, path):
    path.write_bytes(b"\xa5" * 50_000)
    window, _bridge = open_window()
    assert window.findChild(SavedSign).isHidden()


def test_an_archive_that_is_gone_while_its_backups_stand_is_not_begun_anew_unasked(
    open_window, path, qtbot
):
    away = path.rename(path.with_name("away"))
    window, bridge = open_window()
    assert window.screen_named("refused").texts[0] == "السجلّ ليس في مكانه"
    assert not path.exists()
    qtbot.waitUntil(lambda: bool(buttons(window, "استعادة")), timeout=20_000)
    away.rename(path)
    (again,) = buttons(window, "إعادة المحاولة")
    with qtbot.waitSignal(bridge.opened, timeout=20_000):
        again.click()
    library = window.screen_named("library")
    qtbot.waitUntil(lambda: library.model.rowCount() == 1, timeout=20_000)


def test_an_empty_archive_is_begun_where_the_user_says_so(open_window, path, qtbot):
    path.unlink()
    window, bridge = open_window()
    (begin,) = buttons(window, "بدء سجلّ فارغ")
    with qtbot.waitSignal(bridge.opened, timeout=20_000):
        begin.click()
    assert path.exists()
    assert window.screen_name == "library"
