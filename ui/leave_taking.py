"""The window is closed, or built anew: what was typed is saved first, and nothing goes unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.edits import commit_draft
from ui.i18n import _
from ui.saved import SaveState, Saving

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from recorder import Draft
    from ui.bridge import ArchiveBridge
    from ui.services import Services

_CLOSING_SECONDS, _REBUILDING_SECONDS = 20, 2
_REBUILD_AGAIN_MS = 500


class LeaveTaking(QObject):
    """Sees to it that no word goes with the screens.

    Signals:
        ready: all is saved, and the screens may be built anew.
    """

    ready = Signal()

    def __init__(
        self,
        bridge: ArchiveBridge,
        saved: SaveState,
        leave_screens: Callable[[], None],
        leave_others: Callable[[], None],
        window: QWidget,
    ) -> None:
        """Prepare.

        Args:
            bridge: the way to the archive.
            saved: whether all is saved.
            leave_screens: makes changes of what was typed on any screen.
            leave_others: the same, but for a screen that hands its words on when it is rebuilt.
            window: the window that is closed.
        """
        super().__init__(window)
        self._bridge, self._saved, self._window = bridge, saved, window
        self._leave_screens, self._leave_others = leave_screens, leave_others
        self._closes_unsaved = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._tell_when_saved)

    def rebuild_soon(self, delay_ms: int = 0) -> None:
        """Ask for new screens, once the field that asked for them is no longer at work."""
        self._soon.start(delay_ms)

    def forget_rebuilding(self) -> None:
        """The screens are built anew already."""
        self._soon.stop()

    def may_close(self, services: Services) -> bool:
        """Save all and let the archive finish; what the disk refuses keeps the window open."""
        if self._save_all(_CLOSING_SECONDS) or self._closes_unsaved:
            self._bridge.close(_CLOSING_SECONDS)
            return True
        self._offer_to_close(services)
        return False

    def commit_drafts(self) -> None:
        """Make changes of what a form was typing when the program was killed.

        Editors with a box of their own take theirs back into it.
        """
        self._bridge.request(lambda archive: archive.drafts.pending(), self._on_pending)

    def _on_pending(self, drafts: list[Draft]) -> None:
        for draft in drafts:
            if draft.window.startswith("form"):
                self._bridge.request(commit_draft(draft), saves=True)

    def _is_saved(self) -> bool:
        return self._saved.state in {Saving.NOTHING_YET, Saving.SAVED}

    def _save_all(self, seconds: float) -> bool:
        self._leave_screens()
        if not self._bridge.is_running:
            return True  # there is nobody left to save anything
        return self._bridge.finish(seconds) and self._is_saved()

    def _tell_when_saved(self) -> None:
        # What the disk refuses lives in the screens alone, and they go. Words that are still
        # being typed are handed on.
        if self._may_rebuild():
            self.ready.emit()
        else:
            self._soon.start(_REBUILD_AGAIN_MS)

    def _may_rebuild(self) -> bool:
        if self._is_refused():
            return False
        self._leave_others()
        if not self._bridge.is_running:
            return True
        return self._bridge.finish(_REBUILDING_SECONDS) and not self._is_refused()

    def _is_refused(self) -> bool:
        return self._saved.state is Saving.FAILED

    def _offer_to_close(self, services: Services) -> None:
        def close_unsaved() -> None:
            self._closes_unsaved = True
            close()

        def close() -> None:  # once the notice that was answered has gone
            QTimer.singleShot(0, self._window, self._window.close)

        services.notices.post(
            _("Not everything is saved yet, so the window stays open."), "bad",
            key="close", stays=True,
            answers=((_("Try again"), close), (_("Close without saving"), close_unsaved)),
        )  # fmt: skip
