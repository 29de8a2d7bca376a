"""People, organisations, themes and series as the fields of all screens offer them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.widgets.name_choice import NameChoice

if TYPE_CHECKING:
    from recorder import Changes, Organisation, Person, Series, Theme
    from ui.bridge import ArchiveBridge, ArchiveType

_TABLES = ("person", "organisation", "theme", "series", "person_alias", "organisation_alias")


@dataclass(frozen=True)
class DirectoryRows:
    """One reading of the directory, by id.

    `shown_for` leads from an entry that was merged away, which a screen may still hold, to the
    one that shows; `other_names` are the names under which an entry is found too.
    """

    people: dict[str, Person] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    series: dict[str, Series] = field(default_factory=dict)
    shown_for: dict[str, str] = field(default_factory=dict)
    other_names: dict[str, str] = field(default_factory=dict)


def read_directory(archive: ArchiveType) -> DirectoryRows:
    """All rows of the directory; runs in the archive's thread."""
    shown_for, other_names = read_merged(archive)
    return DirectoryRows(
        {each.id: each for each in archive.people.all()},
        {each.id: each for each in archive.organisations.all()},
        {each.id: each for each in archive.themes.all()},
        {each.id: each for each in archive.series.all()},
        shown_for,
        other_names,
    )


def read_merged(archive: ArchiveType) -> tuple[dict[str, str], dict[str, str]]:
    """Which entry shows for one that was merged away, and what else an entry is called."""
    subject = archive.duplicates
    merged = [*subject.merged("person"), *subject.merged("organisation")]
    shown_for = {other.id: each.entry.id for each in merged for other in each.others}
    other_names = {
        each.entry.id: " ".join(
            " ".join((other.name, other.name_en, getattr(other, "acronym", "")))
            for other in each.others
        )
        for each in merged
    }
    return shown_for, other_names


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
            NameChoice(each.id, each.name, self.person_detail(each), self._also(each))
            for each in sorted(self.rows.people.values(), key=lambda each: each.name)
        ]

    def organisation_choices(self) -> list[NameChoice]:
        """All organisations, by name."""
        return [
            NameChoice(each.id, each.name, each.acronym, self._also(each))
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

    def _also(self, entry: Person | Organisation) -> str:
        return " ".join(filter(None, (entry.name_en, self.rows.other_names.get(entry.id))))

    def _on_read(self, rows: DirectoryRows) -> None:
        self.rows = rows
        self.loaded.emit()

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if any(changes.touches(table) for table in _TABLES):
            self.reload()
