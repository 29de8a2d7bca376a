"""What the box holds, and what becomes of it between the first key and the archive.

No widgets here. What is finished goes on its way with a `NoteSender`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from recorder import (
    Draft,
    Note,
    NoteKind,
    Place,
    Recommendation,
    RecorderError,
    ReportingVerb,
    Speaker,
    new_id,
)
from ui.bridge import ArchiveBridge
from ui.capture.entry import Entry, Held, entry_of, sort_out
from ui.capture.keeping import TextKeeper
from ui.capture.sending import NoteSender
from ui.capture.speakers import NOBODY
from ui.capture.writing import WINDOW, add_recommendation, draft_of, keep_note
from ui.saved import SaveState


class CapturePresenter(QObject):
    """The note that is being written, and the speaker who stays.

    Signals:
        turned: the box is to show the text of another entry.
        dressed: speaker, kind, verb or time of the entry changed.
        sent(Note): a note is on its way to the archive; it is shown at once.
        marked(str, str): the state of a note in the list: "", "unsaved" or "editing".
        emptied(Note): a stored note was emptied, hence deleted.
        dropped(Note): the changes to a note were thrown away; it carries the text that was.
        recommended(Recommendation): one was made.
        failed(RecorderError): something could not be saved; it is tried again.
        recovered: all that had failed is saved.
    """

    turned = Signal()
    dressed = Signal()
    sent = Signal(object)
    marked = Signal(str, str)
    emptied = Signal(object)
    dropped = Signal(object)
    recommended = Signal(object)
    failed = Signal(object)
    recovered = Signal()

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
        for ours, its in (
            (self.sent, self._sender.sent), (self.marked, self._sender.marked),
            (self.failed, self._sender.failed), (self.recovered, self._sender.recovered),
        ):  # fmt: skip
            its.connect(ours)
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
        self._entry = self._placed(self._entry)
        self._sender.show_again(self._meeting_id)
        self._sender.release(item_id)
        pending = [entry_of(each, stored) for each in drafts if self._is_ours(each)]
        if self.has_words or self._entry.is_edit:
            self._touch_if_written()
            for each in pending:
                self._sender.send(each.note, is_stored=each.is_stored)
            self._mark_editing()
            return
        self._replay(pending)
        self.turned.emit()
        self._mark_editing()

    def move_to(self, item_id: str | None) -> None:
        """New notes belong to another item from now on, the one in the box with them."""
        self._item_id = item_id
        if not self._entry.is_stored:
            self._entry = self._placed(self._entry)
            self._touch_if_written()
        if self._waiting is not None and not self._waiting.is_stored:
            self._waiting = self._placed(self._waiting)

    def leave(self) -> None:
        """Make notes of all that was typed."""
        while self.has_words or self._entry.is_edit:
            self.finish()
        self._keeper.keep()  # a box that was emptied
        self._sender.release(self._item_id)
        self._sender.retry()

    def hold(self) -> Held:
        """Hand over what is being written; here is nothing left of it to make a note of."""
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

    def finish(self) -> Note | None:
        """Make a note of the words and empty the box; blank words make none.

        Returns:
            The note that is on its way, if any.
        """
        entry, note = self._entry, self.note
        note = replace(note, text=note.text.strip())
        self._keeper.forget()
        finished: Note | None = None
        if note.text:
            carry = self._sender.send if self._has_begun else self._sender.hold
            carry(note, is_stored=entry.is_stored)
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
        if self._entry.is_edit:
            self.finish()
        if self.has_words:
            self._keeper.keep()
            self._waiting = replace(self._entry, note=self.note)
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

    def recommend(self, text: str, note: Note) -> Recommendation:
        """Make a recommendation that comes from a note."""
        made = Recommendation(
            id=new_id(),
            meeting_id=self._meeting_id,
            place=Place(note.place.parent_id),
            text=text.strip(),
        )
        self._sender.release(self._item_id)  # the note first
        self._bridge.request(add_recommendation(made, note.id), saves=True)
        self.recommended.emit(made)
        return made

    ## Dressing

    def choose_speaker(self, speaker: Speaker) -> None:
        """Let somebody speak, until another is chosen."""
        self._dress(replace(self._entry.note, speaker=speaker))

    def choose_kind(self, kind: NoteKind) -> None:
        """Say what the note does."""
        self._dress(replace(self._entry.note, kind=kind))

    def choose_verb(self, verb: ReportingVerb | None) -> None:
        """Say with which verb the minutes report it."""
        self._dress(replace(self._entry.note, verb=verb))

    def stamp(self) -> None:
        """Let the note be said now."""
        self._dress(replace(self._entry.note, said_at=self._now()))

    def retry(self) -> None:
        """Try again to save what failed."""
        self._sender.retry()

    ## Inside

    def _mark_editing(self) -> None:
        if self._entry.is_edit:
            self.marked.emit(self._entry.note.id, "editing")

    def _dress(self, note: Note) -> None:
        self._entry = replace(self._entry, note=note)
        self.dressed.emit()
        self._touch_if_written()

    def _touch_if_written(self) -> None:
        if self._entry.is_stored or self.has_words:
            self._saved.touch()
            self._keeper.typed()

    def _fresh(self, speaker: Speaker) -> Entry:
        place = Place(self._item_id)
        note = Note(id=new_id(), meeting_id=self._meeting_id or "-", place=place, speaker=speaker)
        return Entry(note)

    def _placed(self, entry: Entry) -> Entry:
        return replace(entry, note=replace(entry.note, place=Place(self._item_id)))

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
        return draft_of(self.note)

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
            self._sender.send(entry.note, is_stored=entry.is_stored)
        if back.fresh is not None:
            self._entry = back.fresh
        if back.edit is not None:
            self._waiting = back.fresh
            self._speaker_before = self._entry.note.speaker
            self._entry = back.edit

    def _on_rested(self) -> None:
        if not self.has_words or self._entry.is_edit:  # Esc must find an earlier note as it was
            return
        note = self.note
        self._bridge.request(
            keep_note(note, is_stored=self._entry.is_stored, goes_on=True),
            lambda _changes: self._on_rest_kept(note.id),
            origin=self,
            failed=self._on_rest_failed,
            saves=True,
        )

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
