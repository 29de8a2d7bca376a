"""What takes the place of the notes for a while, and gives it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.meeting.workspace_part import Part, Session
from ui.review.desk import ReviewDesk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class DeskPart(Part):
    """A desk in the place of the notes; the box to write in stays below it."""

    def __init__(self, session: Session, desk: ReviewDesk) -> None:
        super().__init__(session)
        self.desk = desk
        self._hidden: list[QWidget] = []
        session.views.addWidget(desk, 1)
        desk.closed.connect(self._on_closed)

    def settle(self) -> None:
        """What was typed stands, before a step is taken back."""
        self.desk.sheet.leave()

    def leave(self) -> None:
        """What was typed stands."""
        self.desk.sheet.leave()

    def open_desk(self) -> None:
        """Put the desk in the place of the notes; another desk there gives it back first."""
        views = self.session.views
        entries = [views.itemAt(at) for at in range(views.count())]
        widgets = [each.widget() for each in entries if each is not None]
        for each in widgets:
            if isinstance(each, ReviewDesk) and each.is_open:
                each.close_desk()
        self._hidden = [each for each in widgets if each is not None and not each.isHidden()]
        for each in self._hidden:
            each.hide()
        self.desk.open_desk()
        self.tell()

    def tell(self) -> None:
        """Say what waits, over the notes."""

    def _on_closed(self) -> None:
        for each in self._hidden:
            each.show()
        self._hidden = []
        self.tell()
        self.session.capture.take_focus()
