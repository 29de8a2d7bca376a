"""One of two entries that may be the same: what tells it apart, and the button that keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from recorder import Person
from ui.i18n import _, ngettext
from ui.widgets.buttons import make_button
from ui.widgets.label import ElidedLabel, Label

if TYPE_CHECKING:
    from recorder import Organisation
    from ui.services import Services


class DuplicateCard(QFrame):
    """An entry beside another.

    Signals:
        kept: both are the same, and this one's spelling shows.
    """

    kept = Signal()

    def __init__(self, services: Services, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._services, self._key = services, key
        theme = services.theme
        self.setProperty("class", "Well")
        column = QVBoxLayout(self)
        inset = theme.px(12)
        column.setContentsMargins(inset, theme.px(8), inset, theme.px(8))
        column.setSpacing(theme.px(2))
        # The very letters are what is compared: a name is never cut.
        self.name = Label("", self, role="section", wrap=True)
        self.detail = ElidedLabel("", self, role="soft")
        self.meetings = Label("", self, role="small")
        self.keep = make_button(_("Yes, under this name"), theme, self, icon="check")
        self.keep.clicked.connect(self.kept)
        for each in (self.name, self.detail, self.meetings):
            column.addWidget(each)
        column.addSpacing(theme.px(6))
        column.addWidget(self.keep)

    def show_entry(self, entry: Person | Organisation, meetings: int) -> None:
        """Show a person or an organisation, and how many meetings name it."""
        if isinstance(entry, Person):
            detail = self._services.directory.person_detail(entry)
        else:
            detail = entry.acronym if entry.acronym != entry.name else ""
        counted = ngettext("in {count} meeting", "in {count} meetings", meetings)
        told = counted.format(count=self._services.wording.number(meetings))
        self.name.show_words(full_name(entry))
        self.detail.show_words(detail or _("No role and no organisation"))
        self.meetings.show_words(told if meetings else _("In no meeting yet"))
        said = _("Yes, under the name {name}").format(name=full_name(entry))
        self.keep.setAccessibleName(said)
        self.keep.setToolTip(_("Yes, under this name  {key}").format(key=self._key))


def full_name(entry: Person | Organisation) -> str:
    """A name with the form of address before it."""
    title = entry.title if isinstance(entry, Person) else ""
    return " ".join(filter(None, (title, entry.name or entry.name_en)))
