"""Two note-takers: what others wrote down is marked, and one's own can be seen alone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from recorder import Changes, Draft, NoteAuthors
from ui.i18n import _
from ui.meeting.workspace_author_marks import Authors
from ui.meeting.workspace_part import Commands, Part, Session
from ui.widgets.buttons import make_chip

_MERGED = frozenset({"receive", "merge.hold"})
"""Actions that bring notes of others, or take them out of sight again."""


class _Own:
    """The notes that this laptop began: all that others did not."""

    def __init__(self, read: NoteAuthors) -> None:
        self._others = read.others

    def __contains__(self, note_id: object) -> bool:
        return note_id not in self._others


class AuthorsPart(Part):
    """A mark on what others wrote down, and a switch that leaves it out."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._meeting_id = ""
        self._read, self._voices = NoteAuthors(others={}, names={}), 0
        services = session.services
        self.mine = make_chip(_("Mine"), services.theme, session.pane)
        self.mine.setToolTip(services.actions.tooltip("notes.mine"))
        self.mine.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.mine.clicked.connect(lambda _checked=False: self._narrow())
        self.mine.hide()
        session.pane.head.addWidget(self.mine)
        session.bridge.changed.connect(self._on_changed)
        session.notes.counted.connect(self._tell)

    def commands(self) -> Commands:
        """One's own notes alone, or all."""
        return {"notes.mine": self._toggle}

    def turn_to(self, meeting_id: str) -> None:
        """Nothing is known of another meeting yet."""
        self._meeting_id = meeting_id
        self.mine.setChecked(False)
        self.session.notes.show_only(None)
        self._take(NoteAuthors(others={}, names={}))

    def opened(self, drafts: Sequence[Draft]) -> None:  # noqa: ARG002 - nobody's yet
        """Ask who wrote what."""
        self._ask()

    ## Inside

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.action in _MERGED and self._meeting_id in changes.scopes:
            self._ask()

    def _ask(self) -> None:
        meeting_id = self._meeting_id
        self.session.bridge.request(
            lambda archive: archive.notes.authors(meeting_id),
            lambda read: self._take(read) if meeting_id == self._meeting_id else None,
            origin=self,
        )

    def _take(self, read: NoteAuthors) -> None:
        if read == self._read:
            return
        self._read, self._voices = read, len(set(read.others.values()))
        self._tell()
        if self.mine.isChecked():
            self._narrow()

    def _tell(self) -> None:
        """Mark where more than one wrote: several others, or somebody beside this laptop."""
        board = self.session.board
        is_told = self._voices > 1 or (
            self._voices == 1 and len(self._read.others) < self.session.notes.total
        )
        if board.authors != Authors(self._read, is_told):
            board.authors = Authors(self._read, is_told)
            self.session.notes.tell_all()
        self.mine.setVisible(is_told or self.mine.isChecked())

    def _toggle(self) -> None:
        if self.mine.isVisible():
            self.mine.setChecked(not self.mine.isChecked())
            self._narrow()

    def _narrow(self) -> None:
        self.session.notes.show_only(_Own(self._read) if self.mine.isChecked() else None)
        self.session.pane.list.show_end()
        self.session.capture.take_focus()
