"""An Arabic face for LibreOffice where the machine lacks those that Word's documents name.

A document names Times New Roman and Arial, which every Windows and macOS has with Arabic. Linux
puts Latin look-alikes in their place and takes each Arabic letter from wherever it finds one;
LibreOffice then draws signs of the one face over letters of the other («الشرقي: لا» loses its
colon; seen in 7.4). So its fontconfig is told of ours, which holds both. Where the named faces are
installed nothing changes.

The face may join no letters into one drawing («لي», «ضر»): LibreOffice writes such a pair the wrong
way round into the text of a PDF, so that «محضر» is found and read out as «محرض» (measured with IBM
Plex Sans Arabic; Noto Naskh Arabic is found whole).
"""

import sys
from html import escape
from importlib.resources import files
from pathlib import Path

_FACE = "Noto Naskh Arabic"
_NAMED = ("Times New Roman", "Arial")
_SYSTEM = "/etc/fonts/fonts.conf"


def faces(folder: Path, system: str = sys.platform) -> dict[str, str]:
    """The variables for a program that draws text, with the file that they name in a folder.

    Only Linux programs read it (fontconfig); elsewhere there is nothing to tell.
    """
    fonts = files("resources") / "fonts"
    if system != "linux" or not isinstance(fonts, Path):
        return {}
    settings = folder / "fonts.conf"
    settings.write_text(_settings(fonts), encoding="utf-8")
    return {"FONTCONFIG_FILE": str(settings)}


def _settings(fonts: Path) -> str:
    rules = "".join(map(_rule, _NAMED))
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n'
        f'<fontconfig><include ignore_missing="yes">{_SYSTEM}</include>'
        f"<dir>{escape(str(fonts))}</dir>{rules}</fontconfig>\n"
    )


def _rule(named: str) -> str:
    """For Arabic, our face right after the one that is named, before what Linux puts there."""
    return (
        '<match target="pattern"><test name="lang" compare="contains"><string>ar</string></test>'
        f'<test name="family"><string>{named}</string></test>'
        '<edit name="family" mode="append" binding="same">'
        f"<string>{_FACE}</string></edit></match>"
    )
