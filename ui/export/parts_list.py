"""The parts of a document as rows with a tick each; Space switches one, an arrow moves it."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from recorder import Section
from ui.export.parts import Part
from ui.i18n import _, label
from ui.services import Services
from ui.theme.theme import BODY
from ui.widgets.keyed_model import Index
from ui.widgets.paint import RowPainter, flip

_TOKEN = Qt.ItemDataRole.UserRole
_CHECK = Qt.ItemDataRole.CheckStateRole
_MOVING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ROW = 28
_INSET, _BOX, _GAP, _REACH = 6, 18, 10, 40


class _PartDelegate(QStyledItemDelegate):
    """A tick of ours and a name; whatever is left out is paler."""

    def __init__(self, services: Services, view: QWidget) -> None:
        super().__init__(view)
        self._theme = services.theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Rows of one height."""
        return QSize(self._theme.px(80), self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        theme, row = self._theme, QRect(option.rect)
        is_shown = Qt.CheckState(index.data(_CHECK)) == Qt.CheckState.Checked
        painter.save()
        hand = RowPainter(painter, theme)
        if option.state & QStyle.StateFlag.State_Selected:
            hand.ground(row, "accent_soft", theme.px(5))
        side, inset = theme.px(_BOX), theme.px(_INSET)
        box = QRect(row.left() + inset, row.center().y() - side // 2, side, side)
        self._paint_tick(hand, flip(theme.direction, row, box), is_shown=is_shown)
        left = box.right() + theme.px(_GAP)
        words = QRect(left, row.top(), row.right() - inset - left, row.height())
        tint = "ink" if is_shown else "faint"
        hand.line(flip(theme.direction, row, words), index.data(), theme.font(BODY), tint)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A click at the tick switches, as Space does; elsewhere it chooses the row alone."""
        if isinstance(event, QMouseEvent):
            row = QRect(option.rect)
            tick = QRect(row.left(), row.top(), self._theme.px(_REACH), row.height())
            at = event.position().toPoint()
            is_asked = event.type() == QEvent.Type.MouseButtonRelease
            if is_asked and flip(self._theme.direction, row, tick).contains(at):
                is_shown = Qt.CheckState(index.data(_CHECK)) == Qt.CheckState.Checked
                state = Qt.CheckState.Unchecked if is_shown else Qt.CheckState.Checked
                return model.setData(index, state, _CHECK)
            return False
        return super().editorEvent(event, model, option, index)

    def _paint_tick(self, hand: RowPainter, box: QRect, *, is_shown: bool) -> None:
        theme, radius = self._theme, self._theme.px(4)
        if is_shown:
            hand.ground(box, "accent", radius)
            edge = theme.px(2)
            hand.icon(box.adjusted(edge, edge, -edge, -edge), "check", "on_accent")
            return
        hand.painter.setPen(QPen(theme.colour("line_strong"), 1))
        hand.painter.setBrush(Qt.BrushStyle.NoBrush)
        hand.painter.drawRoundedRect(box, radius, radius)


class PartsList(QListWidget):
    """Parts with a tick each: Space switches one, Alt or Ctrl with an arrow moves it.

    Signals:
        rearranged: a part was switched or moved.
        finished: Enter; nothing more is wanted.
    """

    rearranged = Signal()
    finished = Signal()

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(_PartDelegate(services, self))
        self.setAccessibleName(_("Parts of the document"))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(lambda _item: self.rearranged.emit())

    @property
    def parts(self) -> list[Part]:
        """The parts as they stand."""
        rows = (self.item(at) for at in range(self.count()))
        return [Part(row.data(_TOKEN), row.checkState() == Qt.CheckState.Checked) for row in rows]

    def show_parts(self, parts: list[Part]) -> None:
        """Show parts; the chosen row stays where it is."""
        if parts == self.parts:
            return
        at = max(self.currentRow(), 0)
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature; nobody chose this
        self.clear()
        for each in parts:
            self.addItem(self._item(each))
        self.setCurrentRow(at)
        self.blockSignals(False)  # noqa: FBT003

    def move_chosen(self, step: int) -> None:
        """Move the chosen part up (-1) or down (1)."""
        at = self.currentRow()
        to = at + step
        if at < 0 or not 0 <= to < self.count():
            return
        self.insertItem(to, self.takeItem(at))
        self.setCurrentRow(to)
        self.rearranged.emit()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the list from becoming commands of the window."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and _step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, or as in every list."""
        if step := _step(event):
            self.move_chosen(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def _item(self, part: Part) -> QListWidgetItem:
        item = QListWidgetItem(label(Section(part.token)))
        item.setData(_TOKEN, part.token)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if part.is_shown else Qt.CheckState.Unchecked)
        return item


def _step(event: QKeyEvent) -> int:
    return _STEPS.get(Qt.Key(event.key()), 0) if event.modifiers() & _MOVING else 0
