"""How long a turn may take: one of a few spans, one of one's own, or as long as it likes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.floor.floor_choices import LIMITS, LONGEST_LIMIT
from ui.floor.floor_words import span_of, span_text
from ui.i18n import _, ngettext
from ui.theme.theme import Theme
from ui.widgets.choice_field import ChoiceField
from ui.widgets.line_field import LineField
from ui.wording import Wording, ascii_digits

_NONE, _OWN = "0", "own"
_WIDTH, _OWN_WIDTH, _MINUTE = 112, 72, 60


class LimitField(QWidget):
    """A list of spans; «Other…» opens a field beside it.

    Signals:
        limited(int | None): seconds, None for no limit.
    """

    limited = Signal(object)

    def __init__(self, theme: Theme, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        spans = [(str(each), self._words(each)) for each in LIMITS]
        self.choices = ChoiceField(
            _("Limit of a turn"), theme,
            [(_NONE, _("No limit")), *spans, (_OWN, _("Other…"))], self,
        )  # fmt: skip
        self.choices.setFixedWidth(theme.px(_WIDTH))
        self.own = LineField(
            _("Limit of a turn in minutes, such as 4 or 2:30"), theme, self, placeholder="2:30"
        )
        self.own.setFixedWidth(theme.px(_OWN_WIDTH))
        self.own.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self.choices)
        row.addWidget(self.own)
        self.choices.edited.connect(self._on_chosen)
        self.own.left.connect(self._on_own)

    def show_limit(self, seconds: int | None) -> None:
        """Show the limit that holds; one of one's own becomes one of the spans."""
        value = _NONE if seconds is None else str(seconds)
        if seconds is not None and self.choices.findData(value) < 0:
            self.choices.insertItem(self.choices.count() - 1, self._words(seconds), value)
        if not self.own.isVisible():
            self.choices.show_value(value)

    def _on_chosen(self) -> None:
        value = self.choices.value
        self.own.setVisible(value == _OWN)
        if value == _OWN:
            self.own.setFocus()
        else:
            self.limited.emit(None if value == _NONE else int(value or 0))

    def _on_own(self) -> None:
        if not self.own.isVisible():
            return
        seconds = span_of(ascii_digits(self.own.words))
        is_wrong = bool(self.own.words) and not (seconds and 0 < seconds <= LONGEST_LIMIT)
        self.own.show_wrong(wrong=is_wrong)
        if is_wrong:
            return
        self.own.hide()
        self.own.setText("")
        self.limited.emit(seconds or None)

    def _words(self, seconds: int) -> str:
        minutes, rest = divmod(seconds, _MINUTE)
        if rest:
            return self._wording.clock(span_text(seconds))
        words = ngettext("{count} minute", "{count} minutes", minutes)
        return words.format(count=self._wording.number(minutes))
