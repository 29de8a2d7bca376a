"""The organisation's own paper: chosen once, and what will become of it in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.export.wording import dropped_words
from ui.i18n import _, explain, isolate_ltr
from ui.widgets.buttons import IconButton, make_button
from ui.widgets.label import Label

if TYPE_CHECKING:
    from typing import Any

    from recorder import RecorderError
    from ui.bridge import ArchiveBridge
    from ui.services import Services


class LetterheadField(QWidget):
    """A button that chooses a .docx, one that takes it away, and a few words.

    Signals:
        edited: another paper was chosen, or none.
    """

    edited = Signal()

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._services = bridge, services
        self._dialog: QFileDialog | None = None
        self.path = ""
        theme = services.theme
        self.choose = make_button("", theme, self, icon="folder-open")
        self.choose.clicked.connect(lambda _checked=False: self.ask())
        self.drop = IconButton("x", _("Without a letterhead"), theme, self)
        self.drop.clicked.connect(lambda _checked=False: self._take(""))
        self.said = Label("", self, role="small", wrap=True)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self.choose, 1)
        row.addWidget(self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(row)
        column.addWidget(self.said)
        self.show_path("")

    def show_path(self, path: str) -> None:
        """Show a paper that was chosen; what becomes of it is read beside."""
        self.path = path
        name = Path(path).name if path else _("Choose a letterhead…")
        self.choose.setText(self.choose.fontMetrics().elidedText(
            name, Qt.TextElideMode.ElideMiddle, self._services.theme.px(190)
        ))  # fmt: skip
        self.choose.setToolTip(name)
        self.choose.setAccessibleName(_("Letterhead: {name}").format(name=name))
        self.drop.setVisible(bool(path))
        self._say("")
        if path:
            self._bridge.aside(lambda: _inspect(path), self._on_inspected, failed=self._on_refused)

    def ask(self) -> None:
        """Choose a file, in a window that nobody has to answer."""
        if self._dialog is not None and shiboken6.isValid(self._dialog):
            self._dialog.close()
        self._dialog = dialog = QFileDialog(self.window(), _("Choose a letterhead…"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Word documents") + " (*.docx)")
        if self.path:
            dialog.setDirectory(str(Path(self.path).parent))
        dialog.fileSelected.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(False)
        dialog.show()

    def _take(self, path: str) -> None:
        self.show_path(path)
        if not path:
            self.choose.setFocus()
        self.edited.emit()

    def _say(self, words: str, tint: str = "faint") -> None:
        self.said.setVisible(bool(words))
        self.said.show_words(words)
        palette = self.said.palette()
        palette.setColor(self.said.foregroundRole(), self._services.theme.colour(tint))
        self.said.setPalette(palette)

    def _on_inspected(self, answer: tuple[str, Any]) -> None:
        path, report = answer
        if path != self.path:
            return
        said = [
            _("The minutes will stand in their frame.")
            if report.has_body
            else _("There is no frame for the minutes, so they will stand at the end.")
        ]
        if report.forgotten:
            words = _("Still as they were made, so nothing will be printed there: {names}")
            said.append(words.format(names=isolate_ltr(", ".join(report.forgotten))))
        said += [dropped_words(each) for each in report.dropped]
        self._say("\n".join(said))

    def _on_refused(self, error: RecorderError) -> None:
        self._say(explain(error), "bad")


def _inspect(path: str) -> tuple[str, Any]:
    from recorder import check_letterhead  # draws in what reads Word's files

    return path, check_letterhead(path)
