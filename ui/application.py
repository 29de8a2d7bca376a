"""The application before any widget: direction, words, type, colours, keys."""

import sys
from datetime import datetime

from PySide6.QtCore import QLibraryInfo, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from ui.i18n import use_language
from ui.settings.store import Settings
from ui.theme.fonts import install_fonts
from ui.theme.palette import make_palette
from ui.theme.sheet import make_sheet
from ui.theme.theme import BODY, Theme
from ui.theme.tokens import THEMES
from ui.widgets.latin_keys import install_latin_keys

NAME = "Mahdar"


def wall_clock() -> datetime:
    """The local time with its zone, for what the user sees."""
    return datetime.now().astimezone()  # noqa: TID251 - this is the window's Clock


def make_application(settings: Settings, arguments: list[str] | None = None) -> QApplication:
    """The one application, dressed and turned by the settings before any widget exists."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(arguments or sys.argv[:1])
        application.setApplicationName(NAME)
        application.setStyle("Fusion")
        install_fonts()
        install_latin_keys(application)
    dress_application(application, settings)
    return application


def dress_application(application: QApplication, settings: Settings) -> Theme:
    """Turn and dress the application; windows that are open keep their words until rebuilt.

    Returns:
        The theme that the windows are to be built with.
    """
    theme = make_theme(application, settings)
    use_language(settings.language)
    _translate_qt(application, settings.language)
    application.setLayoutDirection(theme.direction)  # installing qtbase_ar.qm turns it by itself
    application.setFont(theme.font(BODY))
    application.setPalette(make_palette(theme.tokens))
    application.setStyleSheet(make_sheet(theme.tokens, theme.px))
    return theme


def set_toolkit_locale(language: str) -> None:
    """Let the toolkit's own dialogs write dates as the region does.

    After the first paint: reading in QLocale, with its lists of all countries, costs 10 ms.
    """
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale("ar_SY" if language == "ar" else "en_GB"))


def make_theme(application: QApplication, settings: Settings) -> Theme:
    """The look that the settings ask for; "system" is as the desktop is now."""
    name = settings.theme if settings.theme in THEMES else _look_of_desktop(application)
    rtl = settings.language == "ar"
    direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    return Theme(THEMES[name], settings.text_size, direction)


def _look_of_desktop(application: QApplication) -> str:
    hints = application.styleHints()
    name = "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
    contrast = hints.accessibility().contrastPreference()
    return f"contrast_{name}" if contrast == Qt.ContrastPreference.HighContrast else name


def _translate_qt(application: QApplication, language: str) -> None:
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    if language == "en":
        return
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        application.installTranslator(translator)
