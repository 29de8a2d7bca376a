"""The bundled type: IBM Plex Sans Arabic, whose own Latin serves English too (OFL 1.1)."""

from PySide6.QtGui import QFont, QFontDatabase

from ui.theme.resource_files import resource

FAMILY = "IBM Plex Sans Arabic"
WEIGHTS = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}


def install_fonts() -> None:
    """Make the family known to Qt; without it Arabic falls to whatever the machine has.

    Raises:
        FileNotFoundError: a font file is missing from the installation.
    """
    known = QFontDatabase.families()
    if FAMILY in known:
        return
    for name in WEIGHTS.values():
        path = resource("fonts", f"IBMPlexSansArabic-{name}.ttf")
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)


def make_font(pixels: int, weight: int = 400, *, tabular: bool = False) -> QFont:
    """A font of the family.

    Args:
        pixels: height in device-independent pixels.
        weight: 400, 500, 600 or 700.
        tabular: digits of equal width, so that a running clock does not tremble.
    """
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
