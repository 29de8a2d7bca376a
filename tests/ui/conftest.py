"""The ground of the window's tests: a dressed application, a bridge to a real archive."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recorder import Archive, data_folder
from ui.application import dress_application, make_application
from ui.bridge import ArchiveBridge
from ui.main_window import MainWindow
from ui.settings.store import Settings, SettingsStore
from ui.theme.theme import Theme
from ui.theme.tokens import LIGHT

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=timezone(timedelta(hours=3)))


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return make_application(Settings(theme="light"))


@pytest.fixture(autouse=True)
def arabic_and_light(qapp: QApplication) -> None:
    """Every test begins in Arabic, from right to left, in the light look."""
    if qapp.property("dressed") != "ar light":
        dress_application(qapp, Settings(theme="light"))
        qapp.setProperty("dressed", "ar light")


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """Every test begins with the panes and the places of a first start."""
    memory = QSettings(str(data_folder() / "workspace.ini"), QSettings.Format.IniFormat)
    memory.clear()


@pytest.fixture(autouse=True)
def no_pages_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    """The screen of export starts no office program, but where a test is about its pages."""
    monkeypatch.setattr("ui.export.laying_out.REST_MS", 24 * 60 * 60 * 1000)


@pytest.fixture
def theme() -> Theme:
    return Theme(LIGHT)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    return lambda: NOW


@pytest.fixture
def bridge(qtbot: QtBot, tmp_path: Path) -> Iterator[ArchiveBridge]:
    """A bridge to an archive of its own, open."""
    made = ArchiveBridge(partial(Archive.open, tmp_path / "archive.mahdar"))
    with qtbot.waitSignal(made.opened, timeout=20_000):
        made.open()
    yield made
    made.close(20)


@pytest.fixture
def dressed(qapp: QApplication) -> Callable[[Settings], None]:
    """Dress the application otherwise for one test."""

    def dress(settings: Settings) -> None:
        dress_application(qapp, settings)
        qapp.setProperty("dressed", "")

    return dress


MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def make_window(
    qtbot: QtBot,
    bridge: ArchiveBridge,
    tmp_path: Path,
    dressed: Callable[[Settings], None],
    clock: Callable[[], datetime],
) -> Iterator[MakeWindow]:
    """A main window over the bridge, in any language, look and size."""
    windows: list[MainWindow] = []

    def make(
        language: str = "ar", theme: str = "light", size: tuple[int, int] = (1366, 768)
    ) -> MainWindow:
        settings = Settings(language=language, theme=theme)
        dressed(settings)
        store = SettingsStore(tmp_path / "settings.json")
        store.use_for_this_run(settings)
        window = MainWindow(bridge, store, clock)
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        windows.append(window)
        return window

    yield make
    for window in windows:
        window.close()


@pytest.fixture
def ask(bridge: ArchiveBridge, qtbot: QtBot) -> Callable[[Callable[[Archive], Any]], Any]:
    """Ask the archive and wait for its answer."""

    def wait(call: Callable[[Archive], Any]) -> Any:
        answers: list[Any] = []
        bridge.request(call, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        return answers[0]

    return wait


@pytest.fixture
def sample(qtbot: QtBot, bridge: ArchiveBridge) -> str:
    """The shipped meetings in the archive; the id of the larger one."""
    with qtbot.waitSignal(bridge.changed, timeout=60_000):
        bridge.request(lambda archive: archive.load_sample(), saves=True)
    found: list[str] = []
    bridge.request(lambda archive: [each.id for each in archive.meetings.summaries()], found.extend)
    qtbot.waitUntil(lambda: bool(found), timeout=20_000)
    return found[-1]
