"""The screen of the running meeting: agenda, notes with the box to write in, recommendations."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recorder import Draft, Note, RecorderError
from ui.bridge import ArchiveBridge
from ui.capture.capture import Capture
from ui.capture.recent_speakers import MOST
from ui.capture.writing import delete_note, restore_note
from ui.edits import delete
from ui.i18n import _, explain, isolate, ngettext
from ui.meeting.agenda_pane import AgendaPane
from ui.meeting.note_seeker import NoteSeeker
from ui.meeting.recommendations_pane import RecommendationsPane
from ui.meeting.workspace_board import MeetingBoard
from ui.meeting.workspace_notes_model import NoteLine, NotesModel
from ui.meeting.workspace_notes_pane import NotesPane, NoteWords
from ui.meeting.workspace_panes import Panes, PaneSwitches
from ui.past.note_past import NotePast
from ui.past.steps import NOTICE
from ui.screen import Screen
from ui.services import Services
from ui.widgets.buttons import IconButton
from ui.widgets.label import Label

_SAVING = "capture.failed"


class Workspace(Screen):
    """Everything by keyboard; the focus is in the box again after everything.

    Signals:
        recommendation_requested(str): the form of a recommendation is wanted.
        export_requested(str): the minutes of a meeting are wanted; what was typed is on its way.
        meeting_opened: the meeting that was asked for is in view.
    """

    name = "workspace"
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
        self.past = NotePast(bridge, services, self.pane, self)
        self.recommendations = RecommendationsPane(services, self)
        self._seeker = NoteSeeker(self.board, self.notes, self.pane.list, self)
        self._dropped: Callable[[], None] | None = None
        self._build()
        self._connect()
        self._bind()

    ## What the window asks

    def show_meeting(self, meeting_id: str) -> None:
        """Turn to a meeting; what was typed in the one before becomes notes of it."""
        if meeting_id == self.meeting_id:
            return
        self.capture.presenter.turn_to(meeting_id)
        super().show_meeting(meeting_id)
        self._dropped = None
        self.past.close_note()
        if meeting_id:
            self.board.open(meeting_id)

    open_meeting = show_meeting

    def enter(self) -> None:
        """Writing can begin at once."""
        self.capture.take_focus()

    def leave(self) -> None:
        """Make notes of what was typed."""
        self.capture.presenter.leave()

    def settle(self) -> None:
        """An earlier note that is being edited is saved; a new one waits in its box."""
        if self.capture.presenter.entry.is_edit:
            self.capture.presenter.finish()

    def take_back(self) -> bool:
        """Take up once more what Esc threw away, until something else is done."""
        dropped, self._dropped = self._dropped, None
        self.services.notices.withdraw(NOTICE)
        if dropped is not None:
            dropped()
        return dropped is not None

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

    ## Building

    def _build(self) -> None:
        theme = self.services.theme
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("class", "Page")
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.pane, 1)
        column.addWidget(self.past, 1)
        column.addWidget(self.capture)
        self.panes = Panes(self.services, self.agenda, centre, self.recommendations, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(12))
        row.addWidget(self.panes)
        # Else the least widths of the panes would hold the window open.
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(theme.px(16))
        self._present = Label("", self._tools, role="soft")
        tools.addWidget(self._present)
        tools.addWidget(PaneSwitches(self.services, self.panes))
        icon = self.services.actions.command("meeting.export").icon
        export = IconButton(icon, _("Export to Word"), theme, self._tools,
                            tip=self.services.actions.tooltip("meeting.export"))  # fmt: skip
        export.clicked.connect(self.request_export)
        tools.addWidget(export)

    def _connect(self) -> None:
        board, capture = self.board, self.capture
        presenter = capture.presenter
        self.meeting_opened.connect(self._seeker.take_up)
        board.opened.connect(self._on_opened)
        board.missing.connect(self._on_missing)
        board.agenda_changed.connect(self._on_agenda_changed)
        board.speakers_changed.connect(self._on_speakers_changed)
        board.recommendations_changed.connect(self._on_recommendations_changed)
        self.agenda.chosen.connect(self._on_item_chosen)
        self.agenda.added.connect(board.add_item)
        self.pane.all_wanted.connect(lambda wanted: self._on_all(everything=wanted))
        self.pane.list.edited.connect(self._on_edit)
        self.recommendations.list.opened.connect(self.recommendation_requested)
        capture.person_wanted.connect(self._on_person_wanted)
        capture.group_wanted.connect(self._on_group_wanted)
        capture.earlier.connect(self._edit_last)
        presenter.sent.connect(self._on_sent)
        presenter.marked.connect(self.notes.mark)
        presenter.emptied.connect(self._on_emptied)
        presenter.dropped.connect(self._on_dropped)
        presenter.failed.connect(self._on_save_failed)
        presenter.recovered.connect(lambda: self.services.notices.withdraw(_SAVING))

    def _bind(self) -> None:
        presenter = self.capture.presenter
        handlers: dict[str, Callable[[], None]] = {
            "note.add": self._save,
            "note.edit": self._edit_selected,
            "note.delete": self._delete_selected,
            "note.history": self._show_past,
            "note.recommendation": self._recommend,
            "note.kind": self.capture.kinds.take_focus,
            "note.stamp": presenter.stamp,
            "note.verb": self.capture.verb.open_menu,
            "note.write": self._back_to_writing,
            "item.next": lambda: self._step_item(1),
            "item.previous": lambda: self._step_item(-1),
            "item.add": self._add_item,
            "notes.all": lambda: self._on_all(everything=not self.board.shows_all),
            "speaker.pick": self.capture.pick_speaker,
            "pane.next": lambda: self._step_pane(1),
            "pane.previous": lambda: self._step_pane(-1),
        }
        for at in range(1, MOST + 1):
            handlers[f"speaker.{at}"] = partial(self.capture.pick_recent, at)
        for command, handler in handlers.items():
            self.services.actions.bind(command, self._if_in_view(handler))

    def _if_in_view(self, handler: Callable[[], None]) -> Callable[[], None]:
        def call() -> None:
            if self.isVisible():
                handler()

        return call

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the panes for the width."""
        super().resizeEvent(event)
        self.panes.fit(self.width())

    ## The meeting

    def _on_opened(self, drafts: list[Draft]) -> None:
        board = self.board
        stored = {note.id: note for note in self.notes.every}
        self.capture.presenter.begin(board.item_id, drafts, stored)
        self.pane.list.show_end()
        self.meeting_opened.emit()

    def _on_missing(self, error: RecorderError) -> None:
        if error is not self.bridge.refusal:  # the window says that one itself
            self.services.notices.post(explain(error), "bad", key="workspace")

    def _on_agenda_changed(self) -> None:
        board = self.board
        self.agenda.show_agenda(board.agenda, board.item_id, self.notes.counts())
        self.pane.show_item(
            board.item_title(), everything=board.shows_all, has_item=board.item_id is not None
        )
        if self.capture.presenter.item_id != board.item_id:  # the agenda lost or won an item
            self.capture.presenter.move_to(board.item_id)

    def _on_speakers_changed(self) -> None:
        self.capture.show_directory(self.board.speakers, self.board.recent)
        present = self.board.present
        words = ngettext("{count} present", "{count} present", present)
        self._present.show_words(words.format(count=self.services.wording.number(present)))
        self._present.setVisible(present > 0)
        self._on_recommendations_changed()

    def _on_recommendations_changed(self) -> None:
        organisations = self.board.speakers.organisations
        self.recommendations.show_recommendations(self.board.recommendations, organisations)

    def _on_item_chosen(self, item_id: str) -> None:
        self.board.choose_item(item_id)
        self._turn_to_item()

    def _step_item(self, step: int) -> None:
        self.board.step_item(step)
        self._turn_to_item()

    def _turn_to_item(self) -> None:
        self.capture.presenter.move_to(self.board.item_id)
        self.pane.list.show_end()
        self.capture.take_focus()

    def _on_all(self, *, everything: bool) -> None:
        self.board.show_all(everything=everything)
        self.pane.list.show_end()
        self.capture.take_focus()

    def _add_item(self) -> None:
        self.panes.show_pane("agenda", shown=True)
        self.agenda.take_new()

    ## Notes

    def _save(self) -> None:
        self.capture.presenter.finish()
        self.capture.take_focus()

    def _on_sent(self, note: Note) -> None:
        self._dropped = None
        self.board.place_sent(note)
        row = self.notes.row_of(note.id)
        if row >= 0:
            self.pane.list.scrollTo(self.notes.index(row))

    def _on_edit(self, note_id: str) -> None:
        note = self.notes.note(note_id)
        if note is not None:
            self.capture.presenter.edit(note)
            self.capture.take_focus()

    def _edit_selected(self) -> None:
        if self.pane.list.hasFocus() and self.pane.list.current_id:
            self._on_edit(self.pane.list.current_id)
        else:
            self._edit_last()

    def _edit_last(self) -> None:
        if self.notes.shown:
            self._on_edit(self.notes.shown[-1].id)

    def _show_past(self) -> None:
        note_id = self.pane.list.current_id
        if self.pane.list.hasFocus() and note_id:
            self.past.open_note(note_id)

    def _delete_selected(self) -> None:
        note = self.notes.note(self.pane.list.current_id)
        if not self.pane.list.hasFocus() or note is None:
            return
        if self.capture.presenter.entry.note.id == note.id:
            self.capture.presenter.cancel()
        self.bridge.request(delete_note(note.id), saves=True)
        self._on_emptied(note)

    def _on_emptied(self, note: Note) -> None:
        who = self.board.speakers.name(note.speaker) or _("Speaker not named")
        text = _("A note was deleted: {speaker}").format(speaker=isolate(who))
        self._dropped = None
        self._offer_undo(text, lambda: self.bridge.request(restore_note(note.id), saves=True))

    def _on_dropped(self, note: Note) -> None:
        def take_up() -> None:
            self._dropped = None
            stored = self.notes.note(note.id)
            if stored is not None:
                self.capture.presenter.take_up(stored, note.text)
                self.capture.take_focus()

        self._dropped = take_up
        self.services.actions.allow("undo", allowed=True)
        self._offer_undo(_("The note was left as it was."), take_up)

    def _offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        def answer() -> None:
            undo()
            self.capture.take_focus()

        key = self.services.actions.key_text("undo")
        words = f"{_('Undo')}  \u2066{key}\u2069"
        self.services.notices.post(text, key=NOTICE, answers=((words, answer),))

    ## Speakers and recommendations

    def _on_person_wanted(self, name: str) -> None:
        self.capture.presenter.choose_speaker(self.board.add_person(name))
        self.capture.take_focus()

    def _on_group_wanted(self, name: str) -> None:
        self.capture.presenter.choose_speaker(self.board.add_group(name))
        self.capture.take_focus()

    def _recommend(self) -> None:
        presenter, box = self.capture.presenter, self.capture.box
        note = self.notes.note(self.pane.list.current_id) if self.pane.list.hasFocus() else None
        chosen = box.textCursor().selectedText().replace("\u2029", "\n")
        if note is None:
            note = presenter.finish()
            text = chosen.strip() or (note.text if note else "")
        else:
            text = note.text
        if note is not None and text:
            made = presenter.recommend(text, note)
            self._offer_undo(
                _("A recommendation was made of the note."),
                lambda: self.bridge.request(delete(made.TABLE, made.id), saves=True),
            )
        self.capture.take_focus()

    ## Focus

    def _back_to_writing(self) -> None:
        if self.capture.box.hasFocus():
            self.capture.presenter.cancel()
        self.capture.speaker.restore()
        self.capture.take_focus()

    def _step_pane(self, step: int) -> None:
        stops: list[QWidget] = [self.capture.box]
        if self.panes.is_shown("agenda"):
            stops.insert(0, self.agenda.list)
        if self.notes.rowCount():
            stops.append(self.pane.list)
        if self.panes.is_shown("recommendations"):
            stops.append(self.recommendations.list)
        at = next((at for at, each in enumerate(stops) if each.hasFocus()), 0)
        target = stops[(at + step) % len(stops)]
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if target is self.pane.list and not self.pane.list.current_id:
            self.pane.list.setCurrentIndex(self.notes.index(self.notes.rowCount() - 1))

    ## Failures

    def _on_save_failed(self, error: RecorderError) -> None:
        words = _("Not saved yet; it stays here and is tried again.")
        self.services.notices.post(
            f"{words} {explain(error)}",
            "bad",
            key=_SAVING,
            stays=True,
            answers=((_("Try again"), self.capture.presenter.retry),),
        )

    ## Words

    def _line(self, note: Note, heading: str, state: str) -> NoteLine:
        return self._words.line(note, self.board.speakers, heading, state)
