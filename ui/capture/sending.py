"""Notes on their way to the archive: shown at once, tried again until they are there."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from recorder import Changes, Draft, Note, Place, RecorderError
from ui.bridge import ArchiveBridge
from ui.capture.entry import Entry
from ui.capture.keeping import RETRY_MS
from ui.capture.prefixes import with_mark
from ui.capture.writing import Made, delete_note, discard_draft, draft_of, keep_note


@dataclass(frozen=True)
class _Parcel:
    note: Note
    is_stored: bool
    made: Made | None = None

    def draft(self) -> Draft:
        makes = self.made.TABLE if self.made else ""
        return draft_of(replace(self.note, text=with_mark(self.note.text, makes)))

    def under(self, item_id: str | None) -> "_Parcel":
        place = Place(item_id)
        made = replace(self.made, place=place) if self.made else None
        return replace(self, note=replace(self.note, place=place), made=made)


class NoteSender(QObject):
    """Carries finished notes to the archive, and holds those for which there is no item yet.

    Signals:
        sent(Note): a note is on its way; it is shown at once.
        marked(str, str): the state of a note in the list: "" or "unsaved".
        failed(RecorderError): a note could not be saved; it is tried again.
        recovered: all that had failed is saved.
        unchanged(str): a note was found to be stored as it is, or gone since it was taken up.
    """

    sent = Signal(object)
    marked = Signal(str, str)
    failed = Signal(object)
    recovered = Signal()
    unchanged = Signal(str)

    def __init__(self, bridge: ArchiveBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._sending: dict[str, _Parcel] = {}
        self._refused: set[str] = set()
        self._held: list[_Parcel] = []  # finished before their meeting was read
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(RETRY_MS)
        self._again.timeout.connect(self.retry)

    @property
    def is_busy(self) -> bool:
        """Whether a note is on its way."""
        return bool(self._sending)

    def carries(self, note_id: str) -> bool:
        """Whether that note is on its way."""
        return note_id in self._sending

    def send(self, note: Note, *, is_stored: bool, made: Made | None = None) -> None:
        """Make it a row of the archive, new or changed, and something of it besides."""
        self._send(_Parcel(note, is_stored, made))

    def hold(self, note: Note, *, is_stored: bool, made: Made | None = None) -> None:
        """Keep it as a draft until `release` tells where it belongs."""
        parcel = _Parcel(note, is_stored, made)
        self._held.append(parcel)
        self.keep(parcel.draft())

    def keep(self, draft: Draft) -> None:
        """Have it on the disk before anything that is asked after this."""
        self._bridge.request(
            lambda archive: archive.drafts.save(draft), origin=self.parent(), saves=True
        )

    def go_on(
        self, entry: Entry, kept: Callable[[str], None], failed: Callable[[RecorderError], None]
    ) -> None:
        """Make a change of words in which the hand will write on."""
        note = entry.note
        self._bridge.request(
            keep_note(note, is_stored=entry.is_stored, goes_on=True),
            lambda _changes: kept(note.id),
            origin=self.parent(),
            failed=failed,
            saves=True,
        )

    def release(self, item_id: str | None) -> None:
        """Send what was held, as notes of an item."""
        held, self._held = self._held, []
        for parcel in held:
            self._send(parcel.under(item_id))

    def show_again(self, meeting_id: str) -> None:
        """Tell of the notes of a meeting that are on their way still."""
        for parcel in self._sending.values():
            note = parcel.note
            if note.meeting_id == meeting_id:
                self.sent.emit(note)
                self.marked.emit(note.id, "unsaved" if note.id in self._refused else "")

    def retry(self) -> None:
        """Try again to save what failed."""
        for note_id in list(self._refused):
            self._refused.discard(note_id)
            self._request(self._sending[note_id])

    def delete(self, note_id: str) -> None:
        """Put a stored note out of sight."""
        self._bridge.request(delete_note(note_id), origin=self.parent(), saves=True)

    def discard(self, note_id: str) -> None:
        """Forget what was typed into a note."""
        self._bridge.request(discard_draft(note_id), origin=self.parent(), saves=True)

    def _send(self, parcel: _Parcel) -> None:
        self._sending[parcel.note.id] = parcel
        self.sent.emit(parcel.note)
        self._request(parcel)

    def _request(self, parcel: _Parcel) -> None:
        note_id = parcel.note.id
        self._bridge.request(
            keep_note(parcel.note, is_stored=parcel.is_stored, made=parcel.made),
            lambda changes: self._on_kept(note_id, changes),
            origin=self.parent(),
            failed=lambda error: self._on_failed(note_id, error),
            saves=True,
        )

    def _on_kept(self, note_id: str, changes: Changes) -> None:
        self._sending.pop(note_id, None)
        self.marked.emit(note_id, "")
        if not changes.touches(Note.TABLE, note_id):
            self.unchanged.emit(note_id)
        if not self._sending:
            self.recovered.emit()

    def _on_failed(self, note_id: str, error: RecorderError) -> None:
        self._refused.add(note_id)
        self.marked.emit(note_id, "unsaved")
        self._again.start()
        self.failed.emit(error)
