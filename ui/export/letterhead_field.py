"""The organisation's own paper: chosen once, and what will become of it in words."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from recorder import RecorderError
from ui.export.wording import dropped_words
from ui.file_places import ask_for_folder, open_place
from ui.i18n import _, explain, isolate, isolate_ltr
from ui.widgets.buttons import CHIP_HEIGHT, IconButton, make_button
from ui.widgets.label import Label

if TYPE_CHECKING:
    from typing import Any

    from ui.bridge import ArchiveBridge
    from ui.services import Services


_NOTICE = "letterheads"
Stamp = tuple[int, int]


class LetterheadField(QWidget):
    """A button that chooses a .docx, one that takes it away, and a few words.

    Signals:
        edited: another paper was chosen, or none, or the one in use was edited in Word.
    """

    edited = Signal()

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._services = bridge, services
        self._dialog: QFileDialog | None = None
        self.path = ""
        self._stamp: Stamp | None = None
        theme = services.theme
        self.choose = make_button("", theme, self, icon="folder-open")
        self.choose.clicked.connect(lambda _checked=False: self.ask())
        self.drop = IconButton("x", _("Without a letterhead"), theme, self)
        self.drop.clicked.connect(lambda _checked=False: self._take(""))
        self.said = Label("", self, role="small", wrap=True)
        self.begin = make_button(_("Begin with one of ours…"), theme, self, kind="quiet")
        self.begin.setFixedHeight(theme.px(CHIP_HEIGHT))
        self.begin.setToolTip(_("Puts three papers into a folder, to be made your own in Word"))
        self.begin.clicked.connect(lambda _checked=False: self.ask_for_starters())
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self.choose, 1)
        row.addWidget(self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(row)
        column.addWidget(self.begin)
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
        self.begin.setVisible(not path)
        self._say("")
        self._stamp = None
        if path:
            self._bridge.aside(lambda: _inspect(path), self._on_inspected)

    def changeEvent(self, event: QEvent) -> None:
        """Whoever comes back from Word may have saved the paper there."""
        super().changeEvent(event)
        path = self.path
        if event.type() == QEvent.Type.ActivationChange and path and self.isActiveWindow():
            self._bridge.aside(lambda: (path, _stamp_of(path)), self._on_stamp)

    def ask(self, folder: Path | None = None) -> None:
        """Choose a file, in a window that nobody has to answer; look into a folder first."""
        if self._dialog is not None and shiboken6.isValid(self._dialog):
            self._dialog.close()
        # It goes with the field: a later one would not hear its answer.
        self._dialog = dialog = QFileDialog(self, _("Choose a letterhead…"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Word documents") + " (*.docx)")
        first = folder or (Path(self.path).parent if self.path else None)
        if first:
            dialog.setDirectory(str(first))
        dialog.fileSelected.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(False)
        dialog.show()

    def ask_for_starters(self) -> None:
        """Choose the folder that our three papers are put into."""
        ask_for_folder(self, _("A folder for the three papers"), self.put_starters)

    def put_starters(self, folder: Path) -> None:
        """Put our papers into a folder, over no other file, and open it."""
        self._bridge.aside(
            lambda: _copy(folder), partial(self._on_copied, folder), failed=self._on_uncopied
        )

    def _on_copied(self, folder: Path, _written: object) -> None:
        said = _("Three papers are in {folder}: edit one in Word, save it, and choose it here.")
        self._services.notices.post(
            said.format(folder=isolate(folder.name)), "good", key=_NOTICE, stays=True,
            answers=((_("Choose a letterhead…"), partial(self.ask, folder)),
                     (_("Open the folder"), partial(open_place, folder))),
        )  # fmt: skip
        open_place(folder)

    def _on_uncopied(self, error: RecorderError) -> None:
        self._services.notices.post(explain(error), "bad", key=_NOTICE, stays=True)

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

    def _on_stamp(self, answer: tuple[str, Stamp]) -> None:
        path, stamp = answer
        if path == self.path and self._stamp not in {None, stamp}:
            self.show_path(path)
            self.edited.emit()

    def _on_inspected(self, answer: tuple[str, Stamp, Any]) -> None:
        path, stamp, report = answer
        if path != self.path:
            return
        self._stamp = stamp
        if isinstance(report, RecorderError):
            self._say(explain(report), "bad")
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


def _copy(folder: Path) -> list[Path]:
    from recorder import copy_starters

    return copy_starters(folder)


def _inspect(path: str) -> tuple[str, Stamp, Any]:
    """What becomes of a paper, or why it is refused."""
    from recorder import check_letterhead  # draws in what reads Word's files

    stamp = _stamp_of(path)
    try:
        return path, stamp, check_letterhead(path)
    except RecorderError as error:
        return path, stamp, error


def _stamp_of(path: str) -> Stamp:
    """What another saving of a file changes; (0, 0) where there is none."""
    try:
        told = Path(path).stat()
    except OSError:
        return 0, 0
    return told.st_mtime_ns, told.st_size
