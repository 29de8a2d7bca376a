"""What has become of a recommendation: entries of progress, the latest first, and a new one."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from recorder import FollowUp, Recommendation, RecorderError, Status, new_id
from ui.bridge import ArchiveBridge
from ui.edits import append, delete, restore
from ui.i18n import _, label
from ui.meeting.recommendation_list import STATUS_TONES
from ui.services import Services
from ui.widgets.buttons import IconButton, make_button
from ui.widgets.choice_field import ChoiceField, token_choices
from ui.widgets.drafting import Drafting, DraftKey
from ui.widgets.label import Label
from ui.widgets.notebox import NoteBox
from ui.widgets.surfaces import Card, Pill, Rule
from ui.widgets.time_fields import DateField, NumberField

_WHOLE = 100
_SHARES = (3, 2, 4)


class FollowUpCard(Card):
    """The entries of one recommendation.

    Signals:
        added: a new entry was written.
    """

    added = Signal()

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(services.theme, parent)
        self._bridge, self._services = bridge, services
        self._recommendation: Recommendation | None = None
        self._meeting_id, self._new_id, self._refused_id = "", new_id(), ""
        self._shown: list[FollowUp] = []
        self._lines: list[QWidget] = []
        self._drafting = Drafting(bridge, services.saved, "form.follow_up", self)
        look, wording = services.theme, services.wording
        self.status = ChoiceField(_("Status"), look, token_choices(Status), self)
        self.progress = NumberField(_("Percent"), look, wording, self)
        self.date = DateField(_("Date"), look, wording, services.clock, self)
        self.text = NoteBox(look, self, lines=(2, 6))
        self.text.setAccessibleName(_("What was done"))
        self.text.setToolTip(_("What was done"))
        self.add = make_button(_("Add the entry"), look, self, icon="plus")
        self.add.clicked.connect(self._add)
        self.text.edited.connect(self._on_typed)
        self._lay_out()

    def show_entries(
        self,
        recommendation: Recommendation | None,
        entries: Sequence[FollowUp],
        meeting_id: str = "",
    ) -> None:
        """Show the entries, the latest first; new ones are told at the meeting of `meeting_id`."""
        before = self._recommendation.id if self._recommendation else ""
        if (recommendation.id if recommendation else "") != before:
            self.leave()
            self._recommendation = recommendation
            self._clear(entries)
        self._recommendation = recommendation
        self._meeting_id = meeting_id or (recommendation.meeting_id if recommendation else "")
        if list(entries) != self._shown:
            self._shown = list(entries)
            self._fill()
            self._finish_refused()

    def leave(self) -> None:
        """An entry that has words is written, also when nobody pressed the button."""
        if self.text.words.strip():
            self._add()

    def _lay_out(self) -> None:
        look = self._services.theme
        self.column.addWidget(Label(_("Follow-up"), self, role="section"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(4))
        for at, field in enumerate((self.status, self.progress, self.date)):
            name = Label(field.accessibleName(), self, role="field")
            name.setBuddy(field)
            grid.addWidget(name, 0, at)
            grid.addWidget(field, 1, at)
            grid.setColumnStretch(at, _SHARES[at])
        self.column.addLayout(grid)
        told = QVBoxLayout()
        told.setSpacing(look.px(4))
        told.addWidget(Label(self.text.accessibleName(), self, role="field"))
        told.addWidget(self.text)
        self.column.addLayout(told)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.add)
        self.column.addLayout(foot)
        self._entries = QVBoxLayout()
        self._entries.setSpacing(look.px(8))
        self.column.addLayout(self._entries)

    def _clear(self, entries: Sequence[FollowUp]) -> None:
        latest = entries[0] if entries else None
        self._new_id = new_id()
        self.status.show_value((latest.status if latest else None) or Status.IN_PROGRESS)
        self.progress.show_value(latest.progress if latest else None)
        self.date.show_value(self._services.clock().date().isoformat())
        self.text.show_words("")

    def _fill(self) -> None:
        for line in self._lines:
            self._entries.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(each) for each in self._shown]
        for line in self._lines:
            self._entries.addWidget(line)

    def _line(self, entry: FollowUp) -> QWidget:
        look, wording = self._services.theme, self._services.wording
        line = QWidget(self)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(Rule(line))
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        tone = STATUS_TONES[entry.status] if isinstance(entry.status, Status) else "neutral"
        head.addWidget(Pill(label(entry.status) or _("Not set"), tone, look, line))
        if entry.progress is not None:
            percent = _("{count}%").format(count=wording.number(entry.progress))
            head.addWidget(Label(percent, line, role="strong"))
        head.addWidget(Label(wording.date(entry.date), line, role="soft"))
        head.addStretch(1)
        drop = IconButton("trash-2", _("Delete the entry"), look, line)
        drop.clicked.connect(lambda: self._delete(entry.id))
        head.addWidget(drop)
        column.addLayout(head)
        if entry.text:
            column.addWidget(Label(entry.text, line, wrap=True))
        return line

    def _on_typed(self) -> None:
        row = self._recommendation
        if row is not None:
            fields = {
                "meeting_id": self._meeting_id,
                "recommendation_id": row.id,
                "status": self.status.value,
                "date": self.date.value,
            }
            key = DraftKey("follow_up", self._new_id, "text", fields)
            self._drafting.typed(key, lambda: self.text.words)

    def _add(self) -> None:
        row, percent = self._recommendation, self.progress.value
        if row is None or (percent is not None and percent > _WHOLE):
            self.progress.show_wrong(wrong=row is not None)
            return
        self._drafting.save()  # so that the words outlive a disk that refuses the entry
        entry = FollowUp(
            id=self._new_id,
            meeting_id=self._meeting_id,
            recommendation_id=row.id,
            date=self.date.value,
            status=self.status.value,
            progress=percent,
            text=self.text.words,
        )
        self._bridge.request(
            append(entry),
            lambda _changes: self._drafting.forget(DraftKey("follow_up", entry.id, "text")),
            origin=self,
            saves=True,
            failed=partial(self._on_not_added, entry),
        )
        self._clear([entry])
        self.added.emit()

    def _on_not_added(self, entry: FollowUp, error: RecorderError) -> None:
        row = self._recommendation
        if row is not None and row.id == entry.recommendation_id and not self.text.words:
            self._new_id = self._refused_id = entry.id
            self.status.show_value(entry.status)
            self.progress.show_value(entry.progress)
            self.date.show_value(entry.date)
            self.text.show_words(entry.text)
        self._bridge.failed.emit(error)

    def _finish_refused(self) -> None:
        # Its draft has become an entry meanwhile; what a draft does not hold is written with it.
        written = [each.text for each in self._shown if each.id == self._refused_id]
        if self._refused_id == self._new_id and written == [self.text.words]:
            self._refused_id = ""
            self._add()

    def _delete(self, entry_id: str) -> None:
        self._bridge.request(delete("follow_up", entry_id), origin=self, saves=True)
        undo: tuple[str, Callable[[], None]] = (
            _("Undo"),
            lambda: self._bridge.request(restore("follow_up", entry_id), origin=self, saves=True),
        )
        self._services.notices.post(_("The entry was deleted."), answers=(undo,), key="follow_up")
