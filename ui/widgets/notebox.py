"""The editor for running text: plain, each paragraph in its own direction, as high as its text."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from ui.theme.theme import NOTE, Theme
from ui.widgets.direction import direction_of
from ui.widgets.number_order import NumberOrder
from ui.widgets.paint import LINE_STEP


class NoteBox(QTextEdit):
    """A plain-text editor over QTextEdit; QPlainTextEdit lays Arabic from the left (measured).

    Signals:
        edited: the user changed the text.
        left: the focus went elsewhere.
    """

    edited = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        lines: tuple[int, int] = (2, 8),
        fallback: Qt.LayoutDirection | None = None,
    ) -> None:
        """Make an editor.

        Args:
            theme: the look.
            parent: the widget it stands in.
            lines: the least and the greatest height in lines; it grows with its text.
            fallback: the direction of an empty paragraph; the interface's when None.
        """
        super().__init__(parent)
        self._fallback = theme.direction if fallback is None else fallback
        self._lines = lines
        self._filling = False
        self._touched = (0, 0)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(theme.font(NOTE))
        self.setCursorWidth(1)  # a wider caret overlaps the last Arabic letter (measured)
        self.document().setDocumentMargin(theme.px(6))
        option = self.document().defaultTextOption()
        option.setTextDirection(self._fallback)
        self.document().setDefaultTextOption(option)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().contentsChange.connect(self._on_contents_change)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._on_text_changed)
        self.numbers = NumberOrder(self)
        self._turn(self.document().firstBlock())
        self.document().clearUndoRedoStacks()
        self._fit()

    @property
    def words(self) -> str:
        """The text, paragraphs divided by newlines."""
        return self.toPlainText()

    def show_words(self, text: str) -> None:
        """Fill the editor from the archive; this is no edit, and it empties the text's own undo.

        A text that stands there already is left alone, with its caret.
        """
        if text == self.words:
            return
        self._filling = True
        self.setPlainText(text)
        self.document().clearUndoRedoStacks()
        self._filling = False

    def forget_typing(self) -> None:
        """What was typed is saved: from here on undo is the window's."""
        self.document().clearUndoRedoStacks()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window while there is nothing typed to take back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys, text = QKeySequence.StandardKey, self.document()
            undo = event.matches(keys.Undo) and not text.isUndoAvailable()
            redo = event.matches(keys.Redo) and not text.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return bool(super().event(event))

    def append_words(self, text: str) -> None:
        """Add text at the end, as if it had been typed."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.insertPlainText(text)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only, whatever the clipboard offers beside them."""
        if source.hasText():
            self.insertPlainText(source.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show phones and dates as they are read."""
        super().paintEvent(event)
        self.numbers.paint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret where it is seen, in a date too."""
        super().mousePressEvent(event)
        seen = self.numbers.seen_at(event.position().toPoint())
        if seen is not None and event.button() == Qt.MouseButton.LeftButton:
            cursor = self.textCursor()
            with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            cursor.setPosition(
                seen, QTextCursor.MoveMode.KeepAnchor if with_shift else cursor.MoveMode.MoveAnchor
            )
            self.setTextCursor(cursor)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the editor was left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def sizeHint(self) -> QSize:
        """As wide as a field, as high as the text within its limits."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Any width; the least number of lines."""
        return QSize(1, self._height())

    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        self._touched = (position, position + added)

    def _on_text_changed(self) -> None:
        # An undo brings back directions with the text; a turn then would be a new edit, and
        # undoing would never come to an end.
        if not self.document().availableRedoSteps():
            self._turn_touched()
        self._fit()
        if not self._filling:
            self.edited.emit()

    def _turn_touched(self) -> None:
        first, last = self._touched
        block, end = self.document().findBlock(first), self.document().findBlock(last)
        while block.isValid():
            self._turn(block)
            if block == end:
                return
            block = block.next()

    def _turn(self, block: QTextBlock) -> None:
        direction = direction_of(block.text(), self._fallback)
        if block.blockFormat().layoutDirection() == direction:
            return
        wanted = QTextBlockFormat()
        wanted.setLayoutDirection(direction)
        wanted.setLineHeight(
            LINE_STEP * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        cursor = QTextCursor(block)
        cursor.joinPreviousEditBlock()
        cursor.mergeBlockFormat(wanted)
        cursor.endEditBlock()

    def _height(self) -> int:
        line = QFontMetrics(self.font()).height() * LINE_STEP
        margins = 2 * (self.document().documentMargin() + self.frameWidth() + 1)
        least, greatest = (round(count * line + margins) for count in self._lines)
        needed = round(self.document().size().height()) + 2 * (self.frameWidth() + 1)
        return min(max(least, needed), greatest)

    def _fit(self) -> None:
        height = self._height()
        if height != self.height():
            self.setFixedHeight(height)
