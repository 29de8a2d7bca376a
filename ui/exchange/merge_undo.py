"""What syncs left behind: one to take back, what was held back by it, places written apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.i18n import _, ngettext
from ui.past.steps import NOTICE

if TYPE_CHECKING:
    from collections.abc import Callable

    from recorder import Changes, HeldBack
    from ui.bridge import ArchiveBridge, ArchiveType
    from ui.services import Services


_SETTLING = frozenset(
    {"conflict.settle", "merge.hold", "receive", "redo", "undo", "version.restore"}
)
"""Actions after which more or fewer places are written apart."""


class MergeUndo(QObject):
    """Knows what can be taken back and in again, and where two people wrote one place.

    Signals:
        moved: any of it is otherwise now.
        undone: what came by the last sync is held back.

    Attributes:
        has_merge: whether there is a sync to take back.
        held: how many changes are held back.
        apart: how many places of each meeting wait for a look.
    """

    moved = Signal()
    undone = Signal()

    def __init__(
        self, bridge: ArchiveBridge, services: Callable[[], Services], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge, self._services = bridge, services
        self.has_merge = False
        self.held = 0
        self.apart: dict[str, int] = {}
        bridge.changed.connect(self._on_changed)

    def ask(self) -> None:
        """Read all of it anew."""
        self._bridge.request(_read, self._on_known, origin=self)

    def undo(self) -> None:
        """Hold back what came by the last sync."""
        told: list[HeldBack] = []

        def call(archive: ArchiveType) -> Changes | None:
            done = archive.sharing.undo_merge()
            if done is None:
                return None
            told.append(done)
            return done.changes  # all views hear of it

        self._bridge.request(call, lambda _changes: self._on_undone(told), origin=self, saves=True)

    def release(self) -> None:
        """Take in again what is held back."""
        self._bridge.request(
            lambda archive: archive.sharing.release(), self._on_released, origin=self, saves=True
        )

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.action in _SETTLING or (self.apart and changes.action.endswith(".write")):
            self.ask()

    def _on_known(self, known: tuple[bool, int, dict[str, int]]) -> None:
        if known != (self.has_merge, self.held, self.apart):
            self.has_merge, self.held, self.apart = known
            self.moved.emit()

    def _on_undone(self, told: list[HeldBack]) -> None:
        self.ask()
        self.undone.emit()
        for done in told:
            said = ngettext(
                "The sync was undone: {count} change is held back.",
                "The sync was undone: {count} changes are held back.",
                done.held,
            ).format(count=self._services().wording.number(done.held))
            if done.kept:
                said += " " + _("What you have gone on from since stays.")
            self._services().notices.post(
                said, "warn" if done.kept else "blue", key=NOTICE,
                answers=((_("Take it in again"), self.release),),
            )  # fmt: skip

    def _on_released(self, _changes: Changes) -> None:
        self.ask()
        self._services().notices.post(
            _("What was held back is in the archive again."), "good", key=NOTICE
        )


def _read(archive: ArchiveType) -> tuple[bool, int, dict[str, int]]:
    from recorder import DIRECTORY

    apart: dict[str, int] = {}
    for each in archive.conflicts():
        if each.scope != DIRECTORY:
            apart[each.scope] = apart.get(each.scope, 0) + 1
    sharing = archive.sharing
    return sharing.latest_merge() is not None, sharing.count_held(), apart


def words_of_apart(count: int, services: Services) -> str:
    """How many places wait for a look."""
    said = ngettext(
        "{count} place was written apart and waits for your eye.",
        "{count} places were written apart and wait for your eye.",
        count,
    )
    return said.format(count=services.wording.number(count))


def words_of_held(count: int, services: Services) -> str:
    """How much waits to be taken in again."""
    said = ngettext(
        "{count} change of a sync that was undone is held back.",
        "{count} changes of a sync that was undone are held back.",
        count,
    )
    return said.format(count=services.wording.number(count))
