"""The people of a list as a table: what each column shows, and the sentence that is spoken."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt

from recorder import Attendance
from ui.i18n import N_, _, label
from ui.people.people_rows import PersonRow
from ui.widgets.keyed_model import Index, KeyedModel
from ui.wording import Wording

Show = Callable[[PersonRow, Wording], str]


def _presence(row: PersonRow, _wording: Wording) -> str:
    return label(row.attendance.presence) if row.attendance else _("Not on the list")


def _of_attendance(read: Callable[[Attendance, Wording], str]) -> Show:
    return lambda row, wording: read(row.attendance, wording) if row.attendance else ""


def _consent(name: str, words: str) -> Show:
    def show(row: PersonRow, _wording: Wording) -> str:
        answer = getattr(row.attendance, name) if row.attendance else None
        return _(words).format(answer=label(answer)) if answer else ""

    return show


@dataclass(frozen=True)
class PeopleColumn:
    """A column of the table.

    Attributes:
        name: what the delegate knows it by.
        heading: an English msgid.
        show: the text of a row.
        width: in design pixels; 0 for a column that shares what is left.
        yields: whether it is hidden first when the table is narrow.
    """

    name: str
    heading: str
    show: Show
    width: int = 0
    yields: bool = False


_WHO = (
    PeopleColumn("name", N_("Name"), lambda row, _wording: row.name),
    PeopleColumn("role", N_("Role"), lambda row, _wording: row.role),
    PeopleColumn(
        "organisation",
        N_("Organisation"),
        lambda row, _wording: row.organisation.name if row.organisation else "",
    ),
)
ATTENDANCE_COLUMNS = (
    PeopleColumn("check", "", lambda _row, _wording: "", 44),
    *_WHO,
    PeopleColumn(
        "capacity",
        N_("Capacity"),
        _of_attendance(lambda each, _wording: label(each.capacity)),
        94,
        yields=True,
    ),
    PeopleColumn("presence", N_("Presence"), _presence, 84),
    PeopleColumn(
        "arrived", N_("Arrived"), _of_attendance(lambda each, w: w.figures(each.arrived)), 66
    ),
    PeopleColumn(
        "departed",
        N_("Departed"),
        _of_attendance(lambda each, w: w.figures(each.departed)),
        70,
        yields=True,
    ),
    PeopleColumn("consent_name", "", _consent("consent_name", N_("May be named: {answer}")), 34),
    PeopleColumn(
        "consent_photo", "", _consent("consent_photo", N_("May be photographed: {answer}")), 34
    ),
)
DIRECTORY_COLUMNS = (
    *_WHO,
    PeopleColumn("phone", N_("Phone"), lambda row, w: w.figures(row.person.phone), 150),
    PeopleColumn("email", N_("E-mail"), lambda row, _wording: row.person.email, 0, yields=True),
)


_SIGNS = frozenset({"consent_name", "consent_photo"})


class PeopleModel(KeyedModel[PersonRow]):
    """One row for each person that is shown, known by the person's id."""

    def __init__(
        self,
        columns: tuple[PeopleColumn, ...],
        wording: Wording,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(lambda row: row.person.id, len(columns), parent)
        self.columns = columns
        self._wording = wording

    @property
    def figures(self) -> Callable[[str], str]:
        """Puts figures into the user's digits."""
        return self._wording.figures

    def use_columns(self, columns: tuple[PeopleColumn, ...]) -> None:
        """Turn from the meeting's list to the directory, or back; the rows go."""
        if columns is not self.columns:
            self.beginResetModel()
            self.columns, self._columns, self._rows = columns, len(columns), []
            self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt
        """The text of a cell; the whole row as a sentence for screen readers."""
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[index.column()].show(row, self._wording)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            shown = self.columns[index.column()]
            return shown.show(row, self._wording) if shown.name in _SIGNS else None
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            heading = self.columns[section].heading
            return _(heading) if heading else ""
        return None

    def _spoken(self, row: PersonRow, column: int) -> str:
        shown = self.columns[column]
        if shown.name not in {"check", "name"}:
            return shown.show(row, self._wording)
        parts = (each.show(row, self._wording) for each in self.columns)
        return "، ".join(part for part in parts if part)
