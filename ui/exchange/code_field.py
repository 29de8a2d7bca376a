"""The field for a team's code: twenty digits in groups, and a slip is told at the last of them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from recorder import CodeMistypedError, RecorderError, in_groups, read_code
from ui.i18n import LRM, _, explain
from ui.theme.theme import TITLE
from ui.widgets.direction import LTR
from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ui.services import Services

_HEIGHT, WIDTH = 44, 330
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CodeField(LineField):
    """Takes Arabic and Latin digits, shows those of the user's choice, and loses none of them.

    Signals:
        judged(str): what is wrong with what stands there, "" when nothing is, as far as one knows.
        entered: a code without a slip was typed, and Enter was pressed.
    """

    holds_words = True
    judged = Signal(str)
    entered = Signal()

    def __init__(self, services: Services, parent: QWidget) -> None:
        self._services = services
        self._digits = ""
        super().__init__(_("The code of the team"), services.theme, parent)
        self._fallback = LTR
        self._turn("")
        self.setFont(services.theme.font(TITLE, 500, tabular=True))
        self.setFixedSize(services.theme.px(WIDTH), services.theme.px(_HEIGHT))
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.textEdited.connect(self._on_typed)
        self.returnPressed.connect(self._on_entered)

    @property
    def code(self) -> str:
        """The code, "" while it is none."""
        try:
            return read_code(self._digits)
        except CodeMistypedError:
            return ""

    @property
    def count(self) -> int:
        """How many digits stand there."""
        return len(self._digits)

    def show_code(self, typed: str) -> None:
        """Show what was typed before; this is no edit."""
        self._put(_digits_in(typed), len(typed))

    def show_wrong_code(self, error: RecorderError) -> None:
        """The code was refused where it was tried; what was typed stays."""
        self.show_wrong(wrong=True)
        self.judged.emit(explain(error))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that move and delete go over digits, as if there were no groups."""
        at = self._digits_before(self.cursorPosition())
        key = event.key()
        plain = not self.hasSelectedText() and event.modifiers() in {
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
        }  # fmt: skip
        if plain and key == Qt.Key.Key_Backspace and at:
            self._edit(self._digits[: at - 1] + self._digits[at:], at - 1)
        elif plain and key == Qt.Key.Key_Delete and at < self.count:
            self._edit(self._digits[:at] + self._digits[at + 1 :], at)
        elif plain and key in _STEPS:
            self.setCursorPosition(self._place_of(at + _STEPS[Qt.Key(key)]))
        else:
            super().keyPressEvent(event)

    ## Inside

    def _on_typed(self, text: str) -> None:
        at = self._digits_before(self.cursorPosition())
        if any(each.isalpha() for each in text):
            self._put(_digits_in(text), at)
            self.judged.emit(explain(CodeMistypedError(reason="letters")))
            return
        self._edit(_digits_in(text), at, is_told=True)

    def _edit(self, digits: str, at: int, *, is_told: bool = False) -> None:
        self._put(digits, at)
        if not is_told:
            self.edited.emit()
        said = self._said(is_finished=False)
        self.show_wrong(wrong=bool(said))
        self.judged.emit(said)

    def _put(self, digits: str, at: int) -> None:
        self._digits = digits
        # A mark between the groups, or the gaps of Arabic digits would turn the groups round.
        shown = self._services.wording.figures(in_groups(digits)).replace(" ", f" {LRM}")
        self.setText(shown)
        self.setCursorPosition(self._place_of(at))

    def _said(self, *, is_finished: bool) -> str:
        try:
            read_code(self._digits)
        except CodeMistypedError as error:
            is_short = self.count < int(str(error.data.get("whole", 0)))
            return "" if is_short and not is_finished else explain(error)
        return ""

    def _on_entered(self) -> None:
        said = self._said(is_finished=True)
        self.show_wrong(wrong=bool(said))
        self.judged.emit(said)
        if not said:
            self.entered.emit()

    def _digits_before(self, position: int) -> int:
        return len(_digits_in(self.text()[:position]))

    def _place_of(self, digits_before: int) -> int:
        seen = 0
        for place, each in enumerate(self.text()):
            if seen == digits_before and each.isdecimal():
                return place
            seen += each.isdecimal()
        return len(self.text())


def _digits_in(text: str) -> str:
    return "".join(str(unicodedata.decimal(each)) for each in text if each.isdecimal())
