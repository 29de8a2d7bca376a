"""The panes at the end of the line: recommendations and their neighbours, one in view."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.services import Services
from ui.widgets.buttons import make_chip
from ui.widgets.flow import FlowLayout


class Side(QWidget):
    """A stack of panes with a row of tabs, as long as there is more than one.

    Signals:
        turned(str): another pane is in view.
    """

    turned = Signal(str)

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = services.theme
        self._names: list[str] = []
        self._tabs = QButtonGroup(self)
        self._bar = QWidget(self)
        self._row = FlowLayout(self._theme.px(4), self._bar)  # in a narrow pane on two lines
        self._stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(8))
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        self._bar.hide()
        self._tabs.idClicked.connect(lambda at: self.turn_to(self._names[at]))

    @property
    def current(self) -> str:
        """The name of the pane in view."""
        return self._names[self._stack.currentIndex()] if self._names else ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all panes."""
        return tuple(self._names)

    def add(self, name: str, words: str, pane: QWidget, tip: str = "") -> None:
        """Take in a pane under the words of its tab."""
        tab = make_chip(words, self._theme, self._bar)
        tab.setToolTip(tip or words)
        tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tab.setChecked(not self._names)
        self._tabs.addButton(tab, len(self._names))
        self._row.addWidget(tab)
        self._names.append(name)
        self._stack.addWidget(pane)
        self._bar.setVisible(len(self._names) > 1)

    def turn_to(self, name: str) -> None:
        """Bring a pane into view."""
        at = self._names.index(name)
        self._stack.setCurrentIndex(at)
        self._tab(at).setChecked(True)
        self.turned.emit(name)

    def _tab(self, at: int) -> QPushButton:
        tab = self._tabs.button(at)
        assert isinstance(tab, QPushButton)  # noqa: S101 - only chips are put in
        return tab
