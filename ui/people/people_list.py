"""The list of people with its search: finding, marking who is there, adding who walked in."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from recorder import Attendance, Changes, Organisation, Person, Presence, new_id
from ui.bridge import ArchiveBridge
from ui.edits import delete, edit, restore
from ui.floor.floor_board import instant_of
from ui.i18n import _, isolate, ngettext
from ui.people.counts_bar import CountsBar
from ui.people.door import (
    MARKS,
    QUEUE_DIGIT,
    SEAT_DIGIT,
    Change,
    Times,
    add_newcomer,
    ask_to_speak,
    change_attendance,
    mark_of,
    marking,
    with_presence,
)
from ui.people.duplicate_strip import DuplicateStrip
from ui.people.find_field import FindField
from ui.people.newcomer_strip import MOST, NewcomerStrip
from ui.people.people_edits import invited, read_people, toggled
from ui.people.people_model import ATTENDANCE_COLUMNS, DIRECTORY_COLUMNS, PeopleModel
from ui.people.people_rows import PeopleReading, PersonRow, count, matching
from ui.people.people_table import PeopleTable
from ui.services import Services
from ui.widgets.buttons import make_button
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.surfaces import Card

_ROOM_FOR_BOTH = 440
_TABLES = ("person", "organisation", "attendance", "meeting")


class PeopleList(Card):
    """The people of a meeting, or of the directory while no meeting is open.

    Signals:
        read(PeopleReading): the list was read anew.
        current_changed: another person has the focus mark.
        wanted: the details of the current person are asked for.
    """

    read = Signal(object)
    current_changed = Signal()
    wanted = Signal()

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(services.theme, parent)
        self._bridge, self._services = bridge, services
        self._meeting_id = ""
        self._reading = PeopleReading()
        self._times: Times = {}
        self._awaited = ""
        theme = services.theme
        self.model = PeopleModel(DIRECTORY_COLUMNS, services.wording, self)
        self.finder = FindField(
            _("Find or add"), theme, self, placeholder=_("Find, or type a name")
        )
        self.add = make_button(_("Add a person"), theme, self, icon="user-plus")
        self.add.setToolTip(_("Add a person of this name  {key}").format(key="Shift+Enter"))
        self.table = PeopleTable(self.model, theme, self)
        self.counts = CountsBar(services, self)
        self.newcomer = NewcomerStrip(bridge, services, self)
        self.keys = ElidedLabel("", self, role="small")
        self.hint = Label("", self, role="soft", wrap=True)
        self.duplicates = DuplicateStrip(bridge, services, self)
        self._lay_out()
        self._connect()

    @property
    def meeting_id(self) -> str:
        """The meeting whose list is shown; "" for the directory."""
        return self._meeting_id

    def open_meeting(self, meeting_id: str) -> None:
        """Show the list of a meeting; "" shows the directory."""
        self._meeting_id = meeting_id
        self._times = {}
        self.newcomer.stop()
        self.model.use_columns(ATTENDANCE_COLUMNS if meeting_id else DIRECTORY_COLUMNS)
        self.table.share_width()
        self.table.setAccessibleName(_("Attendance") if meeting_id else _("People"))
        self.reload()

    def reload(self) -> None:
        """Read the list and the directory again."""
        self._bridge.request(read_people(self._meeting_id), self._on_read, origin=self)

    def await_person(self, person_id: str) -> None:
        """Choose a person as soon as they are read."""
        self._awaited = person_id

    def person_row(self, person_id: str) -> PersonRow | None:
        """A person as the last reading has them, shown or not."""
        rows = (*self._reading.listed, *self._reading.others)
        return next((each for each in rows if each.person.id == person_id), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low list two entries that are compared need the room of the table."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        """On a low window two entries that are compared take the place of the table."""
        is_low = self.height() < self._services.theme.px(_ROOM_FOR_BOTH)
        self.table.setVisible(not (is_low and self.duplicates.is_open))

    ## Building

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._services.theme.px(8))
        row.addWidget(self.finder, 1)
        row.addWidget(self.add)
        self.column.addLayout(row)
        self.column.addWidget(self.newcomer)
        self.column.addWidget(self.counts)
        self.column.addWidget(self.duplicates)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.keys)
        self.column.addStretch(0)  # holds the room of a table that has given way
        self.hint.hide()
        seat = _("seat")
        more = ((SEAT_DIGIT, seat), (QUEUE_DIGIT, _("asks to speak")))
        told = [*((each.digit, _(each.words)) for each in MARKS), *more]
        self.keys.show_words(" · ".join(f"\u2066{digit}\u2069 {words}" for digit, words in told))

    def _connect(self) -> None:
        self.finder.edited.connect(self._on_typed)
        self.finder.entered.connect(self._on_entered)
        self.finder.forced.connect(self._on_forced)
        self.finder.left_downwards.connect(self._go_to_table)
        self.add.clicked.connect(self._on_forced)
        self.table.toggled.connect(self._on_toggled)
        self.table.marked.connect(self._on_marked)
        self.newcomer.finished.connect(self._go_to_finder)
        self.table.removed.connect(self._on_removed)
        self.table.wanted.connect(self.wanted)
        self.table.typed.connect(self._on_typed_in_table)
        self.table.left_upwards.connect(self.finder.setFocus)
        self.table.selectionModel().currentChanged.connect(self.current_changed)
        self.duplicates.turned.connect(self._share_height)
        self._bridge.changed.connect(self._on_changed)
        self._bridge.opened.connect(self.reload)

    ## Reading

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if any(changes.touches(table) for table in _TABLES):
            self.reload()

    def _on_read(self, reading: PeopleReading) -> None:
        if (reading.meeting is None) == bool(self._meeting_id):
            return  # asked for before the list was turned to another meeting
        self._reading = reading
        self._show()
        self._show_counts()
        if self._awaited:
            self.table.choose(self._awaited)
            self._awaited = ""
        elif self.table.current is None and self.model.rows:
            self.table.choose(self.model.rows[0].person.id)
        self.read.emit(reading)

    def _show(self) -> None:
        typed = self.finder.words
        rows = matching(self._reading.listed, typed)
        if typed:
            rows += matching(self._reading.others, typed)
        self.model.show_rows(rows)
        if not rows:
            self.hint.show_words(self._offer(typed).format(name=isolate(typed)))
        self.hint.setVisible(not rows)

    def _show_counts(self) -> None:
        in_meeting = bool(self._meeting_id)
        self.counts.show_counts(count(self._reading.listed), in_meeting=in_meeting)
        self.keys.setVisible(in_meeting)

    def _offer(self, typed: str) -> str:
        if not typed:
            return _("Nobody is on the list yet. Type a name and press Enter.")
        if self._meeting_id:
            return _("Nobody is found. Enter puts “{name}” on the list, present.")
        return _("Nobody is found. Enter adds “{name}” to the directory.")

    ## Keys

    def _on_typed(self) -> None:
        self._show()
        if self.finder.words and self.model.rows:
            self.table.choose(self.model.rows[0].person.id)

    def _on_typed_in_table(self, text: str) -> None:
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.setText(text)
        self._on_typed()

    def _go_to_finder(self, letter: str) -> None:
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if letter:
            self.finder.setText(letter)
            self._on_typed()

    def _go_to_table(self) -> None:
        if self.model.rows:
            row = self.table.current or self.model.rows[0]
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            self.table.choose(row.person.id)

    def _on_entered(self) -> None:
        found = self.model.rows[0] if self.finder.words and self.model.rows else None
        if found is None:
            self._add_typed()
        elif self._meeting_id and not found.is_present:
            self._arrive(found.person)
        else:
            self._go_to_table()

    def _on_forced(self) -> None:
        self._add_typed()
        if not self.newcomer.isVisible():
            self.finder.setFocus()

    ## Writing

    def _add_typed(self) -> None:
        name = self.finder.words
        if not name:
            self._go_to_table()
            return
        person = Person(id=new_id(), name=name)
        if self._meeting_id:
            came = invited(self._meeting_id, person.id)
            here = with_presence(came, Presence.PRESENT, self._now(), {})
            self._bridge.request(add_newcomer(person, here), origin=self, saves=True)
            self.newcomer.ask(person, self._usual_organisations())
        else:
            self._bridge.request(edit(person), origin=self, saves=True)
        self._await(person)

    def _usual_organisations(self) -> list[Organisation]:
        """The organisations that sent most people, for whom the next one may have come too."""
        bodies = [each.organisation for each in self._reading.listed if each.organisation]
        many = Counter(each.id for each in bodies)
        return [self._reading.organisations[each] for each, _count in many.most_common(MOST)]

    def _await(self, person: Person) -> None:
        self._awaited = person.id
        self.finder.clear()
        self.hint.hide()

    def _on_toggled(self) -> None:
        rows = self._marked_rows()
        if rows:
            self._change(rows, toggled(rows, self._now(), self._times))

    def _on_marked(self, digit: str) -> None:
        if digit == QUEUE_DIGIT:
            self._ask_to_speak()
            return
        rows, mark = self._marked_rows(), mark_of(digit)
        if rows and mark is not None:
            self._change(rows, marking(mark, rows, self._now(), self._times))

    def _ask_to_speak(self) -> None:
        people = [each.person for each in self.table.chosen] if self._meeting_id else []
        if not people:
            return
        at = instant_of(self._services.clock())
        call = ask_to_speak(self._meeting_id, [each.id for each in people], at)
        self._bridge.request(call, origin=self, saves=True)
        names = self._services.wording.list([isolate(each.name) for each in people])
        text = _("In the queue of speakers: {names}").format(names=names)
        self._services.notices.post(text, key="attendance")

    def _marked_rows(self) -> list[Attendance]:
        """The chosen people's lines on the list of the meeting, also of those not on it yet."""
        chosen = self.table.chosen if self._meeting_id else []
        return [each.attendance or invited(self._meeting_id, each.person.id) for each in chosen]

    def _change(self, rows: list[Attendance], change: Change) -> None:
        for each in rows:
            if each.presence == Presence.PRESENT:
                self._times[each.id] = (each.arrived, each.departed)
        self._bridge.request(change_attendance(rows, change), origin=self, saves=True)

    def _arrive(self, person: Person) -> None:
        """Somebody stands at the door: on the list they are present, since now."""
        row = self.person_row(person.id)
        known = (row.attendance if row else None) or invited(self._meeting_id, person.id)
        now, times = self._now(), self._times
        self._change([known], lambda each: with_presence(each, Presence.PRESENT, now, times))
        self._await(person)

    def _on_removed(self) -> None:
        ids = [row.attendance.id for row in self.table.chosen if row.attendance]
        if not ids:
            return
        self._bridge.request(delete("attendance", *ids), origin=self, saves=True)
        text = ngettext(
            "{count} person was taken off the list.",
            "{count} people were taken off the list.",
            len(ids),
        ).format(count=self._services.wording.number(len(ids)))
        self._services.notices.post(
            text, answers=((_("Undo"), lambda: self._bring_back(ids)),), key="attendance"
        )

    def _bring_back(self, ids: list[str]) -> None:
        self._bridge.request(restore("attendance", *ids), origin=self, saves=True)

    def _now(self) -> str:
        """The clock time of an arrival; a meeting of another day gets none made up."""
        meeting, now = self._reading.meeting, self._services.clock()
        today = now.date().isoformat()
        return now.strftime("%H:%M") if meeting and meeting.date in {"", today} else ""
