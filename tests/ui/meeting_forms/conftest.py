from collections.abc import Callable

import pytest

from tests.ui.meeting_screens import MEETING, Desk, put_agenda, put_recommendations
from ui.meeting.agenda_form import AgendaForm
from ui.meeting.recommendation_form import RecommendationForm
from ui.settings.store import Settings


@pytest.fixture
def desk(qtbot, bridge, clock) -> Desk:
    return Desk(qtbot, bridge, clock, Settings(theme="light"))


@pytest.fixture
def make_agenda(qtbot, bridge, clock, dressed) -> Callable[..., tuple[Desk, AgendaForm]]:
    """The agenda of two items and two sub-items, in any language and size."""

    def make(language: str = "ar", size: tuple[int, int] = (1290, 706)) -> tuple[Desk, AgendaForm]:
        settings = Settings(language=language, theme="light")
        dressed(settings)
        desk = Desk(qtbot, bridge, clock, settings)
        desk.put(put_agenda)
        form = AgendaForm(bridge, desk.services)
        desk.show(form, size)
        form.open_meeting(MEETING)
        desk.until(lambda: len(form.model.rows) == 4)
        form.enter()
        return desk, form

    return make


@pytest.fixture
def agenda(desk) -> AgendaForm:
    desk.put(put_agenda)
    form = AgendaForm(desk.bridge, desk.services)
    desk.show(form)
    form.open_meeting(MEETING)
    desk.until(lambda: len(form.model.rows) == 4)
    return form


@pytest.fixture
def make_recommendations(
    qtbot, bridge, clock, dressed
) -> Callable[..., tuple[Desk, RecommendationForm]]:
    """The recommendations of a meeting beside their form, in any language and size."""

    def make(
        language: str = "ar", size: tuple[int, int] = (1290, 706)
    ) -> tuple[Desk, RecommendationForm]:
        settings = Settings(language=language, theme="light")
        dressed(settings)
        desk = Desk(qtbot, bridge, clock, settings)
        desk.put(put_recommendations)
        form = RecommendationForm(bridge, desk.services)
        desk.show(form, size)
        form.open_meeting(MEETING)
        desk.until(lambda: len(form.model.rows) == 2)
        desk.settle()
        return desk, form

    return make


@pytest.fixture
def recommendation(desk) -> RecommendationForm:
    """The form of one recommendation, as the running meeting opens it."""
    desk.put(put_recommendations)
    form = RecommendationForm(desk.bridge, desk.services)
    desk.show(form)
    form.open_recommendation("rec-1")
    form.enter()
    desk.until(lambda: form.what.text.words == "خطة عمل مشتركة")
    return form
