"""The last sync taken back as one thing, and what was held back by it taken in again."""

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


class MergeUndo(QObject):
    """Knows whether there is a sync to take back, and how much is held back.

    Signals:
        moved: either is otherwise now.
        undone: what came by the last sync is held back.
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

    def ask(self) -> None:
        """Read both anew."""
        self._bridge.request(
            lambda archive: (archive.sharing.latest_merge(), archive.sharing.count_held()),
            self._on_known,
            origin=self,
        )

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

    def _on_known(self, known: tuple[str | None, int]) -> None:
        has_merge, held = known[0] is not None, known[1]
        if (has_merge, held) != (self.has_merge, self.held):
            self.has_merge, self.held = has_merge, held
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


def words_of_held(count: int, services: Services) -> str:
    """How much waits to be taken in again."""
    said = ngettext(
        "{count} change of a sync that was undone is held back.",
        "{count} changes of a sync that was undone are held back.",
        count,
    )
    return said.format(count=services.wording.number(count))
