"""What notes do: saved, edited, deleted, seen as they once were, and brought back."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from recorder import Note
from ui.capture.writing import delete_note, restore_note
from ui.i18n import _, isolate
from ui.meeting.workspace_part import Commands, Part, Session
from ui.past.note_past import NotePast
from ui.past.steps import NOTICE


class NotesPart(Part):
    """The list answers to the box, and the box to the list."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._dropped: Callable[[], None] | None = None
        self.past = NotePast(session.bridge, session.services, session.pane, session.screen)
        session.views.addWidget(self.past, 1)
        presenter = session.capture.presenter
        session.pane.list.edited.connect(self.edit)
        session.capture.earlier.connect(self.edit_last)
        presenter.sent.connect(self._on_sent)
        presenter.marked.connect(session.notes.mark)
        presenter.unchanged.connect(session.board.look_again)
        presenter.emptied.connect(self._on_emptied)
        presenter.dropped.connect(self._on_dropped)

    def commands(self) -> Commands:
        """What the keys of the session do to notes of the list."""
        return {
            "note.edit": self._edit_selected,
            "note.delete": self._delete_selected,
            "note.history": self._show_past,
        }

    def stops(self) -> Sequence[tuple[int, QWidget]]:
        """The list, as soon as there is something in it."""
        return ((10, self.session.pane.list),) if self.session.notes.rowCount() else ()

    def turn_to(self, meeting_id: str) -> None:  # noqa: ARG002 - whichever it is
        """What was thrown away, and whose past was open, belongs to the meeting before."""
        self._dropped = None
        self.past.close_note()

    def take_back(self) -> bool:
        """Take up once more what Esc threw away, until something else is done."""
        dropped, self._dropped = self._dropped, None
        self.session.services.notices.withdraw(NOTICE)
        if dropped is not None:
            dropped()
        return dropped is not None

    def edit(self, note_id: str) -> None:
        """Take a note into the box."""
        note = self.session.notes.note(note_id)
        if note is not None:
            self.session.capture.presenter.edit(note)
            self.session.capture.take_focus()

    def edit_last(self) -> None:
        """Take the last note of the list into the box."""
        if self.session.notes.shown:
            self.edit(self.session.notes.shown[-1].id)

    ## By keys

    def _edit_selected(self) -> None:
        notes = self.session.pane.list
        if notes.hasFocus() and notes.current_id:
            self.edit(notes.current_id)
        else:
            self.edit_last()

    def _show_past(self) -> None:
        note_id = self.session.pane.list.current_id
        if self.session.pane.list.hasFocus() and note_id:
            self.past.open_note(note_id)

    def _delete_selected(self) -> None:
        note = self.session.notes.note(self.session.pane.list.current_id)
        if not self.session.pane.list.hasFocus() or note is None:
            return
        presenter = self.session.capture.presenter
        if presenter.entry.note.id == note.id:
            presenter.finish()  # what was typed into it comes back with it
        self.session.bridge.request(delete_note(note.id), saves=True)
        self._on_emptied(note)

    ## By the box

    def _on_sent(self, note: Note) -> None:
        self._dropped = None
        if self.session.notes.note(note.id) is None:
            # What was selected before is behind us: who goes to the list now means this note.
            self.session.pane.list.clearSelection()
        self.session.board.place_sent(note)
        row = self.session.notes.row_of(note.id)
        if row >= 0:
            self.session.pane.list.scrollTo(self.session.notes.index(row))

    def _on_emptied(self, note: Note) -> None:
        session = self.session
        who = session.board.speakers.name(note.speaker) or _("Speaker not named")
        text = _("A note was deleted: {speaker}").format(speaker=isolate(who))
        self._dropped = None
        session.offer_undo(text, lambda: session.bridge.request(restore_note(note.id), saves=True))

    def _on_dropped(self, note: Note) -> None:
        session = self.session

        def take_up() -> None:
            self._dropped = None
            stored = session.notes.note(note.id)
            if stored is not None:
                session.capture.presenter.take_up(stored, note.text)
                session.capture.take_focus()

        self._dropped = take_up
        session.services.actions.allow("undo", allowed=True)
        session.offer_undo(_("The note was left as it was."), take_up)
