"""Running text of the data as lists show it: each part in its own direction."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from ui.i18n import with_foreign_parts
from ui.widgets.direction import RTL, direction_of
from ui.widgets.paint import LaidText, lay_text


def lay_mixed(text: str, font: QFont, width: int, fallback: Qt.LayoutDirection) -> LaidText:
    """Wrap a text with its numbers, codes and foreign words in the order in which they are read.

    After an Arabic letter Unicode shows +963 21 123-4567 and 2026-11-23 back to front.
    """
    is_rtl = direction_of(text, fallback) == RTL
    shown = "\n".join(with_foreign_parts(line, is_rtl=is_rtl) for line in text.split("\n"))
    return lay_text(shown, font, width, RTL if is_rtl else fallback)
