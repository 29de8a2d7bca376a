"""Fields for dates and clock times; Qt's own reverse their sections in right-to-left windows."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.i18n import _, isolate
from ui.theme.theme import Theme
from ui.widgets.calendar import CalendarPopup
from ui.widgets.line_field import LineField
from ui.widgets.reading import read_clock, read_date
from ui.wording import Wording


class DateField(LineField):
    """A date that may be typed in many ways, or picked from a month (Alt+Down)."""

    def __init__(
        self,
        name: str,
        theme: Theme,
        wording: Wording,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, theme, parent, placeholder=_("day/month/year"))
        self._theme, self._wording, self._clock = theme, wording, clock
        self._value = ""
        self._popup: CalendarPopup | None = None
        opener = self.addAction(theme.icon("calendar"), QLineEdit.ActionPosition.TrailingPosition)
        choosing = _("Choose a day: {field}").format(field=isolate(name))
        opener.setText(choosing)
        opener.setToolTip(choosing)
        opener.triggered.connect(self.open_calendar)
        self.left.connect(self._on_left)
        self.setMinimumWidth(theme.px(176))

    @property
    def value(self) -> str:
        """The date as YYYY-MM-DD, or ""; what is not understood leaves the last one in force."""
        understood = self._understood()
        return self._value if understood is None else understood

    def show_value(self, iso: str) -> None:
        """Show a date from the archive."""
        self._value = iso
        self.show_words(self._wording.date(iso))
        self.show_wrong(wrong=False)

    def open_calendar(self) -> None:
        """Open the month of the date, or of today."""
        if self._popup is None:
            self._popup = CalendarPopup(self._theme, self._wording, self)
            self._popup.picked.connect(self._on_picked)
        today = self._clock().date()
        self._popup.open_under(self, date.fromisoformat(self.value or today.isoformat()), today)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the month, as in every date field."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def _understood(self) -> str | None:
        if self.words == self._wording.date(self._value):
            return self._value
        return read_date(self.words, self._clock().date())

    def _on_left(self) -> None:
        understood = self._understood()
        if understood is None:
            self.show_wrong(wrong=True)
        else:
            self.show_value(understood)

    def _on_picked(self, day: date) -> None:
        self.show_value(day.isoformat())
        self.edited.emit()
        self.setFocus()
        self.left.emit()


class TimeField(LineField):
    """A clock time that may be typed in many ways; it shows HH:MM in the user's digits."""

    def __init__(
        self, name: str, theme: Theme, wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, theme, parent, placeholder="--:--")
        self._wording = wording
        self._value = ""
        self.left.connect(self._on_left)

    @property
    def value(self) -> str:
        """The time as HH:MM, or ""; what is not understood leaves the last one in force."""
        understood = read_clock(self.words)
        return self._value if understood is None else understood

    def show_value(self, clock: str) -> None:
        """Show a time from the archive."""
        self._value = clock
        self.show_words(self._wording.figures(clock))
        self.show_wrong(wrong=False)

    def _on_left(self) -> None:
        understood = read_clock(self.words)
        if understood is None:
            self.show_wrong(wrong=True)
        else:
            self.show_value(understood)


class NumberField(LineField):
    """A whole number that is not negative, typed in either set of digits."""

    def __init__(
        self, name: str, theme: Theme, wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, theme, parent)
        self._wording = wording
        self._value: int | None = None
        self.left.connect(self._on_left)

    @property
    def value(self) -> int | None:
        """The number, or None when the field is blank."""
        if not self.words:
            return None
        return int(self.words) if self._is_number() else self._value

    def show_value(self, number: int | None) -> None:
        """Show a number from the archive."""
        self._value = number
        self.show_words("" if number is None else self._wording.figures(str(number)))
        self.show_wrong(wrong=False)

    def _is_number(self) -> bool:
        most_digits = 6
        return self.words.isdecimal() and len(self.words) <= most_digits

    def _on_left(self) -> None:
        if self.words and not self._is_number():
            self.show_wrong(wrong=True)
        else:
            self.show_value(self.value)
