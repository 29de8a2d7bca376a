"""The screens by name, in the order of the rail; each is imported when it is first wanted."""

from functools import partial
from typing import TYPE_CHECKING

from ui.bridge import ArchiveBridge
from ui.screen import Screen
from ui.services import Services

if TYPE_CHECKING:
    from ui.main_window import MainWindow

SCREENS = (
    "library", "workspace", "meeting", "people", "recommendations", "search", "export",
    "exchange", "trash", "settings",
)  # fmt: skip


def make_screen(
    name: str, bridge: ArchiveBridge, services: Services, window: "MainWindow"
) -> Screen:
    """The screen of a name, connected to the window where it asks for more than itself."""
    return _MAKERS[name](bridge, services, window)


def _library(bridge: ArchiveBridge, services: Services, window: "MainWindow") -> Screen:
    from ui.library.library import Library

    screen = Library(bridge, services)
    screen.meeting_chosen.connect(window.open_meeting)
    screen.meeting_made.connect(lambda meeting_id: window.open_meeting(meeting_id, "meeting"))
    return screen


def _workspace(bridge: ArchiveBridge, services: Services, window: "MainWindow") -> Screen:
    from ui.meeting.workspace import Workspace

    screen = Workspace(bridge, services)
    screen.recommendation_requested.connect(window.show_recommendation)
    screen.export_requested.connect(lambda _meeting_id: window.show_screen("export"))
    return screen


def _meeting(bridge: ArchiveBridge, services: Services, _window: "MainWindow") -> Screen:
    from ui.meeting.form_screens import MeetingScreen

    return MeetingScreen(bridge, services)


def _people(bridge: ArchiveBridge, services: Services, _window: "MainWindow") -> Screen:
    from ui.people.people_screen import PeopleScreen

    return PeopleScreen(bridge, services)


def _recommendations(bridge: ArchiveBridge, services: Services, _window: "MainWindow") -> Screen:
    from ui.meeting.form_screens import RecommendationsScreen

    return RecommendationsScreen(bridge, services)


def _search(bridge: ArchiveBridge, services: Services, window: "MainWindow") -> Screen:
    from ui.search.going import show_hit
    from ui.search.search_screen import SearchScreen

    screen = SearchScreen(bridge, services)
    screen.hit_chosen.connect(partial(show_hit, window))
    return screen


def _export(bridge: ArchiveBridge, services: Services, window: "MainWindow") -> Screen:
    from ui.export.going import show_place
    from ui.export.screen import ExportScreen

    screen = ExportScreen(bridge, services, window.document_writer(), window.meetings)
    screen.place_wanted.connect(partial(show_place, window))
    return screen


def _exchange(bridge: ArchiveBridge, services: Services, window: "MainWindow") -> Screen:
    from ui.exchange.screen import ExchangeScreen

    return ExchangeScreen(bridge, services, window.sharing)


def _trash(bridge: ArchiveBridge, services: Services, _window: "MainWindow") -> Screen:
    from ui.past.trash_screen import TrashScreen

    return TrashScreen(bridge, services)


def _settings(bridge: ArchiveBridge, services: Services, window: "MainWindow") -> Screen:
    from ui.settings.screen import SettingsScreen

    screen = SettingsScreen(bridge, services, window.keeper)
    screen.chosen.connect(window.take_settings)
    return screen


def _refused(bridge: ArchiveBridge, services: Services, window: "MainWindow") -> Screen:
    from ui.safety.refused_page import RefusedPage

    return RefusedPage(bridge, services, window.keeper)


_MAKERS = {
    "library": _library,
    "workspace": _workspace,
    "meeting": _meeting,
    "people": _people,
    "recommendations": _recommendations,
    "search": _search,
    "export": _export,
    "exchange": _exchange,
    "trash": _trash,
    "settings": _settings,
    "refused": _refused,
}
