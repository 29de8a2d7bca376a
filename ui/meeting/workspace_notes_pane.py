"""The notes of the meeting: their item, their number, which of them are shown, and the list."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from recorder import Note, ReportingVerb
from ui.attribution import rule_words
from ui.capture.speakers import SpeakerDirectory
from ui.i18n import _, isolate, label, pgettext
from ui.meeting.workspace_notes_delegate import NoteDelegate
from ui.meeting.workspace_notes_model import NoteLine, NoteRole, NotesModel
from ui.meeting.workspace_notes_view import NoteList
from ui.services import Services
from ui.widgets.buttons import make_chip
from ui.widgets.direction import RTL, direction_of
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.surfaces import Card, Pill

_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class NotesList(NoteList):
    """The list with the keys that a note answers to.

    Signals:
        edited(str): a note is to be edited.
        stepped(str, int): a note is to change places with the one before (-1) or after it (1).
        carried(str, int): a note is to go to the item before (-1) or to the next one (1).
    """

    edited = Signal(str)
    stepped = Signal(str, int)
    carried = Signal(str, int)

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(NoteDelegate(services.theme, self))
        self.setAccessibleName(_("Notes"))
        self.doubleClicked.connect(lambda index: self.edited.emit(str(index.data(NoteRole.ID))))

    @property
    def current_id(self) -> str:
        """The id of the selected note, "" when none is."""
        index = self.currentIndex()
        selected = index.isValid() and self.selectionModel().isSelected(index)
        return str(index.data(NoteRole.ID)) if selected else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits; Alt with an arrow moves the note, with a page key to another item."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current_id:
            self.edited.emit(self.current_id)
        elif alt and event.key() in _STEPS and self.current_id:
            self.stepped.emit(self.current_id, _STEPS[event.key()])
        elif alt and event.key() in _PAGES and self.current_id:
            self.carried.emit(self.current_id, _PAGES[event.key()])
        else:
            super().keyPressEvent(event)


class NotesPane(Card):
    """A head line over the list.

    Signals:
        all_wanted(bool): the notes of the whole meeting are wanted, or of the item alone.
        step_wanted(int): the next item (1) or the one before (-1).
    """

    all_wanted = Signal(bool)

    def __init__(self, services: Services, model: NotesModel, parent: QWidget) -> None:
        super().__init__(services.theme, parent, padding=0)
        theme = services.theme
        self._services, self._model = services, model
        self.column.setSpacing(0)
        self.list = NotesList(services, self)
        self.list.setModel(model)
        self.setFocusProxy(self.list)
        self._title = ElidedLabel("", self, role="section")
        self._title.setMinimumHeight(theme.px(30))  # the dots under a final ya need the room
        self._count = Pill("", "neutral", theme, self)
        self.of_item, self.all = self._chip(_("This item")), self._chip(_("All"))
        self.of_item.clicked.connect(lambda _checked=False: self.all_wanted.emit(False))  # noqa: FBT003 - a Qt signal
        self.all.clicked.connect(lambda _checked=False: self.all_wanted.emit(True))  # noqa: FBT003 - a Qt signal
        self.head = head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(8))
        head.setSpacing(theme.px(8))
        head.addWidget(self._title, 1)
        for part in (self._count, self.of_item, self.all):
            head.addWidget(part)
        self.column.addLayout(head)
        self.column.addWidget(self._make_empty())
        self.column.addWidget(self.list, 1)
        model.counted.connect(self._on_counted)

    def show_item(self, title: str, *, everything: bool, has_item: bool) -> None:
        """Say whose notes are shown."""
        shows_all = everything or not has_item
        item = title or _("Untitled item")
        if not shows_all:
            words = item
        elif has_item:
            words = _("All notes; writing under {item}").format(item=isolate(item))
        else:
            words = _("All notes")
        self._title.show_words(words)
        self.all.setChecked(shows_all)
        self.of_item.setChecked(not shows_all)
        self.of_item.setEnabled(has_item)
        self._on_counted()

    def _chip(self, text: str) -> QPushButton:
        chip = make_chip(text, self._services.theme, self)
        key = self._services.actions.tooltip("notes.all")
        chip.setToolTip(key)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setMinimumWidth(self._services.theme.px(52))
        return chip

    def _make_empty(self) -> QWidget:
        self._empty = QWidget(self)
        theme = self._services.theme
        column = QVBoxLayout(self._empty)
        column.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        column.setSpacing(theme.px(6))
        sign = Label("", self._empty)
        sign.setPixmap(
            theme.pixmap("message-square-text", "line_strong", 36, self.devicePixelRatio())
        )
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        column.addWidget(sign)
        for text, role in (
            (_("No notes here yet"), "strong"),
            (_("Choose who speaks, write what is being said, press Enter."), "soft"),
        ):
            words = Label(text, self._empty, role=role)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        column.addStretch(2)
        return self._empty

    def _on_counted(self) -> None:
        shown = self._model.rowCount()
        self._count.show_words(self._services.wording.figures(str(shown)), "neutral")
        self._empty.setVisible(shown == 0)
        self.list.setVisible(shown > 0)


class NoteWords:
    """Puts a note into the words of its row."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._zone = services.clock().tzinfo

    def clock(self, said_at: str) -> str:
        """The local clock time of an instant, in the user's digits."""
        if not said_at:
            return ""
        moment = datetime.fromisoformat(said_at).astimezone(self._zone)
        return self._services.wording.figures(moment.strftime("%H:%M"))

    def line(self, note: Note, speakers: SpeakerDirectory, heading: str, state: str) -> NoteLine:
        """The words of a row."""
        verb = note.verb
        language = "ar" if direction_of(note.text, self._services.theme.direction) == RTL else "en"
        return NoteLine(
            note,
            speakers.name(note.speaker),
            speakers.detail(note.speaker),
            self.clock(note.said_at),
            label(note.kind),
            speakers.verb(verb, note.speaker, language) if isinstance(verb, ReportingVerb) else "",
            heading,
            state,
            rule=rule_words(note.attribution),
        )

    @staticmethod
    def spoken(line: NoteLine) -> str:
        """What a screen reader says: «speaker، 10:42: text»."""
        who = line.speaker or _("Speaker not named")
        head = pgettext("between a speaker and a time", ", ").join(filter(None, (who, line.clock)))
        said = f"{head}: {line.note.text}"
        return f"{said} ({line.author})" if line.author else said
