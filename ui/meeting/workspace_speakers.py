"""Who speaks, who is present, and who is taken in while the meeting runs."""

from functools import partial

from ui.capture.recent_speakers import MOST
from ui.i18n import ngettext
from ui.meeting.workspace_part import Commands, Part, Session
from ui.widgets.label import Label


class SpeakersPart(Part):
    """The directory of the box, kept as the board knows it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._present = Label("", role="soft")
        session.tools.addWidget(self._present)
        session.board.speakers_changed.connect(self._on_speakers_changed)
        session.capture.person_wanted.connect(self._on_person_wanted)
        session.capture.group_wanted.connect(self._on_group_wanted)

    def commands(self) -> Commands:
        """Choosing who speaks."""
        capture = self.session.capture
        recent = {f"speaker.{at}": partial(capture.pick_recent, at) for at in range(1, MOST + 1)}
        return {"speaker.pick": capture.pick_speaker, **recent}

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
