"""One place that was written apart: the versions side by side, and the wording to be joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recorder import Draft, Mark, Span, differences
from ui.capture.keeping import TextKeeper
from ui.i18n import _
from ui.review.joining import JoiningBox
from ui.review.reading import WINDOW, ReviewItem
from ui.review.version_card import VersionCard
from ui.widgets.buttons import make_button
from ui.widgets.label import Label

if TYPE_CHECKING:
    from ui.bridge import ArchiveBridge
    from ui.review.wording import ReviewWords
    from ui.services import Services

_SIDE_BY_SIDE = 2


class ReviewSheet(QWidget):
    """Shows an item; what is typed into it is kept as a draft and taken along when it is left.

    Signals:
        settled(ReviewItem, value): the item is to be this from now on.
        escaped: the hand wants back to the list.
    """

    settled = Signal(object, object)
    escaped = Signal()

    def __init__(
        self, bridge: ArchiveBridge, services: Services, words: ReviewWords, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._bridge, self._services, self._words = bridge, services, words
        self._item: ReviewItem | None = None
        self._typed = False
        self.cards: list[VersionCard] = []
        theme = services.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._beside = QHBoxLayout()
        self._beside.setSpacing(theme.px(8))
        self._below = QVBoxLayout()
        self._below.setSpacing(theme.px(8))
        column.addLayout(self._beside)
        column.addLayout(self._below)
        column.addWidget(self._make_joining())
        column.addStretch(1)
        self._keeper = TextKeeper(bridge, self._draft, self)
        self.box.edited.connect(self._on_typed)
        self.box.finished.connect(self._join)
        self.box.escaped.connect(self.throw_away)

    @property
    def item(self) -> ReviewItem | None:
        """What is shown."""
        return self._item

    @property
    def is_written_in(self) -> bool:
        """Whether words were typed into it that do not stand yet."""
        return self._typed

    def show_item(self, item: ReviewItem | None) -> None:
        """Show an item; what was typed into the one before is let stand."""
        if item == self._item:
            return
        if item is not None and self._item is not None and item.key == self._item.key:
            if self._typed:
                self._item = item  # others wrote on meanwhile; the words under the hand stay
                return
        else:
            self.leave()
        self._item = item
        self.setVisible(item is not None)
        if item is not None:
            self._show_versions(item)
            self.joining.setVisible(item.is_text)
            self.box.show_words(str(item.now) if item.is_text else "")

    def take(self, at: int) -> None:
        """Let a version stand."""
        if self._item is not None and at < len(self._item.versions):
            self._finish(self._item, self._item.versions[at].value)

    def join(self) -> None:
        """Let the hand write the wording."""
        if self._item is not None and self._item.is_text:
            self.box.setFocus()
            self.box.moveCursor(self.box.textCursor().MoveOperation.End)

    def leave(self) -> None:
        """Let stand what was typed."""
        if self._typed:
            self._join()

    def throw_away(self) -> None:
        """Leave the wording as it was."""
        item, was_typed = self._item, self._typed
        self._typed = False
        self._keeper.forget()
        if item is not None and was_typed:
            table, row_id, column = item.key
            self._bridge.request(
                lambda archive: archive.drafts.discard(WINDOW, table, row_id, column),
                origin=self, saves=True,
            )  # fmt: skip
            self.box.show_words(str(item.now))
        self.escaped.emit()

    ## Inside

    def _make_joining(self) -> QWidget:
        theme = self._services.theme
        self.joining = QWidget(self)
        column = QVBoxLayout(self.joining)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(
            Label(_("Or in your own wording; as it reads now:"), self.joining, role="soft")
        )
        self.box = JoiningBox(self._services, self.joining)
        self.keep = make_button(_("Let this wording stand"), theme, self.joining, icon="check")
        self.keep.setToolTip(_("Let this wording stand") + "  \u2066Ctrl+Enter\u2069")
        self.keep.clicked.connect(lambda _checked=False: self._join())
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.keep)
        column.addWidget(self.box)
        column.addLayout(foot)
        return self.joining

    def _show_versions(self, item: ReviewItem) -> None:
        self._make_cards(len(item.versions))
        told = [self._words.value(item, at) for at in range(len(item.versions))]
        for at, (card, version) in enumerate(zip(self.cards, item.versions, strict=True)):
            is_now = version.value == item.now
            answer = self._words.answer(item, at)
            spans = _marked(item, told, at)
            card.show_version(self._words.who(version), spans, answer, is_now=is_now)

    def _make_cards(self, count: int) -> None:
        if len(self.cards) == count:
            return
        for card in self.cards:
            card.deleteLater()
        row = self._beside if count <= _SIDE_BY_SIDE else self._below
        self.cards = [VersionCard(self._services, at + 1, self) for at in range(count)]
        for at, card in enumerate(self.cards):
            row.addWidget(card, 1)
            card.taken.connect(lambda at=at: self.take(at))

    def _on_typed(self) -> None:
        self._typed = True
        self._services.saved.touch()
        self._keeper.typed()

    def _join(self) -> None:
        if self._item is not None and self._item.is_text:
            self._finish(self._item, self.box.words.strip())

    def _finish(self, item: ReviewItem, value: object) -> None:
        self._typed, self._item = False, None
        self._keeper.forget()
        self.settled.emit(item, value)

    def _draft(self) -> Draft | None:
        if self._item is None or not self._typed:
            return None
        table, row_id, column = self._item.key
        return Draft(window=WINDOW, table=table, row_id=row_id, column=column, text=self.box.words)


def _marked(item: ReviewItem, told: list[str], at: int) -> list[Span]:
    """A version as spans: marked is what the other, or what all had seen, does not have."""
    if not item.is_text:
        return [Span(Mark.SAME, told[at])]
    if len(told) == _SIDE_BY_SIDE:
        own = Mark.ADDED if at else Mark.REMOVED
        return [each for each in differences(*told) if each.mark in {Mark.SAME, own}]
    base = str(item.conflict.base or "")
    return [each for each in differences(base, told[at]) if each.mark is not Mark.REMOVED]
