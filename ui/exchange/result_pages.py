"""What would come, what came, and why something did not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.exchange.delivery_view import put_delivery, put_remark
from ui.exchange.page import ExchangePage
from ui.i18n import _, explain, sync_lines

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.exchange.sharing import StickSharing
    from ui.services import Services


class PreviewPage(ExchangePage):
    """Nothing was taken in yet; there is no hurry."""

    def __init__(self, services: Services, sharing: StickSharing, parent: QWidget) -> None:
        super().__init__(services, sharing, parent)
        self.title(_("Something new is on the stick"), "file-down")
        if sharing.state.delivery is not None:
            put_delivery(self, sharing.state.delivery)
        self.say(_("Nothing of yours is overwritten, and a backup is made first."))
        take, later = partial(sharing.agree, agreed=True), partial(sharing.agree, agreed=False)
        self.button(_("Take it in"), take, kind="primary")
        self.button(_("Not now"), later)


class ResultPage(ExchangePage):
    """The sync is over: may the stick be pulled out, and what came by it."""

    def __init__(self, services: Services, sharing: StickSharing, parent: QWidget) -> None:
        super().__init__(services, sharing, parent)
        report = sharing.state.report
        assert report is not None  # noqa: S101 - the stage of a report
        *refused, ending = sync_lines(report)
        icon, tone = ("circle-check", "good") if report.is_safe_to_pull else ("circle-alert", "bad")
        self.title(ending, icon, tone)
        if report.delivery is None or report.delivery.is_empty:
            self.say(_("Nothing new was on the stick."), "strong")
        else:
            self.say(_("This was taken in:"), "strong")
        if report.delivery is not None:
            put_delivery(self, report.delivery)
        for each in refused:
            put_remark(self, each, "bad")
        if report.is_safe_to_pull:
            self.button(_("Finish"), sharing.dismiss, kind="primary")
        else:
            self.button(_("Try again"), sharing.try_again, kind="primary")
            self.button(_("Finish"), sharing.dismiss)
        if report.delivery is not None and report.delivery.conflicts:
            self.button(_("Open the meeting"), sharing.look_at_conflicts)
        if report.delivery is not None and not report.delivery.is_empty:
            undo = self.button(_("Undo the sync"), sharing.merges.undo, kind="quiet", icon="undo-2")
            undo.setToolTip(_("What came is held back and can be taken in again; nothing is lost."))


class FailurePage(ExchangePage):
    """What went wrong, what is safe, and what can be done."""

    def __init__(self, services: Services, sharing: StickSharing, parent: QWidget) -> None:
        super().__init__(services, sharing, parent)
        state = sharing.state
        assert state.error is not None  # noqa: S101 - the stage of an error
        is_stopped = state.error.code == "sync_stopped"
        title = _("Stopped") if is_stopped else _("It could not be done")
        self.title(title, "info" if is_stopped else "circle-alert", "blue" if is_stopped else "bad")
        self.say(explain(state.error), "")
        if state.delivery is not None and not is_stopped:
            self.say(_("What came before that was taken in and stays."))
        self.button(_("Try again"), sharing.try_again, kind="primary")
        if state.error.code == "disk_low":
            self.button(_("Go on without a backup"), partial(sharing.sync, without_backup=True))
        self.button(_("Back"), sharing.dismiss)
