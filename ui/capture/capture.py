"""The card at the foot of the notes: who speaks, what they say, what it does, saved by Enter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from recorder import NoteKind, Speaker
from ui.bridge import ArchiveBridge
from ui.capture.box import CaptureBox
from ui.capture.kind_bar import KindBar
from ui.capture.presenter import CapturePresenter
from ui.capture.recent_speakers import RecentSpeakers
from ui.capture.speaker_field import SpeakerField
from ui.capture.speakers import SpeakerDirectory
from ui.capture.verb_button import VerbButton
from ui.i18n import _, isolate
from ui.services import Services
from ui.theme.theme import Theme, restyle
from ui.widgets.buttons import IconButton, make_button
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.surfaces import Rule

_FIELD_WIDTH = 230


class Capture(QFrame):
    """One box that has the focus again after everything.

    Signals:
        person_wanted(str): a name is to become a person of the meeting.
        group_wanted(str): a name is to become the label of a group.
        earlier: the last note is to be edited.
    """

    person_wanted = Signal(str)
    group_wanted = Signal(str)
    earlier = Signal()

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._directory = SpeakerDirectory()
        self._recent: Sequence[Speaker] = ()
        self.setProperty("class", "Capture")
        self.setStyleSheet(_sheet(services.theme))
        self.setAccessibleName(_("Writing"))
        self.box = CaptureBox(services, self)
        self.presenter = CapturePresenter(
            bridge, services.saved, services.clock, lambda: self.box.words, self
        )
        self.speaker = SpeakerField(services.theme, self)
        self.recent = RecentSpeakers(services, self)
        self.kinds = KindBar(services, self)
        self.verb = VerbButton(services, self)
        self._build()
        self._connect()
        self._on_turned()

    ## For the workspace

    def take_focus(self) -> None:
        """Let the next key write."""
        self.speaker.close_list()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def pick_speaker(self) -> None:
        """Let the next keys name the speaker."""
        self.speaker.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def pick_recent(self, at: int) -> None:
        """Give the word to the one who spoke `at` speakers ago, 1 for the latest."""
        if at <= len(self.recent.speakers):
            self._on_speaker(self.recent.speakers[at - 1])

    def show_directory(self, directory: SpeakerDirectory, recent: Sequence[Speaker]) -> None:
        """Name speakers by this directory from now on."""
        self._directory, self._recent = directory, recent
        self.speaker.offer(directory.candidates(), recent)
        self._on_dressed()

    ## Building

    def _build(self) -> None:
        theme = self._services.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        column.setSpacing(theme.px(6))
        self._editing = self._make_editing_strip()
        column.addWidget(self._editing)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        self.speaker.setFixedWidth(theme.px(_FIELD_WIDTH))
        head.addWidget(self.speaker)
        head.addWidget(self.recent, 1)
        head.addWidget(self.verb)
        column.addLayout(head)
        column.addWidget(self.box)
        column.addWidget(Rule(self))
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.kinds, 1)
        self._save = make_button(_("Save"), theme, self, icon="check", kind="primary")
        self._save.setToolTip(self._save_tip())
        self._save.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        foot.addWidget(self._save)
        column.addLayout(foot)

    def _make_editing_strip(self) -> QFrame:
        theme = self._services.theme
        strip = QFrame(self)
        strip.setProperty("class", "Editing")
        row = QHBoxLayout(strip)
        row.setContentsMargins(theme.px(10), theme.px(2), theme.px(4), theme.px(2))
        row.setSpacing(theme.px(8))
        sign = Label("", strip)
        sign.setPixmap(theme.pixmap("pencil", "warn", 16, self.devicePixelRatio()))
        self._editing_words = ElidedLabel("", strip, role="strong")
        close = IconButton("x", _("Leave the note as it was"), theme, strip)
        close.setToolTip(_("Leave the note as it was") + "  \u2066Esc\u2069")
        close.clicked.connect(self.presenter.cancel)
        close.clicked.connect(self.take_focus)
        row.addWidget(sign)
        row.addWidget(self._editing_words, 1)
        row.addWidget(close)
        strip.hide()
        return strip

    def _save_tip(self) -> str:
        key = "Enter" if self._services.settings.enter_saves else "Shift+Enter"
        return f"{_('Save the note')}  \u2066{key}\u2069"

    def _connect(self) -> None:
        self.box.edited.connect(self.presenter.typed)
        self.box.finished.connect(self._on_finished)
        self.box.escaped.connect(self._on_escaped)
        self.box.earlier.connect(self.earlier)
        self.box.focused.connect(self._on_focused)
        self._save.clicked.connect(lambda _checked=False: self._on_finished())
        self.speaker.picked.connect(self._on_speaker)
        self.speaker.person_wanted.connect(self.person_wanted)
        self.speaker.group_wanted.connect(self.group_wanted)
        self.speaker.dismissed.connect(self.take_focus)
        self.recent.picked.connect(self._on_speaker)
        self.kinds.picked.connect(self.presenter.choose_kind)
        self.kinds.left.connect(self.take_focus)
        self.verb.picked.connect(self.presenter.choose_verb)
        self.verb.picked.connect(lambda _verb: self.take_focus())
        self.presenter.turned.connect(self._on_turned)
        self.presenter.dressed.connect(self._on_dressed)

    ## Reactions

    def _on_finished(self) -> None:
        self.presenter.finish()
        self.take_focus()

    def _on_escaped(self) -> None:
        self.presenter.cancel()
        self.take_focus()

    def _on_speaker(self, speaker: Speaker) -> None:
        self.presenter.choose_speaker(speaker)
        if not self.box.hasFocus():
            self.take_focus()

    def _on_turned(self) -> None:
        self.box.show_words(self.presenter.entry.note.text)
        self.box.moveCursor(self.box.textCursor().MoveOperation.End)
        self._on_dressed()

    def _on_dressed(self) -> None:
        entry = self.presenter.entry
        note, directory = entry.note, self._directory
        self.speaker.show_speaker(note.speaker, directory.name(note.speaker))
        self.kinds.show_kind(note.kind or NoteKind.STATEMENT)
        self.verb.show_verb(note.verb, is_feminine=directory.is_feminine(note.speaker))
        self._editing.setVisible(entry.is_edit)
        if entry.is_edit:
            name = directory.name(note.speaker) or _("Speaker not named")
            self._editing_words.show_words(
                _("Editing an earlier note: {speaker}").format(speaker=isolate(name))
            )
        words = _("Save the change") if entry.is_edit else _("Save")
        if self._save.text() != words:
            self._save.setText(words)
            self._save.setAccessibleName(words)
        others = [each for each in self._recent if each != note.speaker and directory.name(each)]
        self.recent.show_speakers(others, directory.name)

    def _on_focused(self, has_focus: bool) -> None:  # noqa: FBT001 - a Qt signal
        self.setProperty("active", has_focus)
        restyle(self)


def _sheet(theme: Theme) -> str:
    """A card with a frame that turns to the accent while it is written into."""
    tokens, radius = theme.tokens, theme.px(10)
    return f"""
    QFrame[class="Capture"] {{ background: {tokens.surface}; border: 2px solid {tokens.line};
        border-radius: {radius}px; }}
    QFrame[class="Capture"][active="true"] {{ border: 2px solid {tokens.accent}; }}
    QFrame[class="Editing"] {{ background: {tokens.warn_soft}; border-radius: {theme.px(7)}px; }}
    """
