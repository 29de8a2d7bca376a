"""Where one is: 1 the stick, 2 what comes, 3 done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.i18n import N_, _
from ui.theme.theme import BODY
from ui.widgets.label import Label
from ui.widgets.surfaces import Pill

if TYPE_CHECKING:
    from ui.services import Services

STEPS = (N_("Choose the stick"), N_("See what comes"), N_("Result"))


class Stepper(QWidget):
    """Three numbered words; the step at hand is told by weight and tint, and to screen readers."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        theme = services.theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addStretch(1)
        self._pills, self._words = [], []
        for at, words in enumerate(STEPS):
            if at:
                arrow = Label("", self)
                name = "chevron-right"  # mirrored with the line
                arrow.setPixmap(theme.pixmap(name, "faint", 16, self.devicePixelRatio()))
                row.addWidget(arrow, 0, Qt.AlignmentFlag.AlignVCenter)
            pill = Pill(services.wording.figures(str(at + 1)), "neutral", theme, self)
            label = Label(_(words), self, role="soft")
            widest = QFontMetrics(theme.font(BODY, 600)).horizontalAdvance(label.text())
            label.setMinimumWidth(widest + theme.px(2))  # nothing moves when its turn comes
            self._pills.append(pill)
            self._words.append(label)
            row.addWidget(pill)
            row.addWidget(label)
        row.addStretch(1)
        self._figures = services.wording.figures

    def show_step(self, number: int) -> None:
        """Mark a step, 0 to 2."""
        for at, (pill, label) in enumerate(zip(self._pills, self._words, strict=True)):
            pill.show_words(self._figures(str(at + 1)), "accent" if at == number else "neutral")
            label.set_role("strong" if at == number else "soft")
        self.setAccessibleName(_(STEPS[number]))
