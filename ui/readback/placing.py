"""Where the read-back window stood, how large its type was: remembered on this machine."""

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from recorder import data_folder

_FILE = "readback.ini"
LEAST_SIZE, MOST_SIZE, _USUAL = 50, 250, 100


class Placing:
    """The remembered place and size."""

    def __init__(self) -> None:
        self._store = QSettings(str(data_folder() / _FILE), QSettings.Format.IniFormat)

    @property
    def text_size(self) -> int:
        """The size of the type in percent."""
        stored = self._store.value("text_size", _USUAL)
        size = int(str(stored)) if str(stored).isdecimal() else _USUAL
        return min(max(size, LEAST_SIZE), MOST_SIZE)

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._store.setValue("text_size", percent)

    def restore(self, window: QWidget) -> None:
        """Put a window where it stood; at first on the other screen, if there is one."""
        stored = self._store.value("geometry")
        if isinstance(stored, QByteArray) and window.restoreGeometry(stored):
            return
        screens, here = QGuiApplication.screens(), window.screen()
        others = [each for each in screens if each is not here]
        place = (others[0] if others else here).availableGeometry()
        if others:
            window.setGeometry(place)
        else:
            window.resize(place.width() * 4 // 5, place.height() * 4 // 5)

    def remember(self, window: QWidget) -> None:
        """Remember where a window stands."""
        self._store.setValue("geometry", window.saveGeometry())
