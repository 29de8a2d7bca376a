"""What a delivery holds, at a glance: from whom, how much of each kind, what waits for a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from ui.i18n import delivery_parts
from ui.widgets.label import Label

if TYPE_CHECKING:
    from recorder import Delivery
    from ui.exchange.page import ExchangePage

_PAIRS = 2


def put_delivery(page: ExchangePage, delivery: Delivery) -> None:
    """Add it to a page."""
    writers, counts, remarks = delivery_parts(delivery)
    if writers and counts:
        page.say(writers, "strong")
    if counts:
        page.column.addWidget(_grid(page, counts))
    for each in remarks:
        put_remark(page, each, "warn")


def put_remark(page: ExchangePage, text: str, tone: str) -> None:
    """Add a sentence that must not be overlooked, on its tinted ground."""
    theme = page.services.theme
    ink, ground = theme.tokens.tone(tone)
    label = page.say(text, "")
    label.setStyleSheet(
        f"background: {ground}; color: {ink}; border: 1px solid {ink}; border-radius: 7px;"
        f" padding: {theme.px(6)}px {theme.px(12)}px;"
    )
    inner = page.inner_width - 2 * theme.px(12) - 4
    label.setFixedHeight(label.heightForWidth(inner) + 2 * theme.px(6) + 2)


def _grid(page: ExchangePage, counts: list[tuple[str, str]]) -> QFrame:
    """Two pairs in a line, so that ten kinds of things fit on a small screen."""
    theme = page.services.theme
    well = QFrame(page)
    well.setProperty("class", "Well")
    grid = QGridLayout(well)
    inset = theme.px(14)
    grid.setContentsMargins(inset, theme.px(10), inset, theme.px(10))
    grid.setHorizontalSpacing(theme.px(16))
    grid.setVerticalSpacing(theme.px(6))
    lines = -(-len(counts) // _PAIRS)
    for at, (name, figures) in enumerate(counts):
        line, pair = at % lines, at // lines
        words = Label(name, well, role="soft")
        words.setAccessibleName(f"{name}: {figures}")
        grid.addWidget(words, line, 2 * pair, Qt.AlignmentFlag.AlignTop)
        shown = Label(page.services.wording.figures(figures), well, role="strong", wrap=True)
        grid.addWidget(shown, line, 2 * pair + 1, Qt.AlignmentFlag.AlignTop)
    for pair in range(_PAIRS):
        grid.setColumnStretch(2 * pair + 1, 1)
    return well
