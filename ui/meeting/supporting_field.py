"""The organisations that help with a recommendation: a chip for each, and a field that adds one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from recorder import Organisation, Recommendation, Support, new_id
from ui.bridge import ArchiveBridge
from ui.edits import delete, edit, restore
from ui.i18n import _, isolate
from ui.services import Services
from ui.widgets.buttons import make_chip
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.widgets.name_field import NameField


class SupportingField(QWidget):
    """Pressing a chip takes its organisation away, which a notice can undo."""

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._services = bridge, services
        self._recommendation: Recommendation | None = None
        self._supports: list[Support] = []
        self.chips: list[QPushButton] = []
        look = services.theme
        self.adder = NameField(
            _("Supporting organisations"), look, self, placeholder=_("Find or add")
        )
        self.adder.chosen.connect(self._on_chosen)
        self.adder.unknown.connect(self._on_unknown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(Label(self.adder.accessibleName(), self, role="field"))
        self._ground = QWidget(self)
        self._flow = FlowLayout(look.px(6), self._ground)
        column.addWidget(self._ground)
        column.addWidget(self.adder)
        services.directory.loaded.connect(self._on_directory)
        self._on_directory()

    def show_supports(
        self, recommendation: Recommendation | None, supports: Sequence[Support]
    ) -> None:
        """Show the organisations of a recommendation."""
        self._recommendation = recommendation
        self.setEnabled(recommendation is not None)
        if list(supports) != self._supports:
            self._supports = list(supports)
            self._fill()

    def leave(self) -> None:
        """Add the organisation whose name was typed, also when Enter was not pressed."""
        if self.adder.words:
            self.adder.left.emit()

    def _on_directory(self) -> None:
        self.adder.offer(self._services.directory.organisation_choices())
        self._fill()

    def _fill(self) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        organisations = self._services.directory.rows.organisations
        self.chips = [
            self._chip(support, organisations[support.organisation_id])
            for support in self._supports
            if support.organisation_id in organisations
        ]
        for chip in self.chips:
            self._flow.addWidget(chip)
            chip.show()
        self._ground.setVisible(bool(self.chips))

    def _chip(self, support: Support, organisation: Organisation) -> QPushButton:
        chip = make_chip(organisation.name, self._services.theme, self._ground)
        chip.setCheckable(False)
        self._services.theme.dress_button(chip, "x", "soft")
        name = _("Remove {name}").format(name=isolate(organisation.name))
        chip.setAccessibleName(name)
        chip.setToolTip(name)
        chip.clicked.connect(lambda: self._remove(support, organisation))
        return chip

    def _remove(self, support: Support, organisation: Organisation) -> None:
        self._bridge.request(delete("support", support.id), origin=self, saves=True)
        self._services.notices.post(
            _("{name} no longer supports it.").format(name=isolate(organisation.name)),
            answers=((_("Undo"), lambda: self._bring_back(support)),),
            key="support",
        )

    def _bring_back(self, support: Support) -> None:
        self._bridge.request(restore("support", support.id), origin=self, saves=True)

    def _on_chosen(self, organisation_id: str) -> None:
        row = self._recommendation
        if row is None or not organisation_id:
            return
        self.adder.show_value(None)
        support = Support(
            id=Support.id_for(row.id, organisation_id),
            meeting_id=row.meeting_id,
            recommendation_id=row.id,
            organisation_id=organisation_id,
        )
        self._bridge.request(edit(support), origin=self, saves=True)

    def _on_unknown(self, name: str) -> None:
        made = Organisation(id=new_id(), name=name)
        self._bridge.request(edit(made), origin=self, saves=True)
        self._on_chosen(made.id)
