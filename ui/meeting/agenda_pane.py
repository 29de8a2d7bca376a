"""The agenda beside the notes: where the room is, what comes next, and what is left for later."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recorder import AgendaItem
from ui.capture.trailing_icon import put_icon_after
from ui.i18n import LRM, RLM, _
from ui.meeting.agenda_lines import AgendaLine, AgendaModel, ItemState
from ui.meeting.agenda_postponing import PostponeStrip
from ui.meeting.agenda_running_list import RunningList
from ui.services import Services
from ui.theme.theme import Theme
from ui.widgets.buttons import IconButton, make_button
from ui.widgets.label import Label
from ui.widgets.line_field import LineField
from ui.widgets.surfaces import Card


class NewItemField(LineField):
    """The line that adds an item, or puts a topic aside.

    Signals:
        abandoned: Escape was pressed.
    """

    holds_words = True
    abandoned = Signal()

    def event(self, event: QEvent) -> bool:
        """Escape is its own."""
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_key and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.abandoned.emit()
        else:
            super().keyPressEvent(event)


class AgendaPane(Card):
    """The list, a field that adds an item, and the step to the next one.

    Signals:
        chosen(str): an item was chosen.
        added(str): an item of that title is to follow the current one.
        parked(str): a topic of that title is put aside.
        left: nothing is to be added; the focus may go home.
    """

    chosen = Signal(str)
    added = Signal(str)
    parked = Signal(str)
    left = Signal()

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(services.theme, parent, padding=12)
        self._services = services
        self._parks = False
        theme = services.theme
        self.column.setSpacing(theme.px(8))
        self._model = AgendaModel(self)
        self.list = RunningList(self._model, services, self)
        self.strip = PostponeStrip(theme, self)
        self._place = Label("", self, role="small")
        self._none = Label(_("No items yet. Notes can be taken without them."), self,
                           role="small", wrap=True)  # fmt: skip
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addWidget(Label(_("Agenda"), self, role="section"))
        head.addWidget(self._place, 1)
        self.tools = {
            command: self._tool(command)
            for command in ("item.postpone", "topic.park", "item.start")
        }
        head.addWidget(self.tools["item.postpone"])
        self.column.addLayout(head)
        self.column.addWidget(self._none)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.strip)
        self.column.addLayout(self._make_foot())
        self.list.chosen.connect(self.chosen)
        self.list.add_wanted.connect(self.take_new)

    def show_agenda(self, lines: Sequence[AgendaLine]) -> None:
        """Show the items as they are now."""
        before = next((each.id for each in self._model.rows if each.is_current), "")
        self._model.show_rows(lines)
        items = [each for each in lines if each.state is not ItemState.PARKED]
        self._none.setVisible(not lines)
        at = next((at for at, each in enumerate(items) if each.is_current), -1)
        self._place.setVisible(at >= 0)
        number = self._services.wording.number
        self._place.show_words(_("{at} of {all}").format(at=number(at + 1), all=number(len(items))))
        self.next.setEnabled(0 <= at < len(items) - 1)
        current = next((each.id for each in lines if each.is_current), "")
        if current and (current != before or not self.list.hasFocus()):
            index = self._model.index(self._model.place_of(current), 0)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def show_running(self, *, runs: bool) -> None:
        """Name the tool that starts and ends after what it would do."""
        words = _("End the item") if runs else _("Start the item")
        self._services.actions.rename("item.start", words)
        tool = self.tools["item.start"]
        tool.setChecked(runs)
        tool.setAccessibleName(words)
        tool.setToolTip(self._services.actions.tooltip("item.start"))

    def take_new(self, *, parks: bool = False) -> None:
        """Let the next keys write the title of a new item, or of a topic that is put aside."""
        self._parks = parks
        words = _("Put a topic aside: its title, Enter") if parks else _("Add an item…")
        mark = RLM if self._services.theme.is_rtl else LRM
        self.field.setPlaceholderText(mark + words)
        self.field.setAccessibleName(_("Topic to put aside") if parks else _("New item"))
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_why(self, item: AgendaItem) -> None:
        """Ask why an item is left for a later meeting."""
        self.strip.ask(item)

    def _make_foot(self) -> QVBoxLayout:
        theme, actions = self._services.theme, self._services.actions
        foot = QVBoxLayout()
        foot.setSpacing(theme.px(8))
        self.field = NewItemField(_("New item"), theme, self, placeholder=_("Add an item…"))
        self.field.setToolTip(actions.tooltip("item.add"))
        self.field.returnPressed.connect(self._on_entered)
        self.field.abandoned.connect(self._on_abandoned)
        self.field.left.connect(self._on_left)
        foot.addLayout(_side_by_side(theme, self.field, self.tools["topic.park"]))
        self.next = make_button(_("Next item"), theme, self)
        put_icon_after(self.next, theme, "chevron-right", 18)
        self.next.setToolTip(actions.tooltip("item.next"))
        self.next.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action = actions.action("item.next")
        self.next.clicked.connect(lambda _checked=False: action.trigger())
        foot.addLayout(_side_by_side(theme, self.next, self.tools["item.start"]))
        return foot

    def _tool(self, command: str) -> IconButton:
        actions = self._services.actions
        tool = IconButton(actions.command(command).icon, actions.action(command).text(),
                          self._services.theme, self, tip=actions.tooltip(command))  # fmt: skip
        tool.setCheckable(command == "item.start")
        action = actions.action(command)
        tool.clicked.connect(lambda _checked=False: action.trigger())
        return tool

    def _on_entered(self) -> None:
        title = self.field.words
        if title:
            self.field.clear()
            (self.parked if self._parks else self.added).emit(title)

    def _on_abandoned(self) -> None:
        self.field.clear()
        self.left.emit()

    def _on_left(self) -> None:
        if self._parks and not self.field.hasFocus():
            self._parks = False
            mark = RLM if self._services.theme.is_rtl else LRM
            self.field.setPlaceholderText(mark + _("Add an item…"))
            self.field.setAccessibleName(_("New item"))


def _side_by_side(theme: Theme, wide: QWidget, tool: IconButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(4))
    row.addWidget(wide, 1)
    row.addWidget(tool)
    return row
