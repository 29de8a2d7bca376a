"""The list of all commands and their keys, read from the one table."""

from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from ui.actions import COMMANDS
from ui.capture.prefixes import told
from ui.i18n import _
from ui.services import Services
from ui.widgets.dialog import Dialog
from ui.widgets.label import Label

_HEIGHT = 420


def show_keys(services: Services, parent: QWidget) -> None:
    """Open the list over the window."""
    dialog = Dialog(_("Keys"), parent)
    area = QScrollArea(dialog)
    area.setWidgetResizable(True)
    area.setFixedHeight(services.theme.px(_HEIGHT))
    area.setAccessibleName(_("Keys"))
    area.setWidget(_table(services))
    dialog.add(area)
    dialog.add_closing(_("Close"))
    dialog.show()  # not modal: the room goes on speaking


def _table(services: Services) -> QWidget:
    table = QWidget()
    table.setProperty("class", "Page")
    grid = QGridLayout(table)
    grid.setVerticalSpacing(services.theme.px(6))
    line = 0
    for group in dict.fromkeys(each.group for each in COMMANDS):
        grid.addWidget(Label(_(group), table, role="section"), line, 0, 1, 2)
        for command in (each for each in COMMANDS if each.group == group and each.keys):
            line += 1
            grid.addWidget(Label(_(command.text), table), line, 0)
            grid.addWidget(
                Label(services.actions.key_text(command.id), table, role="soft"), line, 1
            )
        line += 1
    grid.addWidget(Label(_("Typed at the start of a note"), table, role="section"), line, 0, 1, 2)
    for name, letters in told():
        line += 1
        grid.addWidget(Label(name, table), line, 0)
        grid.addWidget(Label(letters, table, role="soft"), line, 1)
    grid.setColumnStretch(0, 1)
    return table
