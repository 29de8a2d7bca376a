"""The screen for sharing by a stick: one card at a time, one big button on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from ui.exchange.code_page import CodePage
from ui.exchange.first_page import FirstPage
from ui.exchange.guest_card import GuestCard
from ui.exchange.page import WIDTH, ExchangePage
from ui.exchange.progress_page import ProgressPage
from ui.exchange.result_pages import FailurePage, PreviewPage, ResultPage
from ui.exchange.sharing import Stage, StickSharing
from ui.exchange.stepper import Stepper
from ui.exchange.team_page import TeamFoot, TeamPage
from ui.exchange.telling import NOTICE
from ui.screen import Screen
from ui.widgets.surfaces import Page, put_page

if TYPE_CHECKING:
    from ui.bridge import ArchiveBridge
    from ui.services import Services

_PAGES: dict[Stage, type[ExchangePage]] = {
    Stage.WORKING: ProgressPage,
    Stage.CODE: CodePage,
    Stage.ASKING: PreviewPage,
    Stage.DONE: ResultPage,
    Stage.FAILED: FailurePage,
}
_STEP_OF = {Stage.CHOOSING: 0, Stage.WORKING: 1, Stage.ASKING: 1}


class ExchangeScreen(Screen):
    """Shows the state of a sharing, which goes on when another screen comes into view."""

    name = "exchange"

    def __init__(self, bridge: ArchiveBridge, services: Services, sharing: StickSharing) -> None:
        super().__init__(bridge, services)
        self.sharing = sharing
        self.card: ExchangePage | None = None
        self.foot: TeamFoot | None = None
        self.guest: GuestCard | None = None
        self._shown: object = None
        self._awaits_hand = False
        self._page = put_page(self, services.theme)
        self.stepper = Stepper(services, self)
        self._page.addWidget(self.stepper)
        self._page.addStretch(1)
        sharing.moved.connect(self._refresh)
        self._refresh()

    def show_meeting(self, meeting_id: str) -> None:
        """The meeting that can be saved as a file."""
        super().show_meeting(meeting_id)
        if self.guest is not None:
            self.guest.show_meeting(meeting_id)

    def enter(self) -> None:
        """Begin with what is to be done."""
        self.services.notices.withdraw(NOTICE)
        self.sharing.merges.ask()
        self._refresh()
        self._take_focus()

    def leave(self) -> None:
        """The hand goes elsewhere."""
        self._awaits_hand = False

    def _refresh(self) -> None:
        state = self.sharing.state
        self.stepper.show_step(_STEP_OF.get(state.stage, 2))
        self.stepper.setVisible(state.stage is not Stage.CODE and state.has_team is True)
        told = state.error if state.stage is Stage.CHOOSING else None
        shown = (state.stage, state.has_team, state.code, told)
        if shown != self._shown and state.has_team is not None:
            self._shown = shown
            self._turn()
            return
        for part in (self.card, self.foot, self.guest):
            if part is not None:
                part.refresh()

    def _turn(self) -> None:
        """Put another card in the place of the one that was there, and the hand on it."""
        had_hand = self._has_hand() or (self.card is None and self._awaits_hand)
        for old in (self.card, self.foot, self.guest):
            if old is not None:
                self._page.removeWidget(old)
                old.hide()
                old.deleteLater()
        state = self.sharing.state
        kind = _PAGES.get(state.stage, TeamPage if state.has_team else FirstPage)
        self.card = self._put(kind(self.services, self.sharing, self), 1)
        self.foot = self.guest = None
        if kind is TeamPage:
            self.foot = TeamFoot(self.services, self.sharing, self)
            self._put(self.foot, 2)
        if state.stage is Stage.CHOOSING:
            self.guest = GuestCard(self.bridge, self.services, self.sharing, self)
            self.guest.show_meeting(self.meeting_id)
            self._put(self.guest, 3 if self.foot is not None else 2)
        if had_hand:
            self._take_focus()

    def _put(self, page: ExchangePage, at: int) -> ExchangePage:
        page.setFixedWidth(self.services.theme.px(WIDTH))
        self._page.insertWidget(at, page, 0, Qt.AlignmentFlag.AlignHCenter)
        page.show()
        return page

    def _has_hand(self) -> bool:
        focus = QApplication.focusWidget()
        return self.isVisible() and (focus is None or self.isAncestorOf(focus))

    def _take_focus(self) -> None:
        self._awaits_hand = self.card is None  # what there is to do is being read
        if self.card is not None and self.card.first is not None:
            self.card.first.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self.card, self._show_hand)  # once the card has its place

    def _show_hand(self) -> None:
        """Scroll to the hand where the window is low."""
        area, focus = self.findChild(Page), QApplication.focusWidget()
        if isinstance(area, Page) and focus is not None and area.isAncestorOf(focus):
            area.ensureWidgetVisible(focus)
