"""The list of the agenda while the meeting runs, with the keys that its items answer to."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.i18n import _
from ui.meeting.agenda_lines import AgendaModel
from ui.meeting.agenda_list import step_of
from ui.meeting.agenda_row import AgendaDelegate
from ui.services import Services

_OWN = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Insert})


class RunningList(QListView):
    """The items; choosing one turns the notes to it.

    Signals:
        chosen(str): the user chose an item.
        stepped(str, str): an item is to be raised, lowered, indented or outdented.
        dropped(str, str): an item was let go above another one; "" for the end.
        postponed(str): an item is to be left for a later meeting.
        add_wanted: the user wants to add an item.
    """

    chosen = Signal(str)
    stepped = Signal(str, str)
    dropped = Signal(str, str)
    postponed = Signal(str)
    add_wanted = Signal()

    def __init__(self, model: AgendaModel, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._agenda = services.theme, model
        self.setModel(model)
        self.setItemDelegate(AgendaDelegate(services.theme, services.wording, self))
        self.setWordWrap(True)  # else a change of width leaves stale heights (measured)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAccessibleName(_("Agenda"))
        self.clicked.connect(self._on_chosen)
        model.dropped.connect(self._on_dropped)

    @property
    def current_id(self) -> str:
        """The id of the item with the focus mark, or ""."""
        line = self._agenda.row(self.currentIndex())
        return line.id if line else ""

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the list from becoming commands of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if step_of(event, self._theme) or (is_plain and event.key() in _OWN):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose, Alt+arrows step, Ins adds, Del leaves for later."""
        key, step = event.key(), step_of(event, self._theme)
        if step:
            self.stepped.emit(self.current_id, step)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._on_chosen(self.currentIndex())
        elif key == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif key == Qt.Key.Key_Delete and self.current_id:
            self.postponed.emit(self.current_id)
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, index: QModelIndex) -> None:
        line = self._agenda.row(index)
        if line is not None:
            self.chosen.emit(line.id)

    def _on_dropped(self, item_id: str, before: int) -> None:
        rows = self._agenda.rows
        self.dropped.emit(item_id, rows[before].id if before < len(rows) else "")
