"""What stands around the screens: the rail, the strip over them and the notices under them."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.header import HEIGHT, Header
from ui.hints.hint_line import HintLine
from ui.notices import NoticeStrip
from ui.rail import Rail
from ui.screen import Screen
from ui.screens import SCREENS
from ui.services import Services
from ui.widgets.surfaces import Rule

_LOWER = ("show.export", "show.exchange", "show.trash", "show.settings")
_UPPER = tuple(f"show.{name}" for name in SCREENS if f"show.{name}" not in _LOWER)


class Frame(QWidget):
    """The window's centre in one language and look; made anew when either changes.

    Attributes:
        rail, header, strip: its parts, from the start side to the end and from above.
    """

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self.rail = Rail(services, _UPPER, _LOWER, self)
        self.header = Header(services, self)
        self._stack = QStackedWidget(self)
        self.strip = NoticeStrip(services.notices, services.theme, self)
        main = QVBoxLayout()
        main.setSpacing(0)
        for part in (self.header, Rule(self)):
            main.addWidget(part)
        main.addWidget(self._stack, 1)
        main.addWidget(self.strip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        self._edge = Rule(self, upright=True)
        row.addWidget(self._edge)
        row.addLayout(main, 1)
        self._hint = HintLine(services.theme, self, services.theme.px(HEIGHT))

    def show_bare(self, *, bare: bool) -> None:
        """Leave nothing around the screen but what must be seen: its tools, and "saved"."""
        self.rail.setVisible(not bare)
        self._edge.setVisible(not bare)
        self.header.show_slim(slim=bare)

    def tell(self, text: str) -> None:
        """Show a hint over the screen for a while."""
        self._hint.tell(text)

    def tell_no_more(self) -> None:
        """Somebody types: the hint goes."""
        self._hint.hide()

    def add(self, screen: Screen) -> None:
        """Take a screen in; it comes into view by `show_screen`."""
        self._stack.addWidget(screen)

    def drop(self, screen: Screen) -> None:
        """Let go of a screen for good."""
        self._stack.removeWidget(screen)
        screen.deleteLater()

    def show_screen(self, screen: Screen, command_id: str) -> None:
        """Bring a screen into view, with its tools, and mark the command that leads to it."""
        self._stack.setCurrentWidget(screen)
        self.rail.mark(command_id)
        self.header.show_tools(screen.header_tools())
