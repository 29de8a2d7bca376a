"""Lucide's line icons (ISC), tinted when they are drawn, mirrored where they mean a direction."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme.resource_files import resource

MIRROR = frozenset(
    {
        "arrow-left", "arrow-right", "chevron-left", "chevron-right", "undo-2", "redo-2",
        "list-checks", "list-todo", "log-out", "indent-increase", "indent-decrease",
        "message-square-text", "messages-square", "square-pen", "library",
    }
)  # fmt: skip
"""Icons that mean a direction or a line of text. Never clocks, checks, media, keys or brands."""

STROKE = "1.75"


@lru_cache(maxsize=128)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    tinted = source.replace("currentColor", colour).replace(
        'stroke-width="2"', f'stroke-width="{STROKE}"'
    )
    return QSvgRenderer(QByteArray(tinted.encode()))


@lru_cache(maxsize=512)
def icon_pixmap(name: str, colour: str, size: int, ratio: float, *, mirrored: bool) -> QPixmap:
    """One drawing of an icon, `size` logical pixels square at a device pixel ratio.

    Raises:
        FileNotFoundError: no icon of that name ships.
    """
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _drawing(name, colour).render(painter, QRectF(0, 0, size, size))
    painter.end()
    if mirrored and name in MIRROR:
        return QPixmap.fromImage(pixmap.toImage().flipped(Qt.Orientation.Horizontal))
    return pixmap


def ratios_in_use() -> list[float]:
    """The densities of the screens at hand, from the lowest; each icon is drawn for these."""
    return sorted({1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())})


def make_icon(name: str, colour: str, disabled: str, size: int, *, mirrored: bool) -> QIcon:
    """An icon with drawings for the densities of the screens, and for a disabled control."""
    icon = QIcon()
    # Only these: a drawing for every usual density cost 17 ms before the first paint (measured).
    for ratio in sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()}):
        icon.addPixmap(icon_pixmap(name, colour, size, ratio, mirrored=mirrored))
        icon.addPixmap(
            icon_pixmap(name, disabled, size, ratio, mirrored=mirrored), QIcon.Mode.Disabled
        )
    return icon
