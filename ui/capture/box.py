"""The box that is written into while people speak."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from ui.capture.box_hint import as_fits, box_hints
from ui.i18n import LRM, RLM, _, clean_pasted
from ui.photos.incoming import is_picture
from ui.services import Services
from ui.widgets.notebox import NoteBox

_LINES = (1, 4)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class CaptureBox(NoteBox):
    """Enter saves, Shift+Enter breaks the line (or the other way round, as the user chose).

    Signals:
        finished: the words are to become a note.
        escaped: the user wants out of what is being edited.
        earlier: the last note is to be edited (Up in an empty box).
        focused(bool): the box got the focus, or lost it.
        inserted(str): a character was typed by hand.
        backspaced: Backspace was pressed before the first letter.
        pasted(bool): text came from outside; whether it is a list of lines.
        pictured(QMimeData): pictures were pasted.
    """

    finished = Signal()
    escaped = Signal()
    earlier = Signal()
    focused = Signal(bool)
    inserted = Signal(str)
    backspaced = Signal()
    pasted = Signal(bool)
    pictured = Signal(object)

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(services.theme, parent, lines=_LINES)
        self._enter_saves = services.settings.enter_saves
        self._mark = RLM if services.theme.is_rtl else LRM
        self._hints = box_hints(services)
        self._show_hints()
        self.setAccessibleName(_("Note"))
        self.setToolTip(_("What is being said"))
        self.setProperty("frame", "none")

    @property
    def words_before_caret(self) -> str:
        """The text from its start to the caret."""
        return self.words[: self.textCursor().position()]

    @property
    def selected_words(self) -> str:
        """The text that is selected, "" when none is."""
        return self.textCursor().selectedText().replace("\u2029", "\n").strip()

    def insert_at_start(self, text: str) -> None:
        """Put text before all other, with the caret behind it."""
        cursor = self.textCursor()
        cursor.setPosition(0)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def remove_from_start(self, letters: int) -> None:
        """Take letters away from the start of the text."""
        cursor = self.textCursor()
        cursor.setPosition(0)
        cursor.setPosition(letters, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.setTextCursor(cursor)

    def end_composition(self) -> None:
        """Take in what an input method is still composing: it is words too."""
        if not self._composing:
            return
        QGuiApplication.inputMethod().commit()
        if self._composing:  # an input method that does not answer
            event = QInputMethodEvent()
            event.setCommitString(self._composing)
            super().inputMethodEvent(event)

    @property
    def _composing(self) -> str:
        return str(self.textCursor().block().layout().preeditAreaText())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words alone, free of what Word puts around them; tell of a picture."""
        if is_picture(source):
            self.pictured.emit(source)
        elif source.hasText():
            pasted = clean_pasted(source.text())
            self.insertPlainText(pasted.text if pasted.is_list else _between(source, pasted.text))
            self.ensureCursorVisible()
            self.pasted.emit(pasted.is_list)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A letter may come by an input method as well as by a key."""
        super().inputMethodEvent(event)
        if len(event.commitString()) == 1:
            self.inserted.emit(event.commitString())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell in the empty box as much as there is room for."""
        super().resizeEvent(event)
        self._show_hints()

    def _show_hints(self) -> None:
        room = self.viewport().width() - 4 * round(self.document().documentMargin())
        words = _("Write what is being said…")
        self.setPlaceholderText(self._mark + as_fits(words, self._hints, self.fontMetrics(), room))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that writing can begin."""
        super().focusInEvent(event)
        self.focused.emit(True)  # noqa: FBT003 - a Qt signal

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the hand is elsewhere."""
        self.end_composition()
        super().focusOutEvent(event)
        self.focused.emit(False)  # noqa: FBT003 - a Qt signal

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Esc and Up mean something here; all else is writing."""
        key = Qt.Key(event.key())
        if key in _ENTER:
            self._on_enter(event)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key == Qt.Key.Key_Up and not self.words:
            self.earlier.emit()
        elif key == Qt.Key.Key_Backspace and self._is_at_start:
            self.backspaced.emit()
        else:
            super().keyPressEvent(event)
            if len(event.text()) == 1 and event.text().isprintable():
                self.inserted.emit(event.text())

    @property
    def _is_at_start(self) -> bool:
        return self.textCursor().atStart() and not self.textCursor().hasSelection()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words, and pictures that come without any."""
        return is_picture(source) or bool(super().canInsertFromMimeData(source))

    def _on_enter(self, event: QKeyEvent) -> None:
        held = event.modifiers()
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if held & Qt.KeyboardModifier.ControlModifier or shift != self._enter_saves:
            self.finished.emit()
        else:
            # A paragraph of its own, not Qt's line separator: each line takes its own direction.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()


def _between(source: QMimeData, words: str) -> str:
    """Words from the inside of a sentence keep the blanks that part them from their neighbours."""
    before = " " if source.text()[:1] == " " else ""
    return f"{before}{words}{' ' if source.text()[-1:] == ' ' else ''}" if words else ""
