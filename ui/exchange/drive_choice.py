"""Which stick: those that are plugged in, and any folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.exchange.drive_line import DriveLine
from ui.i18n import _, file_size
from ui.widgets.buttons import make_button
from ui.widgets.direction import joined
from ui.widgets.label import Label

if TYPE_CHECKING:
    from ui.exchange.drives import Drive
    from ui.exchange.sharing import StickSharing
    from ui.services import Services


class DriveChoice(QWidget):
    """A line for each stick, the chosen one marked; they come and go as they are plugged in.

    Signals:
        chosen: another one was chosen.
    """

    chosen = Signal()

    def __init__(self, services: Services, sharing: StickSharing, parent: QWidget) -> None:
        super().__init__(parent)
        self._services, self._sharing = services, sharing
        self._dialog: QFileDialog | None = None
        self.lines: dict[Path, DriveLine] = {}
        self._shown: list[Drive] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(services.theme.px(4))
        self._none = Label(
            _("Plug the stick in; it appears here by itself."), self, role="soft", wrap=True
        )
        column.addWidget(self._none)
        self._column = QVBoxLayout()
        self._column.setSpacing(services.theme.px(6))
        column.addLayout(self._column)
        row = QHBoxLayout()
        self.folder = make_button(
            _("Choose a folder…"), services.theme, self, icon="folder-open", kind="quiet"
        )
        self.folder.setToolTip(_("A folder of this laptop or of a disk does as well as a stick."))
        self.folder.clicked.connect(lambda _checked=False: self.ask())
        row.addWidget(self.folder)
        row.addStretch(1)
        column.addLayout(row)
        self.refresh()

    def refresh(self) -> None:
        """Show the drives as they are now."""
        drives, chosen = self._sharing.watch.drives, self._sharing.state.chosen
        if drives != self._shown:
            self._fill(drives)
        self._none.setVisible(not drives)
        for path, line in self.lines.items():
            line.blockSignals(True)  # noqa: FBT003 - Qt's own
            line.setChecked(chosen is not None and chosen.path == path)
            line.blockSignals(False)  # noqa: FBT003 - Qt's own

    def ask(self) -> None:
        """Ask for a folder; whoever types goes on meanwhile."""
        self._dialog = dialog = QFileDialog(self.window(), _("Choose a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(False)
        dialog.show()

    def take(self, folder: str) -> None:
        """Share by a folder."""
        path = Path(folder)
        self._sharing.watch.add_folder(path)
        self._sharing.choose(path)

    def _fill(self, drives: list[Drive]) -> None:
        had_focus = {path for path, line in self.lines.items() if line.hasFocus()}
        for line in self.lines.values():
            line.hide()
            line.deleteLater()
        self._shown = drives
        self.lines = {each.path: self._line(each) for each in drives}
        for path, line in self.lines.items():
            self._column.addWidget(line)
            if path in had_focus:
                line.setFocus()

    def _line(self, drive: Drive) -> DriveLine:
        facts = []
        if drive.free >= 0:
            facts.append(_("{size} free").format(size=file_size(drive.free)))
        if drive.was_shared:
            facts.append(_("a team shares by it"))
        said = joined(facts, self._services.theme.direction)
        line = DriveLine(drive.name, said, self._services.theme, self)
        line.setToolTip(f"\u2066{drive.path}\u2069")
        line.toggled.connect(lambda on: self._on_toggled(drive, is_on=on))
        return line

    def _on_toggled(self, drive: Drive, *, is_on: bool) -> None:
        if is_on:
            self._sharing.choose(drive.path)
            self.chosen.emit()
