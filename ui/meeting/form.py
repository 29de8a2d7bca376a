"""The details of a meeting as its minutes print them, and who holds it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from recorder import (
    Attribution,
    Changes,
    Meeting,
    MeetingKind,
    MeetingState,
    Person,
    Row,
    Series,
    new_id,
)
from ui.bridge import ArchiveBridge
from ui.i18n import _
from ui.meeting.form_hosts import HostsCard
from ui.screen import Screen
from ui.services import Services
from ui.widgets.choice_field import ChoiceField, token_choices
from ui.widgets.form import RowForm
from ui.widgets.label import Label
from ui.widgets.line_field import LineField
from ui.widgets.name_field import NameField
from ui.widgets.notebox import NoteBox
from ui.widgets.surfaces import Card, put_page
from ui.widgets.time_fields import DateField, TimeField


class MeetingForms(Screen):
    """Cards of fields over one meeting; every field saves by itself."""

    name = "forms"

    def __init__(self, bridge: ArchiveBridge, services: Services) -> None:
        super().__init__(bridge, services)
        self._wants_focus = False
        self.forms: list[RowForm] = []
        page = put_page(self, services.theme)
        page.addWidget(self._card(_("The meeting"), "form.meeting", self._fill_meeting))
        self.hosts = HostsCard(bridge, services, self)
        page.addWidget(self.hosts)
        page.addWidget(self._card(_("Time and place"), "form.time", self._fill_time))
        page.addWidget(self._card(_("Who leads it"), "form.roles", self._fill_roles))
        page.addWidget(self._card(_("Opening, closing and after"), "form.text", self._fill_text))
        page.addStretch(1)
        services.directory.loaded.connect(self._offer)
        self._offer()
        bridge.changed.connect(self._on_changed)

    def show_meeting(self, meeting_id: str) -> None:
        """Turn to a meeting; until it is read, nothing can be typed into the one before."""
        if meeting_id != self.meeting_id:
            self._show(None)
        super().show_meeting(meeting_id)
        self.hosts.show_meeting(meeting_id)
        self._read()

    def enter(self) -> None:
        """Begin with the title, at the latest when it is read."""
        self._wants_focus = not self.isEnabled()
        self.field("title").setFocus()

    def leave(self) -> None:
        """Make changes of what was typed."""
        self._wants_focus = False
        for form in self.forms:
            form.leave()
        self.hosts.leave()

    def field(self, column: str) -> QWidget:
        """The field of a column of the meeting."""
        return next(form.field(column) for form in self.forms if form.has(column))

    def _card(self, title: str, window: str, fill: Callable[[RowForm], None]) -> Card:
        card = Card(self.services.theme, self)
        card.column.addWidget(Label(title, card, role="section"))
        form = RowForm(self.bridge, self.services, window, card)
        fill(form)
        card.column.addWidget(form)
        self.forms.append(form)
        return card

    def _fill_meeting(self, form: RowForm) -> None:
        theme = self.services.theme
        form.add("title", LineField(_("Title"), theme, form))
        form.add("title_en", LineField(_("Title in English"), theme, form))
        form.add("kind", ChoiceField(_("Kind"), theme, token_choices(MeetingKind), form), 2)
        form.add("number", LineField(_("Minutes no."), theme, form), 2)
        form.add("state", ChoiceField(_("State"), theme, token_choices(MeetingState), form), 2)
        self.series = NameField(_("Series"), theme, form, placeholder=_("Find or add"))
        form.add("series_id", self.series, 3, creates=_new_series)
        rule = ChoiceField(_("Attribution"), theme, token_choices(Attribution), form)
        form.add("attribution", rule, 3)
        form.add("purpose", _box(_("Purpose"), self.services, form))

    def _fill_time(self, form: RowForm) -> None:
        theme, wording, clock = self.services.theme, self.services.wording, self.services.clock
        form.add("date", DateField(_("Date"), theme, wording, clock, form), 2)
        form.add("venue", LineField(_("Venue"), theme, form), 2)
        form.add("city", LineField(_("City"), theme, form), 2)
        for column, name in (
            ("planned_start", _("Planned start")), ("planned_end", _("Planned end")),
        ):  # fmt: skip
            form.add(column, TimeField(name, theme, wording, form), 3)
        for column, name in (("actual_start", _("Began at")), ("actual_end", _("Ended at"))):
            form.add(column, TimeField(name, theme, wording, form), 3)

    def _fill_roles(self, form: RowForm) -> None:
        theme = self.services.theme
        self.people: list[NameField] = []
        for column, name in (
            ("facilitator_id", _("Facilitator")),
            ("rapporteur_id", _("Rapporteur")),
            ("chair_id", _("Chair")),
        ):
            field = NameField(name, theme, form, placeholder=_("Find or add"))
            form.add(column, field, 2, creates=_new_person)
            self.people.append(field)

    def _fill_text(self, form: RowForm) -> None:
        theme, wording, clock = self.services.theme, self.services.wording, self.services.clock
        form.add("opening", _box(_("Opening words"), self.services, form))
        form.add("closing", _box(_("Closing words"), self.services, form))
        form.add("next_date", DateField(_("Next meeting"), theme, wording, clock, form), 2)
        form.add("next_venue", LineField(_("Venue of the next meeting"), theme, form), 4)
        form.add("credits", LineField(_("Credits"), theme, form))

    def _offer(self) -> None:
        directory = self.services.directory
        self.series.offer(directory.series_choices())
        for field in self.people:
            field.offer(directory.person_choices())
        self.hosts.offer(directory.organisation_choices())

    def _read(self) -> None:
        meeting_id = self.meeting_id
        if meeting_id:
            self.bridge.request(
                lambda archive: archive.meetings.find(meeting_id), self._on_read, origin=self
            )

    def _on_read(self, meeting: Meeting | None) -> None:
        if meeting is None or meeting.id == self.meeting_id:
            self._show(meeting)
            if meeting is not None and self._wants_focus:
                self.enter()

    def _show(self, meeting: Meeting | None) -> None:
        for form in self.forms:
            form.show_row(meeting)
        self.setEnabled(meeting is not None)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if self.meeting_id and changes.touches("meeting", self.meeting_id):
            self._read()


def _box(name: str, services: Services, parent: QWidget) -> NoteBox:
    box = NoteBox(services.theme, parent, lines=(2, 8))
    box.setAccessibleName(name)
    return box


def _new_series(name: str) -> Row:
    return Series(id=new_id(), title=name)


def _new_person(name: str) -> Row:
    return Person(id=new_id(), name=name)
