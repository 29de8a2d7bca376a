"""Where the hand is on a screen: focus, caret, chosen row, how far every list is scrolled.

A screen that is built anew has the same parts in the same order; they are found by that.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from ui.widgets.line_field import LineField

Path = tuple[tuple[str, int], ...]
OWN_PLACE = "ownPlace"
"""The property of a list that finds its place by itself."""


@dataclass(frozen=True)
class HandPlace:
    """A place on a screen, told without naming any widget.

    Attributes:
        focus: the way to the part with the focus; None when it is elsewhere.
        caret: (anchor, position) in the text of that part.
        row: the chosen row of that part, a list.
        scrolled: the ways to lists and pages, with how far each is scrolled, 0 to 1.
        typed: the ways to lines whose words are nobody's yet, with these words.
    """

    focus: Path | None
    caret: tuple[int, int] | None
    row: int | None
    scrolled: tuple[tuple[Path, float], ...]
    typed: tuple[tuple[Path, str], ...] = ()

    @staticmethod
    def of(screen: QWidget) -> HandPlace:
        """The place as it is now."""
        focus = QApplication.focusWidget()
        scrolled, typed = tuple(_scrolled(screen)), tuple(_typed(screen))
        if focus is None or not screen.isAncestorOf(focus):
            return HandPlace(None, None, None, scrolled, typed)
        row = focus.currentIndex().row() if isinstance(focus, QAbstractItemView) else None
        return HandPlace(_path(focus, screen), caret_of(focus), row, scrolled, typed)

    def part_in(self, screen: QWidget) -> QWidget | None:
        """The part of a screen that had the focus, if there is one in view."""
        found = _find(self.focus, screen) if self.focus is not None else None
        return found if found is not None and found.isVisibleTo(screen) else None

    def restore(self, screen: QWidget) -> None:
        """Put words, focus, caret, choice and scrolling there, as far as it is filled already."""
        self._restore_words(screen)
        self._restore_scrolling(screen)
        part = self.part_in(screen)
        if part is None:
            return
        # With this reason no field selects its text or opens its list.
        part.setFocus(Qt.FocusReason.PopupFocusReason)
        if self.caret is not None:
            put_caret(part, *self.caret)
        if isinstance(part, QAbstractItemView) and not part.property(OWN_PLACE):
            _choose_row(part, self.row)

    def _restore_words(self, screen: QWidget) -> None:
        for path, words in self.typed:
            line = _find(path, screen)
            if isinstance(line, LineField) and line.words != words:
                line.selectAll()
                line.insert(words)  # as if typed: what is looked for is found again

    def _restore_scrolling(self, screen: QWidget) -> None:
        for path, share in self.scrolled:
            area = _find(path, screen)
            if isinstance(area, QAbstractScrollArea):
                bar = area.verticalScrollBar()
                bar.setValue(round(share * bar.maximum()))


def _choose_row(view: QAbstractItemView, row: int | None) -> None:
    index = view.model().index(row, 0) if row is not None else None
    if index is not None and index.isValid():
        view.setCurrentIndex(index)


def _path(part: QWidget, screen: QWidget) -> Path:
    steps: list[tuple[str, int]] = []
    while part is not screen:
        above = part.parentWidget()
        if above is None:
            break
        steps.append((type(part).__name__, _alike(above, part).index(part)))
        part = above
    return tuple(reversed(steps))


def _alike(above: QWidget, part: QWidget) -> list[QWidget]:
    return [each for each in _children(above) if type(each) is type(part)]


def _children(above: QWidget) -> list[QWidget]:
    return above.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _find(path: Path, screen: QWidget) -> QWidget | None:
    part = screen
    for name, at in path:
        alike = [each for each in _children(part) if type(each).__name__ == name]
        if at >= len(alike):
            return None
        part = alike[at]
    return part


def _scrolled(screen: QWidget) -> list[tuple[Path, float]]:
    found = []
    for area in screen.findChildren(QAbstractScrollArea):
        bar = area.verticalScrollBar()
        if bar.value() > 0 and not area.property(OWN_PLACE):
            found.append((_path(area, screen), bar.value() / bar.maximum()))
    return found


def _typed(screen: QWidget) -> list[tuple[Path, str]]:
    lines = [each for each in screen.findChildren(LineField) if each.holds_words and each.words]
    return [(_path(each, screen), each.words) for each in lines]


def caret_of(part: QWidget) -> tuple[int, int] | None:
    """The (anchor, position) of the caret in the text of a part; None when it has no text."""
    if isinstance(part, QTextEdit):
        cursor = part.textCursor()
        return cursor.anchor(), cursor.position()
    if isinstance(part, QLineEdit):
        if not part.hasSelectedText():
            return part.cursorPosition(), part.cursorPosition()
        start, end = part.selectionStart(), part.selectionEnd()
        return (end, start) if part.cursorPosition() == start else (start, end)
    return None


def put_caret(part: QWidget, anchor: int, position: int) -> None:
    """Put the caret of a part there; in a text that is too short, at its end."""
    if isinstance(part, QTextEdit):
        cursor = part.textCursor()
        last = part.document().characterCount() - 1
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(position, last), cursor.MoveMode.KeepAnchor)
        part.setTextCursor(cursor)
    elif isinstance(part, QLineEdit):
        if anchor == position:
            part.setCursorPosition(position)
        else:
            part.setSelection(anchor, position - anchor)
