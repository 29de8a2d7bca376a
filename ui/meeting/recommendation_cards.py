"""The fields of a recommendation, on the cards of its form."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from recorder import Note, Organisation, Priority, Recommendation, Row, Stage, Theme, new_id
from ui.bridge import ArchiveBridge
from ui.i18n import _
from ui.meeting.recommendation_reading import RecommendationsReading
from ui.meeting.supporting_field import SupportingField
from ui.services import Services
from ui.widgets.choice_field import ChoiceField, token_choices
from ui.widgets.form import RowForm
from ui.widgets.label import Label
from ui.widgets.line_field import LineField
from ui.widgets.name_field import NameField
from ui.widgets.notebox import NoteBox
from ui.widgets.surfaces import Card, Rule
from ui.widgets.time_fields import DateField


def _box(name: str, services: Services, parent: QWidget, lines: tuple[int, int]) -> NoteBox:
    box = NoteBox(services.theme, parent, lines=lines)
    box.setAccessibleName(name)
    box.setToolTip(name)
    return box


class WhatCard(Card):
    """What is recommended, how urgent it is, and how far it has been taken up."""

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(services.theme, parent)
        self._services, look = services, services.theme
        self.form = RowForm(bridge, services, "form.recommendation", self, is_seen=True)
        self.text = _box(_("Text of the recommendation"), services, self.form, (3, 8))
        self.form.add("text", self.text)
        self.theme = NameField(_("Theme"), look, self.form, placeholder=_("Find or add"))
        self.form.add("theme_id", self.theme, creates=_new_theme)
        priorities = token_choices(Priority, none=True)
        self.priority = ChoiceField(_("Priority"), look, priorities, self.form)
        self.form.add("priority", self.priority, 3)
        self.stage = ChoiceField(_("Stage"), look, token_choices(Stage), self.form)
        self.form.add("stage", self.stage, 3)
        self.rejection = RowForm(bridge, services, "form.rejection", self)
        self.reason = _box(_("Reason for the rejection"), services, self.rejection, (2, 6))
        self.rejection.add("reason", self.reason)
        self.stage.edited.connect(self._on_stage)
        self.column.addWidget(Label(_("Recommendation"), self, role="section"))
        self.column.addWidget(self.form)
        self.column.addWidget(self.rejection)
        services.directory.loaded.connect(self._offer)
        self._offer()

    def show_row(self, row: Recommendation | None) -> None:
        """Show a recommendation."""
        self.form.show_row(row)
        self.rejection.show_row(row)
        self._on_stage()

    def leave(self) -> None:
        """Make changes of what was typed."""
        self.form.leave()
        self.rejection.leave()

    def _on_stage(self) -> None:
        self.rejection.setVisible(self.stage.value == Stage.REJECTED)

    def _offer(self) -> None:
        self.theme.offer(self._services.directory.theme_choices())


class WhoAndWhenCard(Card):
    """Who answers for it, by when, and by what one will know."""

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(services.theme, parent)
        self._services, look = services, services.theme
        self.form = RowForm(bridge, services, "form.responsibility", self)
        self.lead = NameField(_("Lead organisation"), look, self.form, placeholder=_("Find or add"))
        self.form.add("lead_id", self.lead, creates=_new_organisation)
        self.supporting = SupportingField(bridge, services, self)
        self.measures = RowForm(bridge, services, "form.measures", self)
        due = DateField(_("Due"), look, services.wording, services.clock, self.measures)
        self.measures.add("due", due, 3)
        self.measures.add("timeframe", LineField(_("Timeframe"), look, self.measures), 3)
        for column, name in (("indicator", _("Indicator")), ("evidence", _("Evidence"))):
            self.measures.add(column, _box(name, services, self.measures, (1, 4)))
        self.column.addWidget(Label(_("Responsibility and time"), self, role="section"))
        for part in (self.form, self.supporting, self.measures):
            self.column.addWidget(part)
        services.directory.loaded.connect(self._offer)
        self._offer()

    def show_row(self, row: Recommendation | None, reading: RecommendationsReading) -> None:
        """Show a recommendation and who supports it."""
        self.form.show_row(row)
        self.measures.show_row(row)
        self.supporting.show_supports(row, reading.supports.get(row.id, []) if row else [])

    def leave(self) -> None:
        """Make changes of what was typed."""
        self.form.leave()
        self.supporting.leave()
        self.measures.leave()

    def _offer(self) -> None:
        self.lead.offer(self._services.directory.organisation_choices())


class SourcesCard(Card):
    """The notes from which the recommendation came, to be read."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(services.theme, parent)
        self._services = services
        self._shown: list[tuple[str, str]] = []
        self._lines: list[QWidget] = []
        self.column.addWidget(Label(_("Where it came from"), self, role="section"))
        self._notes = QVBoxLayout()
        self._notes.setSpacing(services.theme.px(8))
        self.column.addLayout(self._notes)
        self.hide()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show the notes; without any the card is hidden."""
        told = [(self._speaker(each), each.text) for each in notes]
        self.setVisible(bool(told))
        if told == self._shown:
            return
        for line in self._lines:
            self._notes.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._shown, self._lines = told, []
        for speaker, text in told:
            roles = (Rule(self), Label(speaker, self, role="strong"), Label(text, self, wrap=True))
            for part in roles:
                self._notes.addWidget(part)
                self._lines.append(part)

    def _speaker(self, note: Note) -> str:
        person = self._services.directory.rows.people.get(note.speaker.person_id or "")
        return (person.name if person else note.speaker.label) or _("Without a speaker")


def _new_theme(title: str) -> Row:
    return Theme(id=new_id(), title=title)


def _new_organisation(name: str) -> Row:
    return Organisation(id=new_id(), name=name)
