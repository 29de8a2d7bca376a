"""The window: rail, strip, screens and notices; it assembles and decides little."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from ui.actions import Actions
from ui.application import dress_application, make_theme, set_toolkit_locale
from ui.exchange.sharing import StickSharing
from ui.frame import Frame
from ui.hand_place import HandPlace
from ui.handover import Handover
from ui.hints.hesitation import Hesitation
from ui.i18n import _, explain, isolate, isolate_ltr
from ui.leave_taking import LeaveTaking
from ui.meetings_known import MeetingsKnown
from ui.notices import Notices
from ui.past.steps import Steps
from ui.people.directory import Directory
from ui.safety.safekeeping import Safekeeping
from ui.saved import SaveState
from ui.screens import SCREENS, make_screen
from ui.services import Services
from ui.surroundings import ExportView, RecommendationView, Surroundings
from ui.tab_order import step_focus
from ui.widgets.direction import joined
from ui.window_place import place_of, put_in_place
from ui.wording import Wording
from ui.zooming import Zoom

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from recorder import RecorderError
    from ui.bridge import ArchiveBridge
    from ui.export.writing import DocumentWriter
    from ui.screen import Screen
    from ui.settings.store import Settings, SettingsStore

LEAST_WIDTH, LEAST_HEIGHT = 860, 480
_OF_A_MEETING = frozenset({"workspace", "meeting", "people", "recommendations", "export"})
_TURNED_TO_ONE = _OF_A_MEETING | {"search", "exchange"}


class MainWindow(QMainWindow):
    """The one window of the program.

    Signals:
        painted: the window was painted for the first time.
        meeting_shown: the meeting that was asked for is on the screens.
    """

    painted = Signal()
    meeting_shown = Signal()

    def __init__(
        self, bridge: ArchiveBridge, store: SettingsStore, clock: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._around = Surroundings(
            bridge, store, clock, SaveState(bridge, clock, self), Directory(bridge, self)
        )
        self._bridge, self._store = bridge, store
        self._meeting_id = store.settings.last_meeting
        self.meetings = MeetingsKnown(bridge, self)
        self.meetings.moved.connect(self._on_meetings_moved)
        self._current = "library"
        self._has_painted = self._has_opened = False
        self._leaving = LeaveTaking(
            bridge, self._around.saved, self._leave_screens, self._leave_others, self
        )
        self._leaving.ready.connect(self.rebuild)
        self._zoom = Zoom(store, self._leaving.rebuild_soon, self)
        self._hesitation = Hesitation(self, lambda: store.settings.hints)
        self._hesitation.noticed.connect(self._tell_key)
        self._writer: DocumentWriter | None = None
        self.keeper = Safekeeping(bridge, lambda: self._services, self)
        self.keeper.restoring.connect(self._leave_meeting)
        self.sharing = StickSharing(bridge, self)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.setWindowTitle(_("Mahdar"))
        bridge.opened.connect(self._on_opened)
        bridge.refused.connect(self._on_refused)
        bridge.failed.connect(self._on_failed)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_desktop_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_desktop_changed)
        self._build()
        self._screen_to_return_to = store.settings.last_screen
        put_in_place(self, store.settings.window)

    ## What others may ask

    @property
    def services(self) -> Services:
        """The surroundings of the screens as they stand."""
        return self._services

    @property
    def settings(self) -> Settings:
        """What the user chose, as it stands now."""
        return self._store.settings

    @property
    def screen_name(self) -> str:
        """The screen in view."""
        return self._current

    def screen_named(self, name: str) -> Screen:
        """A screen by its name; it is made when it is first wanted."""
        if name not in self._screens:
            screen = make_screen(name, self._bridge, self._services, self)
            self._screens[name] = screen
            self.frame.add(screen)
            if self._meeting_id and name in _TURNED_TO_ONE:
                screen.show_meeting(self._meeting_id)
        return self._screens[name]

    def show_screen(self, name: str) -> None:
        """Bring a screen into view."""
        self._screen_to_return_to = ""
        if name in _OF_A_MEETING and not self._meeting_id:
            name = "library"
        if name == "library" and self._bridge.refusal is not None:
            name = "refused"
        if self._current in self._screens:
            self._screens[self._current].leave()
        self._current = name
        screen = self.screen_named(name)
        self.frame.show_screen(screen, _command_to(name))
        self._services.actions.show_for(screen.name)
        self._refresh_title()
        screen.enter()

    def open_meeting(self, meeting_id: str, screen: str = "workspace") -> None:
        """Turn all screens to a meeting and show one of them."""
        self._meeting_id = meeting_id
        self._store.change(last_meeting=meeting_id)
        for name, each in self._screens.items():
            if name in _TURNED_TO_ONE:
                each.show_meeting(meeting_id)
        self._refresh_commands()
        self.show_screen(screen)
        self.meeting_shown.emit()

    def show_recommendation(self, recommendation_id: str) -> None:
        """Bring one recommendation of the open meeting into view, in its form."""
        self.show_screen("recommendations")
        screen = self._screens["recommendations"]
        if isinstance(screen, RecommendationView):
            screen.show_recommendation(recommendation_id)

    def export(self) -> None:
        """Show what the open meeting can become; asked there once more, write it at once."""
        if self._current != "export":
            self.show_screen("export")
            return
        screen = self._screens["export"]
        if isinstance(screen, ExportView):
            screen.write_at_once()

    def document_writer(self) -> DocumentWriter:
        """What writes documents; drawn in when it is first wanted."""
        from ui.export.writing import DocumentWriter

        if self._writer is None:
            self._writer = DocumentWriter(self._bridge, lambda: self._services, self._store, self)
            self._writer.leaks_wanted.connect(lambda: self.show_screen("export"))
        return self._writer

    def rebuild(self) -> None:
        """Build all screens anew, in the language and the look that the settings ask for."""
        self._leaving.forget_rebuilding()
        self._leave_others()
        before = self._screens.get(self._current)  # none, when the archive was refused until now
        handover = Handover(before) if before is not None else None
        for action in self.actions():
            self.removeAction(action)
        self.takeCentralWidget()
        # At once: else every part of them is dressed once more, half of the time that this takes.
        shiboken6.delete(self._services.actions)
        shiboken6.delete(self.frame)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            dress_application(application, self._store.settings)
            set_toolkit_locale(self._store.settings.language)
        self._build()
        if handover is not None:
            handover.give(self._screens[self._current], self._bridge)

    def take_settings(self, choices: dict[str, str | int | bool]) -> None:
        """Take what the user chose: at once, and for the next start."""
        before = self._store.settings
        after = self._store.change(**choices)
        if after.author != before.author:
            self._bridge.request(lambda archive: setattr(archive, "author", after.author))
        if replace(after, author=before.author) != before:
            self._leaving.rebuild_soon()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Make changes of what was typed, and let the archive finish; stay when it refuses."""
        if self._writer is not None:
            self._writer.stop()  # nobody waits for an office program
        if not self._leaving.may_close(self._services):
            event.ignore()
            return
        self.sharing.end()
        self._store.change(window=place_of(self), last_screen=self._current)
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first painting, after which heavy things may be loaded."""
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self, self._on_painted)

    def changeEvent(self, event: QEvent) -> None:
        """Full screen is bare, however the window came to it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.frame.show_bare(bare=self.isFullScreen())

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - Qt's own
        """Tab, asked of every part in turn and at last of the window."""
        stepped = step_focus(self.frame, forwards=forwards)
        return stepped or bool(super().focusNextPrevChild(forwards))

    def _leave_screens(self) -> None:
        for screen in self._screens.values():
            screen.leave()

    def _leave_others(self) -> None:
        for name, screen in self._screens.items():
            if name != self._current or not screen.hands_on:
                screen.leave()

    ## Building

    def _build(self) -> None:
        self._services = self._make_services()
        self.setWindowTitle(_("Mahdar"))
        self._screens: dict[str, Screen] = {}
        self.frame = Frame(self._services, self)
        self.frame.show_bare(bare=self.isFullScreen())
        self.sharing.show_left()
        self.setCentralWidget(self.frame)
        self.frame.show()  # Qt would do so from the queue, after the next key
        self._hesitation.typing.connect(self.frame.tell_no_more)
        self._bind()
        self.show_screen(self._current)

    def _make_services(self) -> Services:
        settings = self._store.settings
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - no window without it
        theme = make_theme(application, settings)
        return Services(
            language=settings.language,
            wording=Wording(settings.language, settings.digits),
            theme=theme,
            settings=settings,
            clock=self._around.clock,
            notices=Notices(self),
            saved=self._around.saved,
            directory=self._around.directory,
            actions=Actions(theme, self),
        )

    def _bind(self) -> None:
        actions = self._services.actions
        for name in SCREENS:
            shows = self.export if name == "export" else partial(self.show_screen, name)
            actions.bind(f"show.{name}", shows)
        actions.bind("screen.next", lambda: self._step_screen(1))
        actions.bind("screen.previous", lambda: self._step_screen(-1))
        self._zoom.bind(actions)
        actions.bind("window.full", self._toggle_full)
        actions.bind("help.keys", self._show_keys)
        actions.bind("palette.open", self._open_palette)
        Steps(self._bridge, self._services, lambda: self.screen_named(self._current), actions)
        self._refresh_commands()

    def _refresh_commands(self) -> None:
        for name in _OF_A_MEETING:
            self._services.actions.allow(f"show.{name}", allowed=bool(self._meeting_id))
        self._services.actions.allow("meeting.new", allowed=self._bridge.refusal is None)

    def _refresh_title(self) -> None:
        found = self.meetings.get(self._meeting_id)
        if self._current in _OF_A_MEETING and found is not None:
            wording = self._services.wording
            facts = (wording.long_date(found.date), found.venue, found.city)
            place = joined(facts, self._services.theme.direction)
            self.frame.header.show_title(found.title or _("Untitled meeting"), place)
        else:
            command = self._services.actions.command(_command_to(self._current))
            self.frame.header.show_title(_(command.text), "")

    ## Reactions

    def _tell_key(self, command: str, key: str) -> None:
        said = _("By key: {key} for “{command}”")
        words = said.format(key=isolate_ltr(key), command=isolate(command))
        self.frame.tell(words)

    def _on_painted(self) -> None:
        self._hesitation.watch(self.windowHandle())
        self.painted.emit()
        set_toolkit_locale(self._store.settings.language)

    def _on_opened(self) -> None:
        if self._has_opened:  # what the screens show is of another state of it
            self._current = "library" if self._current == "refused" else self._current
            self.rebuild()
        elif self._current == "refused":
            self.show_screen("library")
        self._has_opened = True
        self._leaving.commit_drafts()

    def _on_meetings_moved(self) -> None:
        if self.meetings.get(self._meeting_id) is None:
            self._meeting_id = ""
        self._refresh_commands()
        self._return_to_screen()
        self._refresh_title()

    def _return_to_screen(self) -> None:
        """Once, when the archive is there: to the screen of the last run, if nobody has gone on."""
        name, self._screen_to_return_to = self._screen_to_return_to, ""
        has_gone_on = self._current != "library" or HandPlace.of(self.screen_named("library")).typed
        if name in SCREENS and not has_gone_on:
            self.show_screen(name)

    def _on_desktop_changed(self) -> None:
        if self._store.settings.theme == "system":
            self._leaving.rebuild_soon()

    def _on_refused(self, _error: RecorderError) -> None:
        self._leave_meeting()
        if (former := self._screens.pop("refused", None)) is not None:
            self.frame.drop(former)
        self._current = "library"
        self.show_screen("library")

    def _leave_meeting(self) -> None:
        """Nothing more is to be written into the meeting that is open."""
        self._leave_screens()
        self._meeting_id = ""
        self._refresh_commands()
        if self._current in _OF_A_MEETING:
            self.show_screen("library")

    def _on_failed(self, error: RecorderError) -> None:
        if error is self._bridge.refusal:
            return  # the page that stands there says it
        if error.code == "archive_damaged":
            self.keeper.tell_of_damage()
            return
        self._services.notices.post(explain(error), "bad", key=error.code, stays=True)

    def _show_keys(self) -> None:
        from ui.keys_sheet import show_keys

        show_keys(self._services, self._bridge, self)

    def _open_palette(self) -> None:
        from ui.palette.opening import open_palette

        open_palette(self)

    def _step_screen(self, step: int) -> None:
        names = [each for each in SCREENS if self._meeting_id or each not in _OF_A_MEETING]
        at = names.index(self._current) if self._current in names else 0
        self.show_screen(names[(at + step) % len(names)])

    def _toggle_full(self) -> None:
        # By its bit alone: a window that was maximised is so again afterwards.
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)


def _command_to(screen: str) -> str:
    return "show.library" if screen == "refused" else f"show.{screen}"
