"""How many are there, always in sight: of how many, by sex, by kind of organisation."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from recorder import Presence, Sex
from ui.i18n import N_, _, label, ngettext
from ui.people.people_rows import Counts
from ui.services import Services
from ui.theme.theme import TITLE
from ui.widgets.label import ElidedLabel, Label

_SEXES = {Sex.FEMALE: N_("Women"), Sex.MALE: N_("Men")}


class CountsBar(QWidget):
    """A line that can be read across a table, and a small one for the sectors."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = services.wording.number
        theme = services.theme
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.present = Label("", self)
        self.present.setFont(theme.font(TITLE, 600))
        self.sexes = ElidedLabel("", self, role="strong")
        self.sectors = ElidedLabel("", self, role="small")
        first = QHBoxLayout()
        first.setSpacing(theme.px(12))
        first.addWidget(self.present)
        first.addWidget(self.sexes, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addLayout(first)
        column.addWidget(self.sectors)

    @property
    def words(self) -> str:
        """All that it says."""
        parts = (self.present.words, self.sexes.words, self.sectors.words)
        return "  |  ".join(each for each in parts if each)

    def show_counts(self, counts: Counts, *, in_meeting: bool) -> None:
        """Show a count of a meeting's list, or how many are in the directory."""
        many = self._number(counts.people)
        if not in_meeting:
            people = ngettext("{count} person", "{count} people", counts.people)
            self.present.show_words(people.format(count=many))
        else:
            words = _("{present} present of {count}")
            self.present.show_words(words.format(present=self._number(counts.present), count=many))
        self.sexes.show_words(self._sexes(counts) if in_meeting else "")
        self.sectors.show_words(self._rest(counts) if in_meeting else "")
        self.sectors.setVisible(bool(self.sectors.words))

    def _sexes(self, counts: Counts) -> str:
        told = [
            f"{_(_SEXES[each])}\u00a0{self._number(counts.by_sex.get(each, 0))}" for each in Sex
        ]
        unknown = counts.present - sum(counts.by_sex.values())
        if unknown > 0:
            words = _("sex not known")
            told.append(f"{words}\u00a0{self._number(unknown)}")
        return " · ".join(told) if counts.present else ""

    def _rest(self, counts: Counts) -> str:
        sectors = self._tallied(counts.by_sector)
        absent = {each: many for each, many in counts.by_presence.items()
                  if each in {Presence.ABSENT, Presence.EXCUSED}}  # fmt: skip
        return "  |  ".join(each for each in (sectors, self._tallied(absent)) if each)

    def _tallied(self, tallied: dict[str, int]) -> str:
        return " · ".join(
            f"{label(token)}\u00a0{self._number(many)}" for token, many in tallied.items()
        )
