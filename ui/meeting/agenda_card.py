"""The card of the agenda: its tools, the list, and the line that adds."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.i18n import _
from ui.meeting.agenda_adder import ItemAdder
from ui.meeting.agenda_list import AgendaList
from ui.meeting.agenda_model import AgendaModel
from ui.theme.theme import Theme
from ui.widgets.buttons import IconButton
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.surfaces import Card


def key_text(sequence: str) -> str:
    """A key as the platform writes it."""
    return QKeySequence(sequence).toString(QKeySequence.SequenceFormat.NativeText)


def inwards_key(theme: Theme) -> str:
    """The key that makes a sub-item: the arrow that points into the line."""
    return "Alt+Left" if theme.is_rtl else "Alt+Right"


class AgendaCard(Card):
    """The list with a button for each thing that its keys do.

    Signals:
        stepped(str): raise, lower, indent or outdent the current item.
        removed: the current item is to be deleted.
        wanted: the details of the current item are asked for.
    """

    stepped = Signal(str)
    removed = Signal()
    wanted = Signal()

    def __init__(self, model: AgendaModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._look = theme
        self.totals = ElidedLabel("", self, role="small")
        self.list = AgendaList(model, theme, self)
        self.adder = ItemAdder(theme, self)
        self.opener = self._tool(
            "square-pen", _("Details of the item"), "Alt+Return", self.wanted.emit
        )
        head = QHBoxLayout()
        head.setSpacing(theme.px(4))
        head.addWidget(Label(_("Agenda"), self, role="section"))
        head.addSpacing(theme.px(8))
        head.addWidget(self.totals, 1)
        head.addWidget(self.opener)
        for tool in self._make_tools():
            head.addWidget(tool)
        self.column.addLayout(head)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.adder)
        self.list.stepped.connect(self.stepped)
        self.adder.stepped.connect(self.stepped)
        self.list.removed.connect(self.removed)
        self.list.wanted.connect(self.wanted)
        self.list.wanted_new.connect(self.adder.setFocus)
        self.adder.left_upwards.connect(self.list.setFocus)

    def _make_tools(self) -> list[IconButton]:
        inwards = inwards_key(self._look)
        outwards = "Alt+Right" if inwards == "Alt+Left" else "Alt+Left"
        steps = (
            ("arrow-up", _("Move up"), "Alt+Up", "raise"),
            ("arrow-down", _("Move down"), "Alt+Down", "lower"),
            ("indent-increase", _("Make it a sub-item"), inwards, "indent"),
            ("indent-decrease", _("Make it an item of its own"), outwards, "outdent"),
        )
        tools = [
            self._tool(icon, name, key, partial(self.stepped.emit, step))
            for icon, name, key, step in steps
        ]
        return [*tools, self._tool("trash-2", _("Delete the item"), "Del", self.removed.emit)]

    def _tool(self, icon: str, name: str, key: str, handler: Callable[[], None]) -> IconButton:
        tip = f"{name}  \u2066{key_text(key)}\u2069"
        tool = IconButton(icon, name, self._look, self, tip=tip)
        tool.clicked.connect(lambda _checked=False: handler())
        return tool
