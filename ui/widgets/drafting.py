"""Typing that survives a kill: a draft soon after the first key, a change when the hand leaves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from recorder import Changes, Draft, RecorderError
from ui.bridge import ArchiveBridge
from ui.edits import SUBJECTS
from ui.saved import SaveState

if TYPE_CHECKING:
    from ui.bridge import ArchiveType

DRAFT_MS = 250
"""From the first unsaved key to the request for a draft: 300 ms are promised (FORMAT 9)."""
REST_MS = 30_000
"""After this rest a draft becomes a change although the editor was not left (FORMAT 9)."""

AGAIN_MS = 5_000
"""After a refusal of the disk it is tried again this much later."""


@dataclass(frozen=True)
class DraftKey:
    """Which register is being typed; `fields` are those of a row that does not exist yet."""

    table: str
    row_id: str
    column: str
    fields: Mapping[str, object] = field(default_factory=dict, compare=False, hash=False)


class Drafting(QObject):
    """Keeps what one editor or one form is typing.

    Signals:
        committed: what was typed became a change.
    """

    committed = Signal()

    def __init__(
        self,
        bridge: ArchiveBridge,
        saved: SaveState,
        window: str,
        parent: QObject,
        *,
        is_seen: bool = False,
    ) -> None:
        """Prepare.

        Args:
            bridge: the way to the archive.
            saved: the sign "saved".
            window: names the editor, so that a draft finds back into it after a crash.
            parent: who types.
            is_seen: whether another view shows the text while it is typed, and must hear of each
                draft as of a change.
        """
        super().__init__(parent)
        self._bridge, self._saved, self._window = bridge, saved, window
        self._is_seen = is_seen
        self._unsaved: dict[DraftKey, Callable[[], str]] = {}
        self._drafted: dict[DraftKey, str] = {}
        self._soon = self._timer(DRAFT_MS)
        self._soon.timeout.connect(self.save)
        self._again = self._timer(AGAIN_MS)
        self._again.timeout.connect(self.leave)
        self._rest = self._timer(REST_MS)
        self._rest.timeout.connect(self.leave)

    @property
    def is_pending(self) -> bool:
        """Whether something was typed that is not yet a change."""
        return bool(self._unsaved or self._drafted)

    def typed(self, key: DraftKey, read: Callable[[], str]) -> None:
        """A key changed a text; `read` gives the whole text when the draft is written."""
        self._unsaved[key] = read
        self._saved.touch()
        self._rest.start()
        if not self._soon.isActive():  # from the first key, not from the last
            self._soon.start()

    def save(self) -> None:
        """Write what is unsaved as drafts, now."""
        self._soon.stop()
        unsaved, self._unsaved = self._unsaved, {}
        for key, read in unsaved.items():
            draft = Draft(
                window=self._window,
                table=key.table,
                row_id=key.row_id,
                column=key.column,
                text=read(),
                fields=key.fields,
            )
            self._drafted[key] = draft.text
            self._bridge.request(
                _telling(draft) if self._is_seen else _saving(draft),
                origin=self.parent(),
                saves=True,
                failed=partial(self._on_unsaved, key, draft.text),
            )

    def leave(self) -> None:
        """Make changes of all that was typed."""
        self.save()
        self._rest.stop()
        drafted, self._drafted = self._drafted, {}
        for key in drafted:
            self._bridge.request(
                _committing(self._window, key),
                origin=self.parent(),
                saves=True,
                failed=partial(self._on_uncommitted, key, drafted[key]),
            )
        if drafted:
            self.committed.emit()

    def forget(self, key: DraftKey) -> None:
        """Drop what was typed into a register, e.g. because the row was deleted."""
        self._unsaved.pop(key, None)
        if self._drafted.pop(key, None) is not None:
            self._bridge.request(
                lambda archive: archive.drafts.discard(
                    self._window, key.table, key.row_id, key.column
                ),
                origin=self.parent(),
                saves=True,
            )

    def _on_unsaved(self, key: DraftKey, text: str, error: RecorderError) -> None:
        # The text as it was: by now the editor may show another row.
        newest = self._drafted.get(key, text)
        self._unsaved.setdefault(key, lambda: newest)
        self._again.start()
        self._bridge.failed.emit(error)

    def _on_uncommitted(self, key: DraftKey, text: str, error: RecorderError) -> None:
        self._drafted.setdefault(key, text)
        self._again.start()
        self._bridge.failed.emit(error)

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        return timer


def _saving(draft: Draft) -> "Callable[[ArchiveType], None]":
    return lambda archive: archive.drafts.save(draft)


def _telling(draft: Draft) -> "Callable[[ArchiveType], Changes]":
    """Local reads show drafts: whoever reads the row again now reads what is being typed."""

    def call(archive: "ArchiveType") -> Changes:
        archive.drafts.save(draft)
        row = getattr(archive, SUBJECTS[draft.table]).find(draft.row_id)
        scopes = frozenset({row.scope}) if row is not None else frozenset()
        return Changes("draft.save", "", {draft.table: frozenset({draft.row_id})}, scopes)

    return call


def _committing(window: str, key: DraftKey) -> "Callable[[ArchiveType], Changes]":
    return lambda archive: archive.drafts.commit(window, key.table, key.row_id, key.column)
