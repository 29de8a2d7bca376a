"""What the main window asks of each screen."""

from PySide6.QtWidgets import QWidget

from ui.bridge import ArchiveBridge
from ui.services import Services


class Screen(QWidget):
    """One screen of the window; every method may be left as it is.

    Attributes:
        name: the `where` of the commands that work on it.
        hands_on: whether `hold` keeps words that are being typed out of the archive.
    """

    name = ""
    hands_on = False

    def __init__(self, bridge: ArchiveBridge, services: Services) -> None:
        super().__init__()
        self.bridge = bridge
        self.services = services
        self.meeting_id = ""

    def show_meeting(self, meeting_id: str) -> None:
        """Turn to a meeting ("" for none); its data are read through the bridge."""
        self.meeting_id = meeting_id

    def enter(self) -> None:
        """The screen came into view: put the focus where the user begins."""

    def leave(self) -> None:
        """The screen, or the program, is being left: make changes of what was typed."""

    def hold(self) -> object:
        """The window is built anew: hand on what was typed, for `take` of the next such screen.

        What is not handed on becomes changes.
        """
        self.leave()
        return None

    def take(self, held: object) -> None:
        """Go on with what `hold` gave; comes after `show_meeting`, before the archive answers."""

    def settle(self) -> None:
        """A step is taken back next: make changes of what was typed and would be in its way."""
        self.leave()

    def take_back(self) -> bool:
        """Bring back what was thrown away last and was never in the archive, if anything was."""
        return False

    def header_tools(self) -> QWidget | None:
        """What the strip over the screen shows beside the title: clocks, a search field."""
        return None
