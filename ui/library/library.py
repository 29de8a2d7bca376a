"""The library: all meetings, to find one, open it, or begin a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QStackedLayout, QWidget

from ui.edits import delete, restore
from ui.i18n import _, isolate
from ui.library.delegate import MeetingDelegate
from ui.library.empty import EmptyLibrary
from ui.library.figures_file import FiguresFile
from ui.library.model import LibraryModel
from ui.past.steps import NOTICE
from ui.screen import Screen
from ui.widgets.buttons import IconButton, make_button
from ui.widgets.line_field import LineField
from ui.widgets.surfaces import put_page

if TYPE_CHECKING:
    from recorder import Changes, MeetingSummary, RecorderError
    from ui.bridge import ArchiveBridge
    from ui.services import Services

_SEARCH_WIDTH = 340


class Library(Screen):
    """The first screen.

    Signals:
        meeting_chosen(str): a meeting is to be opened.
        meeting_made(str): a new meeting was begun, its details are to be filled in.
    """

    name = "library"
    meeting_chosen = Signal(str)
    meeting_made = Signal(str)

    def __init__(self, bridge: ArchiveBridge, services: Services) -> None:
        super().__init__(bridge, services)
        self.model = LibraryModel(services.wording, services.theme.direction, self)
        self.search = LineField(
            _("Search the meetings"), services.theme, self, placeholder=_("Search the meetings")
        )
        self.search.holds_words = True
        self.list = self._make_list()
        self.empty = EmptyLibrary(services, self)
        self.figures = FiguresFile(bridge, services, self)
        self._stack = QStackedLayout(self)
        full = QWidget(self)
        column = put_page(full, services.theme)
        column.addLayout(self._make_bar())
        column.addWidget(self.list, 1)
        blank = QWidget(self)
        self._stack.addWidget(blank)
        self._stack.addWidget(full)
        self._stack.addWidget(self.empty)
        self.search.textChanged.connect(self.model.filter)
        self.search.left.connect(self._select_first)
        self.list.activated.connect(self._on_activated)
        self.empty.begin.clicked.connect(self.begin_meeting)
        self.empty.sample.clicked.connect(self.load_sample)
        services.actions.bind("meeting.new", self.begin_meeting)
        services.actions.bind("find", self._find)
        services.actions.bind("meeting.figures", self.figures.ask)
        services.actions.bind("meeting.delete", self.delete_meeting)
        bridge.changed.connect(self._on_changed)
        bridge.opened.connect(self.reload)
        if bridge.is_open:
            self.reload()

    def enter(self) -> None:
        """Begin in the list, where Enter opens the meeting."""
        if self.empty.isVisible():
            self.empty.begin.setFocus()
        else:
            self.list.setFocus()

    def reload(self) -> None:
        """Read the lines again."""
        self.bridge.request(
            lambda archive: archive.meetings.summaries(), self._on_summaries, origin=self
        )

    def begin_meeting(self) -> None:
        """Make a meeting with today's date and nothing else."""
        from recorder import Meeting, new_id

        today = self.services.clock().date().isoformat()
        meeting = Meeting(id=new_id(), date=today)
        self.bridge.request(
            lambda archive: archive.meetings.write(meeting),
            lambda _changes: self.meeting_made.emit(meeting.id),
            origin=self,
            saves=True,
        )

    def delete_meeting(self) -> None:
        """Delete the chosen meeting; nothing is asked, since it waits in the trash."""
        summary = self.model.summary(self.list.currentIndex())
        if summary is None or not self.list.hasFocus():
            return
        self.bridge.request(delete("meeting", summary.id), origin=self, saves=True)
        title = summary.title or _("Untitled meeting")
        self.services.notices.post(
            _("“{title}” was deleted.").format(title=isolate(title)), key=NOTICE,
            answers=((_("Undo"), lambda: self._bring_back(summary.id)),),
        )  # fmt: skip

    def _bring_back(self, meeting_id: str) -> None:
        self.bridge.request(restore("meeting", meeting_id), origin=self, saves=True)

    def load_sample(self) -> None:
        """Put the meetings that ship with the program into the archive."""
        self.empty.sample.setEnabled(False)
        self.bridge.request(
            lambda archive: archive.load_sample(),
            origin=self,
            failed=self._on_sample_refused,
            saves=True,
        )

    def _make_list(self) -> QListView:
        view = QListView(self)
        view.setModel(self.model)
        view.setItemDelegate(MeetingDelegate(self.services.theme, self.model, view))
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(_("Meetings"))
        return view

    def _make_bar(self) -> QHBoxLayout:
        services = self.services
        self.new_button = make_button(
            _("New meeting"), services.theme, self, icon="plus", kind="primary"
        )
        self.new_button.setToolTip(services.actions.tooltip("meeting.new"))
        self.new_button.clicked.connect(self.begin_meeting)
        self.figures_button = IconButton(
            "file-down", _("Figures of all meetings…"), services.theme, self
        )
        self.figures_button.clicked.connect(lambda _checked=False: self.figures.ask())
        self.search.setMaximumWidth(services.theme.px(_SEARCH_WIDTH))
        bar = QHBoxLayout()
        bar.addWidget(self.search, 1)
        bar.addStretch(1)
        bar.addWidget(self.figures_button)
        bar.addWidget(self.new_button)
        return bar

    def _find(self) -> None:
        if self.isVisible():
            self.search.setFocus()
            self.search.selectAll()

    def _select_first(self) -> None:
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))

    def _on_activated(self, index: QModelIndex) -> None:
        summary = self.model.summary(index)
        if summary is not None:
            self.meeting_chosen.emit(summary.id)

    def _on_summaries(self, summaries: list[MeetingSummary]) -> None:
        kept = self.model.summary(self.list.currentIndex())
        self.model.show_summaries(summaries)
        self.services.actions.allow("meeting.figures", allowed=bool(summaries))
        page = 1 if summaries else 2
        is_turned = page != self._stack.currentIndex()
        self._stack.setCurrentIndex(page)
        self.empty.sample.setEnabled(True)
        row = self.model.row_of(kept.id) if kept else -1
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(max(row, 0)))
        if is_turned and self.isVisible():
            self.enter()  # what had the focus went with the page

    def _on_sample_refused(self, error: RecorderError) -> None:
        self.empty.sample.setEnabled(True)
        self.bridge.failed.emit(error)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        counted = ("meeting", "attendance", "note", "decision", "recommendation", "series")
        if any(changes.touches(table) for table in counted):
            self.reload()
