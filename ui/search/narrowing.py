"""The row of chips over the hits: where, what kind, and whose words are wanted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from recorder import SearchFilter
from ui.i18n import N_, _, isolate
from ui.widgets.buttons import CHIP_HEIGHT, make_chip
from ui.widgets.flow import FlowLayout
from ui.widgets.surfaces import Rule

if TYPE_CHECKING:
    from ui.services import Services

KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("Everything"), ()),
    (N_("Notes"), ("note",)),
    (N_("Recommendations"), ("recommendation",)),
    (N_("Decisions and points"), ("decision", "issue")),
    (N_("Meetings and items"), ("meeting", "agenda_item", "series", "theme", "attachment")),
    (N_("People and organisations"), ("person", "organisation")),
)
_OF = {
    "person": ("speaker", N_("Said by {name}")),
    "organisation": ("organisation_id", N_("Of {name}")),
    "theme": ("theme_id", N_("On {name}")),
    "series": ("series_id", N_("Of the series {name}")),
}


class Narrowing(QWidget):
    """What is sought beside words.

    Signals:
        changed: another filter was chosen.
    """

    changed = Signal()

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._meeting_id = ""
        self._named: dict[str, str] = {}
        self._row = FlowLayout(services.theme.px(6), self)
        self.all = self._chip(_("All meetings"))
        self.this = self._chip(_("This meeting"))
        self._where = self._group([self.all, self.this])
        self._between = Rule(self, upright=True)
        self._between.setFixedHeight(services.theme.px(CHIP_HEIGHT))
        self._row.addWidget(self._between)
        self.kinds = [self._chip(_(words)) for words, _tables in KINDS]
        self._what = self._group(self.kinds)
        self._chips: dict[str, QPushButton] = {}
        self.show_meeting("")

    @property
    def within(self) -> SearchFilter:
        """The filter that is chosen."""
        at = next(at for at, chip in enumerate(self.kinds) if chip.isChecked())
        chosen = SearchFilter(kinds=KINDS[at][1])
        if self._meeting_id and self.this.isChecked():
            chosen = replace(chosen, meeting_id=self._meeting_id)
        return replace(chosen, **self._named)  # type: ignore[arg-type]

    def show_meeting(self, meeting_id: str) -> None:
        """Offer the open meeting as a place to search; "" when none is open."""
        was_confined = self.this.isChecked()
        self._meeting_id = meeting_id
        self.all.setVisible(bool(meeting_id))
        self.this.setVisible(bool(meeting_id))
        self._between.setVisible(bool(meeting_id))
        if not meeting_id:
            self.all.setChecked(True)
        if was_confined:
            self.changed.emit()

    def narrow_to(self, table: str, row_id: str, name: str) -> bool:
        """Confine the search to a person, a body, a theme or a series; others are refused."""
        field, words = _OF.get(table, ("", ""))
        if not field:
            return False
        self.widen(field)
        chip = make_chip(_(words).format(name=isolate(name)), self._services.theme, self)
        self._services.theme.dress_button(chip, "x", "accent")
        chip.setChecked(True)
        chip.setToolTip(_("Take this away"))
        chip.clicked.connect(lambda _checked=False: self._on_taken(field))
        self._row.addWidget(chip)
        chip.show()
        self._chips[field], self._named[field] = chip, row_id
        self.kinds[0].setChecked(True)
        self.changed.emit()
        return True

    def widen(self, field: str = "") -> bool:
        """Take one confinement away, or all of them; whether there was one."""
        names = [field] if field else list(self._named)
        had = any(name in self._named for name in names)
        for name in names:
            self._named.pop(name, None)
            chip = self._chips.pop(name, None)
            if chip is not None:
                self._row.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
        return had

    def _on_taken(self, field: str) -> None:
        self.widen(field)
        self.changed.emit()

    def _chip(self, words: str) -> QPushButton:
        chip = make_chip(words, self._services.theme, self)
        self._row.addWidget(chip)
        return chip

    def _group(self, chips: list[QPushButton]) -> QButtonGroup:
        group = QButtonGroup(self)
        for chip in chips:
            group.addButton(chip)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chips[0].setChecked(True)
        group.buttonClicked.connect(lambda _chip: self.changed.emit())
        return group
