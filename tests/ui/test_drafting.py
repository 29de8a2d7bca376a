import pytest
from PySide6.QtCore import QObject

from recorder import ArchiveInUseError, ArchiveUnwritableError, Changes
from ui.bridge import ArchiveBridge
from ui.main_window import MainWindow
from ui.saved import SaveState, Saving
from ui.settings.store import Settings, SettingsStore
from ui.widgets.drafting import AGAIN_MS, Drafting, DraftKey

KEY = DraftKey("note", "n1", "text")


class Desk:
    """An archive of drafts alone, on a disk that may be full."""

    def __init__(self):
        self.drafts = self
        self.is_full = False
        self.saved = []
        self.committed = []

    def save(self, draft):
        if self.is_full:
            raise ArchiveUnwritableError(reason="full")
        self.saved.append(draft.text)

    def commit(self, window, table, row_id, column):
        self.committed.append((window, table, row_id, column))
        return Changes("draft.commit", "1", {table: frozenset({row_id})})

    def close(self):
        """Nothing to close."""


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def desk_bridge(desk, qtbot):
    bridge = ArchiveBridge(lambda: desk)
    bridge.open()
    yield bridge
    bridge.close(5)


@pytest.fixture
def owner():
    return QObject()


@pytest.fixture
def state(desk_bridge, clock):
    return SaveState(desk_bridge, clock)


@pytest.fixture
def drafting(desk_bridge, state, owner):
    return Drafting(desk_bridge, state, "box", owner)


def test_unbroken_typing_is_drafted_from_its_first_key_on(drafting, desk, qtbot):
    typed = []

    def type_on():
        typed.append("ح")
        drafting.typed(KEY, lambda: "".join(typed))
        return bool(desk.saved)

    qtbot.waitUntil(type_on)  # a key every few milliseconds, with no rest in between
    assert set(desk.saved[0]) == {"ح"}


def test_a_burst_is_one_change_when_the_editor_is_left(drafting, desk, desk_bridge, qtbot):
    text = ""
    with qtbot.waitSignal(desk_bridge.settled):
        for letter in "حلب":
            text += letter
            drafting.typed(KEY, lambda text=text: text)
        drafting.leave()
    assert desk.saved == ["حلب"]
    assert desk.committed == [("box", "note", "n1", "text")]
    assert not drafting.is_pending


def test_the_sign_follows_from_unsaved_to_saved(drafting, desk_bridge, state, qtbot):
    assert state.state is Saving.NOTHING_YET
    with qtbot.waitSignal(desk_bridge.settled):
        drafting.typed(KEY, lambda: "حلب")
        assert state.state is Saving.UNSAVED
    assert state.state is Saving.SAVED
    assert state.at.strftime("%H:%M") == "10:42"


def test_what_a_full_disk_refused_is_kept_and_written_when_there_is_room(
    drafting, desk, desk_bridge, state, qtbot
):
    desk.is_full = True
    with qtbot.waitSignal(desk_bridge.failed):
        drafting.typed(KEY, lambda: "حلب")
    assert state.state is Saving.FAILED
    assert drafting.is_pending
    desk.is_full = False
    qtbot.waitUntil(lambda: desk.saved == ["حلب"], timeout=4 * AGAIN_MS)


def test_what_a_full_disk_refused_is_not_replaced_by_the_text_of_the_next_row(
    drafting, desk, desk_bridge, qtbot
):
    box = ["حلب"]
    desk.is_full = True
    with qtbot.waitSignal(desk_bridge.failed):
        drafting.typed(KEY, lambda: box[0])
    box[0] = "نص صف آخر"
    desk.is_full = False
    with qtbot.waitSignal(desk_bridge.settled):
        drafting.leave()
    assert desk.saved == ["حلب"]


def test_an_older_text_that_was_refused_does_not_replace_a_newer_one(
    drafting, desk, desk_bridge, qtbot
):
    desk.is_full = True
    drafting.typed(KEY, lambda: "حل")
    drafting.save()
    drafting.typed(KEY, lambda: "حلب")
    drafting.save()
    with qtbot.waitSignal(desk_bridge.failed):
        pass
    desk.is_full = False
    with qtbot.waitSignal(desk_bridge.settled):
        drafting.leave()
    assert desk.saved[-1] == "حلب"


def test_what_was_thrown_away_is_not_written_later(drafting, desk, desk_bridge, qtbot):
    drafting.typed(KEY, lambda: "حلب")
    drafting.forget(KEY)
    drafting.leave()
    answers = []
    desk_bridge.request(lambda _desk: 1, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert desk.saved == []


def test_an_archive_that_is_open_elsewhere_is_told_in_the_window(qtbot, tmp_path, clock, qapp):
    def refuse():
        raise ArchiveInUseError(path="archive")

    bridge = ArchiveBridge(refuse)
    store = SettingsStore(tmp_path / "settings.json")
    store.use_for_this_run(Settings(theme="light"))
    window = MainWindow(bridge, store, clock)
    qtbot.addWidget(window)
    with qtbot.waitSignal(bridge.refused):
        bridge.open()
    assert "نافذة أخرى" in window.screen_named("refused").texts[0]
    bridge.close(5)
