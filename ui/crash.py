"""What happens when the program itself is wrong: one dialog, a log without content, no silence."""

import logging
import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from ui.i18n import _

if TYPE_CHECKING:
    from ui.widgets.dialog import Dialog

logger = logging.getLogger("mahdar")


def trace_without_content(error: BaseException, trace: TracebackType | None) -> str:
    """Where it broke and with what kind of error; never the message, which may hold a name."""
    import traceback

    frames = traceback.extract_tb(trace)
    places = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join([*places, type(error).__qualname__])


class CrashReporter(QObject):
    """Replaces `sys.excepthook`, which PySide6 calls for errors in slots before it carries on."""

    _happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: Dialog | None = None  # a window without a parent lives by this alone
        self._happened.connect(self._on_happened, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks of the interpreter."""
        sys.excepthook = self._on_error
        threading.excepthook = lambda args: self._on_error(
            args.exc_type, args.exc_value, args.exc_traceback
        )

    def _on_error(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        report = trace_without_content(error or kind(), trace)
        logger.error("%s", report)
        self._happened.emit(report)

    def _on_happened(self, report: str) -> None:
        if self._dialog is not None:
            return
        from ui.widgets.dialog import Dialog

        self._dialog = dialog = Dialog(_("Something went wrong"), QApplication.activeWindow())
        dialog.say(
            _(
                "Mahdar made a mistake of its own. What you typed is safe; you can go on. "
                "If it happens again, send these lines to those who look after the program: "
                "they hold nothing of your meetings."
            )
        )
        dialog.show_lines(report)
        dialog.add_answer(_("Copy the lines"), lambda: QApplication.clipboard().setText(report))
        dialog.add_closing(_("Go on"))
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        self._dialog = None
