"""What is told of an agenda item beside its title."""

from PySide6.QtWidgets import QWidget

from recorder import ItemKind, Person, Theme, new_id
from ui.attribution import rule_choices
from ui.bridge import ArchiveBridge
from ui.i18n import _
from ui.services import Services
from ui.widgets.choice_field import ChoiceField, token_choices
from ui.widgets.form import RowForm
from ui.widgets.name_field import NameField
from ui.widgets.time_fields import NumberField


class ItemForm(RowForm):
    """Kind, planned minutes, theme and presenter; new names make new rows of the directory."""

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(bridge, services, "form.item", parent)
        look, wording = services.theme, services.wording
        self._directory = services.directory
        self.add("kind", ChoiceField(_("Kind"), look, token_choices(ItemKind), self), 3)
        self.add("planned_minutes", NumberField(_("Planned minutes"), look, wording, self), 3)
        self.theme = NameField(_("Theme"), look, self, placeholder=_("Find or add"))
        self.add("theme_id", self.theme, creates=_new_theme)
        self.presenter = NameField(_("Presenter"), look, self, placeholder=_("Find or add"))
        self.add("presenter_id", self.presenter, creates=_new_person)
        rule = ChoiceField(
            _("Attribution of what was said"), look, rule_choices(_("As the meeting")), self
        )
        self.add("attribution", rule)
        self._directory.loaded.connect(self._offer)
        self._offer()

    def _offer(self) -> None:
        self.theme.offer(self._directory.theme_choices())
        self.presenter.offer(self._directory.person_choices())


def _new_theme(title: str) -> Theme:
    return Theme(id=new_id(), title=title)


def _new_person(name: str) -> Person:
    return Person(id=new_id(), name=name)
