"""Undo and redo for the whole window: the archive's own steps, so that they survive a restart."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from recorder import Undone
from ui.bridge import ArchiveBridge
from ui.i18n import _, deed
from ui.screen import Screen
from ui.services import Services

if TYPE_CHECKING:
    from ui.bridge import ArchiveType

NOTICE = "undo"
"""The key of what is said of the latest step; who offers an undo of its own uses it too."""

_Step = Callable[["ArchiveType"], Undone | None]


class Steps(QObject):
    """Answers the commands undo and redo, and names them after what they would do.

    Inside an editor with typing that is not saved yet both belong to the editor. Else the screen
    may have thrown something away that the archive never had; then it is the archive's turn.
    """

    def __init__(
        self,
        bridge: ArchiveBridge,
        services: Services,
        screen: Callable[[], Screen],
        parent: QObject,
    ) -> None:
        """Prepare; `screen` tells which one is in view."""
        super().__init__(parent)
        self._bridge, self._services, self._screen = bridge, services, screen
        self._is_asking = False
        services.actions.bind("undo", self.undo)
        services.actions.bind("redo", self.redo)
        self._name(None, None)
        bridge.changed.connect(self._ask)
        bridge.opened.connect(self._ask)
        if bridge.is_open:
            self._ask()

    def undo(self) -> None:
        """Take the latest step back."""
        editor = _editor_at_work()
        if editor is not None:
            editor.undo()
        elif not self._screen().take_back():
            self._request(lambda archive: archive.undo(), self._on_undone)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._request(lambda archive: archive.redo(), self._on_redone)

    def _request(self, step: _Step, done: Callable[[Undone | None], None]) -> None:
        self._screen().settle()
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QTextEdit):
            # A field that has the focus shows nothing new; what it shows is about to change.
            focus.clearFocus()
            self._bridge.request(step, done, origin=self, saves=True)
            self._bridge.request(lambda _archive: None, lambda _none: self._give_back(focus))
            return
        self._bridge.request(step, done, origin=self, saves=True)

    def _give_back(self, focus: QWidget) -> None:
        # What changed is being read; after that the hand finds its field again.
        self._bridge.request(lambda _archive: None, lambda _none: _focus_again(focus), origin=focus)

    def _on_undone(self, undone: Undone | None) -> None:
        self._say(undone, _("Undone: {deed}."), (_("Redo"), "redo", self.redo))

    def _on_redone(self, redone: Undone | None) -> None:
        self._say(redone, _("Done again: {deed}."), (_("Undo"), "undo", self.undo))

    def _say(
        self, done: Undone | None, words: str, answer: tuple[str, str, Callable[[], None]]
    ) -> None:
        self._ask()
        if done is None:
            return
        text = words.format(deed=deed(done.action))
        if done.kept:
            text += " " + _("Some of it stays, because somebody else has gone on from there.")
        name, command, handler = answer
        key = self._services.actions.key_text(command)
        self._services.notices.post(
            text, "warn" if done.kept else "blue", key=NOTICE,
            answers=((f"{name}  \u2066{key}\u2069", handler),),
        )  # fmt: skip

    ## What there is to take back

    def _ask(self, *_what: object) -> None:
        if not self._is_asking:
            self._is_asking = True
            self._bridge.request(
                lambda archive: (archive.undoable(), archive.redoable()), self._on_known,
                failed=lambda _error: self._on_known((None, None)), origin=self,
            )  # fmt: skip

    def _on_known(self, steps: tuple[str | None, str | None]) -> None:
        self._is_asking = False
        self._name(*steps)

    def _name(self, back: str | None, forth: str | None) -> None:
        actions = self._services.actions
        for command, token, words in (
            ("undo", back, _("Undo: {deed}")),
            ("redo", forth, _("Redo: {deed}")),
        ):
            actions.rename(command, words.format(deed=deed(token)) if token else "")
            actions.allow(command, allowed=token is not None)


def _editor_at_work() -> QLineEdit | QTextEdit | None:
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit) and focus.isUndoAvailable():
        return focus
    if isinstance(focus, QTextEdit) and focus.document().isUndoAvailable():
        return focus
    return None


def _focus_again(widget: QWidget) -> None:
    focus = QApplication.focusWidget()
    if widget.isVisible() and (focus is None or not isinstance(focus, QLineEdit | QTextEdit)):
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
