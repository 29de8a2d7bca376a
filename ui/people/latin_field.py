"""A field for what is written in Latin letters and digits: a phone number, an e-mail address."""

from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.direction import LTR
from ui.widgets.line_field import LineField


class LatinField(LineField):
    """Left to right also while there is no letter in it, or «+963 21…» would be turned round."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(name, theme, parent)
        self._fallback = LTR
        self._turn("")
