"""The words of the product in one language, for the screen, the console and the documents.

Messages are English in the code. The compiled catalogue is read by the standard library, so
that nothing heavy is imported before the first paint.
"""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

LANGUAGES = ("ar", "en")
SOURCE = "en"
DOMAIN = "mahdar"

PLURAL_FORMS = (
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 :"
    " n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5);"
)
"""The Arabic plural rule of gettext; Babel's own swaps the last two forms (measured)."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Marks a constant for translation; it is looked up when it is shown."""
    return message


class Catalogue:
    """The translations of one language; a message that has none is shown as it is."""

    def __init__(self, language: str, translations: NullTranslations) -> None:
        self.language = language
        self.gettext = translations.gettext
        self.ngettext = translations.ngettext
        self.pgettext = translations.pgettext

    @staticmethod
    @cache
    def load(language: str) -> "Catalogue":
        """The catalogue of a language; English, or one that is not shipped, is the source."""
        compiled = files("resources") / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
        if not compiled.is_file():
            return Catalogue(language, NullTranslations())
        with compiled.open("rb") as stream:
            return Catalogue(language, GNUTranslations(stream))
