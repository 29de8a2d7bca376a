"""Who speaks, who is present, and who is taken in while the meeting runs."""

from collections.abc import Sequence
from functools import partial

from recorder import Row, Speaker
from ui.capture.recent_speakers import MOST
from ui.i18n import _, isolate, ngettext
from ui.meeting.workspace_part import Commands, Part, Session
from ui.widgets.label import Label

_NAMING = "speaker.name"


class SpeakersPart(Part):
    """The directory of the box, kept as the board knows it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._present = Label("", role="soft")
        session.tools.addWidget(self._present)
        session.board.speakers_changed.connect(self._on_speakers_changed)
        session.capture.person_wanted.connect(self._on_person_wanted)
        session.capture.group_wanted.connect(self._on_group_wanted)
        session.capture.voice_named.connect(self._on_voice_named)
        session.capture.newcomer_named.connect(self._on_newcomer_named)

    def commands(self) -> Commands:
        """Choosing who speaks."""
        capture = self.session.capture
        recent = {f"speaker.{at}": partial(capture.pick_recent, at) for at in range(1, MOST + 1)}
        return {"speaker.pick": capture.pick_speaker, "speaker.name": self._ask_name, **recent}

    def _on_speakers_changed(self) -> None:
        board, wording = self.session.board, self.session.services.wording
        self.session.capture.show_directory(board.speakers, board.recent)
        words = ngettext("{count} present", "{count} present", board.present)
        self._present.show_words(words.format(count=wording.number(board.present)))
        self._present.setVisible(board.present > 0)

    def _on_person_wanted(self, name: str) -> None:
        self.session.capture.presenter.choose_speaker(self.session.board.add_person(name))
        self.session.capture.take_focus()

    def _on_group_wanted(self, name: str) -> None:
        self.session.capture.presenter.choose_speaker(self.session.board.add_group(name))
        self.session.capture.take_focus()

    ## A voice gets its name

    def _ask_name(self) -> None:
        session = self.session
        listed = session.listed_note()
        said = [listed.speaker] if listed else [session.capture.presenter.entry.note.speaker]
        label = next((each.label for each in (*said, *session.board.recent) if each.label), "")
        if label:
            session.capture.ask_name(label)
        else:
            words = _("Everybody who spoke is named.")
            session.services.notices.post(words, "blue", key=_NAMING)

    def _on_voice_named(self, label: str, speaker: Speaker) -> None:
        self._name_voice(label, speaker, ())

    def _on_newcomer_named(self, label: str, name: str) -> None:
        person, attendance = self.session.board.make_person(name)
        self._name_voice(label, Speaker(person.id), (person, attendance))

    def _name_voice(self, label: str, speaker: Speaker, newcomer: Sequence[Row]) -> None:
        session = self.session
        meeting_id = session.board.meeting_id
        session.bridge.request(
            lambda archive: archive.notes.name_voice(meeting_id, label, speaker, newcomer),
            saves=True,
        )
        session.capture.presenter.name_voice(label, speaker)
        session.board.name_voice(label, speaker)
        words = _("All notes of {voice} are now notes of {name}.").format(
            voice=isolate(label), name=isolate(session.board.speakers.name(speaker))
        )
        session.offer_step_back(words, "speaker.name")
