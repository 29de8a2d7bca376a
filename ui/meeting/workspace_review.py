"""What a merge brings is looked at here: a line over the notes, and the review in their place."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from recorder import Changes, Draft, RecorderError
from ui.i18n import _
from ui.meeting.workspace_part import Commands, Part, Session
from ui.past.steps import NOTICE
from ui.review.desk import ReviewDesk
from ui.review.reading import ReviewItem, read_review, settling
from ui.review.strip import ReviewStrip

ARRIVED = frozenset({"receive", "merge.hold", "undo", "redo"})
"""Actions after which there may be more to look at."""


class ReviewPart(Part):
    """Counts what was written apart until it is empty; nothing forces a decision."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._meeting_id = ""
        self._items: list[ReviewItem] = []
        self._is_asking = False
        self.strip = ReviewStrip(session.services, session.screen)
        self.desk = ReviewDesk(session.bridge, session.services, session.screen)
        session.strips.addWidget(self.strip)
        session.views.addWidget(self.desk, 1)
        self._hidden: list[QWidget] = []
        self.strip.wanted.connect(self.toggle)
        self.desk.settled.connect(self._settle)
        self.desk.closed.connect(self._on_closed)
        session.bridge.changed.connect(self._on_changed)

    def commands(self) -> Commands:
        """One key to the review, and back."""
        return {"review.open": self.toggle}

    def stops(self) -> Sequence[tuple[int, QWidget]]:
        """The list of the review, while it is open."""
        return ((11, self.desk.list),) if self.desk.is_open else ()

    def turn_to(self, meeting_id: str) -> None:
        """Nothing is known of another meeting yet."""
        if self.desk.is_open:
            self.desk.close_desk()
        self._meeting_id = meeting_id
        self._show([])

    def opened(self, drafts: Sequence[Draft]) -> None:  # noqa: ARG002 - none is the review's
        """Look what was written apart."""
        self.look()

    def settle(self) -> None:
        """What was typed stands, before a step is taken back."""
        self.desk.sheet.leave()

    def leave(self) -> None:
        """What was typed stands."""
        self.desk.sheet.leave()

    def toggle(self) -> None:
        """Open the review, or go back to the notes."""
        if self.desk.is_open:
            self.desk.close_desk()
        elif self._items:
            self._hidden = [each for each in self._neighbours() if not each.isHidden()]
            for each in self._hidden:
                each.hide()
            self.desk.open_desk()
            self._tell()

    def look(self) -> None:
        """Read what is written apart."""
        if self._is_asking or not self._meeting_id:
            return
        self._is_asking = True
        meeting_id = self._meeting_id
        self.session.bridge.request(
            read_review(meeting_id), lambda items: self._on_read(meeting_id, items),
            origin=self, failed=self._on_failed,
        )  # fmt: skip

    ## Inside

    def _neighbours(self) -> Iterator[QWidget]:
        """What stands where the desk is to stand."""
        for at in range(self.session.views.count()):
            entry = self.session.views.itemAt(at)
            widget = entry.widget() if entry is not None else None
            if widget is not None:
                yield widget

    def _on_read(self, meeting_id: str, items: list[ReviewItem]) -> None:
        self._is_asking = False
        if meeting_id == self._meeting_id:
            self._show(items)
        else:
            self.look()

    def _on_failed(self, error: RecorderError) -> None:
        self._is_asking = False
        self.session.bridge.failed.emit(error)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        touched = (changes.touches(each.key[0], each.key[1]) for each in self._items)
        if changes.action in ARRIVED or any(touched):
            self.look()

    def _show(self, items: list[ReviewItem]) -> None:
        self._items = items
        self.desk.show_items(items)
        self.session.services.actions.allow("review.open", allowed=bool(items))
        if not items and self.desk.is_open and not self.desk.sheet.is_written_in:
            self.desk.close_desk()
        self._tell()

    def _tell(self) -> None:
        self.strip.show_count(len(self._items), is_open=self.desk.is_open)

    def _on_closed(self) -> None:
        for each in self._hidden:
            each.show()
        self._hidden = []
        self._tell()
        self.session.capture.take_focus()

    def _settle(self, item: ReviewItem, value: object) -> None:
        session = self.session
        session.bridge.request(
            settling(item, value), origin=self, saves=True, failed=self._on_refused
        )
        undo = session.services.actions.action("undo")
        text = _("Settled. Both versions stay in the past of it.")
        words = f"{_('Undo')}  \u2066{session.services.actions.key_text('undo')}\u2069"
        session.services.notices.post(text, "good", key=NOTICE, answers=((words, undo.trigger),))
        self._show([each for each in self._items if each.key != item.key])

    def _on_refused(self, error: RecorderError) -> None:
        self.session.bridge.failed.emit(error)
        self.look()
