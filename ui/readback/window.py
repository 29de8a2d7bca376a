"""The window that the room sees: recommendations are read back one by one, and adopted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from recorder import Changes
from ui.bridge import ArchiveBridge
from ui.i18n import _, ngettext
from ui.readback.foot import Foot, ReasonStrip
from ui.readback.placing import LEAST_SIZE, MOST_SIZE, Placing
from ui.readback.reading import CONCERNED, Read, Reading, adopting, reading, rejecting
from ui.readback.sheet_of_all import SheetOfAll
from ui.readback.sheet_of_one import SheetOfOne
from ui.services import Services
from ui.widgets.drafting import Drafting, DraftKey
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.surfaces import Rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.bridge import ArchiveType

_STEP = 10
_KEYS = {
    Qt.Key.Key_F5: "readback.adopt",
    Qt.Key.Key_F8: "readback.reject",
    Qt.Key.Key_F2: "readback.edit",
    Qt.Key.Key_F4: "readback.list",
    Qt.Key.Key_F10: "readback.undo",
    Qt.Key.Key_F11: "readback.full",
    Qt.Key.Key_PageDown: "readback.next",
    Qt.Key.Key_PageUp: "readback.previous",
    Qt.Key.Key_Escape: "readback.close",
}


class ReadbackWindow(QWidget):
    """Large type, nothing private, and few buttons; all of it by keys."""

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._bridge, self._services = bridge, services
        self._meeting_id, self._current = "", ""
        self._reading = Reading("", "", ())
        self.placing = Placing()
        self._drafting = Drafting(bridge, services.saved, "form.readback", self, is_seen=True)
        self.setWindowTitle(_("Reading back"))
        self.setLayoutDirection(services.theme.direction)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("class", "Page")
        self.setMinimumSize(640, 400)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._handlers: dict[str, Callable[[], None]] = {
            "readback.adopt": self._adopt,
            "readback.reject": self._ask_why,
            "readback.edit": self._edit,
            "readback.list": self._turn_list,
            "readback.next": lambda: self._step(1),
            "readback.previous": lambda: self._step(-1),
            "readback.larger": lambda: self._size(_STEP),
            "readback.smaller": lambda: self._size(-_STEP),
            "readback.undo": services.actions.action("undo").trigger,
            "readback.full": self._turn_full,
            "readback.close": self._leave_or_close,
        }
        self._build()
        self._connect()
        self.placing.restore(self)
        self._size(0)

    def show_meeting(self, meeting_id: str) -> None:
        """Turn to a meeting ("" for none)."""
        if meeting_id != self._meeting_id:
            self.leave()
            self._meeting_id, self._current = meeting_id, ""
            self._reading = Reading("", "", ())
            self._show()
        self._read()

    def leave(self) -> None:
        """Make a change of what was typed."""
        self._drafting.leave()

    @property
    def shown(self) -> Read | None:
        """The recommendation that is shown, or marked in the list."""
        found = (each for each in self._reading.rows if each.id == self._current)
        return next(found, None)

    ## Building

    def _build(self) -> None:
        services = self._services
        theme = services.theme
        self._title = ElidedLabel("", self, role="title")
        self.place = Label("", self, role="strong")
        self.count = Label("", self, role="soft")
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(10))
        head.setSpacing(theme.px(20))
        head.addWidget(self._title, 1)
        for part in (self.count, self.place):
            part.setFont(theme.font(17, 500))
            head.addWidget(part)
        self.one = SheetOfOne(services, self)
        self.all = SheetOfAll(services, self)
        self.none = Label(_("There are no recommendations yet."), self, role="page")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget(self)
        for sheet in (self.none, self.one, self.all):
            self.stack.addWidget(sheet)
        self.why = ReasonStrip(services, self)
        self.foot = Foot(services, self._handlers, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule(self))
        column.addWidget(self.stack, 1)
        column.addWidget(self.why)
        column.addWidget(Rule(self))
        column.addWidget(self.foot)

    def _connect(self) -> None:
        box = self.one.box
        box.edited.connect(self._on_typed)
        box.left.connect(self._on_left)
        box.wanted.connect(self._edit)
        box.installEventFilter(self)
        self._drafting.committed.connect(box.forget_typing)
        self.all.chosen.connect(self._on_chosen)
        self.all.selectionModel().currentChanged.connect(self._on_marked)
        self.all.installEventFilter(self)
        self.why.rejected.connect(lambda reason: self._on_why(reason, returns=False))
        self.why.returned.connect(lambda reason: self._on_why(reason, returns=True))
        self.why.left.connect(self._take_focus)
        self._bridge.changed.connect(self._on_changed)
        self._bridge.opened.connect(self._read)

    ## Reading

    def _read(self) -> None:
        if self._meeting_id and self._bridge.is_open:
            self._bridge.request(reading(self._meeting_id), self._on_read, origin=self)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if self.isVisible() and any(changes.touches(table) for table in CONCERNED):
            self._read()

    def _on_read(self, found: Reading) -> None:
        if found.meeting_id != self._meeting_id:
            return
        ids = [each.id for each in self._reading.rows]
        at = ids.index(self._current) if self._current in ids else 0
        self._reading = found
        if self.shown is None:  # it was deleted, or nothing was shown yet
            rows = found.rows
            self._current = rows[min(at, len(rows) - 1)].id if rows else ""
        self._show()

    def _show(self) -> None:
        rows, shown, number = self._reading.rows, self.shown, self._services.wording.number
        lists = self.stack.currentWidget() is self.all
        self._title.show_words(self._reading.title)
        self.all.show_all(rows)
        self.one.show_one(shown)
        if shown is None:
            self.stack.setCurrentWidget(self.none)
        elif not lists:
            self.stack.setCurrentWidget(self.one)
        else:
            self.all.choose(list(rows).index(shown))
        at = list(rows).index(shown) + 1 if shown else 0
        place = _("{at} of {all}").format(at=number(at), all=number(len(rows)))
        self.place.show_words(place if rows else "")
        adopted = sum(each.is_adopted for each in rows)
        words = ngettext("{count} adopted", "{count} adopted", adopted)
        self.count.show_words(words.format(count=number(adopted)) if rows else "")
        self.foot.show_state(has_one=shown is not None, lists=lists,
                             is_adopted=shown is not None and shown.is_adopted)  # fmt: skip

    ## Going on

    def _step(self, step: int) -> None:
        rows = self._reading.rows
        if not rows:
            return
        ids = [each.id for each in rows]
        at = ids.index(self._current) + step if self._current in ids else 0
        if 0 <= at < len(ids):
            self._stop_editing()
            self._current = ids[at]
            self._show()

    def _on_chosen(self, recommendation_id: str) -> None:
        self._current = recommendation_id
        self.stack.setCurrentWidget(self.one)
        self._show()
        self._take_focus()

    def _on_marked(self) -> None:
        read = self.all.rows.row(self.all.currentIndex())
        if read is not None and self.stack.currentWidget() is self.all:
            self._current = read.id
            self._show()

    def _turn_list(self) -> None:
        if self.shown is None:
            return
        self._stop_editing()
        lists = self.stack.currentWidget() is self.all
        self.stack.setCurrentWidget(self.one if lists else self.all)
        self._show()
        self._take_focus()

    def _take_focus(self) -> None:
        is_list = self.stack.currentWidget() is self.all
        (self.all if is_list else self).setFocus(Qt.FocusReason.OtherFocusReason)

    ## Deciding

    def _adopt(self) -> None:
        self._write(adopting)

    def _ask_why(self) -> None:
        if (shown := self.shown) is not None:
            self._stop_editing()
            self.why.ask(shown.row.reason)

    def _on_why(self, reason: str, *, returns: bool) -> None:
        self._write(lambda each: rejecting(each, reason, returns=returns))
        self._take_focus()

    def _write(self, deed: "Callable[[str], Callable[[ArchiveType], Changes | None]]") -> None:
        if (shown := self.shown) is not None:
            self._drafting.leave()  # what was typed is older than the room's word on it
            self._bridge.request(deed(shown.id), origin=self, saves=True)

    ## Editing

    def _edit(self) -> None:
        if self.shown is None:
            return
        if self.stack.currentWidget() is self.all:
            self._on_chosen(self._current)
        self.one.box.let_edit(edits=True)
        self.one.box.moveCursor(QTextCursor.MoveOperation.End)
        self.one.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _stop_editing(self) -> None:
        if self.one.box.isReadOnly():
            return
        self.leave()
        self.one.box.let_edit(edits=False)
        self._take_focus()

    def _on_typed(self) -> None:
        if (shown := self.shown) is not None:
            key = DraftKey("recommendation", shown.id, "text")
            self._drafting.typed(key, lambda: self.one.box.words)

    def _on_left(self) -> None:
        self.leave()

    ## Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the window come before those of its text and its list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            command = self._command(event)
            if command:
                self._handlers[command]()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows turn over while nothing is written; in the reading direction."""
        command = self._command(event) or self._turning(event.key())
        if command:
            self._handlers[command]()
        else:
            super().keyPressEvent(event)

    def _command(self, event: QKeyEvent) -> str:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
                return "readback.larger"
            return "readback.smaller" if event.key() == Qt.Key.Key_Minus else ""
        return _KEYS.get(Qt.Key(event.key()), "")

    def _turning(self, key: int) -> str:
        forth, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self._services.theme.is_rtl:
            forth, back = back, forth
        if key in {forth, Qt.Key.Key_Down, Qt.Key.Key_Space}:
            return "readback.next"
        return "readback.previous" if key in {back, Qt.Key.Key_Up} else ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel size the type."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._size(_STEP if event.angleDelta().y() > 0 else -_STEP)
        else:
            super().wheelEvent(event)

    def _size(self, step: int) -> None:
        size = min(max(self.placing.text_size + step, LEAST_SIZE), MOST_SIZE)
        if step:
            self.placing.text_size = size
        self.one.size_type(size)
        self.all.size_type(size)

    ## The window

    def _turn_full(self) -> None:
        (self.showNormal if self.isFullScreen() else self.showFullScreen)()

    def _leave_or_close(self) -> None:
        if not self.one.box.isReadOnly():
            self._stop_editing()
        else:
            self.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Its keys are those of the window until a text is wanted."""
        super().showEvent(event)
        self._take_focus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed, and remember the place."""
        self._stop_editing()
        self.leave()
        self.placing.remember(self)
        super().closeEvent(event)
