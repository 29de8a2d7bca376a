"""Sharing by a stick, from the window's side; it outlives the screens that show it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.exchange.flow_run import FlowRun
from ui.exchange.merge_undo import MergeUndo
from ui.exchange.telling import Telling
from ui.exchange.watch import DriveWatch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from recorder import Delivery, RecorderError, SyncReport
    from ui.bridge import ArchiveBridge, ArchiveType
    from ui.exchange.drives import Drive
    from ui.main_window import MainWindow


class Stage(StrEnum):
    """What the screen shows."""

    CHOOSING = "choosing"
    WORKING = "working"
    CODE = "code"
    ASKING = "asking"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class State:
    """Where a sharing stands.

    Attributes:
        stage: what the screen shows.
        has_team: whether this laptop is of a team; None until that is known.
        chosen: the stick, None before one was chosen.
        part, done, whole: the step that is under way, "" for none.
        code: of the team that was just made; it is kept nowhere else.
        typed: the code that was typed here last, with what was wrong about it.
        delivery: what would come, or came.
        report: what a sync did.
        error: why it failed, also a code that was refused.
    """

    stage: Stage = Stage.CHOOSING
    has_team: bool | None = None
    chosen: Drive | None = None
    part: str = ""
    done: int = 0
    whole: int = 0
    code: str = ""
    typed: str = ""
    delivery: Delivery | None = None
    report: SyncReport | None = None
    error: RecorderError | None = None


_ABOUT_CODES = frozenset({"wrong_code", "code_mistyped", "no_team"})


class StickSharing(QObject):
    """The team and the syncs of the open archive.

    Signals:
        moved: the state is another one.
    """

    moved = Signal()

    def __init__(self, bridge: ArchiveBridge, window: MainWindow) -> None:
        super().__init__(window)
        self._bridge, self._window = bridge, window
        self.state = State()
        self._run: FlowRun | None = None
        self._again: Callable[[], None] = self.sync
        self.watch = DriveWatch(window.isActiveWindow, self)
        self.watch.moved.connect(self._on_drives_moved)
        self.watch.came.connect(self._on_drive_came)
        self._telling = Telling(self, window)
        self.merges = MergeUndo(bridge, lambda: window.services, self)
        self.merges.moved.connect(self.moved)
        self.merges.moved.connect(self.show_left)
        self.merges.undone.connect(self.dismiss)
        bridge.opened.connect(self._on_opened)

    ## What the screen asks for

    def choose(self, path: Path) -> None:
        """Share by that stick or folder."""
        for drive in self.watch.drives:
            if drive.path == path:
                self._move(chosen=drive)

    @property
    def needs_name(self) -> bool:
        """Whether nobody knows yet who writes here."""
        return not self._window.settings.author

    def take_name(self, name: str) -> None:
        """Write under a name from now on."""
        if name and self.needs_name:
            self._window.take_settings({"author": name})

    def found(self) -> None:
        """Make a team, show its code, and lay on the stick all that this laptop knows."""
        path = self._path()
        self._start(self.found, lambda archive: archive.sharing.founding(path), self._on_founded)

    def join(self, typed: str) -> None:
        """Be of the team whose code was typed, then sync."""
        path = self._path()
        self._move(typed=typed)
        self._start(
            lambda: self.join(typed),
            lambda archive: archive.sharing.joining(path, typed),
            self._on_joined,
        )

    def sync(self, *, without_backup: bool = False) -> None:
        """Take in what is new on the stick, once that was agreed to, and add what it lacks."""
        path = self._path()

        def begin(archive: ArchiveType) -> Any:  # noqa: ANN401 - a flow
            return archive.sharing.steps(path, without_backup=without_backup)

        # What is being typed goes along (FORMAT 9); all views hear of it as of any change.
        self._bridge.request(lambda archive: archive.drafts.commit_all())
        self._start(self.sync, begin, self._on_synced)

    def agree(self, *, agreed: bool) -> None:
        """Whether what would come is to be taken in."""
        if self._run is not None and self.state.stage is Stage.ASKING:
            self._move(stage=Stage.WORKING if agreed else Stage.CHOOSING)
            self._run.answer(agreed=agreed)

    def stop(self) -> None:
        """Stop what is under way, as soon as it is whole."""
        if self._run is not None:
            self._run.stop()

    def try_again(self) -> None:
        """Do once more what failed."""
        self._again()

    def dismiss(self) -> None:
        """It was read: back to the beginning."""
        if self._run is None or self.state.stage is Stage.CODE:
            stage = Stage.CHOOSING if self._run is None else Stage.WORKING
            self._move(stage=stage, code="", typed="", report=None, error=None, delivery=None)

    def leave(self) -> None:
        """Be of no team any more."""
        self._bridge.request(
            lambda archive: archive.sharing.leave(), lambda _none: self._ask_team(), origin=self
        )

    def end(self) -> None:
        """The window goes."""
        self.watch.stop()
        if self._run is not None:
            self._run.abandon()

    def look_at_conflicts(self) -> None:
        """Open the first meeting of which two people wrote the same place."""
        if self.merges.apart:
            self._window.open_meeting(next(iter(self.merges.apart)))

    def show_left(self) -> None:
        """Say in the rail how many places were written apart, until none is."""
        self._window.frame.rail.show_count("show.exchange", sum(self.merges.apart.values()))

    ## How it goes

    @property
    def is_running(self) -> bool:
        """Whether a stick is being read or written."""
        return self._run is not None

    def _path(self) -> Path:
        assert self.state.chosen is not None  # noqa: S101 - the buttons are off until then
        return self.state.chosen.path

    def _start(
        self,
        again: Callable[[], None],
        begin: Callable[[ArchiveType], Any],
        done: Callable[[Any], None],
    ) -> None:
        if self._run is not None:
            return
        self._again = again
        self._run = run = FlowRun(self._bridge, begin, self)
        run.moved.connect(self._on_moved)
        run.asked.connect(self._on_asked)
        run.took.connect(self._on_took)
        run.done.connect(lambda result: self._on_ended(run, lambda: done(result)))
        run.failed.connect(lambda error: self._on_ended(run, lambda: self._on_failed(error)))
        stage = Stage.CODE if self.state.code else Stage.WORKING
        self._move(stage=stage, part="look", done=0, whole=0, report=None, error=None,
                   delivery=None)  # fmt: skip
        run.start()

    def _on_ended(self, run: FlowRun, then: Callable[[], None]) -> None:
        self._run = None
        run.deleteLater()
        if self.state.chosen is not None:
            self.watch.look_again_at(self.state.chosen.path)
        self._move(part="")
        then()

    def _on_moved(self, part: str, done: int, whole: int) -> None:
        self._move(part=part, done=done, whole=whole)

    def _on_asked(self, delivery: Delivery) -> None:
        self._move(stage=Stage.ASKING, delivery=delivery)

    def _on_took(self, delivery: Delivery) -> None:
        self._move(delivery=delivery)
        self.merges.ask()

    def _on_founded(self, code: str) -> None:
        self._move(stage=Stage.CODE, code=code, has_team=True)
        self.sync()

    def _on_joined(self, _none: None) -> None:
        self._move(typed="", has_team=True)
        self.sync()

    def _on_synced(self, report: SyncReport) -> None:
        if self.state.stage is Stage.CHOOSING:
            return  # "not now"
        stage = Stage.CODE if self.state.code else Stage.DONE
        self._move(stage=stage, report=report)

    def _on_failed(self, error: RecorderError) -> None:
        if error.code == "archive_damaged":
            self._window.keeper.tell_of_damage()
        stage = Stage.FAILED
        if self.state.code:
            stage = Stage.CODE
        elif error.code in _ABOUT_CODES:
            stage = Stage.CHOOSING
        self._move(stage=stage, error=error)

    def _move(self, **what: Any) -> None:  # noqa: ANN401 - the fields of State
        before, self.state = self.state, replace(self.state, **what)
        if self.state != before:
            self.moved.emit()
            self._telling.tell(before, self.state)

    ## Surroundings

    def _on_opened(self) -> None:
        self._ask_team()
        self.watch.start()

    def _ask_team(self) -> None:
        self.merges.ask()
        self._bridge.request(
            lambda archive: archive.sharing.team_id,
            lambda team: self._move(has_team=team is not None),
            origin=self,
        )

    def _on_drives_moved(self) -> None:
        drives, chosen = self.watch.drives, self.state.chosen
        known = {each.path: each for each in drives}
        stays = self.state.stage is not Stage.CHOOSING  # it may be plugged in once more
        if chosen is not None and (chosen.path in known or stays):
            chosen = known.get(chosen.path, chosen)
        else:
            chosen = drives[0] if len(drives) == 1 else None
        self._move(chosen=chosen)
        self.moved.emit()

    def _on_drive_came(self, drive: Drive) -> None:
        if self._run is None and self.state.stage is Stage.CHOOSING:
            self._move(chosen=drive)
            self._telling.offer(drive)
