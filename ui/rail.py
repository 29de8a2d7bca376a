"""The rail at the start side: one button for each screen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.i18n import _
from ui.services import Services
from ui.theme.theme import CAPTION

_WIDTH, _NARROW, _AROUND_WORDS, _TALL, _LOW = 84, 64, 24, 64, 46
_GAP, _AROUND = 4, 10


class Rail(QFrame):
    """Buttons that are actions of the table; in a low window they are icons alone."""

    def __init__(
        self, services: Services, upper: tuple[str, ...], lower: tuple[str, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("class", "Bar")
        self.setAccessibleName(_("Screens"))
        self._services = services
        self._buttons: dict[str, QToolButton] = {}
        self._marked = ""
        theme = services.theme
        commands = [services.actions.command(each) for each in (*upper, *lower)]
        metrics = QFontMetrics(theme.font(CAPTION, 600))
        widest = max(metrics.horizontalAdvance(_(each.short or each.text)) for each in commands)
        self._wide = max(theme.px(_WIDTH), widest + theme.px(_AROUND_WORDS))
        self.setFixedWidth(self._wide)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(6), theme.px(_AROUND), theme.px(6), theme.px(_AROUND))
        column.setSpacing(theme.px(_GAP))
        for command in upper:
            column.addWidget(self._make(command))
        column.addStretch(1)
        for command in lower:
            column.addWidget(self._make(command))

    def mark(self, command_id: str) -> None:
        """Show which screen is in view."""
        self._marked = command_id
        for each, button in self._buttons.items():
            button.setChecked(each == command_id)

    def show_count(self, command_id: str, count: int) -> None:
        """Say beside a screen's words how much waits there; nothing when it is none."""
        services, button = self._services, self._buttons[command_id]
        command = services.actions.command(command_id)
        words = _(command.short or command.text)
        figures = services.wording.figures(str(count))
        button.setText(f"{words} · \u2066{figures}\u2069" if count else words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up the words where the window is low."""
        super().resizeEvent(event)
        theme = self._services.theme
        wanted = len(self._buttons) * (_TALL + _GAP) + 2 * _AROUND
        has_room = self.height() >= theme.px(wanted)
        style = (
            Qt.ToolButtonStyle.ToolButtonTextUnderIcon
            if has_room
            else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        self.setFixedWidth(self._wide if has_room else theme.px(_NARROW))
        for button in self._buttons.values():
            button.setToolButtonStyle(style)
            button.setFixedHeight(theme.px(_TALL if has_room else _LOW))

    def _make(self, command_id: str) -> QToolButton:
        services = self._services
        command, action = services.actions.command(command_id), services.actions.action(command_id)
        button = QToolButton(self)
        button.setProperty("kind", "rail")
        button.setCheckable(command_id.startswith("show."))
        button.setText(_(command.short or command.text))
        name = _(command.text)
        if command_id.startswith("show."):  # a pane or a filter may be called the same
            name = _("Screen: {name}").format(name=name)
        button.setAccessibleName(name)
        button.setToolTip(services.actions.tooltip(command_id))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMinimumSize(QSize(1, 1))
        services.theme.dress_tool(button, command.icon, size=22)
        button.clicked.connect(lambda _checked=False: self._press(command_id))
        action.enabledChanged.connect(button.setEnabled)
        button.setEnabled(action.isEnabled())
        self._buttons[command_id] = button
        return button

    def _press(self, command_id: str) -> None:
        """Go to a screen; a second click on one that is in view does nothing."""
        if command_id == self._marked:
            self._buttons[command_id].setChecked(True)
        else:
            self._services.actions.action(command_id).trigger()
