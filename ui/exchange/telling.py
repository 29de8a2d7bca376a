"""What is told of a sharing while another screen is in view: quiet notices that lead to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.i18n import _, explain, isolate

if TYPE_CHECKING:
    from ui.exchange.drives import Drive
    from ui.exchange.sharing import State, StickSharing
    from ui.main_window import MainWindow

NOTICE = "exchange"
SCREEN = "exchange"


class Telling(QObject):
    """Says nothing that the screen in view shows anyway."""

    def __init__(self, sharing: StickSharing, window: MainWindow) -> None:
        super().__init__(sharing)
        self._sharing, self._window = sharing, window

    def offer(self, drive: Drive) -> None:
        """A stick was plugged in that a team has written on, or could."""
        has_team = self._sharing.state.has_team
        if self._is_in_view() or not drive.was_shared or has_team is None:
            return
        name = isolate(drive.name)
        if has_team:
            said = _("The stick {name} is plugged in.").format(name=name)
            self._post(said, "blue", (_("Sync"), self._show_and_sync))
        else:
            said = _("A team shares by the stick {name}.").format(name=name)
            self._post(said, "blue", (_("Join with the code"), self._show))

    def tell(self, before: State, after: State) -> None:
        """Say what the user would want to know of a step, unless it is seen."""
        if after.stage == before.stage or self._is_in_view():
            return
        show = (_("Show"), self._show)
        if after.stage == "asking":
            self._post(_("Something new is on the stick. Nothing was taken in yet."), "blue", show)
        elif after.stage == "failed" and after.error is not None:
            self._post(explain(after.error), "warn", show)
        elif after.stage == "done" and after.report is not None:
            is_safe = after.report.is_safe_to_pull
            said = _("The sync is done. You can pull the stick out now.")
            if not is_safe:
                said = _("Not everything of yours is on the stick.")
            self._post(said, "good" if is_safe else "warn", show)

    def _post(self, said: str, tone: str, *answers: tuple[str, Any]) -> None:
        self._window.services.notices.post(said, tone, key=NOTICE, stays=True, answers=answers)

    def _is_in_view(self) -> bool:
        return self._window.screen_name == SCREEN

    def _show(self) -> None:
        self._window.show_screen(SCREEN)

    def _show_and_sync(self) -> None:
        self._show()
        if self._sharing.state.chosen is not None:
            self._sharing.sync()
