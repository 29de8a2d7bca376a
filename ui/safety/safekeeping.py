"""What the window does to keep the archive safe: the day's copy, and putting one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.file_places import open_place
from ui.i18n import _, explain, isolate, ngettext
from ui.safety.check_run import CheckRun
from ui.safety.wording import moment_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from recorder import Backup, CheckReport, RecorderError, Rescue
    from ui.bridge import ArchiveBridge, ArchiveType
    from ui.services import Services

_IDLE_MS, _AGAIN_MS = 10_000, 30 * 60_000
_NOTICE = "safekeeping"


class Safekeeping(QObject):
    """Copies are made in a thread of their own, so that neither window nor typing waits.

    Signals:
        backed_up: there is another copy.
        backup_ended: the copy that was asked for is made, or could not be.
        restoring: the archive is about to become another one; what was typed must be saved.
    """

    backed_up = Signal()
    backup_ended = Signal()
    restoring = Signal()

    def __init__(
        self, bridge: ArchiveBridge, services: Callable[[], Services], window: QWidget
    ) -> None:
        """Watch over the archive of a bridge; `services` are those of the moment."""
        super().__init__(window)
        self._window = window
        self._bridge, self._services = bridge, services
        self.check_run = CheckRun(bridge, self.tell_of_check, self.tell_of_error, self)
        self._daily = QTimer(self)
        self._daily.timeout.connect(self.back_up_daily)
        self._daily.timeout.connect(lambda: self._daily.setInterval(_AGAIN_MS))
        bridge.opened.connect(lambda: self._daily.start(_IDLE_MS))
        bridge.opened.connect(self._tell_of_upgrade)

    def back_up_daily(self) -> None:
        """Make the day's copy, unless there is one."""
        if self._bridge.is_open:
            self._bridge.request(lambda archive: archive.plan_daily_backup(), self._on_planned)

    def back_up_now(self) -> None:
        """Make a copy that the user asked for; `backup_ended` tells when to ask again."""
        self._bridge.request(
            lambda archive: archive.plan_backup(), self._on_asked, failed=self._on_not_backed_up
        )

    def _on_asked(self, make: Callable[[], Backup]) -> None:
        self._bridge.aside(make, self._on_backed_up, failed=self._on_not_backed_up)

    def _on_backed_up(self, backup: Backup) -> None:
        self.backup_ended.emit()
        self.backed_up.emit()
        said = _("Backed up and checked: {moment}")
        self._say(said.format(moment=isolate(moment_of(backup, self._services()))), "good")

    def _on_not_backed_up(self, error: RecorderError) -> None:
        self.backup_ended.emit()
        self.tell_of_error(error)

    def restore(self, backup: Backup, archive: Path | None = None) -> None:
        """Put a copy in the place of the archive.

        Args:
            backup: the copy.
            archive: the archive's file; of the open archive when it is left out.
        """
        self.restoring.emit()
        place = [archive] if archive is not None else []

        def put_back() -> Path | None:
            from recorder import restore

            return restore(backup.path, place[0])

        def tell(aside: Path | None) -> None:
            self.backed_up.emit()
            said = _("The backup of {moment} was restored.").format(
                moment=isolate(moment_of(backup, self._services()))
            )
            self.tell_of_former(said, aside)

        if not place:
            self._bridge.request(lambda opened: place.append(opened.path))
        self._bridge.reopen(put_back, tell, failed=self._on_not_restored)

    def rescue(self, archive: Path) -> None:
        """Put what can be read of a damaged archive into its place, and say what it is."""

        def read() -> Rescue:
            from recorder import rescue

            return rescue(archive)

        def tell(done: Rescue) -> None:
            self.backed_up.emit()
            self.tell_of_former(_("What could be read is in a new archive."), done.aside)
            from ui.safety.rescue_report import show_rescue

            show_rescue(done.report, self._services(), self._window)

        self._bridge.reopen(read, tell, failed=self._on_not_rescued)

    def begin(self, archive: Path) -> None:
        """Make an empty archive where the former one is no more."""

        def make() -> None:
            from recorder import begin

            begin(archive)

        self._bridge.reopen(make, failed=self.tell_of_error)

    def tell_of_former(self, said: str, aside: Path | None) -> None:
        """Say what was done, and where the archive is kept that was there before."""
        if aside is None:
            self._say(said, "good")
            return
        kept = _("The former archive is kept as {name}.").format(name=isolate(aside.name))
        show = (_("Show the folder"), lambda: show_folder(aside))
        self._services().notices.post(
            f"{said} {kept}", "good", key=_NOTICE, stays=True, answers=(show,)
        )

    def _on_planned(self, make: Callable[[], Backup] | None) -> None:
        if make is not None:
            self._bridge.aside(make, lambda _made: self.backed_up.emit(), failed=self.tell_of_error)

    def _tell_of_upgrade(self) -> None:
        def tell(error: RecorderError | None) -> None:
            if error is not None:
                self.tell_of_error(error)

        self._bridge.request(lambda archive: archive.unsaved, tell)

    def _on_not_restored(self, error: RecorderError) -> None:
        said = explain(error)
        if error.code == "archive_damaged":
            said = _("This backup is damaged too, so it was not restored. Take an older one.")
        self._services().notices.post(said, "bad", key=_NOTICE, stays=True)

    def _on_not_rescued(self, error: RecorderError) -> None:
        said = explain(error)
        if error.code == "archive_damaged":
            said = _("Nothing could be read in the damaged file. It is as it was.")
        self._services().notices.post(said, "bad", key=_NOTICE, stays=True)

    def tell_of_check(self, report: CheckReport) -> None:
        """Say what a check found, and lead to what can be done about it."""
        if report.ok:
            said = ngettext(
                "The archive is whole: {count} change was checked.",
                "The archive is whole: {count} changes were checked.",
                report.changes,
            )
            self._say(said.format(count=self._services().wording.number(report.changes)), "good")
        elif {code for code, _data in report.problems} & {"page", "chain"}:
            self.tell_of_damage()
        else:
            said = _("What the screens show differs from the log of what was written.")
            rebuild = (_("Make it anew from the log"), self._rebuild)
            self._services().notices.post(said, "warn", key=_NOTICE, stays=True, answers=(rebuild,))

    def _rebuild(self) -> None:
        self.restoring.emit()
        self._bridge.request(lambda archive: archive.rebuild(), lambda _rows: None, saves=True)
        self._bridge.reopen()

    def tell_of_error(self, error: RecorderError) -> None:
        """Say what went wrong with a copy or a check."""
        if error.code == "archive_damaged":
            self.tell_of_damage()
        else:
            self._services().notices.post(explain(error), "warn", key=_NOTICE, stays=True)

    def tell_of_damage(self) -> None:
        """The open archive was found to be damaged: say so, and lead to the ways out."""
        said = _("A part of the archive cannot be read. Nothing of it was changed.")
        look = (_("See what can be done"), self.look_at_damage)
        self._services().notices.post(said, "bad", key=_NOTICE, stays=True, answers=(look,))

    def look_at_damage(self) -> None:
        """Close the archive and show the ways out of a damaged one; "try again" opens it anew."""

        def doubt(archive: ArchiveType) -> None:
            from recorder import distrust

            distrust(archive.path)

        self.restoring.emit()
        self._bridge.request(doubt)
        self._bridge.reopen()

    def _say(self, said: str, tone: str) -> None:
        self._services().notices.post(said, tone, key=_NOTICE)


def show_folder(path: Path) -> None:
    """Open the folder of a file in the system's file manager."""
    open_place(path.parent)
