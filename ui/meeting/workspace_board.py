"""The meeting that the workspace shows, kept up to date piece by piece."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from recorder import (
    AgendaItem,
    Attendance,
    Changes,
    Draft,
    Meeting,
    Note,
    Person,
    Place,
    Presence,
    Recommendation,
    RecorderError,
    Speaker,
    new_id,
)
from ui.bridge import ArchiveBridge
from ui.capture.speakers import SpeakerDirectory, make_directory
from ui.capture.writing import add_speaker
from ui.edits import append
from ui.meeting.agenda_lines import below, in_order
from ui.meeting.workspace_author_marks import Authors
from ui.meeting.workspace_notes_model import PROVISIONAL, NotesModel
from ui.meeting.workspace_reading import OpenedMeeting, Touched, read_meeting, read_touched
from ui.services import Services

_MOST_RECENT = 6


class MeetingBoard(QObject):
    """What is known of one meeting; it reads again only what an operation touched.

    Signals:
        opened(list): the meeting is here; the drafts that were pending come with it.
        missing(RecorderError): it could not be read.
        agenda_changed: items, the current one, or the counts of notes.
        speakers_changed: people, groups, or who spoke last.
        recommendations_changed: a recommendation.
    """

    opened = Signal(object)
    missing = Signal(object)
    agenda_changed = Signal()
    speakers_changed = Signal()
    recommendations_changed = Signal()

    def __init__(
        self, bridge: ArchiveBridge, services: Services, notes: NotesModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge, self._services, self.notes = bridge, services, notes
        self.meeting: Meeting | None = None
        self.authors = Authors()
        self.agenda: list[AgendaItem] = []
        self.recommendations: list[Recommendation] = []
        self.speakers = SpeakerDirectory()
        self.recent: list[Speaker] = []
        self.item_id: str | None = None
        self.shows_all = False
        self._meeting_id = ""
        self._attendance: list[Attendance] = []
        self._groups: list[str] = []
        self._named_voices: list[str] = []
        self._new_people: dict[str, Person] = {}
        self._sent = 0
        self._asked = 0
        bridge.changed.connect(self._on_changed)
        services.directory.loaded.connect(self._name_speakers)
        notes.counted.connect(self.agenda_changed)

    ## Reading

    def open(self, meeting_id: str) -> None:
        """Turn to a meeting; nothing is shown until it has been read."""
        self._meeting_id = meeting_id
        self._asked += 1
        asked = self._asked
        self.meeting, self.agenda, self.recommendations, self.item_id = None, [], [], None
        self.notes.fill([], {})
        self.recommendations_changed.emit()
        self._bridge.request(
            read_meeting(meeting_id),
            lambda opened: self._on_read(asked, opened),
            origin=self,
            failed=self.missing.emit,
        )

    @property
    def meeting_id(self) -> str:
        """The id of the meeting, "" when there is none."""
        return self._meeting_id

    @property
    def present(self) -> int:
        """How many are marked present."""
        return sum(each.presence == Presence.PRESENT for each in self._attendance)

    def item_title(self) -> str:
        """The title of the current item, "" when there is none."""
        return next((each.title for each in self.agenda if each.id == self.item_id), "")

    ## The current item

    def choose_item(self, item_id: str | None) -> None:
        """Turn the notes to an item."""
        self.item_id = item_id
        self._show_items()

    def show_all(self, *, everything: bool) -> None:
        """Show the notes of the whole meeting, or of the current item."""
        self.shows_all = everything
        self._show_items()

    def add_item(self, title: str) -> None:
        """Add an item after the current one, on its level."""
        current = next((each for each in self.agenda if each.id == self.item_id), None)
        parent = current.place.parent_id if current else None
        item = AgendaItem(
            id=new_id(), meeting_id=self._meeting_id, place=Place(parent), title=title
        )
        after = current.id if current else None
        self._bridge.request(append(item, after=after), origin=None, saves=True)

    ## What the capture does

    def place_sent(self, note: Note) -> None:
        """Show a note that is on its way, before the archive has placed it."""
        if self.meeting is None:
            return
        known = self.notes.note(note.id)
        if known is None:
            self._sent += 1
            place = Place(note.place.parent_id, f"{PROVISIONAL}{self._sent:06}")
        else:
            place = known.place
        self.notes.put(replace(note, place=place))
        self._remember(note.speaker)

    def look_again(self, note_id: str) -> None:
        """Show a note as the archive has it: somebody may have deleted it while it was written."""

        def show(note: Note | None) -> None:
            if note is None:
                self.notes.drop(note_id)
            elif note.meeting_id == self._meeting_id:
                self.notes.put(note)

        self._bridge.request(lambda archive: archive.notes.find(note_id), show, origin=self)

    def add_person(self, name: str) -> Speaker:
        """Take somebody in as a participant who is here."""
        person, attendance = self.make_person(name)
        self._bridge.request(add_speaker(person, attendance), saves=True)
        return Speaker(person.id)

    def make_person(self, name: str) -> tuple[Person, Attendance]:
        """The rows of a participant who is here; known at once, to be written by who asks."""
        person = Person(id=new_id(), name=name)
        attendance = Attendance(
            id=Attendance.id_for(self._meeting_id, person.id),
            meeting_id=self._meeting_id,
            person_id=person.id,
            presence=Presence.PRESENT,
        )
        self._new_people[person.id] = person
        self._attendance.append(attendance)
        self._name_speakers()
        return person, attendance

    def add_group(self, label: str) -> Speaker:
        """Let a group speak under a label."""
        if label not in self._groups:
            self._groups.append(label)
        self._name_speakers()
        return Speaker(None, label)

    def name_voice(self, label: str, speaker: Speaker) -> None:
        """Somebody who went under a label has a name; the label is not given to anybody else."""
        voice = Speaker(None, label)
        self._groups = [each for each in self._groups if each != label]
        self._named_voices.append(label)
        named = [speaker if each == voice else each for each in self.recent]
        self.recent = list(dict.fromkeys(named))
        self._name_speakers()

    ## Inside

    def _on_read(self, asked: int, opened: OpenedMeeting) -> None:
        if asked != self._asked:  # turned elsewhere meanwhile, perhaps there and back
            return
        self.meeting = opened.meeting
        self.agenda = list(opened.agenda)
        self._attendance = list(opened.attendance)
        self.recommendations = list(opened.recommendations)
        self.recent, self._groups = list(opened.recent), list(opened.groups)
        self.item_id = self._item_of_last(opened)
        titles = {each.id: each.title for each, _depth, _number in in_order(self.agenda)}
        self.notes.fill(opened.notes, titles, self._scope())
        self._name_speakers()
        self.recommendations_changed.emit()
        self.opened.emit(_drafts(opened))

    def _item_of_last(self, opened: OpenedMeeting) -> str | None:
        """The item that the meeting stands at: of the note that was said last, else the first."""
        ids = [each.id for each, _depth, _number in in_order(self.agenda)]
        said = {each: opened.last_said[each] for each in ids if each in opened.last_said}
        if said:
            return max(said, key=said.__getitem__)
        return ids[0] if ids else None

    def _show_items(self) -> None:
        self.notes.show_items(self._scope())
        self.agenda_changed.emit()

    def _scope(self) -> frozenset[str | None] | None:
        if self.shows_all or self.item_id is None:
            return None
        return below(self.agenda, self.item_id)

    def _name_speakers(self) -> None:
        rows = self._services.directory.rows
        self.recent = list(dict.fromkeys(_shown(each, rows.shown_for) for each in self.recent))
        new = {each: row for each, row in self._new_people.items() if each not in rows.shown_for}
        people = {**new, **rows.people}
        speakers = make_directory(
            people.values(), rows.organisations.values(), self._attendance, self._groups
        )
        self.speakers = replace(
            speakers, shown_for=rows.shown_for, other_names=rows.other_names,
            named_voices=self._named_voices,
        )  # fmt: skip
        self.notes.tell_all()
        self.speakers_changed.emit()

    def _remember(self, speaker: Speaker) -> None:
        if not speaker.person_id and not speaker.label:
            return
        others = [each for each in self.recent if each != speaker]
        self.recent = [speaker, *others][:_MOST_RECENT]
        self.speakers_changed.emit()

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if not self._meeting_id or self.meeting is None:
            return
        if self._meeting_id in changes.scopes or changes.touches("organisation"):
            self._bridge.request(
                read_touched(self._meeting_id, changes), self._on_touched, origin=self,
                failed=self._on_unreadable,
            )  # fmt: skip

    def _on_unreadable(self, error: RecorderError) -> None:
        self.missing.emit(error)

    def _on_touched(self, touched: Touched) -> None:
        own = {
            note_id: note
            for note_id, note in touched.notes.items()
            if note is None or note.meeting_id == self._meeting_id
        }
        self.notes.take(own)
        self.meeting = touched.meeting or self.meeting
        if touched.agenda is not None:
            self._take_agenda(list(touched.agenda))
        elif touched.meeting is not None:
            self.agenda_changed.emit()  # its day and its beginning are part of the agenda
        if touched.attendance is not None:
            self._attendance = list(touched.attendance)
            self._name_speakers()
        if touched.recommendations is not None:
            self.recommendations = list(touched.recommendations)
            self.recommendations_changed.emit()

    def _take_agenda(self, agenda: list[AgendaItem]) -> None:
        known = {each.id for each in self.agenda}
        added = [each.id for each in agenda if each.id not in known]
        self.agenda = agenda
        titles = {each.id: each.title for each, _depth, _number in in_order(agenda)}
        self.notes.take_titles(titles)
        if self.item_id not in titles:
            self.item_id = added[0] if added else next(iter(titles), None)
        self._show_items()


def _shown(speaker: Speaker, shown_for: Mapping[str, str]) -> Speaker:
    """A speaker as the directory has them now, who may have been merged meanwhile."""
    entry = shown_for.get(speaker.person_id or "")
    return Speaker(entry) if entry else speaker


def _drafts(opened: OpenedMeeting) -> list[Draft]:
    return list(opened.drafts)
