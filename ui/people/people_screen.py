"""The screen of people: who is on the list of a meeting, and the details of one of them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QWidget

from ui.bridge import ArchiveBridge
from ui.people.people_list import PeopleList
from ui.people.people_rows import PeopleReading, PersonRow
from ui.people.person_panel import PersonPanel
from ui.screen import Screen
from ui.services import Services

_TWO_PANES, _PANEL = 960, 360
_LEAST = QSize(480, 320)


class PeopleScreen(Screen):
    """The list, and beside it the details; on a narrow window one takes the place of the other."""

    name = "people"

    def __init__(
        self, bridge: ArchiveBridge, services: Services, parent: QWidget | None = None
    ) -> None:
        super().__init__(bridge, services)
        if parent is not None:
            self.setParent(parent)
        theme = services.theme
        self.list = PeopleList(bridge, services, self)
        self.panel = PersonPanel(bridge, services, services.directory, self)
        self.panel.setFixedWidth(theme.px(_PANEL))
        self._shown: PersonRow | None = None
        self._in_details = False
        self._is_stale = False
        inset = theme.px(16)
        row = QHBoxLayout(self)
        row.setContentsMargins(inset, inset, inset, inset)
        row.setSpacing(inset)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self.list, 1)
        row.addWidget(self.panel)
        self.list.current_changed.connect(self._on_current_changed)
        self.list.wanted.connect(self._on_wanted)
        self.list.table.seat_wanted.connect(self._on_seat_wanted)
        self.list.read.connect(self._on_read)
        self.panel.closed.connect(self._on_closed)
        duplicates = self.list.duplicates
        duplicates.answering.connect(self.panel.leave)
        duplicates.merged.connect(self.list.await_person)
        duplicates.left.connect(self._go_to_list)
        bridge.settled.connect(self._on_settled)
        self.list.open_meeting("")

    def open_meeting(self, meeting_id: str) -> None:
        """Show the list of a meeting; "" shows the whole directory."""
        self.leave()
        self.meeting_id = meeting_id
        self._show_person(None)
        self.list.open_meeting(meeting_id)

    def show_meeting(self, meeting_id: str) -> None:
        """The same, as the window asks for it."""
        self.open_meeting(meeting_id)

    def enter(self) -> None:
        """Begin in the field that finds and adds."""
        self.list.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.duplicates.look()

    def _go_to_list(self) -> None:
        self.list.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Make changes of what was typed."""
        self.panel.leave()

    def minimumSizeHint(self) -> QSize:
        """Small: panes give way to each other."""
        return _LEAST

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two panes where there is room for them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_wide = self.width() >= self.services.theme.px(_TWO_PANES)
        self.panel.setVisible(is_wide or self._in_details)
        self.list.setVisible(is_wide or not self._in_details)
        self.panel.stand_alone(alone=not is_wide)
        width = self.services.theme.px(_PANEL)
        self.panel.setMinimumWidth(width)
        self.panel.setMaximumWidth(width if is_wide else self.maximumWidth())

    def _on_wanted(self) -> None:
        if self.list.table.current is not None:
            self._in_details = True
            self._arrange()
            self._show_person(self.list.table.current)
            self.panel.begin()

    def _on_seat_wanted(self) -> None:
        current = self.list.table.current
        if current is not None and current.attendance is not None:
            self._on_wanted()
            self.panel.begin_with_seat()

    def _on_closed(self) -> None:
        self._in_details = False
        self._arrange()
        self.list.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_person(self.list.table.current)

    def _on_current_changed(self) -> None:
        # While somebody's name is being written the list may no longer find them.
        if not self._is_written_in():
            self._show_person(self.list.table.current)

    def _on_read(self, _reading: PeopleReading) -> None:
        if not self.bridge.is_settled:
            self._is_stale = True  # what was read may lack what is on its way to the disk
            return
        shown = self._shown or self.list.table.current
        self._show_person(self.list.person_row(shown.person.id) if shown else None)

    def _on_settled(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self.list.reload()

    def _show_person(self, row: PersonRow | None) -> None:
        self._shown = row
        self.panel.show_person(row)

    def _is_written_in(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.panel.isAncestorOf(focus)
