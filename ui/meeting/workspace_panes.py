"""Which panes stand beside the notes: what the width allows and what the user wants."""

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QToolButton, QWidget

from recorder import data_folder
from ui.i18n import _
from ui.services import Services
from ui.widgets.buttons import IconButton

_WIDE, _MEDIUM = 1180, 980
"""At these widths of the workspace all three panes fit in comfort, or close together."""

_SIDES = {"wide": (250, 290), "medium": (208, 260), "narrow": (232, 260)}
_LEAST_CENTRE = 420
_FILE = "workspace.ini"


class Panes(QSplitter):
    """Agenda at the start, notes in the middle, recommendations at the end.

    Below the medium width at most one side is in view, and none at first.

    Signals:
        rearranged: other panes are in view.
    """

    rearranged = Signal()

    def __init__(
        self, services: Services, agenda: QWidget, centre: QWidget, end: QWidget, parent: QWidget
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = services.theme
        self._sides = {"agenda": agenda, "recommendations": end}
        self._wanted = {"agenda": True, "recommendations": True}
        self._drawer = ""
        self._mode = ""
        for at, part in enumerate((agenda, centre, end)):
            self.addWidget(part)
            self.setStretchFactor(at, int(part is centre))
        agenda.setMinimumWidth(services.theme.px(190))
        end.setMinimumWidth(services.theme.px(200))
        centre.setMinimumWidth(services.theme.px(_LEAST_CENTRE))
        self.setChildrenCollapsible(False)
        # From right to left QSplitter sets all parts one pixel too far right (measured, 6.11.3).
        self.setContentsMargins(1, 0, 1, 0)
        self.setHandleWidth(services.theme.px(12))
        self.splitterMoved.connect(self._remember)

    def is_shown(self, name: str) -> bool:
        """Whether a side pane is in view."""
        return not self._sides[name].isHidden()

    def toggle(self, name: str) -> None:
        """Show or hide a side pane."""
        self.show_pane(name, shown=not self.is_shown(name))

    def show_pane(self, name: str, *, shown: bool) -> None:
        """Show or hide a side pane; in a narrow window one makes way for the other."""
        if self._mode == "narrow":
            self._drawer = name if shown else ""
        else:
            self._wanted[name] = shown
        self._apply()

    @property
    def arrangement(self) -> str:
        """Which sides are wanted, and which one a narrow window shows, to be kept."""
        wanted = [name for name, is_wanted in self._wanted.items() if is_wanted]
        return ",".join([f"={self._drawer}", *wanted])

    def arrange(self, arrangement: str) -> None:
        """Show what was shown when `arrangement` was asked for; "" changes nothing."""
        if not arrangement:
            return
        drawer, *wanted = arrangement.split(",")
        self._drawer = drawer[1:] if drawer[1:] in self._sides else ""
        self._wanted = {name: name in wanted for name in self._sides}
        if self._mode:  # else the first width arranges them
            self._apply()

    def fit(self, width: int) -> None:
        """Arrange for a width of the workspace."""
        scale = self._theme.text_size / 100
        mode = "narrow"
        if width >= _MEDIUM * scale:
            mode = "wide" if width >= _WIDE * scale else "medium"
        if mode != self._mode:
            self._mode = mode
            self._apply()

    def _apply(self) -> None:
        narrow = self._mode == "narrow"
        for name, side in self._sides.items():
            side.setVisible(name == self._drawer if narrow else self._wanted[name])
        self._restore()
        self.rearranged.emit()

    def _restore(self) -> None:
        stored = view_memory().value(f"panes/{self._mode}", [])
        sizes = [int(each) for each in stored] if isinstance(stored, list) else []
        if len(sizes) != self.count():
            start, end = (self._theme.px(each) for each in _SIDES[self._mode])
            sizes = [start, max(self.width() - start - end, 1), end]
        self.setSizes(sizes)

    def _remember(self) -> None:
        sizes = self.sizes()
        if all(sizes):
            view_memory().setValue(f"panes/{self._mode}", sizes)


def view_memory() -> QSettings:
    """What the workspace remembers of how it was arranged, beside the archive."""
    return QSettings(str(data_folder() / _FILE), QSettings.Format.IniFormat)


class PaneSwitches(QWidget):
    """Two switches in the strip over the screens."""

    def __init__(self, services: Services, panes: Panes) -> None:
        super().__init__()
        self._panes = panes
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(services.theme.px(4))
        self._switches: dict[str, QToolButton] = {}
        for name, icon, words in (
            ("agenda", "clipboard-list", _("The agenda beside the notes")),
            ("recommendations", "flag", _("The panes beside the notes")),
        ):
            switch = IconButton(icon, words, services.theme, self)
            switch.setCheckable(True)
            switch.clicked.connect(lambda _checked=False, name=name: panes.toggle(name))
            row.addWidget(switch)
            self._switches[name] = switch
        panes.rearranged.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        for name, switch in self._switches.items():
            switch.setChecked(self._panes.is_shown(name))
