"""What the agenda of the running meeting does: the notes turn to its items."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.meeting.workspace_part import Commands, Part, Session


class AgendaPart(Part):
    """An item is chosen, stepped to or added; writing goes on under it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        session.board.agenda_changed.connect(self._on_agenda_changed)
        session.agenda.chosen.connect(self._on_item_chosen)
        session.agenda.added.connect(session.board.add_item)
        session.pane.all_wanted.connect(lambda wanted: self._on_all(everything=wanted))

    def commands(self) -> Commands:
        """The steps through the agenda."""
        return {
            "item.next": lambda: self._step_item(1),
            "item.previous": lambda: self._step_item(-1),
            "item.add": self._add_item,
            "notes.all": lambda: self._on_all(everything=not self.session.board.shows_all),
        }

    def stops(self) -> Sequence[tuple[int, QWidget]]:
        """The agenda stands before the box."""
        shown = self.session.panes.is_shown("agenda")
        return ((-10, self.session.agenda.list),) if shown else ()

    def _on_agenda_changed(self) -> None:
        session, board = self.session, self.session.board
        session.agenda.show_agenda(board.agenda, board.item_id, session.notes.counts())
        session.pane.show_item(
            board.item_title(), everything=board.shows_all, has_item=board.item_id is not None
        )
        presenter = session.capture.presenter
        if presenter.item_id != board.item_id:  # the agenda lost or won an item
            presenter.move_to(board.item_id)

    def _on_item_chosen(self, item_id: str) -> None:
        self.session.board.choose_item(item_id)
        self._turn_to_item()

    def _step_item(self, step: int) -> None:
        self.session.board.step_item(step)
        self._turn_to_item()

    def _turn_to_item(self) -> None:
        self.session.capture.presenter.move_to(self.session.board.item_id)
        self.session.pane.list.show_end()
        self.session.capture.take_focus()

    def _on_all(self, *, everything: bool) -> None:
        self.session.board.show_all(everything=everything)
        self.session.pane.list.show_end()
        self.session.capture.take_focus()

    def _add_item(self) -> None:
        self.session.panes.show_pane("agenda", shown=True)
        self.session.agenda.take_new()
