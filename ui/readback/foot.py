"""The foot of the read-back window: what can be done, each with its key, and a line for reasons."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.i18n import _
from ui.services import Services
from ui.widgets.buttons import IconButton, make_button
from ui.widgets.line_field import LineField


class Foot(QWidget):
    """Buttons over the handlers of the window."""

    def __init__(
        self, services: Services, handlers: Mapping[str, Callable[[], None]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services, self._handlers = services, handlers
        theme = services.theme
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(12))
        row.setSpacing(theme.px(8))
        self.adopt = self._button("readback.adopt", _("Adopt"), "check", "primary")
        self.take_back = self._button("readback.adopt", _("Take the adoption back"), "undo-2")
        row.addWidget(self.adopt)
        row.addWidget(self.take_back)
        row.addWidget(self._button("readback.reject", _("Reject or return"), "x"))
        row.addWidget(self._button("readback.edit", _("Edit"), "pencil"))
        row.addStretch(1)
        for command, words, icon in (
            ("readback.previous", _("Previous recommendation"), "chevron-left"),
            ("readback.next", _("Next recommendation"), "chevron-right"),
        ):
            row.addWidget(self._tool(command, words, icon))
        row.addStretch(1)
        self.list = self._tool("readback.list", _("All recommendations"), "list-checks")
        self.list.setCheckable(True)
        row.addWidget(self.list)
        for command, words, icon, key in (
            ("readback.smaller", _("Smaller text"), "zoom-out", "Ctrl+-"),
            ("readback.larger", _("Larger text"), "zoom-in", "Ctrl++"),
        ):
            row.addWidget(self._tool(command, words, icon, key))
        row.addWidget(self._tool("readback.close", _("Close"), "x", key="Esc"))

    def show_state(self, *, has_one: bool, is_adopted: bool, lists: bool) -> None:
        """Offer what can be done with what is shown."""
        self.adopt.setVisible(not is_adopted)
        self.take_back.setVisible(is_adopted)
        for button in self.findChildren(QPushButton):
            button.setEnabled(has_one)
        self.list.setChecked(lists)

    def _button(self, command: str, words: str, icon: str, kind: str = "") -> QPushButton:
        button = make_button(words, self._services.theme, self, icon=icon, kind=kind)
        button.setToolTip(f"{words}  \u2066{self._services.actions.key_text(command)}\u2069")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: self._handlers[command]())
        return button

    def _tool(self, command: str, words: str, icon: str, key: str = "") -> IconButton:
        shown = key or self._services.actions.key_text(command)
        tool = IconButton(icon, words, self._services.theme, self,
                          tip=f"{words}  \u2066{shown}\u2069")  # fmt: skip
        tool.clicked.connect(lambda _checked=False: self._handlers[command]())
        return tool


class ReasonStrip(QWidget):
    """A line in which the room's reason is written; Enter rejects, Ctrl+Enter returns.

    Signals:
        rejected(str): it is rejected, for a reason.
        returned(str): it is to be worked on, for a reason.
        left: nothing happens.
    """

    rejected = Signal(str)
    returned = Signal(str)
    left = Signal()

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        theme = services.theme
        self.line = _ReasonLine(
            _("Reason"), theme, self, placeholder=_("Why? Enter rejects, Ctrl+Enter returns it")
        )
        self.line.setFixedHeight(theme.px(48))
        self.line.setFont(theme.font(20))
        self.reject = make_button(_("Reject"), theme, self, kind="danger")
        self.reject.setToolTip(_("Reject") + "  \u2066Enter\u2069")
        self.give_back = make_button(_("Return to be worked on"), theme, self)
        self.give_back.setToolTip(_("Return to be worked on") + "  \u2066Ctrl+Enter\u2069")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(8))
        row.setSpacing(theme.px(8))
        row.addWidget(self.line, 1)
        row.addWidget(self.reject)
        row.addWidget(self.give_back)
        self.line.confirmed.connect(self._on_confirmed)
        self.line.escaped.connect(self.leave_line)
        self.reject.clicked.connect(lambda _checked=False: self._on_confirmed(returns=False))
        self.give_back.clicked.connect(lambda _checked=False: self._on_confirmed(returns=True))
        self.hide()

    def ask(self, reason: str) -> None:
        """Ask for the reason."""
        self.line.show_words(reason)
        self.line.selectAll()
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave_line(self) -> None:
        """Go away without a word."""
        self.hide()
        self.left.emit()

    def _on_confirmed(self, returns: bool) -> None:  # noqa: FBT001 - a Qt signal
        words = self.line.words
        self.hide()
        (self.returned if returns else self.rejected).emit(words)


class _ReasonLine(LineField):
    confirmed = Signal(bool)
    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                returns = event.modifiers() & Qt.KeyboardModifier.ControlModifier
                self.confirmed.emit(bool(returns))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.escaped.emit()
                return True
        return super().event(event)
