"""Who holds the meeting: organisers, partners and donors."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recorder import Changes, Host, HostRole, Organisation, new_id
from ui.bridge import ArchiveBridge
from ui.edits import append, delete, edit, restore
from ui.i18n import _, isolate
from ui.meeting.host_logos import HostLogos
from ui.services import Services
from ui.widgets.buttons import IconButton
from ui.widgets.choice_field import ChoiceField, token_choices
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.name_choice import NameChoice
from ui.widgets.name_field import NameField
from ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.bridge import ArchiveType

_ROLE_WIDTH = 200


class HostsCard(Card):
    """A line for each host, and a field at the foot that finds or adds one."""

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(services.theme, parent)
        self._bridge, self._services = bridge, services
        self._meeting_id = ""
        self._hosts: list[Host] = []
        self._lines: list[QWidget] = []
        self.logos = HostLogos(bridge, services, self)
        self.logos.moved.connect(self._refresh)
        self.column.addWidget(Label(_("Hosts and partners"), self, role="section"))
        self._column = QVBoxLayout()
        self.column.addLayout(self._column)
        self.adder = NameField(
            _("Add an organisation"), services.theme, self, placeholder=_("Find or add")
        )
        self.adder.chosen.connect(self._on_chosen)
        self.adder.unknown.connect(self._on_unknown)
        self.column.addWidget(self.adder)
        services.directory.loaded.connect(self._refresh)
        bridge.changed.connect(self._on_changed)

    def show_meeting(self, meeting_id: str) -> None:
        """Turn to a meeting."""
        if meeting_id != self._meeting_id:
            self.leave()
        self._meeting_id = meeting_id
        self.logos.show_meeting(meeting_id)
        self._read()

    def leave(self) -> None:
        """Add the organisation whose name was typed, also when Enter was not pressed."""
        if self.adder.words:
            self.adder.left.emit()

    def offer(self, choices: list[NameChoice]) -> None:
        """Complete over these organisations."""
        self.adder.offer(choices)

    def _read(self) -> None:
        meeting_id = self._meeting_id
        if meeting_id:
            self._bridge.request(
                lambda archive: archive.hosts.all(meeting_id), self._on_read, origin=self
            )

    def _on_read(self, hosts: list[Host]) -> None:
        self._hosts = hosts
        self._refresh()

    def _refresh(self) -> None:
        held = self._held()
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(host) for host in self._hosts]
        for line in self._lines:
            self._column.addWidget(line)
        self._hold(*held)

    def _held(self) -> tuple[int, int]:
        """The line and the part of it that has the focus; (-1, -1) for none."""
        focus: QWidget | None = self.window().focusWidget()  # also while a dialog has the keys
        for at, line in enumerate(self._lines):
            if focus is not None and line.isAncestorOf(focus):
                return at, _parts(line).index(focus)
        return -1, -1

    def _hold(self, line: int, part: int) -> None:
        """Whoever was there stays there when the lines are made anew."""
        if 0 <= line < len(self._lines):
            parts = _parts(self._lines[line])
            parts[min(part, len(parts) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self, host: Host) -> str:
        found = self._services.directory.rows.organisations.get(host.organisation_id or "")
        if found is None:
            return ""
        return f"{found.name} ({found.acronym})" if found.acronym else found.name

    def _line(self, host: Host) -> QWidget:
        theme, name = self._services.theme, self._name(host)
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(ElidedLabel(name, line, role="strong"), 1)
        for button in self.logos.buttons(host, name, line):
            row.addWidget(button)
        role = ChoiceField(_("Role of {name}").format(name=name), theme,
                           token_choices(HostRole), line)  # fmt: skip
        role.setFixedWidth(theme.px(_ROLE_WIDTH))
        role.show_value(host.role)
        role.left.connect(lambda: self._write(edit(host, role=role.value)))
        remove = IconButton("x", _("Remove {name}").format(name=isolate(name)), theme, line)
        remove.clicked.connect(lambda _checked=False: self._remove(host))
        row.addWidget(role)
        row.addWidget(remove)
        return line

    def _on_chosen(self, organisation_id: str) -> None:
        if organisation_id:
            self.adder.show_value(None)
            self._add(organisation_id)

    def _on_unknown(self, name: str) -> None:
        made = Organisation(id=new_id(), name=name)
        self._bridge.request(lambda archive: archive.organisations.write(made), saves=True)
        self.adder.show_words("")
        self._add(made.id)

    def _add(self, organisation_id: str) -> None:
        if any(host.organisation_id == organisation_id for host in self._hosts):
            return
        host = Host(
            id=Host.id_for(self._meeting_id, organisation_id),
            meeting_id=self._meeting_id,
            organisation_id=organisation_id,
            role=HostRole.PARTNER if self._hosts else HostRole.ORGANISER,
        )
        self._write(append(host))

    def _remove(self, host: Host) -> None:
        self._write(delete("host", host.id))
        undo = (_("Undo"), lambda: self._write(restore("host", host.id)))
        said = _("{name} was removed from the hosts.").format(name=isolate(self._name(host)))
        self._services.notices.post(said, "blue", key="undo", answers=(undo,))

    def _write(self, call: "Callable[[ArchiveType], Changes]") -> None:
        self._bridge.request(call, saves=True)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.touches("host"):
            self._read()


def _parts(line: QWidget) -> list[QWidget]:
    """The parts of a line that take the focus, in their order."""
    parts = line.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [each for each in parts if each.focusPolicy() != Qt.FocusPolicy.NoFocus]
