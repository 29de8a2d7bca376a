"""One thing to be looked at: its versions side by side, and the wording of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recorder import Draft
from ui.capture.keeping import TextKeeper
from ui.i18n import _
from ui.review.joining import JoiningBox
from ui.review.version_card import VersionCard
from ui.widgets.buttons import make_button
from ui.widgets.label import Label

if TYPE_CHECKING:
    from ui.bridge import ArchiveBridge
    from ui.review.desk_words import DeskItem, DeskWords
    from ui.services import Services

_SIDE_BY_SIDE = 2


class ReviewSheet(QWidget):
    """Shows an item; what is typed into it is kept as a draft and taken along when it is left.

    Signals:
        settled(DeskItem, value): the item is to be this from now on.
        escaped: the hand wants back to the list.
    """

    settled = Signal(object, object)
    escaped = Signal()

    def __init__(
        self, bridge: ArchiveBridge, services: Services, words: DeskWords, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._bridge, self._services, self._words = bridge, services, words
        self._item: DeskItem | None = None
        self._typed = self._is_low = False
        self.cards: list[VersionCard] = []
        theme = services.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.note = Label("", self, role="soft", wrap=True)
        column.addWidget(self.note)
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
    def item(self) -> DeskItem | None:
        """What is shown."""
        return self._item

    @property
    def is_written_in(self) -> bool:
        """Whether words were typed into it that do not stand yet."""
        return self._typed

    def show_item(self, item: DeskItem | None) -> None:
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
            self._own.show_words(self._words.own(item))
            self.box.show_words(self._words.beginning(item) if item.is_text else "")

    def lie_low(self, *, is_low: bool) -> None:
        """Keep the answers in view where there is little room."""
        self._is_low = is_low
        for card in self.cards:
            card.lie_low(is_low=is_low or len(self.cards) > _SIDE_BY_SIDE)

    def take(self, at: int) -> None:
        """Let a version stand."""
        item = self._item
        if item is not None and at < len(item.versions) and self._words.answer(item, at):
            self._finish(item, item.versions[at].value)

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
            (table, row_id, column), window = item.key, self._words.window
            self._bridge.request(
                lambda archive: archive.drafts.discard(window, table, row_id, column),
                origin=self, saves=True,
            )  # fmt: skip
            self.box.show_words(self._words.beginning(item))
        self.escaped.emit()

    ## Inside

    def _make_joining(self) -> QWidget:
        theme = self._services.theme
        self.joining = QWidget(self)
        column = QVBoxLayout(self.joining)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        self._own = Label("", self.joining, role="soft")
        column.addWidget(self._own)
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

    def _show_versions(self, item: DeskItem) -> None:
        self._make_cards(len(item.versions))
        words = self._words
        note = words.note(item)
        self.note.show_words(note)
        self.note.setVisible(bool(note))
        for at, card in enumerate(self.cards):
            card.show_version(
                words.who(item, at),
                words.spans(item, at),
                words.answer(item, at),
                is_now=words.is_now(item, at),
            )

    def _make_cards(self, count: int) -> None:
        if len(self.cards) == count:
            return
        for card in self.cards:
            card.hide()
            card.deleteLater()
        row = self._beside if count <= _SIDE_BY_SIDE else self._below
        self.cards = [VersionCard(self._services, at + 1, self) for at in range(count)]
        for at, card in enumerate(self.cards):
            row.addWidget(card, 1)
            card.lie_low(is_low=self._is_low or count > _SIDE_BY_SIDE)
            card.taken.connect(lambda at=at: self.take(at))

    def _on_typed(self) -> None:
        self._typed = True
        self._services.saved.touch()
        self._keeper.typed()

    def _join(self) -> None:
        if self._item is not None and self._item.is_text:
            self._finish(self._item, self.box.words.strip())

    def _finish(self, item: DeskItem, value: object) -> None:
        self._typed, self._item = False, None
        self._keeper.forget()
        self.settled.emit(item, value)

    def _draft(self) -> Draft | None:
        if self._item is None or not self._typed:
            return None
        table, row_id, column = self._item.key
        return Draft(
            window=self._words.window,
            table=table,
            row_id=row_id,
            column=column,
            text=self.box.words,
        )
