"""Going to the place where something is put right before the document goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.search.going import NoteView

if TYPE_CHECKING:
    from ui.export.looking import Place
    from ui.main_window import MainWindow


def show_place(window: MainWindow, place: Place) -> None:
    """Bring a row of the open meeting into view, on the screen where it is edited."""
    going = {
        "note": _show_note,
        "recommendation": _show_recommendation,
        "person": _show_person,
        "organisation": _show_people,
        "agenda_item": _show_item,
    }
    going.get(place.table, _show_meeting)(window, place)


def _show_note(window: MainWindow, place: Place) -> None:
    window.show_screen("workspace")
    workspace = window.screen_named("workspace")
    if isinstance(workspace, NoteView):
        workspace.show_note(place.row_id)


def _show_recommendation(window: MainWindow, place: Place) -> None:
    window.show_recommendation(place.row_id)


def _show_person(window: MainWindow, place: Place) -> None:
    from ui.people.people_screen import PeopleScreen

    window.show_screen("people")
    screen = window.screen_named("people")
    if isinstance(screen, PeopleScreen) and place.row_id:
        screen.list.await_person(place.row_id)
        screen.list.reload()


def _show_people(window: MainWindow, _place: Place) -> None:
    window.show_screen("people")


def _show_item(window: MainWindow, place: Place) -> None:
    from ui.meeting.workspace import Workspace

    window.show_screen("workspace")
    workspace = window.screen_named("workspace")
    if isinstance(workspace, Workspace) and place.row_id:
        workspace.agenda.chosen.emit(place.row_id)


def _show_meeting(window: MainWindow, place: Place) -> None:
    window.show_screen("people" if place.part == "people" else "meeting")
