"""Buttons: with words, with an icon alone, or as a small switch among others."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ui.theme.theme import Theme

CONTROL_HEIGHT, CHIP_HEIGHT = 36, 28


def make_button(
    text: str,
    theme: Theme,
    parent: QWidget | None = None,
    *,
    icon: str = "",
    kind: str = "",
) -> QPushButton:
    """A button with words.

    Args:
        text: the words, which are its accessible name too.
        theme: the look.
        parent: the widget it stands in.
        icon: the name of a shipped icon before the words.
        kind: "primary" for the one thing to do, "quiet" without a frame, "danger", or "".
    """
    button = QPushButton(text, parent)
    button.setFixedHeight(theme.px(CONTROL_HEIGHT))
    button.setProperty("kind", kind)
    button.setAutoDefault(False)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setToolTip(text)
    button.setAccessibleName(text)
    if icon:
        tint = {"primary": "on_accent", "danger": "bad"}.get(kind, "soft")
        theme.dress_button(button, icon, tint)
    button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    return button


def make_chip(text: str, theme: Theme, parent: QWidget | None = None) -> QPushButton:
    """A small round switch, for filters and recent choices."""
    chip = QPushButton(text, parent)
    chip.setProperty("kind", "chip")
    chip.setCheckable(True)
    chip.setAutoDefault(False)
    chip.setFixedHeight(theme.px(CHIP_HEIGHT))
    chip.setAccessibleName(text)
    chip.setToolTip(text)
    chip.setCursor(Qt.CursorShape.PointingHandCursor)
    return chip


def pressed_by_enter(event: QKeyEvent, within: QWidget) -> bool:
    """Whether the key was Enter and has pressed a button inside: Qt lets Space alone do that."""
    focus = QApplication.focusWidget()
    is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    if is_enter and isinstance(focus, QAbstractButton) and within.isAncestorOf(focus):
        focus.click()
        return True
    return False


class IconButton(QToolButton):
    """A button that is only an icon; its name is spoken and shown as a tip."""

    def __init__(
        self, icon: str, name: str, theme: Theme, parent: QWidget | None = None, *, tip: str = ""
    ) -> None:
        super().__init__(parent)
        theme.dress_tool(self, icon, size=18)
        self.setAccessibleName(name)
        self.setToolTip(tip or name)
        self.setFixedSize(QSize(theme.px(32), theme.px(32)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
