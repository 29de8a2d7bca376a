"""Every command once: its name, words, keys and icon. Menus, tooltips and the key list read it.

Keys that no keyboard layout can take away come first: F-keys, Ctrl+Enter, Ctrl+digit, arrows.
Ctrl+letter is only ever a second way, and Ctrl+B none at all: on Arabic layouts it types «لا».
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.i18n import N_, _
from ui.theme.theme import Theme

EVERYWHERE = ""


@dataclass(frozen=True)
class Command:
    """One thing that a user can ask for.

    Attributes:
        id: "subject.verb".
        text: what menus call it (an English msgid).
        keys: in portable text, the one that is shown first.
        icon: the name of a shipped icon, or "".
        short: what the rail calls it, where `text` is too long (an English msgid).
        is_local: answered by the list or the field that has the focus; listed for the key sheet.
        where: the screen on which it works; EVERYWHERE for all.
        group: under which heading the key list shows it (an English msgid).
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    where: str = EVERYWHERE
    group: str = N_("Window")
    short: str = ""
    is_local: bool = False


_SESSION, _MEETING, _WINDOW = N_("During the meeting"), N_("Meetings"), N_("Window")
_BACK = N_("Reading back")

COMMANDS = (
    Command("note.add", N_("Save the note"), ("Ctrl+Enter", "Ctrl+Return"), "plus",
            "workspace", _SESSION),
    Command("note.edit", N_("Edit the note"), ("F2",), "pencil", "workspace", _SESSION),
    Command("note.recommendation", N_("Recommendation"), ("F3",), "flag", "workspace", _SESSION),
    Command("note.decision", N_("Decision"), ("Ctrl+F3",), "gavel", "workspace", _SESSION),
    Command("note.question", N_("Question"), ("Ctrl+6",), "circle-question-mark", "workspace",
            _SESSION),
    Command("note.need", N_("Need"), ("Ctrl+7",), "target", "workspace", _SESSION),
    Command("note.challenge", N_("Challenge"), ("Ctrl+8",), "triangle-alert", "workspace",
            _SESSION),
    Command("note.private", N_("Private note"), ("Ctrl+9",), "lock", "workspace", _SESSION),
    Command("note.split", N_("Split the note here"), ("Ctrl+Shift+Enter", "Ctrl+Shift+Return"),
            "", "workspace", _SESSION),
    Command("note.join", N_("Join with the note before"), ("Ctrl+Shift+Backspace",), "",
            "workspace", _SESSION),
    Command("note.item", N_("Move to another item"), ("Ctrl+Shift+F6",), "list-checks", "workspace",
            _SESSION),
    Command("note.attribution", N_("Attribution of the note"), ("Ctrl+Shift+F3",), "user",
            "workspace", _SESSION),
    Command("note.step", N_("Move the note up or down"), ("Alt+Up", "Alt+Down"), "", "notes",
            _SESSION, is_local=True),
    Command("note.carry", N_("Move the note to the item before or after"),
            ("Alt+PgUp", "Alt+PgDown"), "", "notes", _SESSION, is_local=True),
    Command("note.issue", N_("Point agreed or contested"), ("Alt+F11",), "handshake",
            "workspace", _SESSION),
    Command("show.outcomes", N_("Outcomes: agreed, contested, decided"), ("Alt+F12",),
            "handshake", "workspace", _SESSION),
    Command("note.delete", N_("Delete the note"), ("Del",), "trash-2", "workspace", _SESSION),
    Command("note.kind", N_("Kind of note"), ("F4",), "circle-question-mark", "workspace",
            _SESSION),
    Command("note.stamp", N_("Set the time to now"), ("F5",), "clock", "workspace", _SESSION),
    Command("pane.next", N_("Next pane"), ("F6",), "", "workspace", _WINDOW),
    Command("pane.previous", N_("Previous pane"), ("Shift+F6",), "", "workspace", _WINDOW),
    Command("item.next", N_("Next item"), ("F8", "Ctrl+Down"), "chevron-right", "workspace",
            _SESSION),
    Command("item.previous", N_("Previous item"), ("Shift+F8", "Ctrl+Up"), "chevron-left",
            "workspace", _SESSION),
    Command("item.start", N_("Start the item"), ("Ctrl+F5",), "timer", "workspace", _SESSION),
    Command("item.running", N_("Back to the running item"), ("Ctrl+F6",), "", "workspace",
            _SESSION),
    Command("item.postpone", N_("Postpone the item"), ("Ctrl+Shift+F8",), "clock", "workspace",
            _SESSION),
    Command("topic.park", N_("Put a topic aside"), ("Ctrl+F12",), "lightbulb", "workspace",
            _SESSION),
    Command("item.add", N_("Add an item"), ("Alt+Ins",), "plus", "workspace", _SESSION),
    Command("notes.all", N_("All notes, or those of this item"), ("Ctrl+F8",), "", "workspace",
            _SESSION),
    Command("speaker.pick", N_("Choose the speaker"), ("F9",), "mic", "workspace", _SESSION),
    Command("speaker.name", N_("Name an unknown speaker"), ("Ctrl+Shift+F9",), "mic", "workspace",
            _SESSION),
    Command("note.verb", N_("Reporting verb"), ("Ctrl+F9",), "", "workspace", _SESSION),
    Command("turn.next", N_("Next speaker"), ("Ctrl+F11",), "hand", "workspace", _SESSION),
    Command("turn.pause", N_("Stop the clock"), ("Ctrl+Shift+F11",), "pause", "workspace",
            _SESSION),
    Command("turn.ask", N_("Put somebody into the queue"), ("Ctrl+Shift+F10",), "hand", "workspace",
            _SESSION),
    Command("turn.end", N_("End the turn"), ("Ctrl+Shift+F12",), "square", "workspace", _SESSION),
    Command("note.write", N_("Back to writing"), ("Esc",), "", "workspace", _SESSION),
    *(Command(f"speaker.{at}", N_("Recent speaker"), (f"Ctrl+{at}",), "", "workspace", _SESSION)
      for at in range(1, 6)),
    Command("photo.add", N_("Add photos"), ("Ctrl+Shift+F4",), "image-plus", "workspace", _SESSION),
    Command("photo.paste", N_("Paste a photo"), ("Ctrl+Shift+F2",), "image", "workspace",
            _SESSION),
    Command("photo.list", N_("To the photos"), ("Ctrl+Shift+F5",), "image", "workspace",
            _SESSION),
    Command("entry.compare", N_("Compare entries that may be one"), ("F8",), "users", "people",
            _MEETING),
    Command("door.presence", N_("Present, absent, excused, invited"), ("1", "2", "3", "4"), "",
            "door", _MEETING, is_local=True),
    Command("door.departed", N_("Has left, at this time"), ("5",), "", "door", _MEETING,
            is_local=True),
    Command("door.consent", N_("May be named, may be photographed"), ("6", "7"), "", "door",
            _MEETING, is_local=True),
    Command("door.seat", N_("Number of the seat"), ("8",), "", "door", _MEETING, is_local=True),
    Command("door.ask", N_("Asks to speak"), ("9",), "", "door", _MEETING, is_local=True),
    Command("find", N_("Find"), ("F7", "Ctrl+F"), "search", "library", _WINDOW),
    Command("note.history", N_("The past of the note"), ("Ctrl+F2",), "rotate-ccw", "workspace",
            _SESSION),
    Command("notes.mine", N_("My notes alone, or everybody's"), (), "user",
            "workspace", _SESSION),
    Command("review.open", N_("Look at what was written apart"), ("Ctrl+Shift+F1",), "users",
            "workspace", _SESSION),
    Command("recommendation.compare", N_("Compare with a Word file…"), ("Ctrl+Shift+F7",),
            "file-text", "workspace", _MEETING),
    Command("undo", N_("Undo"), ("F10", "Ctrl+Z"), "undo-2", EVERYWHERE, _WINDOW),
    Command("redo", N_("Redo"), ("Ctrl+F10", "Ctrl+Shift+Z", "Ctrl+Y"), "redo-2", EVERYWHERE,
            _WINDOW),
    Command("meeting.new", N_("New meeting"), ("Shift+F1", "Ctrl+N"), "plus", EVERYWHERE,
            _MEETING),
    Command("meeting.delete", N_("Delete the meeting"), ("Del",), "trash-2", "library", _MEETING),
    Command("meeting.figures", N_("Figures of all meetings…"), (), "file-down", EVERYWHERE,
            _MEETING),
    Command("row.add", N_("Add"), ("Ins",), "plus", "forms", _MEETING, is_local=True),
    Command("row.up", N_("Move up"), ("Alt+Up",), "arrow-up", "forms", _MEETING, is_local=True),
    Command("row.down", N_("Move down"), ("Alt+Down",), "arrow-down", "forms", _MEETING,
            is_local=True),
    Command("show.readback", N_("Read recommendations back"), ("Shift+F12",), "list-checks",
            "workspace", _BACK),
    Command("readback.adopt", N_("Adopt, or take the adoption back"), ("F5",), "check",
            "readback", _BACK, is_local=True),
    Command("readback.reject", N_("Reject with a reason"), ("F8",), "x", "readback", _BACK,
            is_local=True),
    Command("readback.edit", N_("Edit the text"), ("F2",), "pencil", "readback", _BACK,
            is_local=True),
    Command("readback.list", N_("One by one, or all"), ("F4",), "list-checks", "readback", _BACK,
            is_local=True),
    Command("readback.next", N_("Next recommendation"), ("PgDown",), "chevron-right", "readback",
            _BACK, is_local=True),
    Command("readback.previous", N_("Previous recommendation"), ("PgUp",), "chevron-left",
            "readback", _BACK, is_local=True),
    Command("show.library", N_("Meetings"), ("Shift+F2",), "library", EVERYWHERE, _WINDOW),
    Command("show.workspace", N_("Session"), ("Shift+F3",), "messages-square", EVERYWHERE,
            _WINDOW),
    Command("show.meeting", N_("Meeting details"), ("Shift+F4",), "clipboard-list", EVERYWHERE,
            _WINDOW, N_("Details")),
    Command("show.people", N_("Attendance"), ("Shift+F5",), "users", EVERYWHERE, _WINDOW),
    Command("show.recommendations", N_("Recommendations"), ("Shift+F7",), "list-checks",
            EVERYWHERE, _WINDOW),
    Command("show.search", N_("Search"), ("Ctrl+F7", "Ctrl+Shift+F"), "search", EVERYWHERE,
            _WINDOW),
    Command("show.export", N_("Export"), ("F12", "Ctrl+E"), "file-down", EVERYWHERE, _MEETING),
    Command("show.exchange", N_("Share by USB stick"), ("Ctrl+F4",), "usb", EVERYWHERE, _WINDOW,
            N_("Share")),
    Command("show.trash", N_("Trash"), ("Shift+F11",), "trash-2", EVERYWHERE, _WINDOW),
    Command("show.settings", N_("Settings"), ("Shift+F9",), "settings", EVERYWHERE, _WINDOW),
    Command("screen.next", N_("Next screen"), ("Ctrl+PgDown",), "", EVERYWHERE, _WINDOW),
    Command("screen.previous", N_("Previous screen"), ("Ctrl+PgUp",), "", EVERYWHERE, _WINDOW),
    Command("zoom.in", N_("Larger text"), ("Ctrl++", "Ctrl+="), "zoom-in", EVERYWHERE, _WINDOW),
    Command("zoom.out", N_("Smaller text"), ("Ctrl+-",), "zoom-out", EVERYWHERE, _WINDOW),
    Command("zoom.reset", N_("Text of normal size"), ("Ctrl+0",), "", EVERYWHERE, _WINDOW),
    Command("window.full", N_("Full screen"), ("F11",), "maximize-2", EVERYWHERE, _WINDOW),
    Command("help.keys", N_("Keys"), ("F1",), "keyboard", EVERYWHERE, _WINDOW),
    Command("palette.open", N_("Find a command"), ("Ctrl+Space", "Ctrl+F1"), "search", EVERYWHERE,
            _WINDOW),
)  # fmt: skip
"""The table. Two commands may share a key only on different screens."""


class Actions(QObject):
    """The commands as QActions of one window; each stays disabled until a screen answers to it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._commands = {each.id: each for each in COMMANDS}
        self._actions = {each.id: self._make(each, window) for each in COMMANDS}
        self._bound: set[str] = set()
        self._held_back: set[str] = set()
        self._where = EVERYWHERE

    def action(self, command_id: str) -> QAction:
        """The QAction of a command, for a menu or a button."""
        return self._actions[command_id]

    def command(self, command_id: str) -> Command:
        """The line of the table."""
        return self._commands[command_id]

    def rename(self, command_id: str, words: str) -> None:
        """Call a command after what it would do now; "" gives it its own words again."""
        self._actions[command_id].setText(words or _(self._commands[command_id].text))

    def bind(self, command_id: str, handler: Callable[[], None]) -> None:
        """Let a screen answer to a command."""
        self._actions[command_id].triggered.connect(lambda _checked=False: handler())
        self._bound.add(command_id)
        self._refresh(command_id)

    def is_bound(self, command_id: str) -> bool:
        """Whether a screen answers to a command."""
        return command_id in self._bound

    def allow(self, command_id: str, *, allowed: bool) -> None:
        """Hold a command back, or no longer: no meeting is open, nothing to undo."""
        self._held_back.discard(command_id)
        if not allowed:
            self._held_back.add(command_id)
        self._refresh(command_id)

    def show_for(self, screen: str) -> None:
        """Keep the commands of a screen, and those that work everywhere, enabled."""
        self._where = screen
        for command_id in self._actions:
            self._refresh(command_id)

    def icon(self, command_id: str) -> QIcon:
        """The icon of a command for a menu; drawn when it is asked for, since few are."""
        name = self._commands[command_id].icon
        return self._theme.icon(name) if name else QIcon()

    def key_text(self, command_id: str) -> str:
        """The first key of a command as the platform writes it, or ""."""
        keys = self._commands[command_id].keys
        return written_key(keys[0]) if keys else ""

    def tooltip(self, command_id: str) -> str:
        """The words of a command and its key."""
        key = self.key_text(command_id)
        words = self._actions[command_id].text()
        return f"{words}  \u2066{key}\u2069" if key else words

    def all(self) -> Iterator[tuple[Command, QAction]]:
        """The table with its QActions, in its order."""
        for command in COMMANDS:
            yield command, self._actions[command.id]

    def _make(self, command: Command, window: QWidget) -> QAction:
        action = QAction(_(command.text), self)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setEnabled(False)
        window.addAction(action)
        return action

    def _refresh(self, command_id: str) -> None:
        works_here = self._commands[command_id].where in {EVERYWHERE, self._where}
        answered = command_id in self._bound and command_id not in self._held_back
        self._actions[command_id].setEnabled(works_here and answered)


def written_key(key: str) -> str:
    """A key as it is printed on the keyboard: Apple's have signs, all others English words.

    Qt would translate «Up» and «Del», which no key has on it.
    """
    forms = QKeySequence.SequenceFormat
    form = forms.NativeText if sys.platform == "darwin" else forms.PortableText
    return QKeySequence(key).toString(form)
