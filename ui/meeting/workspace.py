"""The screen of the running meeting: agenda, notes with the box to write in, recommendations.

It builds and lays out; what can be done is in its parts (see `workspace_part`).
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recorder import Draft, Note, RecorderError
from ui.bridge import ArchiveBridge
from ui.capture.capture import Capture
from ui.i18n import _, explain
from ui.meeting.agenda_pane import AgendaPane
from ui.meeting.note_seeker import NoteSeeker
from ui.meeting.workspace_agenda import AgendaPart
from ui.meeting.workspace_attribution import AttributionPart
from ui.meeting.workspace_authors import AuthorsPart
from ui.meeting.workspace_board import MeetingBoard
from ui.meeting.workspace_floor import FloorPart
from ui.meeting.workspace_focus import FocusPart
from ui.meeting.workspace_notes import NotesPart
from ui.meeting.workspace_notes_model import NoteLine, NotesModel
from ui.meeting.workspace_notes_pane import NotesPane, NoteWords
from ui.meeting.workspace_outcomes import OutcomesPart
from ui.meeting.workspace_panes import Panes, PaneSwitches
from ui.meeting.workspace_part import Part, Session
from ui.meeting.workspace_place import PlacePart
from ui.meeting.workspace_readback import ReadbackPart
from ui.meeting.workspace_recommendations import RecommendationsPart
from ui.meeting.workspace_returned import ReturnedPart
from ui.meeting.workspace_review import ReviewPart
from ui.meeting.workspace_shaping import ShapingPart
from ui.meeting.workspace_side import Side
from ui.meeting.workspace_speakers import SpeakersPart
from ui.meeting.workspace_turning import TurningPart
from ui.meeting.workspace_writing import WritingPart
from ui.photos.workspace_photos import PhotosPart
from ui.screen import Screen
from ui.services import Services
from ui.widgets.buttons import IconButton

_P = TypeVar("_P", bound=Part)

PARTS: tuple[type[Part], ...] = (
    WritingPart,
    AgendaPart,
    SpeakersPart,
    NotesPart,
    RecommendationsPart,
    OutcomesPart,
    ReadbackPart,
    TurningPart,
    ShapingPart,
    AttributionPart,
    FloorPart,
    PhotosPart,
    ReviewPart,
    ReturnedPart,
    AuthorsPart,
    FocusPart,
    PlacePart,
)
"""What the screen can do; in this order they are built, told and shown."""


class Workspace(Screen):
    """Everything by keyboard; the focus is in the box again after everything.

    Signals:
        recommendation_requested(str): the form of a recommendation is wanted.
        export_requested(str): the minutes of a meeting are wanted; what was typed is on its way.
        meeting_opened: the meeting that was asked for is in view.
    """

    name = "workspace"
    hands_on = True
    recommendation_requested = Signal(str)
    export_requested = Signal(str)
    meeting_opened = Signal()

    def __init__(self, bridge: ArchiveBridge, services: Services) -> None:
        super().__init__(bridge, services)
        self._words = NoteWords(services)
        self.notes = NotesModel(self._line, NoteWords.spoken, self)
        self.board = MeetingBoard(bridge, services, self.notes, self)
        self.capture = Capture(bridge, services, self)
        self.agenda = AgendaPane(services, self)
        self.pane = NotesPane(services, self.notes, self)
        self.side = Side(services, self)
        self._seeker = NoteSeeker(self.board, self.notes, self.pane.list, self)
        session = self._build()
        self._parts = {kind: kind(session) for kind in PARTS}
        self._connect()
        self._bind()

    def part(self, kind: type[_P]) -> _P:
        """The part of a kind."""
        found = self._parts[kind]
        assert isinstance(found, kind)  # noqa: S101 - so they were made
        return found

    ## What the window asks

    def show_meeting(self, meeting_id: str) -> None:
        """Turn to a meeting; what was typed in the one before becomes notes of it."""
        if meeting_id == self.meeting_id:
            return
        self.capture.presenter.turn_to(meeting_id)
        super().show_meeting(meeting_id)
        for part in self._parts.values():
            part.turn_to(meeting_id)
        if meeting_id:
            self.board.open(meeting_id)

    open_meeting = show_meeting

    def enter(self) -> None:
        """Writing can begin at once."""
        self.capture.take_focus()

    def leave(self) -> None:
        """Make changes of what was typed."""
        for part in self._parts.values():
            part.leave()

    def hold(self) -> object:
        """What each part holds, by the name of its kind."""
        return {kind.__name__: part.hold() for kind, part in self._parts.items()}

    def take(self, held: object) -> None:
        """Let each part go on."""
        if isinstance(held, dict):
            for kind, part in self._parts.items():
                part.take(held.get(kind.__name__))

    def settle(self) -> None:
        """An earlier note that is being edited is saved; a new one waits in its box."""
        for part in self._parts.values():
            part.settle()

    def take_back(self) -> bool:
        """Take up once more what Esc threw away, until something else is done."""
        taken = [part.take_back() for part in self._parts.values()]
        return any(taken)

    def header_tools(self) -> QWidget:
        """Who is present, and the switches of the side panes."""
        return self._tools

    def show_note(self, note_id: str) -> None:
        """Bring a note of the meeting into view, once the meeting has been read."""
        self._seeker.show(note_id)

    def request_export(self) -> None:
        """Ask for the minutes, with what was typed in them."""
        self.leave()
        self.export_requested.emit(self.meeting_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the panes for the width."""
        super().resizeEvent(event)
        self.panes.fit(self.width())

    ## Building

    def _build(self) -> Session:
        theme = self.services.theme
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("class", "Page")
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        strips, views = QVBoxLayout(), QVBoxLayout()
        views.addWidget(self.pane, 1)
        column.addLayout(strips)
        column.addLayout(views, 1)
        column.addWidget(self.capture)
        self.panes = Panes(self.services, self.agenda, centre, self.side, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(12))
        row.addWidget(self.panes)
        # Else the least widths of the panes would hold the window open.
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        return Session(
            self.bridge, self.services, self.board, self.notes, self.pane, self.capture,
            self.agenda, self.side, self.panes, strips, views, self._build_tools(), self,
        )  # fmt: skip

    def _build_tools(self) -> QHBoxLayout:
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(self.services.theme.px(16))
        return tools

    def _add_last_tools(self) -> None:
        tools, actions = self._tools.layout(), self.services.actions
        assert tools is not None  # noqa: S101 - set above
        tools.addWidget(PaneSwitches(self.services, self.panes))
        export = IconButton(actions.command("show.export").icon, _("Export"),
                            self.services.theme, self._tools,
                            tip=actions.tooltip("show.export"))  # fmt: skip
        export.clicked.connect(self.request_export)
        tools.addWidget(export)

    def _connect(self) -> None:
        self._add_last_tools()
        self.past = self.part(NotesPart).past
        self.recommendations = self.part(RecommendationsPart).pane
        self.recommendations.list.opened.connect(self.recommendation_requested)
        self.part(ReturnedPart).opened_form.connect(self.recommendation_requested)
        self.meeting_opened.connect(self._seeker.take_up)
        self.board.opened.connect(self._on_opened)
        self.board.missing.connect(self._on_missing)

    def _bind(self) -> None:
        for part in self._parts.values():
            for command, handler in part.commands().items():
                self.services.actions.bind(command, self._if_in_view(handler))

    def _if_in_view(self, handler: Callable[[], None]) -> Callable[[], None]:
        def call() -> None:
            if self.isVisible():
                handler()

        return call

    def _on_opened(self, drafts: list[Draft]) -> None:
        for part in self._parts.values():
            part.opened(drafts)
        self.meeting_opened.emit()

    def _on_missing(self, error: RecorderError) -> None:
        if error is not self.bridge.refusal:  # the window says that one itself
            self.services.notices.post(explain(error), "bad", key="workspace")

    def _line(self, note: Note, heading: str, state: str) -> NoteLine:
        line = self._words.line(note, self.board.speakers, heading, state)
        return self.board.authors.sign(line)
