"""Notes on their way to the archive: shown at once, tried again until they are there."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from recorder import Changes, Note, Place, RecorderError
from ui.bridge import ArchiveBridge
from ui.capture.keeping import RETRY_MS
from ui.capture.writing import delete_note, discard_draft, draft_of, keep_note


class NoteSender(QObject):
    """Carries finished notes to the archive, and holds those for which there is no item yet.

    Signals:
        sent(Note): a note is on its way; it is shown at once.
        marked(str, str): the state of a note in the list: "" or "unsaved".
        failed(RecorderError): a note could not be saved; it is tried again.
        recovered: all that had failed is saved.
    """

    sent = Signal(object)
    marked = Signal(str, str)
    failed = Signal(object)
    recovered = Signal()

    def __init__(self, bridge: ArchiveBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._sending: dict[str, tuple[Note, bool]] = {}
        self._refused: set[str] = set()
        self._held: list[tuple[Note, bool]] = []  # finished before their meeting was read
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

    def send(self, note: Note, *, is_stored: bool) -> None:
        """Make it a row of the archive, new or changed."""
        self._sending[note.id] = (note, is_stored)
        self.sent.emit(note)
        self._request(note, is_stored=is_stored)

    def hold(self, note: Note, *, is_stored: bool) -> None:
        """Keep it as a draft until `release` tells where it belongs."""
        self._held.append((note, is_stored))
        draft = draft_of(note)
        self._bridge.request(
            lambda archive: archive.drafts.save(draft), origin=self.parent(), saves=True
        )

    def release(self, item_id: str | None) -> None:
        """Send what was held, as notes of an item."""
        held, self._held = self._held, []
        for note, is_stored in held:
            self.send(replace(note, place=Place(item_id)), is_stored=is_stored)

    def show_again(self, meeting_id: str) -> None:
        """Tell of the notes of a meeting that are on their way still."""
        for note, _is_stored in self._sending.values():
            if note.meeting_id == meeting_id:
                self.sent.emit(note)
                self.marked.emit(note.id, "unsaved" if note.id in self._refused else "")

    def retry(self) -> None:
        """Try again to save what failed."""
        for note_id in list(self._refused):
            note, is_stored = self._sending[note_id]
            self._refused.discard(note_id)
            self._request(note, is_stored=is_stored)

    def delete(self, note_id: str) -> None:
        """Put a stored note out of sight."""
        self._bridge.request(delete_note(note_id), origin=self.parent(), saves=True)

    def discard(self, note_id: str) -> None:
        """Forget what was typed into a note."""
        self._bridge.request(discard_draft(note_id), origin=self.parent(), saves=True)

    def _request(self, note: Note, *, is_stored: bool) -> None:
        self._bridge.request(
            keep_note(note, is_stored=is_stored),
            lambda changes: self._on_kept(note.id, changes),
            origin=self.parent(),
            failed=lambda error: self._on_failed(note.id, error),
            saves=True,
        )

    def _on_kept(self, note_id: str, _changes: Changes) -> None:
        self._sending.pop(note_id, None)
        self.marked.emit(note_id, "")
        if not self._sending:
            self.recovered.emit()

    def _on_failed(self, note_id: str, error: RecorderError) -> None:
        self._refused.add(note_id)
        self.marked.emit(note_id, "unsaved")
        self._again.start()
        self.failed.emit(error)
