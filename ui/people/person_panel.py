"""Who somebody is, for whom they came, and when: the details beside the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recorder import (
    Attendance,
    Capacity,
    Consent,
    Organisation,
    Person,
    Presence,
    Sector,
    Sex,
    new_id,
)
from ui.bridge import ArchiveBridge
from ui.i18n import _
from ui.people.directory import Directory
from ui.people.latin_field import LatinField
from ui.people.merged_entries import MergedEntries
from ui.people.people_rows import PersonRow
from ui.services import Services
from ui.widgets.buttons import IconButton
from ui.widgets.choice_field import ChoiceField, token_choices
from ui.widgets.form import RowForm
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.line_field import LineField
from ui.widgets.name_field import NameField
from ui.widgets.surfaces import Card, Page, Rule
from ui.widgets.time_fields import TimeField

_HALF = 3


def new_organisation(name: str) -> Organisation:
    """The organisation that an unknown name makes."""
    return Organisation(id=new_id(), name=name)


class PersonForm(RowForm):
    """The person as the directory knows them."""

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(bridge, services, "form.person", parent)
        theme = services.theme
        self.add("name", LineField(_("Name"), theme, self))
        self.add("title", LineField(_("Form of address"), theme, self), 2)
        self.add("name_en", LatinField(_("Name in English"), theme, self), 4)
        self.add("role", LineField(_("Role"), theme, self))
        self.organisation = NameField(_("Organisation"), theme, self)
        self.add("organisation_id", self.organisation, creates=new_organisation)
        self.add("sex", ChoiceField(_("Sex"), theme, token_choices(Sex, none=True), self), _HALF)
        self.add("phone", LatinField(_("Phone"), theme, self), _HALF)
        self.add("email", LatinField(_("E-mail"), theme, self))


class AttendanceForm(RowForm):
    """The person as they were at this meeting."""

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(bridge, services, "form.attendance", parent)
        theme, wording = services.theme, services.wording
        capacities = token_choices(Capacity)
        self.add("capacity", ChoiceField(_("Capacity"), theme, capacities, self), _HALF)
        self.add(
            "presence", ChoiceField(_("Presence"), theme, token_choices(Presence), self), _HALF
        )
        self.add("arrived", TimeField(_("Arrived"), theme, wording, self), _HALF)
        self.add("departed", TimeField(_("Departed"), theme, wording, self), _HALF)
        self.add("role", LineField(_("Role that day"), theme, self, placeholder=_("As above")))
        self.organisation = NameField(
            _("Organisation that day"), theme, self, placeholder=_("As above")
        )
        self.add("organisation_id", self.organisation, creates=new_organisation)
        answers = token_choices(Consent, none=True)
        for name, words in (
            ("consent_name", _("May be named")),
            ("consent_photo", _("May be photographed")),
        ):
            self.add(name, ChoiceField(words, theme, answers, self), _HALF)
        self.add("seat", LineField(_("Seat"), theme, self), 2)
        self.add("remark", LineField(_("Remark"), theme, self), 4)


class OrganisationForm(RowForm):
    """The organisation that the person belongs to; it is the same for all its people."""

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(bridge, services, "form.organisation", parent)
        theme = services.theme
        sectors = token_choices(Sector, none=True)
        self.add("name", LineField(_("Name of the organisation"), theme, self))
        self.add("name_en", LatinField(_("Its name in English"), theme, self))
        self.add("acronym", LatinField(_("Acronym"), theme, self), 2)
        self.add("sector", ChoiceField(_("Sector"), theme, sectors, self), 4)


class PersonPanel(Card):
    """The details of one person; they save by themselves.

    Signals:
        closed: the user is done with them.
    """

    closed = Signal()

    def __init__(
        self, bridge: ArchiveBridge, services: Services, directory: Directory, parent: QWidget
    ) -> None:
        super().__init__(services.theme, parent, padding=0)
        self._directory = directory
        self._shown: PersonRow | None = None
        self.column.setSpacing(0)
        self.column.addLayout(self._make_head(services))
        self.column.addWidget(Rule(self))
        self._page = page = Page(services.theme, self)
        page.setAccessibleName(_("Details"))
        # It lies on the card, not on the page; and the sheet takes a class without the property
        # for one of its Python name (measured).
        page.setProperty("class", "Sheet")
        page.viewport().setAutoFillBackground(False)
        self.column.addWidget(page, 1)
        self.person = PersonForm(bridge, services, page)
        self.attendance = AttendanceForm(bridge, services, page)
        self.organisation = OrganisationForm(bridge, services, page)
        self._at_meeting = _section(page, _("At this meeting"), self.attendance, services)
        page.column.addWidget(self.person)
        self.merged = MergedEntries(bridge, services, page)
        page.column.addWidget(self.merged)
        page.column.addWidget(self._at_meeting)
        self._of_organisation = _section(page, _("The organisation"), self.organisation, services)
        page.column.addWidget(self._of_organisation)
        page.column.addStretch(1)
        directory.loaded.connect(self._on_directory)
        self._on_directory()
        self.show_person(None)

    def show_person(self, row: PersonRow | None) -> None:
        """Show somebody, or nobody."""
        self._shown = row
        self._name.show_words(row.name if row else _("Nobody is chosen"))
        self.person.show_row(row.person if row else None)
        self.person.setEnabled(row is not None)
        self.merged.show_person(row)
        self.attendance.show_row(row.attendance if row else None)
        self._at_meeting.setVisible(row is not None and row.attendance is not None)
        self._show_organisation()

    def stand_alone(self, *, alone: bool) -> None:
        """Offer the way back to the list where the panel has taken its place."""
        self._back.setVisible(alone)

    def leave(self) -> None:
        """Make changes of what was typed."""
        for form in (self.person, self.attendance, self.organisation):
            form.leave()

    def begin(self) -> None:
        """Put the focus into the first field."""
        self.person.field("name").setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin_with_seat(self) -> None:
        """Put the focus into the field of the seat, in view."""
        field = self.attendance.field("seat")
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._page.ensureWidgetVisible(field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _make_head(self, services: Services) -> QHBoxLayout:
        theme = services.theme
        head = QHBoxLayout()
        inset = theme.px(12)
        head.setContentsMargins(inset, inset, inset, inset)
        self._name = ElidedLabel("", self, role="title")
        head.addWidget(self._name, 1)
        self._back = back = IconButton(
            "x", _("Back to the list"), theme, self, tip=_("Back to the list  Esc")
        )
        back.clicked.connect(self.leave)
        back.clicked.connect(self.closed)
        head.addWidget(back)
        return head

    def _on_directory(self) -> None:
        choices = self._directory.organisation_choices()
        self.person.organisation.offer(choices)
        self.attendance.organisation.offer(choices)
        self._show_organisation()

    def _show_organisation(self) -> None:
        person: Person | None = self._shown.person if self._shown else None
        attendance: Attendance | None = self._shown.attendance if self._shown else None
        stood_for = (attendance.organisation_id if attendance else None) or (
            person.organisation_id if person else None
        )
        found = self._directory.rows.organisations.get(stood_for or "")
        self.organisation.show_row(found)
        self._of_organisation.setVisible(found is not None)


def _section(parent: QWidget, heading: str, form: QWidget, services: Services) -> QWidget:
    section = QWidget(parent)
    column = QVBoxLayout(section)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(services.theme.px(12))
    column.addWidget(Rule(section))
    column.addWidget(Label(heading, section, role="section"))
    column.addWidget(form)
    return section
