"""Shortcuts with letters, under keyboard layouts that have no Latin letters."""

import sys

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

_ROWS = {16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM", 2: "1234567890"}
_BY_SCAN_CODE = {
    first + at: letter for first, row in _ROWS.items() for at, letter in enumerate(row)
}
_EVDEV_OFFSET = 8
_FIRST_NAMED_KEY = 0x01000000
_LETTERS_OF_VK = frozenset(range(0x30, 0x3A)) | frozenset(range(0x41, 0x5B))


def latin_letter(event: QKeyEvent) -> str:
    """The Latin letter or digit on the key that was pressed, by its place on the keyboard, or "".

    Windows gives a virtual key; X11 and Wayland give evdev's scan code plus eight, Windows the
    same set without the offset. QWERTY places are assumed where only the place is known.
    """
    if sys.platform == "win32":
        virtual = event.nativeVirtualKey()
        if virtual in _LETTERS_OF_VK:
            return chr(virtual)
        return _BY_SCAN_CODE.get(event.nativeScanCode(), "")
    return _BY_SCAN_CODE.get(event.nativeScanCode() - _EVDEV_OFFSET, "")


class LatinKeys(QObject):
    """Watches the focused widget for Ctrl with a key that gives no ASCII letter.

    With Arabic as the only layout Ctrl+letter reaches no shortcut and no text field, and Ctrl+B
    types «لا» (measured). The press is turned into the matching enabled QAction of the window,
    unless the widget keeps it for itself, as fields do with Ctrl+C; what would only type text is
    swallowed.

    Only the focused widget is watched: a filter of the whole application would call Python for
    every event, and meeting a widget of Qt's own made the toolkit load all its types at the
    start (33 ms before the first paint, measured).
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, QApplication.focusWidget())

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and shiboken6.isValid(old):
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take over what would be lost."""
        if event.type() not in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if not _needs_help(event):
            return False
        letter = latin_letter(event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # then it comes back as a KeyPress, which is handled below
            return bool(letter)
        if letter:
            _press(watched, letter, event)
        return True


def _needs_help(event: QKeyEvent) -> bool:
    held = event.modifiers()
    if not held & Qt.KeyboardModifier.ControlModifier or held & Qt.KeyboardModifier.AltModifier:
        return False
    key = int(event.key())
    if key >= _FIRST_NAMED_KEY:
        return False
    non_latin_key = key > ord("\x7f")
    types_text = any(ord(character) > ord("\x7f") for character in event.text())
    return non_latin_key or types_text


def _press(widget: QWidget, letter: str, event: QKeyEvent) -> None:
    """Press the Latin letter: what the widget keeps for itself is its own, else a command's."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(ord(letter))
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, held, "")
    asked.ignore()
    QApplication.sendEvent(widget, asked)
    wanted = QKeySequence(int(held.value) | int(key))
    for action in widget.window().findChildren(QAction) if not asked.isAccepted() else ():
        if action.isEnabled() and wanted in action.shortcuts():
            action.trigger()
            return
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, held, ""))


def install_latin_keys(application: QApplication) -> LatinKeys:
    """Watch all keys of the application."""
    return LatinKeys(application)
