"""The everyday page: the stick, and one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.exchange.drive_choice import DriveChoice
from ui.exchange.merge_undo import words_of_apart, words_of_held
from ui.exchange.page import ExchangePage
from ui.i18n import _
from ui.widgets.buttons import make_button
from ui.widgets.dialog import Dialog
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from ui.exchange.sharing import StickSharing
    from ui.services import Services
    from ui.theme.theme import Theme


class TeamPage(ExchangePage):
    """Whoever is of a team plugs the stick in and presses the button."""

    def __init__(self, services: Services, sharing: StickSharing, parent: QWidget) -> None:
        super().__init__(services, sharing, parent)
        self.title(_("Sync with your team"), "usb")
        self.say(
            _("What is new on the stick comes in once you have seen what it is; what the stick "
              "lacks is added to it. Any order will do, and nothing is overwritten.")
        )  # fmt: skip
        self.drives = DriveChoice(services, sharing, self)
        self.column.addWidget(self.drives)
        self.sync = self.button(_("Sync"), self.sharing.sync, kind="primary")
        self._add_left()
        self.refresh()

    def refresh(self) -> None:
        """Offer what can be done with the chosen stick."""
        self.drives.refresh()
        has_one = self.sharing.state.chosen is not None
        self.sync.setEnabled(has_one)
        self.begin_with(self.sync if has_one else self.drives.folder)
        merges = self.sharing.merges
        self.held.show_words(words_of_held(merges.held, self.services) if merges.held else "")
        apart = sum(merges.apart.values())
        self.apart.show_words(words_of_apart(apart, self.services) if apart else "")

    def _add_left(self) -> None:
        """What earlier syncs left to look at."""
        theme, sharing = self.services.theme, self.sharing
        self.apart = _Left(_("Open the meeting"), sharing.look_at_conflicts, theme, self)
        self.held = _Left(_("Take it in again"), sharing.merges.release, theme, self)
        for each in (self.apart, self.held):
            self.column.addWidget(each)


class _Left(QWidget):
    """A sentence with the one thing that can be done about it; hidden while there is nothing."""

    def __init__(
        self, words: str, handler: Callable[[], None], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._said = Label("", self, role="soft")
        self.button = make_button(words, theme, self, kind="quiet")
        self.button.clicked.connect(lambda _checked=False: handler())
        row.addWidget(self._said)
        row.addWidget(self.button)
        row.addStretch(1)

    def show_words(self, words: str) -> None:
        """Say something, or go with ""."""
        self._said.show_words(words)
        self.setVisible(bool(words))


class TeamFoot(ExchangePage):
    """Under it, quietly: a lost laptop, and leaving."""

    def __init__(self, services: Services, sharing: StickSharing, parent: QWidget) -> None:
        super().__init__(services, sharing, parent)
        self.setProperty("class", "")
        self.column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        self.undo = self._quiet(_("Undo the last sync"), sharing.merges.undo)
        row.addWidget(self.undo)
        self.renew = self._quiet(_("A laptop or the code was lost: new code…"), self.ask_to_renew)
        self.leave = self._quiet(_("Leave the team…"), self.ask_to_leave)
        row.addWidget(self.renew)
        row.addWidget(self.leave)
        row.addStretch(1)
        self.column.addLayout(row)
        self.refresh()

    def refresh(self) -> None:
        """A new code is laid on a stick, so there must be one."""
        self.undo.setVisible(self.sharing.merges.has_merge)
        self.renew.setEnabled(self.sharing.state.chosen is not None)

    def ask_to_renew(self) -> Dialog:
        """Say what a new code means, and make one when the user agrees."""
        return self._ask(
            _("Share by a new code from now on?"),
            _("Whoever has the lost laptop reads nothing that is written from now on. What was "
              "on it already stays on it. Each colleague types the new code once; until then "
              "you share with nobody."),
            _("Make a new code"),
            self.sharing.found,
        )  # fmt: skip

    def ask_to_leave(self) -> Dialog:
        """Say what leaving means, and leave when the user agrees."""
        return self._ask(
            _("Leave the team?"),
            _("This laptop keeps all that was shared and shares nothing more. With the team's "
              "code it can come back."),
            _("Leave"),
            self.sharing.leave,
        )  # fmt: skip

    def _quiet(self, text: str, handler: Callable[[], object]) -> QPushButton:
        button = make_button(text, self.services.theme, self, kind="quiet")
        button.clicked.connect(lambda _checked=False: handler())
        return button

    def _ask(self, title: str, said: str, yes: str, handler: Callable[[], None]) -> Dialog:
        dialog = Dialog(title, self.window())
        dialog.say(said)
        dialog.add_cancel(_("Cancel"))
        dialog.add_closing(yes, handler)
        dialog.setModal(False)
        dialog.show()
        return dialog
