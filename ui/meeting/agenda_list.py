"""The list of the agenda: painted lines, titles edited where they stand, steps by Alt+arrows."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.i18n import _, isolate_ltr
from ui.meeting.agenda_model import AgendaLine, AgendaModel
from ui.theme.theme import BODY, CAPTION, Theme
from ui.widgets.keyed_model import Index
from ui.widgets.line_field import LineField
from ui.widgets.paint import RowPainter, flip

_ROW, _INSET, _NUMBER, _STEP, _GAP = 56, 12, 40, 28, 6
_FILLED = "filled"


def step_of(event: QKeyEvent, theme: Theme) -> str:
    """The step that an Alt+arrow means: raise, lower, indent, outdent, or ""."""
    if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return ""
    inwards, outwards = Qt.Key.Key_Right, Qt.Key.Key_Left
    if theme.is_rtl:
        inwards, outwards = outwards, inwards
    steps = {
        Qt.Key.Key_Up: "raise",
        Qt.Key.Key_Down: "lower",
        inwards: "indent",
        outwards: "outdent",
    }
    return steps.get(Qt.Key(event.key()), "")


class AgendaDelegate(QStyledItemDelegate):
    """Paints the lines, and edits their titles in place.

    Signals:
        typed(str, object): the title of an item is being typed; the second gives the whole text.
        titled(str, str): the editor of an item was left with a text.
        abandoned(str): the editor of an item was left by Escape.
        entered(str): it was left by Enter.
        stepped(str): an Alt+arrow or Tab was pressed while editing.
    """

    typed = Signal(str, object)
    titled = Signal(str, str)
    abandoned = Signal(str)
    entered = Signal(str)
    stepped = Signal(str)

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme

    ## Painting

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All lines are of one height."""
        return QSize(self._theme.px(160), self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Number, title and planned time; below them kind, theme and presenter."""
        model, area = index.model(), QRect(option.rect)
        if not isinstance(model, AgendaModel) or (line := model.row(index)) is None:
            return
        state: QStyle.StateFlag = option.state
        theme = self._theme
        painter.save()
        row = RowPainter(painter, theme)
        if state & QStyle.StateFlag.State_Selected:
            row.ground(area.adjusted(0, 1, 0, -1), "accent_soft", theme.px(7))
        view = self.parent()
        is_edited = isinstance(view, AgendaList) and view.isPersistentEditorOpen(index)
        self._paint_line(row, area, line, model, has_words=not is_edited)
        painter.restore()

    def _paint_line(
        self, row: RowPainter, area: QRect, line: AgendaLine, model: AgendaModel, *, has_words: bool
    ) -> None:
        theme = self._theme
        inner = self._inner(area, line)
        half = (inner.height() - theme.px(8)) // 2
        upper = QRect(inner.left(), inner.top() + theme.px(4), inner.width(), half)
        lower = upper.translated(0, half)
        number = QRect(upper.left(), upper.top(), theme.px(_NUMBER), half)
        row.line(
            flip(theme.direction, inner, number),
            isolate_ltr(model.number(line)),
            theme.font(BODY, 600, tabular=True),
            "accent",
        )
        if not has_words:
            return  # the editor of the title stands there
        minutes, font = model.minutes(line), theme.font(CAPTION, 500)
        wide = QFontMetrics(font).horizontalAdvance(minutes) + theme.px(8) if minutes else 0
        row.line(upper, minutes, font, "soft", at_end=True)
        start = theme.px(_NUMBER)
        title = QRect(upper.left() + start, upper.top(), upper.width() - start - wide, half)
        row.line(
            flip(theme.direction, inner, title),
            line.title or _("Untitled item"),
            theme.font(BODY, 500),
            "ink" if line.title else "faint",
        )
        detail = QRect(lower.left() + start, lower.top(), lower.width() - start, half)
        self._paint_details(row, detail, inner, model.details(line))

    def _paint_details(
        self, row: RowPainter, lower: QRect, inner: QRect, details: list[str]
    ) -> None:
        """Each in its own direction, one after another from the side where the line begins."""
        theme, font = self._theme, self._theme.font(CAPTION, 500)
        left = lower.left()
        for at, detail in enumerate(details):
            for text in ("·", detail) if at else (detail,):
                room = QRect(left, lower.top(), max(lower.right() - left, 0), lower.height())
                wide = row.line(flip(theme.direction, inner, room), text, font, "soft")
                left += wide + theme.px(_GAP)

    def _inner(self, area: QRect, line: AgendaLine) -> QRect:
        inset, step = self._theme.px(_INSET), self._theme.px(_STEP) * line.outlined.depth
        inner = area.adjusted(inset + step, 0, -inset, 0)
        return flip(self._theme.direction, area, inner)

    ## Editing

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line field over the title."""
        editor = LineField(_("Title"), self._theme, parent)
        item_id = _item_id(index)
        editor.edited.connect(lambda: self.typed.emit(item_id, lambda: editor.words))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the editor once; what arrives later must not change what is being typed."""
        if isinstance(editor, LineField) and not editor.property(_FILLED):
            editor.setProperty(_FILLED, True)  # noqa: FBT003 - Qt's own signature
            editor.show_words(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: object, index: Index) -> None:
        """Hand the text over; the archive's answer changes the line."""
        if isinstance(editor, LineField):
            self.titled.emit(_item_id(index), editor.words)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Behind the number, over the rest of the line."""
        model, area = index.model(), QRect(option.rect)
        if isinstance(model, AgendaModel) and (line := model.row(index)) is not None:
            inner = self._inner(area, line)
            start, height = self._theme.px(_NUMBER), editor.height()
            top = inner.top() + (inner.height() - height) // 2
            place = QRect(inner.left() + start, top, inner.width() - start, height)
            editor.setGeometry(flip(self._theme.direction, inner, place))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter, Escape, Tab and the Alt+arrows of an editor."""
        if not isinstance(event, QKeyEvent) or not isinstance(editor, LineField):
            return super().eventFilter(editor, event)
        step = _step_while_editing(event, self._theme)
        if event.type() == QEvent.Type.ShortcutOverride and step:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(editor, event)
        if step:
            self.stepped.emit(step)
            return True
        return self._is_ended(editor, event) or super().eventFilter(editor, event)

    def _is_ended(self, editor: LineField, event: QKeyEvent) -> bool:
        view = self.parent()
        if not isinstance(view, AgendaList):
            return False
        item_id = view.current_id
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.entered.emit(item_id)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
            self.abandoned.emit(item_id)
            return True
        return False


class AgendaList(QListView):
    """The lines; Enter or a double click edits a title, letters of the keyboard do not.

    Signals:
        stepped(str): raise, lower, indent or outdent the current line.
        removed: the current line is to be deleted.
        wanted: the details of the current line are asked for.
        wanted_new: a new line is asked for.
    """

    stepped = Signal(str)
    removed = Signal()
    wanted = Signal()
    wanted_new = Signal()

    def __init__(self, model: AgendaModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._agenda = theme, model
        self.setModel(model)
        self.titles = AgendaDelegate(theme, self)
        self.setItemDelegate(self.titles)
        self.titles.stepped.connect(self.stepped)
        self.setAccessibleName(_("Agenda"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)

    @property
    def current_id(self) -> str:
        """The id of the item with the focus mark, or ""."""
        line = self._agenda.row(self.currentIndex())
        return line.id if line else ""

    def choose(self, item_id: str) -> None:
        """Put the focus mark on an item, if it is there."""
        at = self._agenda.place_of(item_id)
        if at >= 0:
            self.setCurrentIndex(self._agenda.index(at, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, or a word where there is none."""
        super().paintEvent(event)
        if not self._agenda.rowCount():
            row = RowPainter(QPainter(self.viewport()), self._theme)
            inset = self._theme.px(_INSET)
            area = self.viewport().rect().adjusted(inset, 0, -inset, 0)
            area.setHeight(self._theme.px(_ROW))
            row.line(area, _("No items yet."), self._theme.font(BODY), "soft")

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the list from becoming commands of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = {Qt.Key.Key_Delete, Qt.Key.Key_Insert}
            if step_of(event, self._theme) or event.key() in own:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+arrows step, Enter edits, Alt+Enter tells more, Ins adds, Del deletes."""
        key, step = event.key(), step_of(event, self._theme)
        if step:
            self.stepped.emit(step)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.wanted.emit()
            else:
                self.edit(self.currentIndex())
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key == Qt.Key.Key_Insert or (
            key == Qt.Key.Key_Down and self.currentIndex().row() == self._agenda.rowCount() - 1
        ):
            self.wanted_new.emit()
        else:
            super().keyPressEvent(event)


def _item_id(index: Index) -> str:
    model = index.model()
    line = model.row(index) if isinstance(model, AgendaModel) else None
    return line.id if line else ""


def _step_while_editing(event: QKeyEvent, theme: Theme) -> str:
    if event.key() == Qt.Key.Key_Tab:
        return "indent"
    if event.key() == Qt.Key.Key_Backtab:
        return "outdent"
    return step_of(event, theme)
