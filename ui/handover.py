"""From the screen that goes to the one in its place: typed words, and where the hand was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui.hand_place import HandPlace, caret_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.bridge import ArchiveBridge
    from ui.screen import Screen

_ROUNDS = 3
"""What was read may ask for more; then a screen is filled."""


class Handover:
    """What the screen in view holds, taken before it goes."""

    def __init__(self, screen: Screen) -> None:
        self._place = HandPlace.of(screen)
        self._held = screen.hold()
        self._put: QWidget | None = None

    def give(self, screen: Screen, bridge: ArchiveBridge) -> None:
        """Let the new screen go on; what it has yet to read is waited for, but no hand is moved."""
        screen.take(self._held)
        self._place.restore(screen)
        self._put = self._place.part_in(screen)
        state = self._state()
        if bridge.is_open:
            self._ask_again(screen, bridge, state, _ROUNDS)

    def _ask_again(self, screen: Screen, bridge: ArchiveBridge, state: object, rounds: int) -> None:
        def answered(_nothing: object) -> None:
            if rounds > 1:
                self._ask_again(screen, bridge, state, rounds - 1)
            elif self._put is None or self._state() == state:
                self._place.restore(screen)

        bridge.request(lambda _archive: None, answered, origin=screen, failed=lambda _error: None)

    @staticmethod
    def _state() -> object:
        """What a hand at work would have changed."""
        focus = QApplication.focusWidget()
        return focus, caret_of(focus) if focus is not None else None
