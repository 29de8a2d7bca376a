"""A field that finds people and organisations however their names are spelt."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.i18n import fold
from ui.theme.theme import BODY, CAPTION, Theme
from ui.widgets.line_field import LineField
from ui.widgets.name_choice import NameChoice
from ui.widgets.paint import RowPainter

_FOLDED = Qt.ItemDataRole.UserRole + 1
_ID = Qt.ItemDataRole.UserRole + 2
_DETAIL = Qt.ItemDataRole.UserRole + 3
_MOST_SHOWN = 8
Index = QModelIndex | QPersistentModelIndex


class _FoldingCompleter(QCompleter):
    """Compares folded texts, shows and inserts the original."""

    def splitPath(self, path: str) -> list[str]:
        return [fold(path.strip())]

    def pathFromIndex(self, index: Index) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class _ChoiceDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row = RowPainter(painter, self._theme)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._theme.colour("accent_soft"))
        inner = area.adjusted(self._theme.px(12), 0, -self._theme.px(12), 0)
        name = str(index.data(Qt.ItemDataRole.DisplayRole))
        taken = row.line(inner, name, self._theme.font(BODY, 500), "ink") + self._theme.px(12)
        rest = (
            inner.adjusted(0, 0, -taken, 0)
            if self._theme.is_rtl
            else inner.adjusted(taken, 0, 0, 0)
        )
        detail = str(index.data(_DETAIL) or "")
        row.line(rest, detail, self._theme.font(CAPTION), "soft", at_end=True)


class NameField(LineField):
    """A line field with completion over choices.

    Signals:
        chosen(str): the id of the choice that the text now names; "" when it is blank.
        unknown(str): the field was left with a name that is no choice.
    """

    chosen = Signal(str)
    unknown = Signal(str)

    def __init__(
        self, name: str, theme: Theme, parent: QWidget | None = None, *, placeholder: str = ""
    ) -> None:
        super().__init__(name, theme, parent, placeholder=placeholder)
        self._choices: dict[str, NameChoice] = {}
        self._value: str | None = None
        self._is_edited = False
        self._model = QStandardItemModel(self)
        self._completer = _FoldingCompleter(self._model, self)
        self._completer.setCompletionRole(_FOLDED)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseSensitive)
        self._completer.setMaxVisibleItems(_MOST_SHOWN)
        self._popup = self._make_popup(theme)
        self._completer.setPopup(self._popup)
        self.setCompleter(self._completer)
        # The overload that takes an index, which names one of two people of the same name.
        self._completer.activated[QModelIndex].connect(  # type: ignore[index]
            self._on_activated
        )
        self.edited.connect(self._on_edited)
        self.left.connect(self._on_left)

    @property
    def is_choosing(self) -> bool:
        """Whether the list of choices is open, to which Enter belongs then."""
        return self._popup.isVisible()

    @property
    def value(self) -> str | None:
        """The id of the choice, or None."""
        return self._value

    @property
    def choice(self) -> NameChoice | None:
        """The choice that is shown, if any."""
        return self._choices.get(self._value or "")

    def offer(self, choices: Iterable[NameChoice]) -> None:
        """Complete over these from now on, in this order."""
        self._choices = {each.id: each for each in choices}
        self._model.clear()
        for each in self._choices.values():
            item = QStandardItem(each.name)
            item.setData(fold(" ".join((each.name, each.detail, each.also))), _FOLDED)
            item.setData(each.id, _ID)
            item.setData(each.detail, _DETAIL)
            item.setData(each.name, Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        if not self.hasFocus():
            self.show_value(self._value)

    def show_value(self, choice_id: str | None) -> None:
        """Show a choice by its id; an id that is not offered shows as nothing."""
        self._value, self._is_edited = choice_id, False
        choice = self._choices.get(choice_id or "")
        self.show_words(choice.name if choice else "")
        self.show_wrong(wrong=False)

    def take(self, choice_id: str, name: str) -> None:
        """Offer one choice more, which has just been made, and show it."""
        self.offer([*self._choices.values(), NameChoice(choice_id, name)])
        self.show_value(choice_id)

    def matches(self, typed: str) -> Sequence[NameChoice]:
        """The choices whose folded words contain what was typed."""
        wanted = fold(typed.strip())
        return [
            each
            for each in self._choices.values()
            if wanted in fold(" ".join((each.name, each.detail, each.also)))
        ]

    def _make_popup(self, theme: Theme) -> QListView:
        popup = QListView()
        popup.setProperty("class", "Popup")
        popup.setLayoutDirection(theme.direction)
        popup.setItemDelegate(_ChoiceDelegate(theme, popup))
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        popup.setAccessibleName(self.accessibleName())
        popup.setMinimumWidth(theme.px(280))
        return popup

    def _on_activated(self, index: QModelIndex) -> None:
        self._choose(str(index.data(_ID)))

    def _on_edited(self) -> None:
        self._value, self._is_edited = self._named_exactly(), True

    def _on_left(self) -> None:
        if not self._is_edited:  # it may show nothing for a choice that is no longer offered
            return
        self._is_edited = False
        if not self.words:
            self._choose("")
            return
        named = self._value or self._named_exactly()
        if named:
            self._choose(named)
        else:
            self.unknown.emit(self.words)

    def _named_exactly(self) -> str | None:
        typed = fold(self.words)
        choices = self._choices.values()
        same = [each.id for each in choices if fold(each.name) == typed]
        if not same:  # by the acronym, or by the name in the other language
            same = [each.id for each in choices if typed in (fold(each.detail), fold(each.also))]
        return same[0] if len(same) == 1 else None

    def _choose(self, choice_id: str) -> None:
        before = self._value or ""
        self.show_value(choice_id or None)
        if choice_id != before or choice_id:
            self.chosen.emit(choice_id)
