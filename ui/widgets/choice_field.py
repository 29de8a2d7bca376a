"""A field for one of a few words."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ui.i18n import _, label
from ui.theme.theme import Theme
from ui.widgets.buttons import CONTROL_HEIGHT


class ChoiceField(QComboBox):
    """A drop-down list of values with their words.

    Signals:
        edited: the user chose.
        left: the same; a choice is complete at once.
    """

    edited = Signal()
    left = Signal()

    def __init__(
        self,
        name: str,
        theme: Theme,
        choices: Sequence[tuple[str | None, str]],
        parent: QWidget | None = None,
    ) -> None:
        """Make a field over (value, words) pairs; `name` is what screen readers call it."""
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedHeight(theme.px(CONTROL_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for value, words in choices:
            self.addItem(words, value)
        self.activated.connect(self._on_activated)

    @property
    def value(self) -> str | None:
        """The value that is chosen."""
        value = self.currentData()
        return None if value is None else str(value)

    def show_value(self, value: str | None) -> None:
        """Show a value; one that is not offered is added as it is, so that it is not lost.

        None shows as nothing where it is not offered.
        """
        wanted = None if value is None else str(value)
        at = next((at for at in range(self.count()) if self.itemData(at) == wanted), -1)
        if at < 0 and wanted is not None:
            self.addItem(wanted, wanted)
            at = self.count() - 1
        self.setCurrentIndex(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page; a choice must not change under a passing pointer."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field and an arrow of ours at its end."""
        super().paintEvent(event)
        size, inset = 16, self._theme.px(8)
        drawn = self._theme.pixmap("chevron-down", "soft", size, self.devicePixelRatio())
        width = self._theme.px(size)
        left = inset if self._theme.is_rtl else self.width() - inset - width
        QPainter(self).drawPixmap(left, (self.height() - width) // 2, drawn)

    def _on_activated(self, _at: int) -> None:
        self.edited.emit()
        self.left.emit()


def token_choices(
    tokens: type[StrEnum], *, none: bool = False, without: frozenset[str] = frozenset()
) -> list[tuple[str | None, str]]:
    """The members of a closed set with their words, «—» before them where none is a choice."""
    named: list[tuple[str | None, str]] = [
        (each.value, label(each)) for each in tokens if each.value not in without
    ]
    return [(None, _("Not set")), *named] if none else named
