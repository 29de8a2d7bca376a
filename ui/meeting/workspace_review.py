"""What a merge brings is looked at here: a line over the notes, and the review in their place."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from recorder import Changes, Draft, RecorderError
from ui.i18n import _, ngettext
from ui.meeting.workspace_desk import DeskPart
from ui.meeting.workspace_part import Commands, Session
from ui.past.steps import NOTICE
from ui.review.desk import ReviewDesk
from ui.review.reading import ReviewItem, read_review, settling
from ui.review.strip import ReviewStrip
from ui.review.wording import ReviewWords

ARRIVED = frozenset({"receive", "merge.hold", "undo", "redo"})
"""Actions after which there may be more to look at."""


class ReviewPart(DeskPart):
    """Counts what was written apart until it is empty; nothing forces a decision."""

    def __init__(self, session: Session) -> None:
        services, screen = session.services, session.screen
        words = ReviewWords(services)
        super().__init__(session, ReviewDesk(session.bridge, services, words, screen))
        self._meeting_id = ""
        self._items: list[ReviewItem] = []
        self._is_asking = False
        self.strip = ReviewStrip(
            services, words.title(), services.actions.tooltip("review.open"), screen
        )
        session.strips.addWidget(self.strip)
        self.strip.wanted.connect(self.toggle)
        self.desk.settled.connect(self._settle)
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

    def tell(self) -> None:
        """Say how many places are left; nothing while they are being looked at."""
        count = 0 if self.desk.is_open else len(self._items)
        words = ngettext(
            "{count} place was written apart and waits for your eye.",
            "{count} places were written apart and wait for your eye.",
            count,
        )
        number = self.session.services.wording.number(count)
        self.strip.tell(words.format(count=number) if count else "")

    def toggle(self) -> None:
        """Open the review, or go back to the notes."""
        if self.desk.is_open:
            self.desk.close_desk()
        elif self._items:
            self.open_desk()

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
        self.tell()

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
