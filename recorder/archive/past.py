"""What was: versions, steps back and forth, the trash, and a meeting's story."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from recorder.archive.telling import tells_damage
from recorder.domain.history import Undone, Version
from recorder.domain.past import Exported, Story, Trashed

if TYPE_CHECKING:
    from recorder.domain.changes import Changes
    from recorder.storage.drafts import DraftBox
    from recorder.storage.history import History
    from recorder.storage.story import Stories
    from recorder.storage.trash import Trash
    from recorder.storage.undo import Undoing
    from recorder.storage.writer import Writer


@tells_damage
class Past:
    """The past of an archive; nothing in it is ever removed, only gone on from."""

    _writer: "Writer"
    _draft_box: "DraftBox"
    _history: "History"
    _undoing: "Undoing"
    _trash: "Trash"
    _stories: "Stories"

    ## Versions

    def history(
        self,
        table: str,
        row_id: str,
        column: str | None = None,
        *,
        limit: int | None = None,
        skip: int = 0,
    ) -> list[Version]:
        """What a row, or one field of it, was set to, the latest first.

        Texts that nobody wrote, because the machine joined what several had written apart,
        stand among them as merges.

        Args:
            table: the row's table.
            row_id: the row, deleted or not.
            column: one field, None for all.
            limit: how many writes to read, None for all.
            skip: how many of the latest writes to pass over.
        """
        return self._history.versions((table, row_id, column), limit, skip)

    def text_at(self, table: str, row_id: str, column: str, version: Version) -> Any:  # noqa: ANN401
        """What a field amounted to at a version: with all that its writer had seen, joined.

        Raises:
            NotFoundError: no such write of that field is in the log.
        """
        return self._history.text_at((table, row_id, column), version)

    def restore_version(self, version: Version) -> "Changes":
        """Let a field be again what it was, by a new change; a deleted row returns with it.

        Raises:
            NotFoundError: no such write of that field is in the log.
        """
        self._draft_box.commit_over([(version.table, version.row_id)])
        return self._history.restore(version)

    def rows_beginning_with(self, text: str) -> list[tuple[str, str]]:
        """Table and id of the rows, deleted or not, whose ids begin with a text."""
        return self._history.rows_beginning_with(text)

    ## Steps back and forth

    def undoable(self) -> str | None:
        """The token of the action that `undo` would take back, None when there is none."""
        return self._undoing.undoable()

    def redoable(self) -> str | None:
        """The token of the action that `redo` would do again, None when there is none."""
        return self._undoing.redoable()

    def undo(self) -> Undone | None:
        """Take this author's latest action back by a new change; None: nothing to take back.

        Where one of its rows is being typed in, that typing is the latest action.
        """
        self._draft_box.commit_over(self._undoing.rows_at_stake(back=True))
        return self._undoing.undo()

    def redo(self) -> Undone | None:
        """Do again what the last undo took back; None when something else was done since."""
        self._draft_box.commit_over(self._undoing.rows_at_stake(back=False))
        return self._undoing.redo()

    @contextmanager
    def as_one(self, action: str) -> Iterator[None]:
        """Let all that is written inside be one action, undone at once.

        Each method stays a transaction of its own; `action` is the token of the whole.
        """
        with self._writer.together(action):
            yield

    ## The trash

    def trash(self, meeting_id: str | None = None, *, limit: int | None = None) -> list[Trashed]:
        """What was deleted, the latest first: everywhere, or in one meeting."""
        return self._trash.all(meeting_id, limit)

    def restore_rows(self, rows: Iterable[tuple[str, str]]) -> "Changes":
        """Bring deleted rows, by table and id, back where they were, in one action.

        A row whose parent is still deleted comes back unfiled, or with its parent.

        Raises:
            NotFoundError: there never was such a row.
        """
        return self._trash.bring_back(rows)

    ## A meeting's story

    def last_export(self, meeting_id: str) -> Exported | None:
        """The latest export of a meeting from this archive, None when there was none."""
        return self._stories.last_export(meeting_id)

    def story(self, meeting_id: str, since: str | None = None, *, private: bool = True) -> Story:
        """By row: what was added, changed, deleted and restored, by whom and when.

        Args:
            meeting_id: the meeting, deleted or not.
            since: an instant by this laptop's clock; "" for the beginning; None for the last
                export, or the beginning when there was none.
            private: whether private notes, and what hangs from them, are told too.
        """
        if since is None:
            return self._stories.since_export(meeting_id, private=private)
        return self._stories.since_moment(meeting_id, since, private=private)
