from collections.abc import Callable

import pytest

from tests.ui.meeting_screens import MEETING, Desk, put_people
from ui.people.people_screen import PeopleScreen
from ui.settings.store import Settings


@pytest.fixture
def desk(qtbot, bridge, clock) -> Desk:
    made = Desk(qtbot, bridge, clock, Settings(theme="light"))
    made.put(put_people)
    return made


@pytest.fixture
def screen(desk: Desk) -> PeopleScreen:
    """The people of a meeting of today, in Arabic."""
    made = PeopleScreen(desk.bridge, desk.services)
    desk.show(made)
    made.open_meeting(MEETING)
    desk.until(lambda: len(made.list.model.rows) == 3)
    made.enter()
    return made


@pytest.fixture
def make_screen(qtbot, bridge, clock, dressed) -> Callable[..., tuple[Desk, PeopleScreen]]:
    """The same in any language, look and size."""

    def make(
        language: str = "ar", theme: str = "light", size: tuple[int, int] = (1290, 706)
    ) -> tuple[Desk, PeopleScreen]:
        settings = Settings(language=language, theme=theme)
        dressed(settings)
        desk = Desk(qtbot, bridge, clock, settings)
        desk.put(put_people)
        made = PeopleScreen(desk.bridge, desk.services)
        desk.show(made, size)
        made.open_meeting(MEETING)
        desk.until(lambda: len(made.list.model.rows) == 3)
        return desk, made

    return make
