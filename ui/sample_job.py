"""The sample job: what the program does where nobody looks, to show that it works."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from recorder import MeetingSummary, RecorderError
from ui.__main__ import ARCHIVE_NAME, open_archive
from ui.application import wall_clock
from ui.bridge import ArchiveBridge
from ui.export.writing import minutes_call
from ui.main_window import MainWindow
from ui.settings.store import Settings, SettingsStore

MINUTES_NAME, PICTURE_NAME = "minutes.docx", "window.png"
WIDTH, HEIGHT = 1366, 768
_LONGEST_SECONDS = 60


def run_sample_job(application: QApplication, folder: Path, store: SettingsStore) -> int:
    """Make the sample archive, its minutes as DOCX and a picture of its workspace.

    Prints the three paths. Returns the exit code: 0, or 1 when any of them could not be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    archive_path = folder / ARCHIVE_NAME
    bridge = ArchiveBridge(partial(open_archive, archive_path, store.settings.author))
    window = MainWindow(bridge, store, wall_clock)
    window.resize(WIDTH, HEIGHT)
    window.show()
    job = _SampleJob(bridge, window, folder, store.settings)
    faults = job.run()
    window.close()
    application.sendPostedEvents()
    for path in (archive_path, job.minutes, job.picture):
        print(path)  # noqa: T201 - the answer of this command
    return 1 if faults else 0


class _SampleJob:
    """The steps, each begun when the one before has answered."""

    def __init__(
        self, bridge: ArchiveBridge, window: MainWindow, folder: Path, settings: Settings
    ) -> None:
        self._bridge, self._window, self._settings = bridge, window, settings
        self.minutes, self.picture = folder / MINUTES_NAME, folder / PICTURE_NAME
        self._loop = QEventLoop()
        self._faults: list[RecorderError] = []

    def run(self) -> list[RecorderError]:
        """Do it all; returns what went wrong."""
        self._bridge.refused.connect(self._fail)
        self._bridge.failed.connect(self._fail)
        self._bridge.request(lambda archive: archive.load_sample(), saves=True)
        self._bridge.request(lambda archive: archive.meetings.summaries(), self._export)
        self._bridge.open()
        limit = QTimer()
        limit.setSingleShot(True)
        limit.timeout.connect(lambda: self._fail(RecorderError(reason="timeout")))
        limit.start(_LONGEST_SECONDS * 1000)
        self._loop.exec()
        return self._faults

    def _export(self, summaries: list[MeetingSummary]) -> None:
        # The reported meeting has no date, so it stands first.
        sample = summaries[0].id
        self._bridge.request(
            minutes_call(sample, self.minutes, self._settings),
            lambda _path: self._show(sample),
        )

    def _show(self, meeting_id: str) -> None:
        self._window.open_meeting(meeting_id)
        # Behind the reading that the workspace asked for, so that it is filled by then.
        self._bridge.request(lambda archive: archive.meetings.summaries(), self._picture)

    def _picture(self, _summaries: list[MeetingSummary]) -> None:
        QTimer.singleShot(300, self._take)

    def _take(self) -> None:
        if not self._window.grab().save(str(self.picture)):
            self._faults.append(RecorderError(reason="picture"))
        self._loop.quit()

    def _fail(self, error: RecorderError) -> None:
        self._faults.append(error)
        self._loop.quit()
