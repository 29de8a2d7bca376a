"""The backups among the settings: which there are, one more, or an older state back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.i18n import _, isolate_ltr, ngettext
from ui.safety.backup_list import BackupList
from ui.widgets.buttons import make_button
from ui.widgets.dialog import Dialog
from ui.widgets.label import Label
from ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from recorder import Backup
    from ui.bridge import ArchiveBridge
    from ui.safety.safekeeping import Safekeeping
    from ui.services import Services

_MOST = 6


class BackupsCard(Card):
    """The newest copies; older ones are counted."""

    def __init__(
        self, bridge: ArchiveBridge, services: Services, keeper: Safekeeping, parent: QWidget
    ) -> None:
        super().__init__(services.theme, parent)
        self._bridge, self._services, self._keeper = bridge, services, keeper
        head = QHBoxLayout()
        head.addWidget(Label(_("Backups"), self, role="section"), 1)
        self.now = make_button(_("Back up now"), services.theme, self, icon="save")
        self.now.clicked.connect(self._back_up)
        self.check = make_button(_("Check everything"), services.theme, self, icon="list-checks")
        self.check.clicked.connect(self._check)
        keeper.check_run.moved.connect(self._on_checked)
        keeper.check_run.ended.connect(self._on_check_ended)
        head.addWidget(self.check)
        head.addWidget(self.now)
        self.column.addLayout(head)
        self.said = Label("", self, role="soft", wrap=True)
        self.column.addWidget(self.said)
        self.list = BackupList(services, self, most=_MOST)
        self.list.chosen.connect(self.ask)
        self.column.addWidget(self.list)
        keeper.backed_up.connect(self.reload)
        keeper.backup_ended.connect(self._on_backup_ended)
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        if self._bridge.refusal is None:
            self._bridge.request(lambda archive: archive.backups(), self._on_read, origin=self)

    def ask(self, backup: Backup) -> Dialog:
        """Say what restoring means, and do it when the user agrees."""
        from ui.safety.wording import moment_of

        dialog = Dialog(_("Restore this backup?"), self)
        said = _(
            "The archive becomes what it was on {moment}. What was written since is not lost: the "
            "present archive is kept beside it and among the backups."
        )
        dialog.say(said.format(moment=moment_of(backup, self._services)))
        dialog.add_cancel(_("Cancel"))
        dialog.add_closing(_("Restore"), lambda: self._keeper.restore(backup))
        dialog.open()
        return dialog

    def _back_up(self) -> None:
        self.now.setEnabled(False)
        self._keeper.back_up_now()

    def _on_backup_ended(self) -> None:
        self.now.setEnabled(True)

    def _check(self) -> None:
        run = self._keeper.check_run
        if run.is_running:
            run.stop()
        else:
            run.start()

    def _on_checked(self, hundredths: int) -> None:
        if self._keeper.check_run.is_running:
            done = self._services.wording.figures(f"{hundredths}%")
            self.check.setText(_("Stop checking ({done})").format(done=isolate_ltr(done)))

    def _on_check_ended(self) -> None:
        self.check.setText(_("Check everything"))

    def _on_read(self, backups: list[Backup]) -> None:
        self.list.show_backups(backups)
        count = len(backups)
        said = _("A copy is made every day, and before anything that changes the whole archive.")
        if count > _MOST:
            more = ngettext(
                "{count} older copy is kept too.", "{count} older copies are kept too.",
                count - _MOST,
            )  # fmt: skip
            said = f"{said} {more.format(count=self._services.wording.number(count - _MOST))}"
        self.said.show_words(said if count else _("There is no backup yet."))
