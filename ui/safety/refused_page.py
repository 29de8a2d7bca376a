"""What stands in the place of the meetings when the archive could not be opened: the ways out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.i18n import N_, _, explain
from ui.safety.backup_list import BackupList
from ui.safety.safekeeping import show_folder
from ui.screen import Screen
from ui.widgets.buttons import make_button
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.surfaces import Card, Rule, put_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from recorder import Backup, RecorderError
    from ui.bridge import ArchiveBridge
    from ui.safety.safekeeping import Safekeeping
    from ui.services import Services

_WIDTH, _PADDING, _MOST = 640, 32, 3


@dataclass(frozen=True)
class _Words:
    """What a page says: its sign, its title, and sentences of what happened and what is safe."""

    icon: str
    tone: str
    title: str
    sentences: tuple[str, ...] = ()


_WORDS = {
    "archive_damaged": _Words(
        "triangle-alert", "bad", N_("The archive cannot be read"),
        (
            N_("A part of its file is damaged, so it was not opened. It was not changed, and it "
               "stays as it is whatever you choose here: an archive that takes its place is "
               "written beside it."),
        ),
    ),
    "archive_missing": _Words(
        "triangle-alert", "warn", N_("The archive is not at its place"),
        (
            N_("There are backups of it, but its file was moved, renamed, or is on a disk that is "
               "not connected. Put it back and try again, or restore a backup."),
        ),
    ),
    "archive_in_use": _Words(
        "lock", "blue", N_("The archive is open in another window"),
        (
            N_("Nothing is lost. Two windows may not write into one archive, so this one shows "
               "none of it. Go on in the other window, or close it and try again here."),
        ),
    ),
    "archive_too_new": _Words("info", "warn", N_("A newer release of Mahdar wrote this archive")),
    "archive_unwritable": _Words("circle-alert", "bad", N_("The disk does not accept anything")),
}  # fmt: skip
_OTHER = _Words("circle-alert", "bad", N_("The archive could not be opened"))


class RefusedPage(Screen):
    """One card in the middle: what happened, what is safe, what to do."""

    name = "refused"

    def __init__(self, bridge: ArchiveBridge, services: Services, keeper: Safekeeping) -> None:
        super().__init__(bridge, services)
        self._keeper = keeper
        self._first: QPushButton | None = None
        theme = services.theme
        self._page = put_page(self, theme)
        self.card = Card(theme, self, padding=_PADDING)
        self.card.setFixedWidth(theme.px(_WIDTH))
        self._page.addStretch(1)
        self._page.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        self._page.addStretch(2)
        self.list = BackupList(services, self.card, most=_MOST)
        self.texts: list[str] = []
        if bridge.refusal is not None:
            self._fill(bridge.refusal)

    def enter(self) -> None:
        """Begin with what is advised."""
        if self._first is not None:
            self._first.setFocus()

    def _fill(self, error: RecorderError) -> None:
        words = _WORDS.get(error.code, _OTHER)
        theme, card = self.services.theme, self.card
        sign = Label("", card)
        sign.setPixmap(theme.pixmap(words.icon, words.tone, 40, self.devicePixelRatio()))
        card.column.addWidget(sign)
        self._say(_(words.title), "page")
        for each in words.sentences:
            self._say(_(each), "soft")
        if not words.sentences:
            self._say(explain(error), "soft")
        path = Path(str(error.data.get("path", "")))
        if error.code in {"archive_damaged", "archive_missing"}:
            self._offer_backups(path)
            is_damaged = error.code == "archive_damaged"
            (self._offer_rescue if is_damaged else self._offer_beginning)(path)
        card.column.addLayout(self._answers(error, path))
        if error.data.get("path"):
            name = ElidedLabel(f"\u2066{path}\u2069", card, role="small")
            card.column.addWidget(name)

    def _say(self, text: str, role: str) -> None:
        label = Label(text, self.card, role=role, wrap=True)
        inner = self.services.theme.px(_WIDTH - 2 * _PADDING) - 2
        label.ensurePolished()
        label.setFixedHeight(label.heightForWidth(inner))
        self.card.column.addWidget(label)
        self.texts.append(text)

    def _offer_backups(self, path: Path) -> None:
        self._newest = Label(_("The newest backups"), self.card, role="section")
        for each in (self._newest, self.list, Rule(self.card)):
            self.card.column.addWidget(each)
        self.list.chosen.connect(lambda backup: self._keeper.restore(backup, path))

        def read() -> list[Backup]:
            from recorder import backups_of

            return backups_of(path)

        self.bridge.aside(read, self._show_backups)

    def _show_backups(self, found: list[Backup]) -> None:
        if not found:
            self._newest.show_words(_("There is no backup yet."))
            return
        self.list.show_backups(found, marks_first=True)
        self._first = self.list.findChild(QPushButton)
        self.enter()

    def _offer(self, words: str, button: QPushButton) -> None:
        self._say(words, "soft")
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self.card.column.addLayout(row)
        self.card.column.addWidget(Rule(self.card))

    def _offer_rescue(self, path: Path) -> None:
        self.rescue = self._button(
            _("Rescue what can be read"), "search", partial(self._rescue, path)
        )
        self._offer(
            _(
                "A backup holds everything up to its date. What was written since may still be in "
                "the damaged file: it can be read page by page, and you are told what is missing."
            ),
            self.rescue,
        )

    def _offer_beginning(self, path: Path) -> None:
        begin = self._button(_("Begin an empty archive"), "plus", partial(self._keeper.begin, path))
        self._offer(_("The backups stay where they are, whatever you choose."), begin)

    def _answers(self, error: RecorderError, path: Path) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.services.theme.px(8))
        is_damaged = error.code == "archive_damaged"
        again = self._button(
            _("Try again"), "rotate-ccw", self._try_again, kind="" if is_damaged else "primary"
        )
        folder = self._button(_("Show the folder"), "folder-open", partial(show_folder, path))
        leave = self._button(_("Close Mahdar"), "x", self._close)
        for each in (again, folder):
            row.addWidget(each)
        row.addStretch(1)
        row.addWidget(leave)
        self._first = again
        return row

    def _button(
        self, text: str, icon: str, handler: Callable[[], None], *, kind: str = ""
    ) -> QPushButton:
        button = make_button(text, self.services.theme, self.card, icon=icon, kind=kind)
        button.clicked.connect(lambda _checked=False: handler())
        return button

    def _rescue(self, path: Path) -> None:
        for each in self.card.findChildren(QPushButton):
            each.setEnabled(False)
        self.rescue.setText(_("Reading what can be read"))
        self._keeper.rescue(path)

    def _try_again(self) -> None:
        self.bridge.reopen()

    def _close(self) -> None:
        window: QWidget = self.window()
        window.close()
