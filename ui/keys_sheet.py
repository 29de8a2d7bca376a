"""The list of all commands and their keys, read from the one table; it can be printed."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QGridLayout, QScrollArea, QWidget

from ui.bridge import ArchiveBridge
from ui.capture.prefixes import told
from ui.file_places import open_place
from ui.i18n import _, isolate, isolate_ltr
from ui.key_lines import key_lines
from ui.services import Services
from ui.theme.theme import Theme
from ui.theme.tokens import LIGHT
from ui.widgets.dialog import Dialog
from ui.widgets.label import Label

_HEIGHT, _NOTICE = 420, "key_card"


def show_keys(services: Services, bridge: ArchiveBridge, parent: QWidget) -> Dialog:
    """Open the list over the window."""
    dialog = Dialog(_("Keys"), parent)
    area = QScrollArea(dialog)
    area.setWidgetResizable(True)
    area.setFixedHeight(services.theme.px(_HEIGHT))
    area.setAccessibleName(_("Keys"))
    area.setWidget(_table(services))
    dialog.add(area)
    dialog.add_answer(_("A sheet to print…"), partial(_ask_where, services, bridge, parent))
    dialog.add_closing(_("Close"))
    dialog.show()  # not modal: the room goes on speaking
    return dialog


def write_card(services: Services, bridge: ArchiveBridge, path: Path) -> None:
    """Have the printable card written, off the window's thread, and say what came of it."""
    from ui.key_card import KeyCard

    # Paper is light, whatever the screen is.
    card = KeyCard(Theme(LIGHT, direction=services.theme.direction), told())

    def written(error: str) -> None:
        if error:
            said = _("The sheet could not be written: {path}").format(path=isolate(error))
            services.notices.post(said, "bad", key=_NOTICE, stays=True)
            return
        said = _("The keys are in {file}").format(file=isolate(path.name))
        opening = (_("Open the file"), partial(open_place, path))
        services.notices.post(said, "good", key=_NOTICE, answers=(opening,), stays=True)

    def write() -> str:
        try:
            card.write(path)
        except OSError:
            return str(path)
        return ""

    bridge.aside(write, written)


def _ask_where(services: Services, bridge: ArchiveBridge, parent: QWidget) -> None:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = services.settings.export_folder or QStandardPaths.writableLocation(place)
    dialog = QFileDialog(parent, _("A sheet to print…"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter("PDF (*.pdf)")
    dialog.setDefaultSuffix("pdf")
    dialog.setDirectory(folder)
    dialog.selectFile(_("Mahdar: the keys").replace(":", "") + ".pdf")
    dialog.fileSelected.connect(lambda path: write_card(services, bridge, Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setModal(False)
    dialog.show()


def _table(services: Services) -> QWidget:
    table = QWidget()
    table.setProperty("class", "Page")
    grid = QGridLayout(table)
    grid.setVerticalSpacing(services.theme.px(6))
    line = 0
    for group, lines in key_lines().items():
        grid.addWidget(Label(_(group), table, role="section"), line, 0, 1, 2)
        for each in lines:
            line += 1
            grid.addWidget(Label(_(each.text), table), line, 0)
            grid.addWidget(Label(isolate_ltr(each.key), table, role="soft"), line, 1)
        line += 1
    grid.addWidget(Label(_("Typed at the start of a note"), table, role="section"), line, 0, 1, 2)
    for name, letters in told():
        line += 1
        grid.addWidget(Label(name, table), line, 0)
        grid.addWidget(Label(letters, table, role="soft"), line, 1)
    grid.setColumnStretch(0, 1)
    return table
