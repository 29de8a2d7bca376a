"""The box of the running meeting: it goes on where it was left, and nothing typed in it is lost."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from recorder import Draft, RecorderError
from ui.capture.entry import Held
from ui.hand_place import caret_of, put_caret
from ui.i18n import _, explain
from ui.meeting.workspace_part import Commands, Part, Session

_SAVING = "capture.failed"


@dataclass(frozen=True)
class _HeldWriting:
    words: Held
    caret: tuple[int, int] | None
    name: str


class WritingPart(Part):
    """What is being typed becomes notes, and what cannot be saved is said."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        presenter = session.capture.presenter
        presenter.failed.connect(self._on_save_failed)
        presenter.recovered.connect(lambda: session.services.notices.withdraw(_SAVING))

    def commands(self) -> Commands:
        """What the keys of the session do to the note being written."""
        capture = self.session.capture
        return {
            "note.add": capture.save,
            "note.kind": capture.kinds.take_focus,
            "note.stamp": capture.presenter.stamp,
            "note.verb": capture.verb.open_menu,
        }

    def stops(self) -> Sequence[tuple[int, QWidget]]:
        """The box is in the middle of the way round."""
        return ((0, self.session.capture.box),)

    def opened(self, drafts: Sequence[Draft]) -> None:
        """Take up what was being typed, at the end of the notes."""
        session = self.session
        session.capture.presenter.begin(session.board.item_id, drafts, session.notes.stored)
        session.pane.list.show_end()

    def settle(self) -> None:
        """An earlier note that is being edited is saved; a new one waits in its box."""
        if self.session.capture.presenter.entry.is_edit:
            self.session.capture.presenter.finish()

    def leave(self) -> None:
        """Make notes of what was typed."""
        self.session.capture.presenter.leave()

    def hold(self) -> object:
        """The words in the box with their caret, and half a name in the field of the speaker."""
        capture = self.session.capture
        caret = caret_of(capture.box)
        return _HeldWriting(capture.presenter.hold(), caret, capture.speaker.unfinished)

    def take(self, held: object) -> None:
        """Write on in the middle of the word."""
        if not isinstance(held, _HeldWriting):
            return
        capture = self.session.capture
        capture.presenter.take(held.words)
        if held.caret is not None:
            put_caret(capture.box, *held.caret)
        if held.name:
            capture.speaker.insert(held.name)

    def _on_save_failed(self, error: RecorderError) -> None:
        words = _("Not saved yet; it stays here and is tried again.")
        self.session.services.notices.post(
            f"{words} {explain(error)}",
            "bad",
            key=_SAVING,
            stays=True,
            answers=((_("Try again"), self.session.capture.presenter.retry),),
        )
