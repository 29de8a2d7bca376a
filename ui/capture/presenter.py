"""What the box holds, and what becomes of it between the first key and the archive.

No widgets here. What is finished goes on its way with a `NoteSender`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from recorder import Draft, Note, NoteKind, RecorderError, ReportingVerb, Speaker, new_id
from ui.bridge import ArchiveBridge
from ui.capture.entry import Entry, Held, entry_of, fresh_entry, made_of, sort_out
from ui.capture.keeping import TextKeeper
from ui.capture.sending import NoteSender
from ui.capture.speakers import NOBODY
from ui.capture.writing import WINDOW
from ui.saved import SaveState


class CapturePresenter(QObject):
    """The note that is being written, and the speaker who stays.

    Signals:
        taking: the words of the box are about to be taken, with what is being composed there.
        turned: the box is to show the text of another entry.
        dressed: speaker, kind, verb or time of the entry changed.
        sent(Note): a note is on its way to the archive; it is shown at once.
        marked(str, str): the state of a note in the list: "", "unsaved" or "editing".
        emptied(Note): a stored note was emptied, hence deleted.
        dropped(Note): the changes to a note were thrown away; it carries the text that was.
        made(Recommendation | Decision): one was made of a note.
        failed(RecorderError): something could not be saved; it is tried again.
        recovered: all that had failed is saved.
        unchanged(str): a note turned out to be stored as it is, or gone since it was taken up.
    """

    taking = Signal()
    turned = Signal()
    dressed = Signal()
    sent = Signal(object)
    marked = Signal(str, str)
    emptied = Signal(object)
    dropped = Signal(object)
    made = Signal(object)
    failed = Signal(object)
    recovered = Signal()
    unchanged = Signal(str)

    def __init__(
        self,
        bridge: ArchiveBridge,
        saved: SaveState,
        clock: Callable[[], datetime],
        read_text: Callable[[], str],
        parent: QObject,
    ) -> None:
        """Prepare; `read_text` tells what stands in the box."""
        super().__init__(parent)
        self._bridge, self._saved, self._clock, self._read_text = bridge, saved, clock, read_text
        self._meeting_id = ""
        self._item_id: str | None = None
        self._entry = self._fresh(NOBODY)
        self._waiting: Entry | None = None
        self._speaker_before = NOBODY
        self._has_begun = False
        self._sender = NoteSender(bridge, self)
        for name in ("sent", "marked", "failed", "recovered", "unchanged"):
            getattr(self._sender, name).connect(getattr(self, name))
        self._keeper = TextKeeper(bridge, self._draft, self)
        self._keeper.rested.connect(self._on_rested)
        self._keeper.failed.connect(self.failed)
        bridge.settled.connect(self._on_settled)

    ## What stands in the box

    @property
    def entry(self) -> Entry:
        """What the box holds, with the text as it was when the box was turned to it."""
        return self._entry

    @property
    def item_id(self) -> str | None:
        """The item that new notes belong to."""
        return self._item_id

    @property
    def note(self) -> Note:
        """The note with the words that stand in the box now."""
        return replace(self._entry.note, text=self._read_text())

    @property
    def has_words(self) -> bool:
        """Whether anything but blanks stands in the box."""
        return bool(self._read_text().strip())

    ## Beginning and ending

    def turn_to(self, meeting_id: str) -> None:
        """Write for another meeting from now on; what was typed becomes notes of the one before.

        Until `begin` tells its item, notes are kept as drafts.
        """
        self.leave()
        self._keeper.forget()
        self._meeting_id, self._item_id, self._has_begun = meeting_id, None, False
        self._turn(self._fresh(NOBODY))

    def begin(
        self, item_id: str | None, drafts: Iterable[Draft], stored: Mapping[str, Note]
    ) -> None:
        """The meeting was read: take back what was being typed when the program ended.

        Words that were typed while it was read stay in the box; older ones become notes.

        Args:
            item_id: the item that new notes belong to.
            drafts: what the archive has pending.
            stored: the notes of the meeting.
        """
        self._item_id, self._has_begun = item_id, True
        self._entry = self._entry.under(item_id)
        self._sender.show_again(self._meeting_id)
        self._sender.release(item_id)
        pending = [entry_of(each, stored) for each in drafts if self._is_ours(each)]
        if self.has_words or self._entry.is_edit:
            self._touch_if_written()
            for each in pending:
                self._send(each)
            self._mark_editing()
            return
        self._replay(pending)
        self.turned.emit()
        self._mark_editing()

    def move_to(self, item_id: str | None) -> None:
        """New notes belong to another item from now on, the one in the box with them."""
        self._item_id = item_id
        if not self._entry.is_stored:
            self._entry = self._entry.under(item_id)
            self._touch_if_written()
        if self._waiting is not None and not self._waiting.is_stored:
            self._waiting = self._waiting.under(item_id)

    def leave(self) -> None:
        """Make notes of all that was typed."""
        self.taking.emit()
        while self.has_words or self._entry.is_edit:
            self.finish()
        self._keeper.keep()  # a box that was emptied
        self._sender.release(self._item_id)
        self._sender.retry()

    def hold(self) -> Held:
        """Hand over what is being written; here is nothing left of it to make a note of."""
        self.taking.emit()
        self._keeper.keep()
        self._keeper.forget()
        entry = replace(self._entry, note=self.note)
        held = Held(entry, self._waiting, self._speaker_before)
        self._waiting = None
        self._turn(self._fresh(NOBODY))
        return held

    def take(self, held: Held) -> None:
        """Go on with what another presenter held; comes after `turn_to`, before `begin`."""
        self._waiting, self._speaker_before = held.waiting, held.speaker_before
        self._entry = held.entry
        self.turned.emit()
        self._touch_if_written()

    ## Writing

    def typed(self) -> None:
        """A key changed the words; the first one gives the note its time."""
        if not self._entry.note.said_at and self.has_words:
            self._entry = replace(self._entry, note=replace(self._entry.note, said_at=self._now()))
            self.dressed.emit()
        if self._entry.note.said_at or self._entry.is_stored:
            self._saved.touch()
            self._keeper.typed()

    def finish(self, makes: str = "", words: str = "") -> Note | None:
        """Make a note of the words and empty the box; blank words make none.

        Args:
            makes: what is made of the note besides; what its mark says when "".
            words: of which words of it; of all when "".

        Returns:
            The note that is on its way, if any.
        """
        self.taking.emit()
        note = replace(self.note, text=self.note.text.strip())
        entry = replace(self._entry, note=note, makes=makes or self._entry.makes)
        self._keeper.forget()
        finished: Note | None = None
        if note.text:
            self._send(entry, words)
            finished = note
        elif entry.is_stored:
            self._sender.delete(note.id)
            self.emptied.emit(note)
        else:
            self._sender.discard(note.id)
        self._turn_on(note.speaker)
        return finished

    def edit(self, note: Note) -> None:
        """Take up an earlier note; what stands in the box waits until that is done."""
        if note.id == self._entry.note.id:
            return
        self.taking.emit()
        if self._entry.is_edit:
            self.finish()
        if self.has_words:
            self._sender.keep(self._entry.draft(self._read_text()))
            self._waiting = replace(self._entry, note=self.note)
        elif self._entry.note.said_at:
            self.finish()  # what was emptied is not to come back from the disk
        self._keeper.forget()
        self._turn(Entry(note, is_stored=True, is_edit=True))
        self.marked.emit(note.id, "editing")

    def cancel(self) -> None:
        """Leave an earlier note as it was."""
        if not self._entry.is_edit:
            return
        before, now = self._entry.note, self.note
        self._keeper.forget()
        self._sender.discard(before.id)
        self.marked.emit(before.id, "")
        self._turn_on(before.speaker)
        if now.text != before.text:
            self.dropped.emit(now)

    def take_up(self, note: Note, text: str) -> None:
        """Edit a note with a text that was thrown away."""
        self.edit(note)
        self._turn(replace(self._entry, note=replace(note, text=text)))
        self.typed()

    def cut(self, at: int) -> bool:
        """End the note that is being written at a place of its text; the rest stays in the box.

        Returns:
            Whether there were words on both sides.
        """
        text = self._read_text()
        head, tail = text[:at].strip(), text[at:].strip()
        if not head or not tail or self._entry.is_edit:
            return False
        note, rest = replace(self._entry.note, text=head), self._entry.rest(tail)
        self._keeper.forget()
        self._sender.keep(rest.draft(tail))  # before the note ends without these words
        self._send(replace(self._entry, note=note))
        self._turn(rest)
        self._touch_if_written()
        return True

    def quote(self, note: Note, words: str, kind: NoteKind) -> Note:
        """Make words of a note a note of their own, said by the same at the same time."""
        part = replace(note, id=new_id(), text=words.strip(), kind=kind, verb=None)
        self._sender.release(self._item_id)  # the note first
        self._bridge.request(lambda archive: archive.notes.quote(note.id, part), saves=True)
        return part

    ## Dressing

    def dress(self, note: Note) -> None:
        """Take the note as it is now, but for its words."""
        self._entry = replace(self._entry, note=note)
        self.dressed.emit()
        self._touch_if_written()

    def choose_speaker(self, speaker: Speaker) -> None:
        """Let somebody speak, until another is chosen."""
        self.dress(replace(self._entry.note, speaker=speaker))

    def choose_kind(self, kind: str | None) -> None:
        """Say what the note does."""
        self.dress(replace(self._entry.note, kind=kind))

    def choose_makes(self, makes: str) -> None:
        """Say what is made of the note besides when it is saved; "" for nothing."""
        self._entry = replace(self._entry, makes=makes)
        self.dress(self._entry.note)

    def choose_item(self, item_id: str | None) -> None:
        """Let the new note in the box belong to an item, whichever is current."""
        placed = replace(self._entry, is_pinned=False).under(item_id)
        self._entry = replace(placed, is_pinned=item_id != self._item_id)
        self.dress(self._entry.note)

    def name_voice(self, label: str, speaker: Speaker) -> None:
        """A voice that went under a label has a name; so it has in the box."""
        self._entry = self._entry.voiced(label, speaker)
        self._waiting = self._waiting and self._waiting.voiced(label, speaker)
        if self._speaker_before == Speaker(None, label):
            self._speaker_before = speaker
        self.dress(self._entry.note)

    def choose_verb(self, verb: ReportingVerb | None) -> None:
        """Say with which verb the minutes report it."""
        self.dress(replace(self._entry.note, verb=verb))

    def stamp(self) -> None:
        """Let the note be said now."""
        self.dress(replace(self._entry.note, said_at=self._now()))

    def retry(self) -> None:
        """Try again to save what failed."""
        self._sender.retry()

    ## Inside

    def _mark_editing(self) -> None:
        if self._entry.is_edit:
            self.marked.emit(self._entry.note.id, "editing")

    def _touch_if_written(self) -> None:
        if self._entry.is_stored or self.has_words:
            self._saved.touch()
            self._keeper.typed()

    def _fresh(self, speaker: Speaker) -> Entry:
        return fresh_entry(self._meeting_id, self._item_id, speaker)

    def _send(self, entry: Entry, words: str = "") -> None:
        made = made_of(entry.note, entry.makes, words)
        carry = self._sender.send if self._has_begun else self._sender.hold
        carry(entry.note, is_stored=entry.is_stored, made=made)
        if made is not None:
            self.made.emit(made)

    def _turn_on(self, speaker: Speaker) -> None:
        """Back to what was waiting, else to an empty box in which the speaker stays."""
        waiting, self._waiting = self._waiting, None
        if waiting is None and self._entry.is_edit:
            speaker = self._speaker_before
        self._turn(waiting or self._fresh(speaker))

    def _turn(self, entry: Entry) -> None:
        if entry.is_edit and not self._entry.is_edit:
            self._speaker_before = self._entry.note.speaker
        self._entry = entry
        self.turned.emit()

    def _draft(self) -> Draft | None:
        if not self._entry.note.said_at and not self._entry.is_stored:
            return None
        return self._entry.draft(self._read_text())

    def _now(self) -> str:
        return self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def _is_ours(self, draft: Draft) -> bool:
        meeting_id = draft.fields.get("meeting_id")
        here = {each.note.id for each in (self._entry, self._waiting) if each is not None}
        is_here = draft.row_id in here or self._sender.carries(draft.row_id)
        return draft.window == WINDOW and meeting_id == self._meeting_id and not is_here

    def _replay(self, entries: list[Entry]) -> None:
        back = sort_out(entries)
        for entry in back.finished:
            self._send(entry)
        if back.fresh is not None:
            item_id = back.fresh.note.place.parent_id
            self._entry = replace(back.fresh, is_pinned=item_id not in {None, self._item_id})
        if back.edit is not None:
            self._waiting = self._entry if back.fresh else None
            self._speaker_before = self._entry.note.speaker
            self._entry = back.edit

    def _on_rested(self) -> None:
        if self.has_words and not self._entry.is_edit:  # Esc must find an earlier note as it was
            note = replace(self._entry, note=self.note)
            self._sender.go_on(note, self._on_rest_kept, self._on_rest_failed)

    def _on_rest_kept(self, note_id: str) -> None:
        if note_id == self._entry.note.id:
            self._entry = replace(self._entry, is_stored=True)
            self.marked.emit(note_id, "editing")

    def _on_rest_failed(self, error: RecorderError) -> None:
        self.failed.emit(error)
        self._touch_if_written()

    def _on_settled(self) -> None:
        if self._sender.is_busy or self._keeper.is_unsaved:
            self._saved.touch()  # others' saves succeeded; ours is still to come
