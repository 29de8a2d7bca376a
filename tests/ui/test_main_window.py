import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from recorder import ArchiveInUseError, ArchiveUnwritableError
from tests.ui.window_survey import cut_texts, mirrored, nameless_controls, place_in, unreachable
from ui import application, main_window
from ui.bridge import ArchiveBridge
from ui.header import Header, SavedSign
from ui.main_window import MainWindow
from ui.rail import Rail
from ui.screens import SCREENS
from ui.settings.store import Settings, SettingsStore
from ui.theme.theme import Theme
from ui.theme.tokens import LIGHT

OURS = ("library", "settings", "meeting", "search")
SIZES = [(1366, 768), (911, 512)]


@pytest.fixture
def on_screen(qtbot, make_window, sample, bridge):
    """A window with the sample in it, on a screen, with everything read."""

    def show(screen, **look):
        window = make_window(**look)
        if screen in {"library", "settings", "search"}:
            window.show_screen(screen)
        else:
            window.open_meeting(sample, screen)
        read = []
        for _round in range(2):  # what was read may ask for more
            bridge.request(lambda _archive: None, read.append)
            qtbot.waitUntil(lambda: bool(read), timeout=20_000)
            read.clear()
        return window

    return show


@pytest.mark.parametrize("screen", OURS)
@pytest.mark.parametrize("size", SIZES, ids=["laptop", "zoomed"])
def test_a_screen_fits_and_cuts_no_word(on_screen, screen, size):
    for language in ("ar", "en"):
        window = on_screen(screen, size=size, language=language)
        assert (window.width(), window.height()) == size
        assert cut_texts(window) == []


@pytest.mark.parametrize("screen", OURS)
def test_every_control_has_a_name_and_a_way_to_it_by_keys(on_screen, screen):
    window = on_screen(screen)
    assert nameless_controls(window) == []
    assert unreachable(window) == []


def places(window):
    """Every part in view that takes room, in the order in which it was made."""
    return [
        (type(part).__name__, place_in(window, part))
        for part in window.findChildren(QWidget)
        if part.isVisible() and not part.objectName().startswith("qt_") and part.width() > 1
    ]


@pytest.mark.parametrize("screen", OURS)
def test_turning_the_direction_mirrors_every_part(on_screen, monkeypatch, screen):
    """The same words from the right and from the left: each part stands in the mirror's place."""
    seen = {}
    for direction in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        turned = Theme(LIGHT, 100, direction)
        for place in (application, main_window):
            monkeypatch.setattr(place, "make_theme", lambda *_args, turned=turned: turned)
        window = on_screen(screen)
        seen[direction] = places(window)
        width = window.width()
        window.hide()
    right, left = seen.values()
    assert [name for name, _place in right] == [name for name, _place in left]
    astray = [
        (name, mirrored(there, width), here)
        for (name, there), (_name, here) in zip(right, left, strict=True)
        if abs(mirrored(there, width).x() - here.x()) > 2 or there.width() != here.width()
    ]
    assert astray == []


def test_the_rail_stands_at_the_right_and_the_sign_at_the_left(on_screen):
    window = on_screen("library")
    rail, sign = (place_in(window, window.findChild(kind)) for kind in (Rail, SavedSign))
    assert rail.right() == window.width() - 1
    assert sign.left() < window.width() / 4


def test_a_meeting_is_opened_by_keys_alone(on_screen, qtbot):
    window = on_screen("library")
    library = window.screen_named("library")
    qtbot.waitUntil(lambda: library.model.rowCount() == 2, timeout=20_000)
    window.activateWindow()
    library.enter()
    qtbot.keyClick(library.list, Qt.Key.Key_Down)
    qtbot.keyClick(library.list, Qt.Key.Key_Return)
    assert window.screen_name == "workspace"


def test_page_keys_lead_through_the_screens(on_screen):
    window = on_screen("library")
    actions = window.services.actions
    actions.action("screen.next").trigger()
    first = window.screen_name
    actions.action("screen.previous").trigger()
    assert (first, window.screen_name) == ("search", "library")


def test_without_a_meeting_its_screens_and_the_export_are_held_back(make_window):
    window = make_window()
    actions = window.services.actions
    held = ("show.workspace", "show.people", "show.export")
    assert [each for each in held if actions.action(each).isEnabled()] == []


@pytest.mark.parametrize("choice", [("language", "en"), ("theme", "dark"), ("text_size", 130)])
def test_a_setting_applies_at_once_and_is_kept(on_screen, qtbot, tmp_path, choice):
    name, value = choice
    window = on_screen("settings")
    field = window.screen_named("settings").field(name)
    before = window.services
    field.show_value(str(value))
    field.left.emit()
    qtbot.waitUntil(lambda: window.services is not before)
    assert getattr(window.services.settings, name) == value
    assert getattr(SettingsStore(tmp_path / "settings.json").settings, name) == value
    assert window.screen_name == "settings"
    rtl = name != "language"
    assert window.services.theme.is_rtl is rtl
    assert (QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft) is rtl


def test_the_other_language_says_everything_otherwise(on_screen):
    window = on_screen("library", language="en")
    assert window.services.actions.action("show.library").text() == "Meetings"
    window.take_settings({"language": "ar"})
    window.rebuild()
    assert window.services.actions.action("show.library").text() == "اللقاءات"


def test_a_window_that_is_built_again_leaves_no_old_parts_behind(on_screen, qtbot):
    window = on_screen("library")
    for _round in range(3):
        window.rebuild()
    qtbot.waitUntil(lambda: len(window.findChildren(Rail)) == 1)
    assert len(window.findChildren(Header)) == 1


def test_the_sign_says_when_everything_was_saved(on_screen, qtbot):
    window = on_screen("library")
    window.services.saved.touch()
    sign = window.findChild(SavedSign)
    assert sign.words == "يُحفظ الآن"
    window.screen_named("library").begin_meeting()
    qtbot.waitUntil(lambda: "10:42" in sign.words, timeout=20_000)
    assert sign.words.startswith("حُفظ")


def test_some_screen_answers_to_every_command(on_screen):
    window = on_screen("workspace")
    for name in SCREENS:
        window.screen_named(name)
    actions = window.services.actions
    commands = [command for command, _action in actions.all() if not command.is_local]
    assert [each.id for each in commands if not actions.is_bound(each.id)] == []


def test_the_search_key_leads_to_the_search_of_the_library(on_screen):
    window = on_screen("library")
    window.activateWindow()
    window.services.actions.action("find").trigger()
    assert window.focusWidget() is window.screen_named("library").search


def test_a_key_that_does_nothing_on_a_screen_is_not_taken_by_it(on_screen):
    window = on_screen("workspace")
    places = {"find": "library", "note.history": "workspace", "pane.next": "workspace"}
    places["pane.previous"] = "workspace"
    for name in SCREENS:
        window.show_screen(name)
        taken = {each for each in places if window.services.actions.action(each).isEnabled()}
        assert taken == {each for each, place in places.items() if place == name}


def test_every_screen_can_be_made_in_every_look(on_screen):
    for language, theme in (("ar", "dark"), ("en", "light")):
        window = on_screen("workspace", language=language, theme=theme)
        for name in SCREENS:
            window.show_screen(name)
            assert window.screen_name == name
        assert isinstance(window.centralWidget(), QWidget)


def test_settings_that_make_no_sense_are_left_out(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(
        '{"language": "fr", "text_size": "big", "author": "ليلى", "colour": 3}', "utf-8"
    )
    assert SettingsStore(path).settings == Settings(author="ليلى")
    path.write_text("not json", "utf-8")
    assert SettingsStore(path).settings == Settings()


def test_a_disk_that_takes_no_settings_leaves_them_for_this_run(tmp_path):
    store = SettingsStore(tmp_path / "file" / "settings.json")
    (tmp_path / "file").write_text("in the way", "utf-8")
    assert store.change(theme="dark").theme == "dark"
    assert store.settings.theme == "dark"


def test_the_focus_follows_from_the_empty_library_to_its_first_meetings(make_window, qtbot):
    window = make_window()
    library = window.screen_named("library")
    qtbot.waitUntil(library.empty.begin.hasFocus, timeout=20_000)
    library.empty.sample.setFocus()
    qtbot.keyClick(library.empty.sample, Qt.Key.Key_Space)
    qtbot.waitUntil(library.list.hasFocus, timeout=20_000)
    assert library.list.currentIndex().row() == 0


@pytest.fixture
def refused_window(qtbot, tmp_path, clock):
    """A window whose archive is open in another one, with the meeting of the last run."""

    def refuse():
        raise ArchiveInUseError(path="archive")

    bridge = ArchiveBridge(refuse)
    store = SettingsStore(tmp_path / "settings.json")
    store.use_for_this_run(Settings(last_meeting="m"))
    window = MainWindow(bridge, store, clock)
    qtbot.addWidget(window)
    window.show()
    window.show_screen("workspace")
    with qtbot.waitSignal(bridge.refused):
        bridge.open()
    yield window
    window.close()
    bridge.close(5)


def test_an_archive_that_could_not_be_opened_takes_no_notes(refused_window):
    window = refused_window
    assert window.screen_name == "refused"
    held = ("show.workspace", "show.meeting", "meeting.new", "show.export")
    assert [each for each in held if window.services.actions.action(each).isEnabled()] == []
    window.show_screen("workspace")
    assert window.screen_name == "refused"


def test_why_the_archive_could_not_be_opened_is_still_said_in_another_look(refused_window):
    said = refused_window.screen_named("refused").texts
    assert said[0] == "السجلّ مفتوح في نافذة أخرى"
    refused_window.rebuild()
    assert refused_window.screen_named("refused").texts == said


def test_the_sample_may_be_asked_for_again_after_the_disk_refused_it(make_window, bridge, qtbot):
    def fill(archive):
        def refuse():
            raise ArchiveUnwritableError(path="archive", reason="full")

        archive.load_sample = refuse

    bridge.request(fill)
    library = make_window().screen_named("library")
    qtbot.waitUntil(library.empty.sample.isVisible, timeout=20_000)
    with qtbot.waitSignal(bridge.save_failed, timeout=20_000):
        library.empty.sample.click()
    assert library.empty.sample.isEnabled()
