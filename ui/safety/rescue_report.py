"""What a rescue saved, meeting by meeting, in a window that waits to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.i18n import _, label, rescue_lines
from ui.widgets.dialog import Dialog
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.surfaces import Page, Pill

if TYPE_CHECKING:
    from recorder import RescueReport
    from ui.services import Services

_WIDTH, _HEIGHT = 640, 420
_TONES = {"whole": "good", "partial": "warn", "lost": "bad"}


def show_rescue(report: RescueReport, services: Services, parent: QWidget) -> Dialog:
    """Show a line for each meeting, those of which something is missing first."""
    theme = services.theme
    dialog = Dialog(_("What was rescued"), parent)
    dialog.setMinimumWidth(theme.px(_WIDTH))
    titles, remarks = rescue_lines(report, services.language)
    for each in remarks:
        dialog.say(each)
    page = Page(theme, dialog)
    page.setFixedHeight(theme.px(_HEIGHT))
    page.setAccessibleName(_("What was rescued"))
    for line in sorted(titles, key=lambda each: each[0] == "whole"):
        page.column.addWidget(_line(line, services, page))
    page.column.addStretch(1)
    dialog.add(page)
    dialog.add_closing(_("Close"))
    dialog.open()
    return dialog


def _line(
    said: tuple[str, str, str, tuple[str, ...]], services: Services, parent: QWidget
) -> QWidget:
    state, title, facts, doubtful = said
    line = QWidget(parent)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(services.theme.px(12))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(ElidedLabel(title, line, role="strong"))
    words.addWidget(Label(facts, line, role="small", wrap=True))
    for text in doubtful:
        words.addWidget(ElidedLabel(f"• {text}", line, role="soft"))
    row.addLayout(words, 1)
    from recorder import Rescued

    row.addWidget(Pill(label(Rescued(state)), _TONES[state], services.theme, line))
    return line
