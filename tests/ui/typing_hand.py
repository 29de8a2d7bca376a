"""A hand on the keyboard: QTest's own keyClicks aborts the process on Arabic letters."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def type_text(widget: QWidget, text: str) -> None:
    """Type a text letter by letter into a widget."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


def press(  # as the native layers report it: key, place on the keyboard, text
    widget: QWidget, key: int, modifiers: Qt.KeyboardModifier, scan_code: int, text: str = ""
) -> None:
    """Press a key with its scan code, as X11 and Wayland report it."""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, key, modifiers, scan_code, 0, 0, text)
        QApplication.sendEvent(widget, event)
