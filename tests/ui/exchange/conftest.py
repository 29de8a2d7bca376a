"""Two laptops and a folder that stands for the stick."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from recorder import Meeting, Note
from tests.ui.exchange.laptop import Laptop, open_laptop
from ui.settings.store import Settings, SettingsStore

MakeLaptop = Callable[..., Laptop]
ROWS = [
    Meeting(id="m", title="لقاء تشاوري في حلب"),
    Note(id="n1", meeting_id="m", text="الماء أولاً."),
    Note(id="n2", meeting_id="m", text="ثم المدارس."),
]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def laptop(
    qtbot: QtBot, tmp_path: Path, stick: Path, dressed: Callable[[Settings], None], clock: Callable
) -> Iterator[MakeLaptop]:
    made: list[Laptop] = []

    def make(name: str, language: str = "ar", theme: str = "light", **more: object) -> Laptop:
        settings = Settings(language=language, theme=theme, author=name, **more)
        dressed(settings)
        store = SettingsStore(tmp_path / f"settings {len(made)}.json")
        store.use_for_this_run(settings)
        made.append(open_laptop(qtbot, tmp_path / f"laptop {len(made)}", stick, store, clock))
        return made[-1]

    yield make
    for each in made:
        each.window.close()
        each.bridge.close(20)


@pytest.fixture
def layla(laptop: MakeLaptop) -> Laptop:
    """Whoever begins; there is a meeting on that laptop."""
    made = laptop("ليلى")
    made.do(lambda archive: archive.write(*ROWS))
    return made


@pytest.fixture
def rana(laptop: MakeLaptop) -> Laptop:
    """Her colleague."""
    return laptop("رنا")


@pytest.fixture
def team(layla: Laptop, rana: Laptop) -> tuple[Laptop, Laptop]:
    """Both are of one team and have the same minutes."""
    layla.share()
    layla.sharing.found()
    layla.qtbot.waitUntil(lambda: layla.sharing.state.report is not None, timeout=30_000)
    code = layla.sharing.state.code
    layla.sharing.dismiss()
    rana.share()
    rana.sharing.join(code)
    rana.qtbot.waitUntil(lambda: rana.stage == "asking", timeout=30_000)
    rana.sharing.agree(agreed=True)
    rana.qtbot.waitUntil(lambda: rana.stage == "done", timeout=30_000)
    rana.sharing.dismiss()
    return layla, rana
