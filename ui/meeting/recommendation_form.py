"""The form of a recommendation, and the list of those of a meeting beside it."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from recorder import Changes, Recommendation, RecorderError, new_id
from ui.bridge import ArchiveBridge
from ui.edits import append, delete, restore
from ui.i18n import _
from ui.meeting.follow_up_card import FollowUpCard
from ui.meeting.recommendation_cards import SourcesCard, WhatCard, WhoAndWhenCard
from ui.meeting.recommendation_list import RecommendationList, RecommendationModel
from ui.meeting.recommendation_reading import RecommendationsReading, read_recommendations
from ui.services import Services
from ui.widgets.buttons import IconButton, make_button
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.surfaces import Card, Page

_LIST, _TWO_PANES, _TWO_COLUMNS = 300, 900, 760
_LEAST = QSize(480, 320)
_TABLES = ("recommendation", "support", "source", "follow_up", "note", "agenda_item")


class RecommendationForm(QWidget):
    """One recommendation; every field saves by itself.

    Signals:
        closed: the user is done with it.
    """

    closed = Signal()

    def __init__(
        self, bridge: ArchiveBridge, services: Services, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._services = bridge, services
        self._meeting_id = self._recommendation_id = ""
        self._reading = RecommendationsReading()
        self._has_list, self._is_in_form = False, False
        self._is_stale, self._wants_focus, self._wants_text = False, False, False
        self.setProperty("class", "Page")
        self.model = RecommendationModel(services.wording, self)
        self._lay_out()
        self._connect()
        self._show()

    def open_meeting(self, meeting_id: str) -> None:
        """Show the recommendations of a meeting as a list, and the first of them."""
        self.leave()
        self._meeting_id, self._recommendation_id = meeting_id, ""
        self._has_list, self._is_in_form = True, False
        self._reading = RecommendationsReading()
        self._show()
        self._arrange()
        self._reload()

    def open_recommendation(self, recommendation_id: str) -> None:
        """Show one recommendation; its list is shown only after `open_meeting`."""
        self.leave()
        self._recommendation_id = recommendation_id
        self._is_in_form = True
        self._arrange()
        self._show()
        self._reload()

    def enter(self) -> None:
        """Begin in the text, or in the list where there is one; at the latest when it is read."""
        self._wants_focus = not self._sheet.isEnabled()
        if self.list_card.isVisibleTo(self) and self.model.rows:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.what.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Make changes of what was typed."""
        self._wants_focus = self._wants_text = False
        self.what.leave()
        self.who.leave()
        self.follow_up.leave()

    def minimumSizeHint(self) -> QSize:
        """Small: list and form give way to each other."""
        return _LEAST

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many panes as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the form."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    ## Building

    def _lay_out(self) -> None:
        look = self._services.theme
        inset = look.px(16)
        self._panes = QHBoxLayout(self)
        self._panes.setContentsMargins(inset, inset, inset, inset)
        self._panes.setSpacing(inset)
        self._panes.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.list_card = self._make_list_card()
        self._panes.addWidget(self.list_card)
        self._sheet = QWidget(self)
        sheet = QVBoxLayout(self._sheet)
        sheet.setContentsMargins(0, 0, 0, 0)
        sheet.setSpacing(look.px(8))
        sheet.addLayout(self._make_head())
        self._page = Page(look, self._sheet)
        self._page.column.setContentsMargins(0, 0, 0, 0)
        self._page.column.addLayout(self._make_columns())
        self._page.column.addStretch(1)
        sheet.addWidget(self._page, 1)
        self._panes.addWidget(self._sheet, 1)

    def _make_list_card(self) -> Card:
        look = self._services.theme
        card = Card(look, self, padding=12)
        head = QHBoxLayout()
        head.addWidget(Label(_("Recommendations"), card, role="section"), 1)
        self.add = IconButton("plus", _("New recommendation"), look, card)
        self.add.setToolTip(_("New recommendation  {key}").format(key="\u2066Ins\u2069"))
        head.addWidget(self.add)
        self.list = RecommendationList(self.model, look, card)
        self.empty = Label(_("No recommendations yet."), card, role="soft", wrap=True)
        self.first = make_button(_("New recommendation"), look, card, icon="plus", kind="primary")
        card.column.addLayout(head)
        card.column.addWidget(self.empty)
        card.column.addWidget(self.first)
        card.column.addWidget(self.list, 1)
        card.column.addStretch(0)
        return card

    def _make_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        self.title = ElidedLabel("", self._sheet, role="title")
        head.addWidget(self.title, 1)
        tip = _("Close  {key}").format(key="\u2066Esc\u2069")
        self.close_button = IconButton("x", _("Close"), self._services.theme, self._sheet, tip=tip)
        head.addWidget(self.close_button)
        return head

    def _make_columns(self) -> QBoxLayout:
        bridge, services, page = self._bridge, self._services, self._page
        self.what = WhatCard(bridge, services, page)
        self.who = WhoAndWhenCard(bridge, services, page)
        self.follow_up = FollowUpCard(bridge, services, page)
        self.sources = SourcesCard(services, page)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(services.theme.px(16))
        for cards in ((self.what, self.follow_up), (self.who, self.sources)):
            column = QVBoxLayout()
            column.setSpacing(services.theme.px(16))
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        return self._columns

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.wanted.connect(self._on_wanted)
        self.list.wanted_new.connect(self._add)
        self.list.removed.connect(self._delete)
        self.list.doubleClicked.connect(lambda _index: self._on_wanted())
        self.add.clicked.connect(self._add)
        self.first.clicked.connect(self._add)
        self.close_button.clicked.connect(self._close)
        self._services.directory.loaded.connect(self._show)
        self._bridge.changed.connect(self._on_changed)
        self._bridge.opened.connect(self._reload)
        self._bridge.settled.connect(self._on_settled)

    def _arrange(self) -> None:
        px = self._services.theme.px
        has_both = self._has_list and self.width() >= px(_TWO_PANES)
        self.list_card.setVisible(self._has_list and (has_both or not self._is_in_form))
        self._sheet.setVisible(has_both or not self._has_list or self._is_in_form)
        self.list_card.setMinimumWidth(px(_LIST))
        self.list_card.setMaximumWidth(px(_LIST) if has_both else self.maximumWidth())
        self.close_button.setVisible(not has_both)
        room = self.width() - (px(_LIST) if has_both else 0)
        wide, narrow = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(wide if room >= px(_TWO_COLUMNS) else narrow)

    ## Reading

    def _reload(self) -> None:
        one = "" if self._has_list else self._recommendation_id
        self._bridge.request(
            read_recommendations(self._meeting_id, one), self._on_read, origin=self
        )

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if any(changes.touches(table) for table in _TABLES):
            self._reload()

    def _on_read(self, reading: RecommendationsReading) -> None:
        if self._has_list and reading.meeting_id != self._meeting_id:
            return  # asked for before the form was turned to another meeting
        if not self._bridge.is_settled:
            self._is_stale = True  # what was read may lack what is on its way to the disk
            return
        self._reading = reading
        self.model.show_reading(reading)
        self.empty.setVisible(not reading.recommendations)
        self.first.setVisible(not reading.recommendations)
        if reading.find(self._recommendation_id) is None:
            ids = self.list.ids
            self._recommendation_id = (self.list.current_id or ids[0]) if ids else ""
        self.list.choose(self._recommendation_id)
        self._show()
        if self._wants_text and self._sheet.isEnabled():
            self._on_wanted()
        elif self._wants_focus and self._sheet.isEnabled():
            self.enter()

    def _on_settled(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self._reload()

    def _show(self) -> None:
        reading, wanted = self._reading, self._recommendation_id
        row = reading.find(wanted)
        self._sheet.setEnabled(row is not None)
        self.title.show_words(self._heading(row))
        self.what.show_row(row)
        self.who.show_row(row, reading)
        self.follow_up.show_entries(row, reading.follow_ups.get(wanted, []), self._meeting_id)
        self.sources.show_notes(reading.sources.get(wanted, []))

    def _heading(self, row: Recommendation | None) -> str:
        if row is None:
            return _("No recommendation is chosen")
        place = list(self._reading.recommendations).index(row) + 1
        return _("Recommendation {number}").format(number=self._services.wording.number(place))

    ## Writing

    def _on_chosen(self, recommendation_id: str) -> None:
        if recommendation_id != self._recommendation_id:
            self.leave()
            self._recommendation_id = recommendation_id
            self._show()

    def _on_wanted(self) -> None:
        self._is_in_form = True
        self._arrange()
        self._wants_text = not self._sheet.isEnabled()
        self.what.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _close(self) -> None:
        self.leave()
        self._is_in_form = False
        self._arrange()
        if self._has_list:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.closed.emit()

    def _add(self) -> None:
        if not self._meeting_id:
            return
        self.leave()
        row = Recommendation(id=new_id(), meeting_id=self._meeting_id)
        before, self._recommendation_id = self._recommendation_id, row.id
        self._bridge.request(
            append(row), origin=self, saves=True, failed=partial(self._on_not_added, before)
        )
        self._show()
        self._on_wanted()

    def _on_not_added(self, before: str, error: RecorderError) -> None:
        self._recommendation_id, self._wants_text = before, False
        self._show()
        self._bridge.failed.emit(error)

    def _delete(self) -> None:
        wanted = self.list.current_id
        if not wanted:
            return
        self.leave()
        self._bridge.request(delete("recommendation", wanted), origin=self, saves=True)
        self._services.notices.post(
            _("The recommendation was deleted."),
            answers=((_("Undo"), lambda: self._bring_back(wanted)),),
            key="recommendation",
        )

    def _bring_back(self, recommendation_id: str) -> None:
        self._bridge.request(restore("recommendation", recommendation_id), origin=self, saves=True)
