"""The screen that searches everything: a field, chips, and what was found while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedLayout, QVBoxLayout, QWidget

from ui.i18n import LRM, RLM, _, isolate, ngettext
from ui.people.find_field import FindField
from ui.screen import Screen
from ui.search.asking import MOST, Asking, Question
from ui.search.hit_delegate import HitDelegate
from ui.search.hits_model import HitsModel
from ui.search.narrowing import Narrowing
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from recorder import Changes, Hit
    from ui.bridge import ArchiveBridge
    from ui.services import Services

_FIELD_HEIGHT = 44


class HitList(QListView):
    """The list of hits.

    Signals:
        left_upwards: the arrow went up from the first row, into the field.
        typed(str): a letter was typed, which belongs to the field.
    """

    left_upwards = Signal()
    typed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and the arrow up at the first row go to the field."""
        if event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        elif event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


class SearchScreen(Screen):
    """Found while typing; Enter leads to the place where it was said.

    Signals:
        hit_chosen(Hit): a row of a meeting is to be shown where it stands.
    """

    name = "search"
    hit_chosen = Signal(object)

    def __init__(self, bridge: ArchiveBridge, services: Services) -> None:
        super().__init__(bridge, services)
        theme = services.theme
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("class", "Page")
        self.asking = Asking(bridge, self)
        self._is_stale = False
        self.model = HitsModel(services.wording, theme.direction, self)
        self.field = FindField(
            _("Search everything"), theme, self,
            placeholder=_("A word, a name, a number, or “a phrase”"),
        )  # fmt: skip
        self.field.setFixedHeight(theme.px(_FIELD_HEIGHT))
        self.field.setFont(theme.font(16))
        self.narrowing = Narrowing(services, self)
        self.told = Label("", self, role="small")
        self.list = self._make_list()
        self.blank = Label("", self, role="soft", wrap=True)
        self._lay_out()
        self._connect()
        self._show(Question(), [])

    ## What the window asks

    def show_meeting(self, meeting_id: str) -> None:
        """Offer the open meeting as a place to search."""
        super().show_meeting(meeting_id)
        self.narrowing.show_meeting(meeting_id)

    def enter(self) -> None:
        """Begin in the field; another word may be typed over the last one."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self._is_stale:
            self._is_stale = False
            self.asking.ask_again()

    ## Building

    def _make_list(self) -> HitList:
        view = HitList(self)
        view.setModel(self.model)
        view.setItemDelegate(HitDelegate(self.services.theme, self.model, view))
        view.setUniformItemSizes(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(_("What was found"))
        return view

    def _lay_out(self) -> None:
        theme = self.services.theme
        inset = theme.px(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(inset, inset, inset, inset)
        column.setSpacing(theme.px(10))
        for part in (self.field, self.narrowing, self.told):
            column.addWidget(part)
        below = QWidget(self)
        self._stack = QStackedLayout(below)
        self.blank.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.blank.setContentsMargins(inset, theme.px(48), inset, 0)
        self._stack.addWidget(self.blank)
        self._stack.addWidget(self.list)
        column.addWidget(below, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self._ask())
        self.field.entered.connect(self._open_first)
        self.field.left_downwards.connect(self._go_to_list)
        self.narrowing.changed.connect(lambda: self._ask(at_once=True))
        self.list.activated.connect(self._open)
        self.list.left_upwards.connect(self.field.setFocus)
        self.list.typed.connect(self._on_typed)
        self.asking.answered.connect(self._show)
        self.bridge.changed.connect(self._on_changed)

    ## Asking and answering

    def _ask(self, *, at_once: bool = False) -> None:
        self.asking.ask(Question(self.field.text(), self.narrowing.within), at_once=at_once)

    def _on_changed(self, _changes: Changes, _origin: object) -> None:
        if self.isVisible():
            self.asking.ask_again()
        else:
            self._is_stale = True  # who records a meeting does not pay for a search out of sight

    def _show(self, question: Question, hits: list[Hit]) -> None:
        kept = self.model.hit(self.list.currentIndex())
        self.model.show_hits(hits)
        if hits:
            at = max(self.model.row_of(kept), 0)
            self.list.setCurrentIndex(self.model.index(at))
            if not at:
                self.list.scrollToTop()
        self.told.show_words(self._told(len(hits)) if hits else "")
        # Our own sentence, in our direction, whatever was typed stands in it.
        mark = RLM if self.services.theme.is_rtl else LRM
        self.blank.show_words(mark + self._nothing(question))
        self._stack.setCurrentWidget(self.list if hits else self.blank)

    def _told(self, count: int) -> str:
        number = self.services.wording.number(count)
        if count >= MOST:
            return _("The first {count}; another word narrows them.").format(count=number)
        return ngettext("{count} result", "{count} results", count).format(count=number)

    def _nothing(self, question: Question) -> str:
        if question.is_empty:
            return _(
                "Notes, recommendations, decisions, meetings, people: write a word as you are "
                "used to, with its hamza or without, with digits of either kind."
            )
        words = question.words.strip()
        found = _("Nothing was found for “{words}”.") if words else _("Nothing was found here.")
        within = question.within
        advice = ""
        if within.meeting_id:
            advice = _("Only this meeting was searched.")
        elif within.kinds:
            advice = _("Only a part of the archive was searched; “Everything” searches all of it.")
        return " ".join(filter(None, (found.format(words=isolate(words)), advice)))

    ## Going there

    def _go_to_list(self) -> None:
        if self.model.rowCount():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_typed(self, text: str) -> None:
        self.field.setFocus(
            Qt.FocusReason.OtherFocusReason
        )  # others would select what stands there
        self.field.insert(text)

    def _open_first(self) -> None:
        if not self.asking.is_waiting and self.model.rowCount():
            self._open(self.list.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        hit = self.model.hit(index)
        if hit is None:
            return
        if hit.meeting_id is not None:
            self.hit_chosen.emit(hit)
        elif self.narrowing.narrow_to(hit.table, hit.row_id, self._name(hit)):
            self.field.clear()
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _name(self, hit: Hit) -> str:
        """A person, a body, a theme or a series by its name alone."""
        rows = self.services.directory.rows
        named = {
            **{("person", each.id): each.name for each in rows.people.values()},
            **{("theme", each.id): each.title for each in rows.themes.values()},
            **{("series", each.id): each.title for each in rows.series.values()},
        }
        if hit.table == "organisation":
            return self.services.directory.organisation_name(hit.row_id) or hit.text
        return named.get((hit.table, hit.row_id)) or hit.text
