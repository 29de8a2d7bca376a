"""The list of people with its search: finding, marking who is there, adding who walked in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from recorder import Attendance, Changes, Person, new_id
from ui.bridge import ArchiveBridge
from ui.edits import delete, edit, restore
from ui.i18n import _, isolate, label, ngettext
from ui.people.duplicate_strip import DuplicateStrip
from ui.people.find_field import FindField
from ui.people.people_edits import (
    Times,
    add_to_meeting,
    read_people,
    toggled,
    write_presence,
)
from ui.people.people_model import ATTENDANCE_COLUMNS, DIRECTORY_COLUMNS, PeopleModel
from ui.people.people_rows import Counts, PeopleReading, PersonRow, count, matching
from ui.people.people_table import PeopleTable
from ui.services import Services
from ui.widgets.buttons import make_button
from ui.widgets.label import Label
from ui.widgets.surfaces import Card

_ROOM_FOR_ALL_COUNTS, _ROOM_FOR_BOTH = 620, 440
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
        self.counts = Label("", self, role="small", wrap=True)
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
        """On a narrow list the counts by sex and sector give way."""
        super().resizeEvent(event)
        self._show_counts()
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
        self.column.addWidget(self.counts)
        self.column.addWidget(self.duplicates)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.table, 1)
        self.column.addStretch(0)  # holds the room of a table that has given way
        self.hint.hide()

    def _connect(self) -> None:
        self.finder.edited.connect(self._on_typed)
        self.finder.entered.connect(self._on_entered)
        self.finder.forced.connect(self._on_forced)
        self.finder.left_downwards.connect(self._go_to_table)
        self.add.clicked.connect(self._on_forced)
        self.table.toggled.connect(self._on_toggled)
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
        self.counts.show_words(self._counted(count(self._reading.listed)))

    def _offer(self, typed: str) -> str:
        if not typed:
            return _("Nobody is on the list yet. Type a name and press Enter.")
        if self._meeting_id:
            return _("Nobody is found. Enter puts “{name}” on the list, present.")
        return _("Nobody is found. Enter adds “{name}” to the directory.")

    def _counted(self, counts: Counts) -> str:
        number = self._services.wording.number
        if not self._meeting_id:
            return ngettext("{count} person", "{count} people", counts.people).format(
                count=number(counts.people)
            )
        told = [
            " · ".join(f"{label(token)}\u00a0{number(many)}" for token, many in tallied.items())
            for tallied in (counts.by_presence, counts.by_sex, counts.by_sector)
        ]
        listed = _("On the list: {count}").format(count=number(counts.people))
        present = " · ".join(each for each in told[1:] if each)
        parts = [" · ".join(each for each in (listed, told[0]) if each)]
        if present and self.width() >= self._services.theme.px(_ROOM_FOR_ALL_COUNTS):
            parts.append(_("Of those present: {counts}").format(counts=present))
        return "  |  ".join(parts)

    ## Keys

    def _on_typed(self) -> None:
        self._show()
        if self.finder.words and self.model.rows:
            self.table.choose(self.model.rows[0].person.id)

    def _on_typed_in_table(self, text: str) -> None:
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.setText(text)
        self._on_typed()

    def _go_to_table(self) -> None:
        if self.model.rows:
            row = self.table.current or self.model.rows[0]
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            self.table.choose(row.person.id)

    def _on_entered(self) -> None:
        if not self.finder.words or not self.model.rows:
            self._add_typed()
        elif self.model.rows[0].attendance is None and self._meeting_id:
            self._put_on_list(self.model.rows[0].person)
        else:
            self._go_to_table()

    def _on_forced(self) -> None:
        self._add_typed()
        self.finder.setFocus()

    ## Writing

    def _add_typed(self) -> None:
        name = self.finder.words
        if not name:
            self._go_to_table()
            return
        person = Person(id=new_id(), name=name)
        self._bridge.request(edit(person), origin=self, saves=True)
        if self._meeting_id:
            self._put_on_list(person)
        else:
            self._await(person)

    def _put_on_list(self, person: Person) -> None:
        call = add_to_meeting(self._meeting_id, person.id, self._now())
        self._bridge.request(call, origin=self, saves=True)
        self._await(person)

    def _await(self, person: Person) -> None:
        self._awaited = person.id
        self.finder.clear()
        self.hint.hide()

    def _on_toggled(self) -> None:
        chosen = self.table.chosen
        if not self._meeting_id or not chosen:
            return
        for row in chosen:
            if row.attendance is None:
                self._put_on_list(row.person)
        known: list[Attendance] = [row.attendance for row in chosen if row.attendance]
        if known:
            call = write_presence(toggled(known, self._now(), self._times))
            self._bridge.request(call, origin=self, saves=True)

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
