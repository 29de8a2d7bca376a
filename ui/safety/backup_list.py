"""The checked copies of an archive, each with the button that puts it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.i18n import _
from ui.safety.wording import facts_of, moment_of
from ui.widgets.buttons import make_button
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.surfaces import Rule

if TYPE_CHECKING:
    from recorder import Backup
    from ui.services import Services


class BackupList(QWidget):
    """Lines of a date, a reason and a size, the newest first.

    Signals:
        chosen(Backup): it is to be put in the place of the archive.
    """

    chosen = Signal(object)

    def __init__(self, services: Services, parent: QWidget, *, most: int) -> None:
        super().__init__(parent)
        self._services = services
        self._most = most
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(services.theme.px(8))
        self.setAccessibleName(_("Backups"))

    def show_backups(self, backups: list[Backup], *, marks_first: bool = False) -> None:
        """Show the newest copies; the first one may be what is advised."""
        while (old := self._column.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, each in enumerate(backups[: self._most]):
            if number:
                self._column.addWidget(Rule(self))
            self._column.addWidget(self._line(each, is_advised=marks_first and number == 0))

    def _line(self, backup: Backup, *, is_advised: bool) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._services.theme.px(16))
        words = QVBoxLayout()
        words.setSpacing(0)
        moment = moment_of(backup, self._services)
        words.addWidget(Label(moment, line, role="strong"))
        words.addWidget(ElidedLabel(facts_of(backup), line, role="small"))
        row.addLayout(words, 1)
        kind = "primary" if is_advised else ""
        button = make_button(_("Restore"), self._services.theme, line, icon="rotate-ccw", kind=kind)
        said = _("Restore the backup of {moment}").format(moment=moment)
        button.setAccessibleName(said)
        button.setToolTip(said)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(backup))
        row.addWidget(button)
        return line
