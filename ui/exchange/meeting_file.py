"""One meeting as a single file, for a guest who is of no team, and its way back in."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from ui.file_places import open_place
from ui.i18n import _, explain, isolate
from ui.past.steps import NOTICE

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from recorder import Changes, RecorderError
    from ui.bridge import ArchiveBridge, ArchiveType
    from ui.services import Services


class MeetingFile(QObject):
    """Writes the open meeting to a file, and takes a meeting in from one.

    Signals:
        arrived(str): the meeting of a file is in the archive, by its id.
    """

    arrived = Signal(str)

    def __init__(self, bridge: ArchiveBridge, services: Services, screen: QWidget) -> None:
        super().__init__(screen)
        self._bridge, self._services, self._screen = bridge, services, screen

    def ask_where_to_write(self, meeting_id: str) -> QFileDialog:
        """Ask for the file that a meeting is to be written to."""
        dialog = self._dialog(_("Save the meeting as a file"), partial(self.write, meeting_id))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{_('Meeting')}.json")
        return dialog

    def ask_what_to_read(self) -> QFileDialog:
        """Ask for the file that a meeting came in."""
        dialog = self._dialog(_("Take a meeting in from a file"), self.read)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return dialog

    def write(self, meeting_id: str, path: Path) -> None:
        """Write a meeting to a file."""
        self._bridge.request(
            lambda archive: archive.export_json(meeting_id, path),
            self._on_written, origin=self, failed=self._tell,
        )  # fmt: skip

    def read(self, path: Path, *, as_copy: bool = False) -> None:
        """Take the meeting of a file in; one that is here already only as a copy."""
        arrived: list[str] = []

        def call(archive: ArchiveType) -> Changes:
            report = archive.import_json(path, as_copy=as_copy)
            arrived.append(report.meeting_id)
            return report.changes  # all views hear of it

        self._bridge.request(
            call, lambda _changes: self._on_read(arrived[0]), origin=self, saves=True,
            failed=partial(self._on_refused, path),
        )  # fmt: skip

    def _on_written(self, path: Path) -> None:
        said = _("The meeting is in {file}. Whoever has the file can read it.")
        show = (_("Open the folder"), partial(open_place, path.parent))
        self._post(said.format(file=isolate(path.name)), "good", show)

    def _on_read(self, meeting_id: str) -> None:
        self.arrived.emit(meeting_id)
        self._post(_("The meeting of the file is in the archive."), "good")

    def _on_refused(self, path: Path, error: RecorderError) -> None:
        if error.code != "meeting_exists":
            self._tell(error)
            return
        again = (_("Take it in as a copy"), partial(self.read, path, as_copy=True))
        self._post(explain(error), "warn", again)

    def _tell(self, error: RecorderError) -> None:
        self._post(explain(error), "bad")

    def _post(self, said: str, tone: str, *answers: tuple[str, Callable[[], object]]) -> None:
        heard = tuple((words, _silent(call)) for words, call in answers)
        self._services.notices.post(said, tone, key=NOTICE, answers=heard, stays=True)

    def _dialog(self, title: str, chosen: Callable[[Path], None]) -> QFileDialog:
        dialog = QFileDialog(self._screen.window(), title)
        dialog.setNameFilter(_("Meetings as files") + " (*.json)")
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(False)  # whoever waits for an answer types on meanwhile
        dialog.show()
        return dialog


def _silent(call: Callable[[], object]) -> Callable[[], None]:
    def run() -> None:
        call()

    return run
