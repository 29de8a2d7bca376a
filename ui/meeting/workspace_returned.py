"""Minutes that a colleague edited in Word are compared with the meeting, one change after another.

Nothing is taken over by itself. What is left is looked at in the place of the notes; until the
file is put away, a line over them leads back to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from ui.i18n import _, explain, isolate, label, ngettext
from ui.meeting.agenda_lines import by_agenda
from ui.meeting.workspace_desk import DeskPart
from ui.review.desk import ReviewDesk
from ui.review.returned import OPEN, ReturnedItem, compare, keeping, read_file, taking
from ui.review.returned_words import ReturnedWords
from ui.review.strip import ReviewStrip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from recorder import Changes, Draft, Recommendation, RecorderError, ReturnedDocument, Rewording
    from ui.meeting.workspace_part import Commands, Session

NOTICE = "returned"
_LAST: tuple[float, Recommendation | None] = (inf, None)


@dataclass(frozen=True)
class _Held:
    """What one screen hands to the next when it is built anew."""

    document: ReturnedDocument
    file: str
    total: int
    settled: dict[tuple[str, str, str], str | None]
    is_open: bool
    has_hand: bool


class ReturnedPart(DeskPart):
    """Asks for a file, shows what it says otherwise, and writes what somebody takes.

    Signals:
        opened_form(str): the form of a recommendation is wanted.
    """

    opened_form = Signal(str)

    def __init__(self, session: Session) -> None:
        services, screen = session.services, session.screen
        self._words = ReturnedWords(services)
        super().__init__(session, ReviewDesk(session.bridge, services, self._words, screen))
        self._meeting_id = ""
        self._document: ReturnedDocument | None = None
        self._items: list[ReturnedItem] = []
        self._settled: dict[tuple[str, str, str], str | None] = {}
        self._comes_back: _Held | None = None
        self._dialog: QFileDialog | None = None
        tip = services.actions.tooltip("recommendation.compare")
        self.strip = ReviewStrip(services, _("Compared with Word"), tip, screen, "file-text")
        self.strip.offer_no_look(_("Put the file away"))
        session.strips.addWidget(self.strip)
        self.strip.wanted.connect(self.open_desk)
        self.strip.unwanted.connect(self._put_away)
        self.desk.settled.connect(self._settle)
        session.bridge.changed.connect(self._on_changed)

    def commands(self) -> Commands:
        """Choosing a file."""
        return {"recommendation.compare": self.ask}

    def stops(self) -> Sequence[tuple[int, QWidget]]:
        """The list of what is left, while it is open."""
        return ((11, self.desk.list),) if self.desk.is_open else ()

    def turn_to(self, meeting_id: str) -> None:
        """A file belongs to its meeting."""
        self._put_away()
        self._meeting_id = meeting_id

    def hold(self) -> object:
        """The file and what was settled of it."""
        self.leave()
        if self._document is None:
            return None
        focus: QWidget | None = self.desk.window().focusWidget()
        return _Held(
            self._document, self._words.file, self._words.total, self._settled, self.desk.is_open,
            has_hand=focus is not None and self.desk.isAncestorOf(focus),
        )  # fmt: skip

    def take(self, held: object) -> None:
        """Go on with the file as soon as the meeting is there."""
        self._comes_back = held if isinstance(held, _Held) else None

    def opened(self, drafts: Sequence[Draft]) -> None:  # noqa: ARG002 - none is of the file's
        """Show the file again that was compared before the screen was built anew."""
        held, self._comes_back = self._comes_back, None
        if held is not None:
            self._document, self._settled = held.document, held.settled
            self._words.file, self._words.total = held.file, held.total
            self._look(partial(self._on_back, held))

    def ask(self) -> None:
        """Choose a file, in a window that nobody has to answer."""
        if self._dialog is not None and shiboken6.isValid(self._dialog):
            self._dialog.close()
        screen = self.session.screen  # it goes with it: a later screen would not hear its answer
        self._dialog = dialog = QFileDialog(screen, _("Compare with a Word file…"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Word documents") + " (*.docx)")
        dialog.fileSelected.connect(lambda path: self.read(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(False)
        dialog.show()

    def read(self, path: Path) -> None:
        """Read a file and show what it says otherwise."""
        if not self._meeting_id:
            return
        self.leave()
        self.session.bridge.request(
            read_file(self._meeting_id, path),
            partial(self._on_file, self._meeting_id, path),
            origin=self,
            failed=self._on_refused,
        )

    def tell(self) -> None:
        """Say how much is left, while nobody looks at it."""
        count = 0 if self.desk.is_open else len(self._items)
        words = ngettext(
            "{count} recommendation reads otherwise in {file}.",
            "{count} recommendations read otherwise in {file}.",
            count,
        )
        number = self.session.services.wording.number(count)
        said = words.format(count=number, file=isolate(self._words.file))
        self.strip.tell(said if count else "")

    ## Reading

    def _on_file(self, meeting_id: str, path: Path, document: ReturnedDocument) -> None:
        if meeting_id != self._meeting_id:
            return
        self._put_away()
        self._document, self._words.file = document, path.name
        self._look(self._on_first)

    def _look(self, done: Callable[[], None] | None = None) -> None:
        if self._document is None:
            return
        told = partial(self._on_compared, self._document, done)
        self.session.bridge.request(compare(self._meeting_id, self._document), told, origin=self)

    def _on_compared(
        self, document: ReturnedDocument, done: Callable[[], None] | None, found: list[Rewording]
    ) -> None:
        if document is not self._document:
            return
        self._show([each for each in self._numbered(found) if not self._is_settled(each)])
        if done is not None:
            done()

    def _on_first(self) -> None:
        if self._items:
            self.open_desk()
            return
        self._document = None
        said = _("{file} says nothing of the recommendations that does not stand here.")
        notices = self.session.services.notices
        notices.post(said.format(file=isolate(self._words.file)), "good", key=NOTICE)

    def _on_back(self, held: _Held) -> None:
        focus: QWidget | None = self.desk.window().focusWidget()
        if held.is_open and self._items:
            self.open_desk()
            if focus is not None and not held.has_hand:
                focus.setFocus()

    def _is_settled(self, item: ReturnedItem) -> bool:
        """Whether it was kept, or a wording that was written over it stands still."""
        if item.key not in self._settled:
            return False
        return self._settled[item.key] in {None, item.rewording.present}

    def _on_refused(self, error: RecorderError) -> None:
        self.session.services.notices.post(explain(error), "bad", key=NOTICE, stays=True)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if self._document is not None and changes.touches("recommendation"):
            self._look()

    def _numbered(self, found: Sequence[Rewording]) -> list[ReturnedItem]:
        """As the screen numbers them."""
        board = self.session.board
        rows = by_agenda(board.recommendations, board.agenda)
        known = {row.id: (at, row) for at, row in enumerate(rows, 1)}
        figures = self.session.services.wording.figures
        items = []
        for each in sorted(found, key=lambda each: known.get(each.recommendation_id, _LAST)[0]):
            at, row = known.get(each.recommendation_id, _LAST)
            number = (row.number or str(at)) if row else ""
            items.append(ReturnedItem(each, figures(number), label(row.stage if row else None)))
        return items

    ## Showing and writing

    def _show(self, items: list[ReturnedItem]) -> None:
        self._items = items
        self._words.total = max(self._words.total, len(items))
        self.desk.show_items(items)
        if not items and self.desk.is_open and not self.desk.sheet.is_written_in:
            self.desk.close_desk()
        self.tell()

    def _put_away(self) -> None:
        if self.desk.is_open:
            self.desk.close_desk()
        self._document = None
        self._words.file, self._words.total = "", 0
        self._settled = {}
        self._show([])

    def _settle(self, item: ReturnedItem, value: object) -> None:
        text = str(value).strip()
        if value == OPEN:
            self.opened_form.emit(item.key[1])
            self.desk.show_items(self._items)  # it is asked about until it is gone or kept
            return
        if not text or text == item.rewording.present:
            self._keep(item)
            return
        session = self.session
        session.bridge.request(
            taking(self._meeting_id, item, text), origin=self, saves=True, failed=self._on_unwritten
        )
        self._settled[item.key] = text
        session.offer_step_back(
            _("Taken over.") if text == item.rewording.in_word else _("Your wording stands."),
            "recommendation.receive" if item.rewording.is_new else "recommendation.reword",
        )
        self._show([each for each in self._items if each.key != item.key])

    def _keep(self, item: ReturnedItem) -> None:
        """Nothing is written for it: it stays as it is here, or is left out."""
        self._settled[item.key] = None
        if item.is_text:
            self.session.bridge.request(keeping(item), origin=self)
        notices = self.session.services.notices
        answers = ((_("Look at it again"), partial(self._bring_back, item)),)
        said = _("It was left out.") if item.rewording.is_new else _("It stays as it is here.")
        notices.post(said, key=NOTICE, answers=answers)
        self._show([each for each in self._items if each.key != item.key])

    def _bring_back(self, item: ReturnedItem) -> None:
        self._settled.pop(item.key, None)
        self._look(None if self.desk.is_open else self.open_desk)

    def _on_unwritten(self, error: RecorderError) -> None:
        self.session.bridge.failed.emit(error)
        self._look()
