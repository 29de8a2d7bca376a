"""Where the palette leads besides commands: to a meeting, an item of it, a person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.i18n import _, fold
from ui.palette.offers import Offer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.main_window import MainWindow


def places_of(window: MainWindow) -> list[Offer]:
    """The places, those that are nearest first: items of the meeting in view, meetings, people."""
    return [*_items(window), *_meetings(window), *_people(window)]


def _items(window: MainWindow) -> Iterator[Offer]:
    if window.screen_name != "workspace":
        return
    from ui.meeting.workspace import Workspace  # it is here already

    workspace = window.screen_named("workspace")
    if isinstance(workspace, Workspace):
        for item in workspace.board.agenda:
            yield _place(
                item.title, _("Agenda item"), "clipboard-list",
                partial(workspace.agenda.chosen.emit, item.id),
            )  # fmt: skip


def _meetings(window: MainWindow) -> Iterator[Offer]:
    for summary in window.meetings.all():
        day = window.services.wording.date(summary.date)
        detail = " · ".join(filter(None, (_("Meeting"), day)))
        yield _place(summary.title, detail, "library", partial(window.open_meeting, summary.id))


def _people(window: MainWindow) -> Iterator[Offer]:
    if not window.services.actions.action("show.people").isEnabled():
        return
    directory = window.services.directory
    for person in directory.rows.people.values():
        detail = directory.person_detail(person) or _("Person")
        go = partial(_show_person, window, person.id)
        yield _place(person.name, detail, "user", go, also=person.name_en)


def _place(title: str, detail: str, icon: str, go: partial[None], also: str = "") -> Offer:
    words = tuple(fold(each) for each in (title, also) if each)
    return Offer(title, go, detail, "", icon, words)


def _show_person(window: MainWindow, person_id: str) -> None:
    from ui.people.people_screen import PeopleScreen

    window.show_screen("people")
    screen = window.screen_named("people")
    if isinstance(screen, PeopleScreen):
        screen.list.await_person(person_id)
        screen.list.reload()
