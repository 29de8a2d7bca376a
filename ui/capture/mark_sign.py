"""Small words beside the speakers: what becomes of the note, where it goes, what a prefix means."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.i18n import _, isolate
from ui.theme.theme import Theme
from ui.widgets.label import Label
from ui.widgets.surfaces import Pill

_WIDEST = 150


class MarkSign(QWidget):
    """Takes no room while it has nothing to say, and never moves the box."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hint = Label("", self, role="small")
        self.rule = Pill("", "neutral", theme, self)
        self.place = Pill("", "blue", theme, self)
        self.mark = Pill("", "accent", theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        for part in (self.hint, self.rule, self.place, self.mark):
            part.hide()
            row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_mark(self, name: str, letters: str) -> None:
        """Show what the note was marked as, and by which letters; "" shows nothing."""
        self.mark.setVisible(bool(name))
        if name:
            self.mark.show_words(name, "accent")
            tip = _("Esc takes the mark away.")
            if letters:
                words = _("Esc or Backspace gives {letters} back to the text.")
                tip = words.format(letters=isolate(letters))
            self.mark.setToolTip(tip)
            self.mark.setAccessibleDescription(tip)

    def show_place(self, title: str) -> None:
        """Show to which item the note goes, where that is not the current one."""
        self.place.setVisible(bool(title))
        if title:
            metrics, room = self.place.fontMetrics(), self._theme.px(_WIDEST)
            words = _("To: {item}").format(item=isolate(title))
            self.place.show_words(
                metrics.elidedText(words, Qt.TextElideMode.ElideRight, room), "blue"
            )
            self.place.setToolTip(words)
            self.place.setAccessibleName(words)

    def show_rule(self, words: str, tip: str) -> None:
        """Show how the note is attributed, where it has a rule of its own."""
        self.rule.setVisible(bool(words))
        if words:
            self.rule.show_words(words, "neutral")
            self.rule.setToolTip(tip)
            self.rule.setAccessibleName(tip)

    def show_hints(self, marks: Sequence[tuple[str, str]]) -> None:
        """Say what the letters that were typed may be the beginning of."""
        words = (f"{isolate(letters)} {name}" for letters, name in marks)
        self.show_offer("   ".join(words))

    def show_offer(self, words: str) -> None:
        """Say what a key would do now; "" says nothing."""
        self.hint.show_words(words)
        self.hint.setVisible(bool(words))
