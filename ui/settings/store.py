"""What the user chose, kept in a small JSON file of the application's own folder."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

LANGUAGES = ("ar", "en")
DIGITS = ("latn", "arab")
THEMES = ("system", "light", "dark", "contrast_light", "contrast_dark")
TEXT_SIZES = (80, 90, 100, 115, 130, 150, 175, 200)


@dataclass(frozen=True)
class Settings:
    """The choices; each holds one of a closed set or a short text.

    Attributes:
        language: of the window, "ar" or "en".
        digits: "latn" (0-9) or "arab" (٠-٩), on the screen and in documents.
        theme: one of THEMES; "system" is as the desktop is.
        text_size: percent, one of TEXT_SIZES.
        author: the name that is written with each change.
        enter_saves: whether Enter saves a note; else Shift+Enter does, and Enter breaks the line.
        hints: whether keys are told to who hesitates, and what to do in an empty box.
        last_meeting: the meeting that was open last, shown again at the next start.
        last_screen: the screen that was in view last.
        window: size, place and state of the window, as Qt writes them, in base64.
        export_folder: where the last document was put.
        export_choice: which document it was, in which form, as the export screen keeps it.
    """

    language: str = "ar"
    digits: str = "latn"
    theme: str = "system"
    text_size: int = 100
    author: str = ""
    enter_saves: bool = True
    hints: bool = True
    last_meeting: str = ""
    last_screen: str = ""
    window: str = ""
    export_folder: str = ""
    export_choice: str = ""


_CLOSED: dict[str, tuple[object, ...]] = {
    "language": LANGUAGES,
    "digits": DIGITS,
    "theme": THEMES,
    "text_size": TEXT_SIZES,
}


class SettingsStore:
    """Reads and writes the settings; a damaged file or value means the default, never an error."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._settings = _read(path)

    @property
    def settings(self) -> Settings:
        """The choices as they stand."""
        return self._settings

    def use_for_this_run(self, settings: Settings) -> None:
        """Take settings without writing them."""
        self._settings = settings

    def change(self, **choices: str | int | bool) -> Settings:
        """Take new choices and write them; an unwritable disk leaves them for this run only."""
        self._settings = replace(self._settings, **choices)  # type: ignore[arg-type]
        _write(self._path, self._settings)
        return self._settings


def _read(path: Path) -> Settings:
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    known = {
        each.name: stored[each.name]
        for each in fields(Settings)
        if each.name in stored and _fits(each.name, stored[each.name], each.default)
    }
    return Settings(**known)


def _fits(name: str, value: object, default: object) -> bool:
    if type(value) is not type(default):
        return False
    return name not in _CLOSED or value in _CLOSED[name]


def _write(path: Path, settings: Settings) -> None:
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
