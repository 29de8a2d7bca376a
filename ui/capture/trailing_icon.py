"""An icon after the words of a button, where it says what follows: a list, the next thing."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from ui.theme.theme import Theme
from ui.widgets.direction import LTR, RTL


def put_icon_after(button: QPushButton, theme: Theme, name: str, size: int = 16) -> None:
    """Show an icon behind the words; Qt puts it before them (measured)."""
    button.setLayoutDirection(LTR if theme.is_rtl else RTL)
    button.setIcon(theme.icon(name, "soft", size))
    button.setIconSize(QSize(theme.px(size), theme.px(size)))
