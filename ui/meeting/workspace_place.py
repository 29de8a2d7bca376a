"""The place in a meeting: its item and the notes in view, after a rebuilding and a restart."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractItemView

from recorder import Draft
from ui.meeting.workspace_panes import view_memory
from ui.meeting.workspace_part import Part, Session

_GROUP = "place"


@dataclass(frozen=True)
class MeetingPlace:
    """Where somebody is in a meeting.

    Attributes:
        meeting_id, item_id: the meeting and the item that is written under; "" for none.
        shows_all: whether the notes of all items are shown.
        first_id: the note at the upper edge of the list; "" when its end is in view.
        chosen_id: the note that is chosen in the list, or "".
        panes, side: which panes stand beside the notes, and which of those at the end.
    """

    meeting_id: str
    item_id: str = ""
    shows_all: bool = False
    first_id: str = ""
    chosen_id: str = ""
    panes: str = ""
    side: str = ""


class PlacePart(Part):
    """Goes where the last one stood, once, when the meeting is there."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._meeting_id = ""
        self._is_there = False
        self._wanted: MeetingPlace | None = None
        self._kept: MeetingPlace | None = None
        session.board.agenda_changed.connect(self._on_agenda_changed)

    def turn_to(self, meeting_id: str) -> None:
        """Another meeting has a place of its own."""
        self._meeting_id, self._is_there = meeting_id, False
        self._wanted = _remembered(meeting_id)

    def hold(self) -> object:
        """The place, for the next screen."""
        return self._place() if self._is_there else self._wanted

    def take(self, held: object) -> None:
        """Go there when the meeting is read."""
        if isinstance(held, MeetingPlace) and held.meeting_id == self._meeting_id:
            self._wanted = held
            self._arrange(held)  # before the focus is looked for

    def opened(self, _drafts: Sequence[Draft]) -> None:
        """Go there."""
        self._is_there = True
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._go(wanted)

    def leave(self) -> None:
        """Remember it for the next start."""
        if self._is_there:
            self._keep(self._place())

    def _place(self) -> MeetingPlace:
        board, view = self.session.board, self.session.pane.list
        return MeetingPlace(
            self._meeting_id,
            board.item_id or "",
            board.shows_all,
            "" if view.is_at_end else view.first_id,
            view.current_id,
            self.session.panes.arrangement,
            self.session.side.current,
        )

    def _arrange(self, wanted: MeetingPlace) -> None:
        self.session.panes.arrange(wanted.panes)
        if wanted.side in self.session.side.names:
            self.session.side.turn_to(wanted.side)

    def _go(self, wanted: MeetingPlace) -> None:
        session, board = self.session, self.session.board
        self._arrange(wanted)
        if wanted.shows_all != board.shows_all:
            board.show_all(everything=wanted.shows_all)
        if wanted.item_id != board.item_id and any(
            each.id == wanted.item_id for each in board.agenda
        ):
            board.choose_item(wanted.item_id)
            session.capture.presenter.move_to(board.item_id)
        view, notes = session.pane.list, session.notes
        row = notes.row_of(wanted.chosen_id)
        if row >= 0:
            view.setCurrentIndex(notes.index(row))
        first = notes.row_of(wanted.first_id)
        if first >= 0:
            view.scrollTo(notes.index(first), QAbstractItemView.ScrollHint.PositionAtTop)
        else:
            view.show_end()

    def _on_agenda_changed(self) -> None:
        board = self.session.board
        if self._is_there and (self._kept is None or self._kept.item_id != (board.item_id or "")):
            self._keep(self._place())

    def _keep(self, place: MeetingPlace) -> None:
        if place == self._kept:
            return
        self._kept = place
        memory = view_memory()
        memory.beginGroup(_GROUP)
        for name, value in vars(place).items():
            memory.setValue(name, value)
        memory.endGroup()


def _remembered(meeting_id: str) -> MeetingPlace | None:
    memory = view_memory()
    memory.beginGroup(_GROUP)
    known = {name: str(memory.value(name, "")) for name in MeetingPlace.__dataclass_fields__}
    if not meeting_id or known["meeting_id"] != meeting_id:
        return None
    shows_all = known.pop("shows_all") == "true"
    return MeetingPlace(**known, shows_all=shows_all)
