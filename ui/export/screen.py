"""The screen before a document goes out: the choices, a look at it, what is missing, the button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.export.choices import ChoicesPanel
from ui.export.document_pane import DocumentPane
from ui.export.findings import FindingsCard
from ui.export.looking import Look, look_at
from ui.export.names import document_language
from ui.export.writing import order_of
from ui.i18n import _, isolate_ltr
from ui.screen import Screen
from ui.widgets.buttons import make_button, pressed_by_enter

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from recorder import MeetingSummary, RecorderError
    from ui.bridge import ArchiveBridge
    from ui.export.choice import Order
    from ui.export.writing import DocumentWriter
    from ui.meetings_known import MeetingsKnown
    from ui.services import Services

_PANEL, _NARROW_PANEL, _NARROW, _TALL, _BAR = 320, 264, 1000, 46, 6
_REST_MS, _CHOOSING_MS = 400, 120
"""After these rests the document is read again: of changes elsewhere, of choosing by arrows."""

_LOW, _FEW, _MANY = 560, 3, 5


class ExportScreen(Screen):
    """Choices at the start side, the document and what is missing at the end side.

    Signals:
        place_wanted(Place): somebody goes to put something right.
    """

    name = "export"
    place_wanted = Signal(object)

    def __init__(
        self,
        bridge: ArchiveBridge,
        services: Services,
        writer: DocumentWriter,
        meetings: MeetingsKnown,
    ) -> None:
        super().__init__(bridge, services)
        self._writer, self._meetings = writer, meetings
        self._asked: Order | None = None
        self._shown: Order | None = None
        self._is_stale = True
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._read)
        self.choices = ChoicesPanel(bridge, services, self)
        self.document = DocumentPane(bridge, services, writer, self)
        self.preview = self.document.preview
        self.findings = FindingsCard(services, self)
        self._lay_out()
        self.choices.edited.connect(self._on_edited)
        self.document.hand_left.connect(self.save.setFocus)
        self.findings.wanted.connect(self.place_wanted)
        self.save.clicked.connect(lambda _checked=False: self.ask_place())
        self.stop.clicked.connect(lambda _checked=False: self._stop())
        writer.moved.connect(self._refresh_foot)
        writer.leaks_wanted.connect(self._show_leaks)
        bridge.changed.connect(self._on_changed)
        meetings.moved.connect(self._on_meetings_moved)
        bridge.request(lambda archive: archive.can_write_pdf(), self._on_office, origin=self)
        self._refresh_foot()

    ## What the window asks

    def show_meeting(self, meeting_id: str) -> None:
        """Turn to a meeting."""
        super().show_meeting(meeting_id)
        self.document.outdate()
        self._is_stale = True
        self._shown = None
        if self.isVisible():
            self._read()

    def enter(self) -> None:
        """Begin with what is to be written."""
        self.choices.show_choice(self._writer.choice, self._own_language)
        self.services.actions.rename("show.export", _("Save the file"))
        self.document.laying.resume()
        if self._is_stale or self._shown != self.order:
            self._read()
        self.choices.document.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Keep what was chosen."""
        self.document.laying.pause()
        self.services.actions.rename("show.export", "")
        self._writer.remember(self.choices.choice)

    def settle(self) -> None:
        """Nothing is typed here; the screen stays in view."""

    def ask_place(self) -> None:
        """Ask where to put the document."""
        self._writer.ask(self.order, self._summary)

    def write_at_once(self) -> None:
        """Write it where the last one went, beside what is there."""
        self._writer.write_at_once(self.order, self._summary)

    @property
    def order(self) -> Order:
        """What is chosen for this meeting."""
        summary = self._summary
        title = summary.title if summary else ""
        return order_of(self.meeting_id, title, self.choices.choice, self.services.settings)

    @property
    def is_read(self) -> bool:
        """Whether what is in view is what would be written."""
        return not self._is_stale and self._shown == self.order

    ## Building

    def _lay_out(self) -> None:
        px = self.services.theme.px
        whole = QHBoxLayout(self)
        whole.setContentsMargins(px(16), px(16), px(16), px(16))
        whole.setSpacing(px(16))
        start = QVBoxLayout()
        start.setSpacing(px(12))
        start.addWidget(self._scrolled(self.choices), 1)
        start.addLayout(self._make_foot())
        self._side = QWidget(self)
        start.setContentsMargins(0, 0, 0, 0)
        self._side.setLayout(start)
        end = QVBoxLayout()
        end.setSpacing(px(8))
        end.addWidget(self.document, 1)
        end.addWidget(self.findings)
        whole.addWidget(self._side)
        whole.addLayout(end, 1)

    def _scrolled(self, panel: QWidget) -> QScrollArea:
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(panel)
        return area

    def _make_foot(self) -> QVBoxLayout:
        theme = self.services.theme
        self.save = make_button(_("Save the file"), theme, self, icon="file-down", kind="primary")
        self.save.setFixedHeight(theme.px(_TALL))
        key = isolate_ltr(self.services.actions.key_text("show.export"))
        tip = _("Choose where to save the file; {key} saves it beside the last one at once")
        self.save.setToolTip(tip.format(key=key))
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)  # nobody knows how long an office program takes
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(theme.px(_BAR))
        self.bar.setAccessibleName(_("How far it is"))
        self.stop = make_button(_("Stop"), theme, self)
        foot = QVBoxLayout()
        foot.setSpacing(theme.px(8))
        for part in (self.save, self.bar, self.stop):
            foot.addWidget(part)
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the document its room in a small window."""
        super().resizeEvent(event)
        px = self.services.theme.px
        self._side.setFixedWidth(px(_PANEL if self.width() >= px(_NARROW) else _NARROW_PANEL))
        self.findings.list.show_most(_FEW if self.height() < px(_LOW) else _MANY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does."""
        if not pressed_by_enter(event, self):
            super().keyPressEvent(event)

    ## Reading

    @property
    def _summary(self) -> MeetingSummary | None:
        return self._meetings.get(self.meeting_id)

    @property
    def _own_language(self) -> str:
        summary = self._summary
        return document_language(summary.title if summary else "", self.services.language)

    def _read(self) -> None:
        if not self.meeting_id:
            return
        self._rest.stop()
        order = self._asked = self.order
        self._is_stale = False
        self.bridge.request(
            lambda archive: (order, look_at(order, archive)), self._on_read, origin=self,
            failed=self._on_unreadable,
        )  # fmt: skip

    def _on_read(self, answer: tuple[Order, Look]) -> None:
        order, look = answer
        if order != self._asked:
            return  # something else was chosen meanwhile
        self._shown = order
        self.document.show_look(order, look)
        self.findings.show_lines(look.lines)

    def _on_unreadable(self, _error: RecorderError) -> None:
        self._is_stale = True
        self.document.show_nothing()
        self.findings.show_lines(())

    def _on_edited(self) -> None:
        self.document.outdate()
        self._rest.start(_CHOOSING_MS)

    def _on_changed(self, _changes: object, _origin: object) -> None:
        self._is_stale = True
        self.document.outdate()
        if self.isVisible():
            self._rest.start(_REST_MS)

    def _on_meetings_moved(self) -> None:
        """The title says which language the document speaks by itself."""
        if self.isVisible() and not self._rest.isActive() and self._asked != self.order:
            self.choices.show_choice(self.choices.choice, self._own_language)
            self._read()

    def _on_office(self, has_office: bool) -> None:  # noqa: FBT001 - the archive's answer
        self.choices.show_office(has_office=has_office)
        self.document.laying.allow(has_office=has_office)

    ## The foot

    def _refresh_foot(self) -> None:
        had_hand = self.save.hasFocus() or self.stop.hasFocus()
        self.save.setVisible(not self._writer.can_stop)
        self.bar.setVisible(self._writer.can_stop)
        self.stop.setVisible(self._writer.can_stop)
        self.stop.setText(_("Stop"))
        if had_hand:
            (self.stop if self._writer.can_stop else self.save).setFocus()

    def _stop(self) -> None:
        self.stop.setText(_("Stopping…"))  # not disabled: it would lose the focus
        self._writer.stop()

    def _show_leaks(self) -> None:
        if self.isVisible():
            self.findings.list.setFocus(Qt.FocusReason.OtherFocusReason)
