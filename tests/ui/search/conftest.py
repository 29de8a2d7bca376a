"""The search screen on a desk, over an archive of two meetings."""

from collections.abc import Callable
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from recorder import (
    Archive,
    Decision,
    Meeting,
    Note,
    Organisation,
    Person,
    Recommendation,
    Speaker,
    Theme,
)
from tests.ui.meeting_screens import Desk
from ui.bridge import ArchiveBridge
from ui.search.search_screen import SearchScreen
from ui.settings.store import Settings


def put_words(archive: Archive) -> None:
    """What two people said about water in two meetings, a recommendation and a decision."""
    archive.write(
        Organisation(id="gloca", name="المنظمة العالمية", acronym="GLOCA"),
        Person(id="wassim", name="وسيم الحاج", role="المدير", organisation_id="gloca"),
        Person(id="huda", name="هدى القاضي"),
        Theme(id="water", title="المياه"),
        Meeting(id="m1", title="لقاء حلب", date="2026-05-13"),
        Meeting(id="m2", title="لقاء حماة", date="2026-06-01"),
        Note(id="n1", meeting_id="m1", text="انقطاع الماء منذ شهر", speaker=Speaker("wassim")),
        Note(id="n2", meeting_id="m2", text="كلفة الماء", speaker=Speaker("huda"),
             kind="question"),
        Recommendation(id="r", meeting_id="m2", text="قياس الماء"),
        Decision(id="d", meeting_id="m1", text="إصلاح شبكة الماء"),
    )  # fmt: skip


@pytest.fixture
def make_screen(
    qtbot: QtBot,
    bridge: ArchiveBridge,
    clock: Callable[[], datetime],
    dressed: Callable[[Settings], None],
) -> Callable[..., tuple[Desk, SearchScreen]]:
    """The screen in any language, look and size, with its desk."""

    def make(
        language: str = "ar", theme: str = "light", size: tuple[int, int] = (1290, 706)
    ) -> tuple[Desk, SearchScreen]:
        settings = Settings(language=language, theme=theme)
        dressed(settings)
        desk = Desk(qtbot, bridge, clock, settings)
        desk.put(put_words)
        screen = SearchScreen(bridge, desk.services)
        desk.show(screen, size)
        screen.enter()
        return desk, screen

    return make


@pytest.fixture
def on_desk(make_screen: Callable[..., tuple[Desk, SearchScreen]]) -> tuple[Desk, SearchScreen]:
    return make_screen()
