"""Two buttons in the strip over the screens: one step back, one step forth, by their names."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.services import Services
from ui.widgets.buttons import IconButton


class UndoButtons(QWidget):
    """The commands undo and redo for the mouse; their tips tell what they would do."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(services.theme.px(2))
        for command in ("undo", "redo"):
            row.addWidget(self._button(services, command))

    def _button(self, services: Services, command: str) -> IconButton:
        actions = services.actions
        action = actions.action(command)
        icon = actions.command(command).icon
        button = IconButton(icon, action.text(), services.theme, self)
        button.clicked.connect(lambda _checked=False: action.trigger())

        def refresh() -> None:
            _show(button, action, actions.tooltip(command))

        action.changed.connect(refresh)
        refresh()
        return button


def _show(button: IconButton, action: QAction, tip: str) -> None:
    button.setEnabled(action.isEnabled())
    button.setAccessibleName(action.text())
    button.setToolTip(tip)
