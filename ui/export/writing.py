"""Writing a document: where to, then in the archive's thread, then a notice that leads to it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.export.choice import DATA, PDF, Choice, Order, read_choice, write_order
from ui.export.names import document_language, not_yet_there, suggest_name
from ui.export.wording import FILTERS
from ui.file_places import open_place
from ui.i18n import _, explain, isolate, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from recorder import LaidOut, MeetingSummary, RecorderError
    from ui.bridge import ArchiveBridge, ArchiveType
    from ui.services import Services
    from ui.settings.store import Settings, SettingsStore

NOTICE = "export"
_STOPPED, _ELSEWHERE = "office_stopped", frozenset({"locked", "unwritable", "full"})


def order_of(meeting_id: str, title: str, choice: Choice, settings: Settings) -> Order:
    """A choice for a meeting: what it leaves open is as the meeting and the screen have it."""
    language = choice.language or document_language(title, settings.language)
    return Order(meeting_id, choice, language, choice.digits or settings.digits)


def minutes_call(meeting_id: str, path: Path, settings: Settings) -> Callable[[ArchiveType], Path]:
    """A call that writes a meeting's minutes, in its own language and the user's digits."""

    def call(archive: ArchiveType) -> Path:
        title = archive.meetings.get(meeting_id).title
        return write_order(order_of(meeting_id, title, Choice(), settings), archive, path)

    return call


class DocumentWriter(QObject):
    """Asks for the place and has documents written there; nothing waits for it.

    It outlives the screens, so a PDF goes on while they change.

    Attributes:
        ready: what was laid out last to be looked at; a PDF of just that is written from it.

    Signals:
        moved: something is being written, or no longer.
        leaks_wanted: somebody wants to see which names still stand in what was written.
    """

    moved = Signal()
    leaks_wanted = Signal()

    def __init__(
        self,
        bridge: ArchiveBridge,
        services: Callable[[], Services],
        store: SettingsStore,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._bridge, self._services, self._store, self._window = bridge, services, store, window
        self._dialog: QFileDialog | None = None
        self.ready: LaidOut | None = None
        self._goes_on = self._is_running = False

    @property
    def is_running(self) -> bool:
        """Whether a document is being written."""
        return self._is_running

    @property
    def can_stop(self) -> bool:
        """Whether it takes so long that it can be stopped."""
        return self._goes_on

    @property
    def choice(self) -> Choice:
        """What was chosen last."""
        return read_choice(self._store.settings.export_choice)

    def remember(self, choice: Choice) -> None:
        """Keep what was chosen."""
        if choice != self.choice:
            self._store.change(export_choice=choice.as_text())

    ## Where to

    def ask(self, order: Order, summary: MeetingSummary | None, name: str = "") -> None:
        """Ask where to put a document, in a window that nobody has to answer."""
        if self._dialog is not None and shiboken6.isValid(self._dialog):
            self._dialog.close()  # for another document, perhaps
        form = order.choice.form
        self._dialog = dialog = QFileDialog(self._window, _("Save the file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{_(FILTERS[form])} (*.{form})")
        dialog.setDefaultSuffix(form)
        dialog.setDirectory(str(self._folder()))
        dialog.selectFile(name or suggest_name(summary, order.choice))
        dialog.fileSelected.connect(lambda path: self.write(order, Path(path), summary))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(False)  # whoever waits for an answer types on meanwhile
        dialog.show()

    def write_at_once(self, order: Order, summary: MeetingSummary | None) -> None:
        """Write into the folder of the last document, over no other file; at first, ask."""
        folder = self._store.settings.export_folder
        if not folder or not Path(folder).is_dir():
            self.ask(order, summary)
            return
        self.write(
            order, not_yet_there(Path(folder) / suggest_name(summary, order.choice)), summary
        )

    def _folder(self) -> Path:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(self._store.settings.export_folder or QStandardPaths.writableLocation(place))

    ## Writing

    def write(self, order: Order, path: Path, summary: MeetingSummary | None = None) -> None:
        """Have a document written to a file, and say what came of it."""
        if self._is_running:
            return
        self._store.change(export_folder=str(path.parent))
        self.remember(order.choice)
        failed = partial(self._on_failed, order, path, summary)
        self._is_running = True
        self._goes_on = order.choice.form == PDF
        self._say_that_it_is_written()
        self.moved.emit()
        if order.choice.form == PDF:
            convert = partial(self._convert, order, failed)
            self._bridge.request(self._plan(order, path), convert, origin=self, failed=failed)
        else:
            self._bridge.request(
                lambda archive: (write_order(order, archive, path), _leaks_in(order, archive)),
                self._on_written, origin=self, failed=failed,
            )  # fmt: skip

    def stop(self) -> None:
        """Let a PDF end as soon as it asks."""
        self._goes_on = False

    def _plan(
        self, order: Order, path: Path
    ) -> Callable[[ArchiveType], tuple[Callable[[], Path], int]]:
        ready = self.ready

        def call(archive: ArchiveType) -> tuple[Callable[[], Path], int]:
            plan = archive.plan_pdf(
                order.meeting_id, path, order.edition(), order.choice.paper, self._may_go_on,
                ready=ready,
            )  # fmt: skip
            return plan, _leaks_in(order, archive)

        return call

    def _may_go_on(self) -> bool:
        return shiboken6.isValid(self) and self._goes_on  # asked in another thread

    def _convert(
        self,
        order: Order,
        failed: Callable[[RecorderError], None],
        planned: tuple[Callable[[], Path], int],
    ) -> None:
        plan, leaks = planned

        def done(path: Path) -> None:
            if not shiboken6.isValid(self):
                return
            self._bridge.request(lambda archive: archive.note_export(order.meeting_id, PDF))
            self._on_written((path, leaks))

        self._bridge.aside(plan, done, failed=failed)

    ## What came of it

    def _say_that_it_is_written(self) -> None:
        stop = ((_("Stop"), self.stop),) if self._goes_on else ()
        notices = self._services().notices
        notices.post(_("Writing the document…"), "blue", key=NOTICE, answers=stop, stays=True)

    def _on_written(self, written: tuple[Path, int]) -> None:
        path, leaks = written
        self._end()
        said = _("The document is in {file}").format(file=isolate(path.name))
        answers: tuple[tuple[str, Callable[[], None]], ...] = (
            (_("Open the file"), partial(open_place, path)),
            (_("Open the folder"), partial(open_place, path.parent)),
        )
        if leaks:
            count = self._services().wording.number(leaks)
            stand = ngettext("{count} name still stands in it against the rule.",
                             "{count} names still stand in it against the rule.",
                             leaks)  # fmt: skip
            said = f"{said} – {stand.format(count=count)}"
            answers = ((_("Show the names"), self.leaks_wanted.emit), *answers)
        tone = "warn" if leaks else "good"
        self._services().notices.post(said, tone, key=NOTICE, answers=answers, stays=True)

    def _on_failed(
        self, order: Order, path: Path, summary: MeetingSummary | None, error: RecorderError
    ) -> None:
        self._end()
        notices = self._services().notices
        if error.code == _STOPPED:
            notices.post(_("The PDF was stopped; nothing was written."), "blue", key=NOTICE)
            return
        answers = [(_("Try again"), partial(self.write, order, path, summary))]
        if error.data.get("reason") in _ELSEWHERE:
            name = not_yet_there(path).name
            answers.append((_("Save under another name"), partial(self.ask, order, summary, name)))
        notices.post(explain(error), "bad", key=NOTICE, answers=tuple(answers), stays=True)

    def _end(self) -> None:
        self._is_running = self._goes_on = False
        self.moved.emit()


def _leaks_in(order: Order, archive: ArchiveType) -> int:
    """How many names stand in it against the rule, as it is written now."""
    if order.choice.form in DATA:
        return 0
    return len(archive.find_leaks(order.meeting_id, order.edition()))
