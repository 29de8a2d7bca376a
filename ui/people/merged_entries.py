"""The other entries of a person, merged into the one that shows, each with its way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.i18n import _, isolate
from ui.people.duplicate_card import full_name
from ui.widgets.buttons import make_button
from ui.widgets.label import Label

if TYPE_CHECKING:
    from recorder import Changes, Person
    from ui.bridge import ArchiveBridge
    from ui.people.people_rows import PersonRow
    from ui.services import Services


class MergedEntries(QWidget):
    """Names under which a person was entered too; hidden where there are none."""

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._services = bridge, services
        self._shown: tuple[str, tuple[Person, ...]] = ("", ())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(services.theme.px(4))
        self._lines: list[QWidget] = []
        self.hide()

    def show_person(self, row: PersonRow | None) -> None:
        """Show the entries that were merged into a person's."""
        shown = (row.person.id, row.others) if row else ("", ())
        if shown == self._shown:
            return  # the focus may be on one of the buttons
        self._shown = shown
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._line(shown[0], each) for each in shown[1]]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(self._lines))

    def _line(self, entry_id: str, other: Person) -> QWidget:
        theme = self._services.theme
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        words = _("Also entered as “{name}”").format(name=isolate(full_name(other)))
        row.addWidget(Label(words, line, role="soft", wrap=True), 1)
        part = make_button(_("Separate"), theme, line, kind="quiet")
        part.setAccessibleName(_("Separate “{name}”").format(name=full_name(other)))
        part.setToolTip(_("Let this entry stand for a person of its own again"))
        part.clicked.connect(lambda: self._separate(entry_id, other))
        row.addWidget(part)
        return line

    def _separate(self, entry_id: str, other: Person) -> None:
        def separated(_changes: Changes) -> None:
            said = _("“{name}” is a person of its own again.").format(name=isolate(other.name))
            self._services.notices.post(
                said, "good", answers=((_("Undo"), merge_again),), key="duplicates"
            )

        def merge_again() -> None:
            self._bridge.request(
                lambda archive: archive.duplicates.merge("person", other.id, entry_id),
                origin=self, saves=True,
            )  # fmt: skip

        self._bridge.request(
            lambda archive: archive.duplicates.separate("person", other.id),
            separated, origin=self, saves=True,
        )  # fmt: skip
