"""Places on the disk: asked for without stopping anybody, and opened with whatever knows them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_file(
    over: QWidget, title: str, kind: str, name: str, chosen: Callable[[Path], None]
) -> QFileDialog:
    """Ask where to put a new file, in a window that nobody has to answer.

    Args:
        over: a part of the window that it belongs to.
        title: what it asks.
        kind: the kind of file in words.
        name: the suggested name, among the documents; its ending is that of the file.
        chosen: receives the place.
    """
    dialog = _shown(over, title, chosen)
    ending = Path(name).suffix
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"{kind} (*{ending})")
    dialog.setDefaultSuffix(ending.lstrip("."))
    dialog.selectFile(name)
    return dialog


def ask_for_folder(over: QWidget, title: str, chosen: Callable[[Path], None]) -> QFileDialog:
    """Ask for a folder in the same way."""
    dialog = _shown(over, title, chosen)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog


def open_place(path: Path) -> None:
    """Open a file or a folder with the program that the desktop has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _shown(over: QWidget, title: str, chosen: Callable[[Path], None]) -> QFileDialog:
    for each in over.window().findChildren(QFileDialog):
        if each.windowTitle() == title:
            each.close()  # who asks twice is asked once
    dialog = QFileDialog(over.window(), title)
    place = QStandardPaths.StandardLocation.DocumentsLocation
    dialog.setDirectory(QStandardPaths.writableLocation(place))  # not where the program lies
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setModal(False)  # whoever waits for an answer types on meanwhile
    dialog.show()
    return dialog
