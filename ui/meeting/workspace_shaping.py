"""Where a note begins and ends, and where it stands: split, joined, moved."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex

from recorder import Note, RecorderError, new_id
from ui.i18n import _, explain, isolate, ngettext
from ui.meeting.agenda_lines import in_order
from ui.meeting.item_menu import open_item_menu
from ui.meeting.workspace_notes_model import NoteRole
from ui.meeting.workspace_part import Commands, Part, Session

_APART = "note.apart"


class ShapingPart(Part):
    """Works on the note selected in the list, on the one in the box, or else on the last one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._followed = ""
        session.pane.list.stepped.connect(self._step)
        session.pane.list.carried.connect(self._carry)
        session.notes.rowsInserted.connect(self._follow)
        session.board.agenda_changed.connect(self._show_items)
        session.capture.box.pasted.connect(self._on_pasted)

    def commands(self) -> Commands:
        """Splitting, joining, and going to another item."""
        return {"note.split": self._split, "note.join": self._join, "note.item": self._ask_item}

    ## Split and joined

    def _split(self) -> None:
        capture = self.session.capture
        box, presenter = capture.box, capture.presenter
        box.end_composition()
        text, at = box.words, box.textCursor().position()
        parts = [text[:at].strip(), text[at:].strip()]
        if not parts[1]:
            parts = [each.strip() for each in text.split("\n") if each.strip()]
        if not all(parts) or len(parts) < 2:  # noqa: PLR2004 - a note and another
            self._say(_("Put the caret where the next note begins."))
        elif presenter.entry.is_edit or at >= len(text.rstrip()):
            self._split_stored(parts)
        else:
            presenter.cut(at)
        capture.take_focus()

    def _split_stored(self, parts: list[str]) -> None:
        note = self.session.capture.presenter.finish()
        if note is None:
            return
        ids = [new_id() for _part in parts[1:]]
        self.session.bridge.request(
            lambda archive: archive.notes.split(note.id, parts, ids), saves=True
        )
        words = ngettext("The note is {count} note now.", "The note is {count} notes now.",
                         len(parts))  # fmt: skip
        number = self.session.services.wording.number(len(parts))
        self.session.offer_step_back(words.format(count=number), "note.split")

    def _join(self) -> None:
        note = self._taken()
        if note is not None:
            self.session.bridge.request(
                lambda archive: archive.notes.join(note.id),
                lambda _changes: self.session.offer_step_back(
                    _("The two notes are one now."), "note.join"
                ),
                failed=self._on_apart,
                saves=True,
            )
        self.session.capture.take_focus()

    def _taken(self) -> Note | None:
        """The note in question, saved if it was being written."""
        session = self.session
        note = session.listed_note() or session.capture.presenter.finish()
        return note or (session.notes.shown[-1] if session.notes.shown else None)

    def _on_apart(self, error: RecorderError) -> None:
        self._say(explain(error))

    def _on_pasted(self, is_list: bool) -> None:  # noqa: FBT001 - a Qt signal
        key = self.session.services.actions.key_text("note.split")
        words = _("{key}: each line a note").format(key=f"\u2066{key}\u2069")
        self.session.capture.sign.show_offer(words if is_list else "")

    ## Moved

    def _step(self, note_id: str, by: int) -> None:
        self._move(note_id, lambda: self.session.bridge.request(
            lambda archive: archive.notes.step(note_id, by), saves=True
        ))  # fmt: skip

    def _carry(self, note_id: str, by: int) -> None:
        note = self.session.notes.note(note_id)
        ids = [each.id for each, _depth, _number in in_order(self.session.board.agenda)]
        if note is None or not ids:
            return
        item_id = note.place.parent_id
        at = ids.index(item_id) + by if item_id in ids else 0
        if 0 <= at < len(ids) and ids[at] != item_id:
            self._move(note_id, lambda: self._put_under(note_id, ids[at]))

    def _move(self, note_id: str, move: Callable[[], None]) -> None:
        self._followed = note_id
        move()

    def _follow(self, _parent: QModelIndex, first: int, last: int) -> None:
        """A row that was moved is the same note: it stays selected."""
        notes = self.session.notes
        for row in range(first, last + 1):
            if notes.index(row).data(NoteRole.ID) == self._followed:
                self.session.pane.list.setCurrentIndex(notes.index(row))

    def _ask_item(self) -> None:
        session, board = self.session, self.session.board
        listed, entry = session.listed_note(), session.capture.presenter.entry
        note = listed or entry.note
        is_stored = listed is not None or entry.is_stored

        def choose(item_id: str) -> None:
            if is_stored:
                self._put_under(note.id, item_id)
            else:
                session.capture.presenter.choose_item(item_id)
            session.capture.take_focus()

        open_item_menu(session.capture, session.services, in_order(board.agenda),
                       note.place.parent_id, choose)  # fmt: skip

    def _put_under(self, note_id: str, item_id: str) -> None:
        session = self.session
        session.bridge.request(
            lambda archive: archive.notes.put_under(note_id, item_id), saves=True
        )
        title = self._titles().get(item_id, "") or _("Untitled item")
        words = _("The note was moved to: {item}").format(item=isolate(title))
        session.offer_step_back(words, "note.move")

    def _show_items(self) -> None:
        self.session.capture.show_items(self._titles())

    def _titles(self) -> dict[str, str]:
        return {each.id: each.title for each in self.session.board.agenda}

    def _say(self, words: str) -> None:
        self.session.services.notices.post(words, "blue", key=_APART)
