"""People, organisations, themes and series as the fields of all screens offer them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.widgets.name_choice import NameChoice

if TYPE_CHECKING:
    from recorder import Changes, Organisation, Person, Series, Theme
    from ui.bridge import ArchiveBridge, ArchiveType

_TABLES = ("person", "organisation", "theme", "series")


@dataclass(frozen=True)
class DirectoryRows:
    """One reading of the directory, by id."""

    people: dict[str, Person] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    series: dict[str, Series] = field(default_factory=dict)


def read_directory(archive: ArchiveType) -> DirectoryRows:
    """All rows of the directory; runs in the archive's thread."""
    return DirectoryRows(
        {each.id: each for each in archive.people.all()},
        {each.id: each for each in archive.organisations.all()},
        {each.id: each for each in archive.themes.all()},
        {each.id: each for each in archive.series.all()},
    )


class Directory(QObject):
    """Keeps a reading of the directory up to date.

    Signals:
        loaded: `rows` is a new reading.
    """

    loaded = Signal()

    def __init__(self, bridge: ArchiveBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.rows = DirectoryRows()
        bridge.changed.connect(self._on_changed)
        bridge.opened.connect(self.reload)
        if bridge.is_open:
            self.reload()

    def reload(self) -> None:
        """Read the directory again."""
        self._bridge.request(read_directory, self._on_read, origin=self)

    def organisation_name(self, organisation_id: str | None) -> str:
        """The short name by which people call it: the acronym, else the name."""
        found = self.rows.organisations.get(organisation_id or "")
        return (found.acronym or found.name) if found else ""

    def person_detail(self, person: Person) -> str:
        """What tells a person from another of the same name: role and organisation."""
        parts = (person.role, self.organisation_name(person.organisation_id))
        return " · ".join(part for part in parts if part)

    def person_choices(self) -> list[NameChoice]:
        """All people, by name."""
        return [
            NameChoice(each.id, each.name, self.person_detail(each), each.name_en)
            for each in sorted(self.rows.people.values(), key=lambda each: each.name)
        ]

    def organisation_choices(self) -> list[NameChoice]:
        """All organisations, by name."""
        return [
            NameChoice(each.id, each.name, each.acronym, each.name_en)
            for each in sorted(self.rows.organisations.values(), key=lambda each: each.name)
        ]

    def theme_choices(self) -> list[NameChoice]:
        """All themes and their points, in their order."""
        themes = self.rows.themes
        return [
            NameChoice(each.id, each.title, themes[parent].title if parent in themes else "")
            for each in themes.values()
            for parent in [each.place.parent_id or ""]
        ]

    def series_choices(self) -> list[NameChoice]:
        """All series."""
        return [NameChoice(each.id, each.title) for each in self.rows.series.values()]

    def _on_read(self, rows: DirectoryRows) -> None:
        self.rows = rows
        self.loaded.emit()

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if any(changes.touches(table) for table in _TABLES):
            self.reload()
