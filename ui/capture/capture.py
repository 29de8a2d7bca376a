"""The card at the foot of the notes: who speaks, what they say, what it does, saved by Enter."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from recorder import NoteKind, Speaker
from ui.attribution import rule_words, spoken_rule
from ui.bridge import ArchiveBridge
from ui.capture.box import CaptureBox
from ui.capture.kind_bar import KindBar
from ui.capture.mark_sign import MarkSign
from ui.capture.marking import Marking
from ui.capture.prefixes import SPEAKER_SIGN
from ui.capture.presenter import CapturePresenter
from ui.capture.recent_speakers import RecentSpeakers
from ui.capture.speaker_field import SpeakerField
from ui.capture.speakers import NOBODY, SpeakerDirectory
from ui.capture.strip import CaptureStrip
from ui.capture.verb_button import VerbButton
from ui.i18n import _, isolate
from ui.services import Services
from ui.theme.theme import Theme, restyle
from ui.widgets.buttons import make_button
from ui.widgets.surfaces import Rule

_FIELD_WIDTH = 230


class Capture(QFrame):
    """One box that has the focus again after everything.

    Signals:
        person_wanted(str): a name is to become a person of the meeting.
        group_wanted(str): a name is to become the label of a group.
        earlier: the last note is to be edited.
        voice_named(str, Speaker): who it was that went under a label.
        newcomer_named(str, str): the same, and nobody of that name is known yet.
    """

    person_wanted = Signal(str)
    group_wanted = Signal(str)
    earlier = Signal()
    voice_named = Signal(str, object)
    newcomer_named = Signal(str, str)

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._directory = SpeakerDirectory()
        self._recent: Sequence[Speaker] = ()
        self._titles: Mapping[str, str] = {}
        self._naming, self._is_by_sign = "", False
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
        self.sign = MarkSign(services.theme, self)
        self.marking = Marking(self.box, self.presenter, self.sign, self)
        self._build()
        self._connect()
        self._on_turned()

    ## For the workspace

    def take_focus(self) -> None:
        """Let the next key write."""
        self.speaker.close_list()
        self._end_naming()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def pick_speaker(self) -> None:
        """Let the next keys name the speaker."""
        self.speaker.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def pick_recent(self, at: int) -> None:
        """Give the word to the one who spoke `at` speakers ago, 1 for the latest."""
        if at <= len(self.recent.speakers):
            self._on_speaker(self.recent.speakers[at - 1])

    def save(self) -> None:
        """Make a note of what stands in the box."""
        self.presenter.finish()
        self.take_focus()

    def escape(self) -> None:
        """One step back: out of the list, from a mark to its letters, out of an edit."""
        if self.speaker.hasFocus():
            self.speaker.dismiss()
        elif not self.marking.give_back():
            self.presenter.cancel()
        self.speaker.restore()
        self.take_focus()

    def show_directory(self, directory: SpeakerDirectory, recent: Sequence[Speaker]) -> None:
        """Name speakers by this directory from now on."""
        self._directory, self._recent = directory, recent
        voice = directory.next_voice(self._services.wording.figures)
        self.speaker.offer(directory.candidates(), recent, voice)
        self._on_dressed()

    def show_items(self, titles: Mapping[str, str]) -> None:
        """Name the items of the agenda, by their ids."""
        self._titles = titles
        self._on_dressed()

    def ask_name(self, label: str) -> None:
        """Ask who somebody is that has gone under a label so far."""
        self._naming = label
        self._naming_strip.show_words(_("Who is {voice}?").format(voice=isolate(label)))
        self.speaker.ask(label, self._naming_strip)

    ## Building

    def _build(self) -> None:
        theme = self._services.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        column.setSpacing(theme.px(6))
        self._editing = CaptureStrip("pencil", _("Leave the note as it was"), self._services, self)
        self._naming_strip = CaptureStrip("mic", _("Leave the name open"), self._services, self)
        column.addWidget(self._editing)
        column.addWidget(self._naming_strip)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        self.speaker.setFixedWidth(theme.px(_FIELD_WIDTH))
        head.addWidget(self.speaker)
        head.addWidget(self.recent, 1)
        head.addWidget(self.sign)
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

    def _save_tip(self) -> str:
        key = "Enter" if self._services.settings.enter_saves else "Ctrl+Enter"
        return f"{_('Save the note')}  \u2066{key}\u2069"

    def _connect(self) -> None:
        self.box.edited.connect(self.presenter.typed)
        self.box.finished.connect(self.save)
        self.box.escaped.connect(self.escape)
        self.box.earlier.connect(self.earlier)
        self.box.focused.connect(self._on_focused)
        self._save.clicked.connect(lambda _checked=False: self.save())
        self.speaker.picked.connect(self._on_speaker)
        self.speaker.person_wanted.connect(self._on_person)
        self.speaker.group_wanted.connect(self._on_group)
        self.speaker.dismissed.connect(self._on_dismissed)
        self.marking.speaker_wanted.connect(self._on_speaker_wanted)
        for strip in (self._editing, self._naming_strip):
            strip.leave_button.clicked.connect(self._on_left)
        self.recent.picked.connect(self._on_speaker)
        self.kinds.picked.connect(self.presenter.choose_kind)
        self.kinds.left.connect(self.take_focus)
        self.verb.picked.connect(self.presenter.choose_verb)
        self.verb.picked.connect(lambda _verb: self.take_focus())
        self.presenter.taking.connect(self.box.end_composition)
        self.presenter.turned.connect(self._on_turned)
        self.presenter.dressed.connect(self._on_dressed)

    ## Reactions

    def _on_left(self) -> None:
        if not self._naming:
            self.presenter.cancel()
        self.speaker.restore()
        self.take_focus()

    ## Who speaks

    def _on_speaker(self, speaker: Speaker) -> None:
        label = self._end_naming()
        if label and speaker != NOBODY:
            self.voice_named.emit(label, speaker)
        elif not label:
            self.presenter.choose_speaker(speaker)
        if not self.box.hasFocus():
            self.take_focus()

    def _on_person(self, name: str) -> None:
        label = self._end_naming()
        if label:
            self.newcomer_named.emit(label, name)
            self.take_focus()
        else:
            self.person_wanted.emit(name)

    def _on_group(self, name: str) -> None:
        label = self._end_naming()
        if label:
            self.voice_named.emit(label, Speaker(None, name))
            self.take_focus()
        else:
            self.group_wanted.emit(name)

    def _on_speaker_wanted(self) -> None:
        self._is_by_sign = True
        self.speaker.ask()

    def _on_dismissed(self, typed: str) -> None:
        by_sign, self._is_by_sign = self._is_by_sign, False
        self.take_focus()
        if by_sign:
            self.box.insert_at_start(SPEAKER_SIGN + typed)

    def _end_naming(self) -> str:
        label, self._naming = self._naming, ""
        self._is_by_sign = False
        self._naming_strip.show_words("")
        return label

    ## What the box shows

    def _on_turned(self) -> None:
        self.box.show_words(self.presenter.entry.note.text)
        self.box.moveCursor(self.box.textCursor().MoveOperation.End)
        self._on_dressed()

    def _on_dressed(self) -> None:
        entry = self.presenter.entry
        note, directory = entry.note, self._directory
        name = directory.name(note.speaker)
        self.speaker.show_speaker(note.speaker, name)
        self.kinds.show_kind(note.kind or NoteKind.STATEMENT)
        self.verb.show_verb(note.verb, directory.form(note.speaker), note.kind)
        place = self._titles.get(note.place.parent_id or "", "") if entry.is_pinned else ""
        self.sign.show_place(place)
        self.sign.show_rule(rule_words(note.attribution), spoken_rule(note.attribution))
        words = _("Editing an earlier note: {speaker}")
        named = isolate(name or _("Speaker not named"))
        self._editing.show_words(words.format(speaker=named) if entry.is_edit else "")
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
