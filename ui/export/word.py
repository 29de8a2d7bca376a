"""Export to Word: where to, then in the archive's thread, then a notice that leads to the file."""

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from recorder import MeetingSummary, RecorderError
from ui.bridge import ArchiveBridge
from ui.i18n import _, explain, isolate
from ui.services import Services
from ui.settings.store import Settings, SettingsStore
from ui.widgets.direction import LTR, RTL, direction_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.bridge import ArchiveType

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\u200e\u200f\u2066-\u2069]+')
_LONGEST_NAME = 80
_NOTICE = "export"


def suggest_name(summary: MeetingSummary | None) -> str:
    """A file name for a meeting's minutes that every file system takes: date and title."""
    words = (summary.date, summary.title) if summary else ()
    name = _UNFIT.sub(" ", " ".join(part for part in words if part)).strip(" .")
    return f"{name[:_LONGEST_NAME].strip() or _('Minutes')}.docx"


def document_language(title: str, fallback: str) -> str:
    """The language of a meeting's minutes: that of its title, whatever the window speaks."""
    unknown = RTL if fallback == "ar" else LTR
    return "ar" if direction_of(title, unknown) == RTL else "en"


def minutes_call(
    meeting_id: str, path: Path, settings: Settings
) -> "Callable[[ArchiveType], Path]":
    """A call that writes a meeting's minutes, in its own language and the user's digits."""

    def call(archive: "ArchiveType") -> Path:
        from recorder import edition_of  # draws in the archive's libraries

        title = archive.meetings.get(meeting_id).title
        edition = edition_of(document_language(title, settings.language), settings.digits)
        return archive.export_docx(meeting_id, path, edition)

    return call


class WordExport(QObject):
    """Asks for the place and has the minutes written there; nothing waits for it."""

    def __init__(
        self, bridge: ArchiveBridge, services: Services, store: SettingsStore, window: QWidget
    ) -> None:
        super().__init__(window)
        self._bridge, self.services, self._store, self._window = bridge, services, store, window
        self._dialog: QFileDialog | None = None

    def start(self, meeting_id: str, summary: MeetingSummary | None) -> None:
        """Ask where to put the minutes of a meeting."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self._store.settings.export_folder or QStandardPaths.writableLocation(place)
        if self._dialog is not None and shiboken6.isValid(self._dialog):
            self._dialog.close()  # for another meeting, perhaps
        self._dialog = dialog = QFileDialog(self._window, _("Export to Word"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("Word documents") + " (*.docx)")
        dialog.setDefaultSuffix("docx")
        dialog.setDirectory(folder)
        dialog.selectFile(suggest_name(summary))
        dialog.fileSelected.connect(lambda path: self.write(meeting_id, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(False)  # whoever waits for an answer types on meanwhile
        dialog.show()

    def write(self, meeting_id: str, path: Path) -> None:
        """Have the minutes written to a file, and say what came of it."""
        self._store.change(export_folder=str(path.parent))
        self.services.notices.post(_("Writing the minutes…"), "blue", key=_NOTICE, stays=True)
        self._bridge.request(
            minutes_call(meeting_id, path, self.services.settings),
            self._on_written,
            origin=self,
            failed=partial(self._on_failed, meeting_id, path),
        )

    def _on_written(self, path: Path) -> None:
        said = _("The minutes are in {file}").format(file=isolate(path.name))
        answers = (
            (_("Open the file"), partial(_open, path)),
            (_("Open the folder"), partial(_open, path.parent)),
        )
        self.services.notices.post(said, "good", key=_NOTICE, answers=answers, stays=True)

    def _on_failed(self, meeting_id: str, path: Path, error: RecorderError) -> None:
        again = (_("Try again"), partial(self.write, meeting_id, path))
        self.services.notices.post(explain(error), "bad", key=_NOTICE, answers=(again,), stays=True)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
