"""The words of the console in the language in use."""

import locale
from collections.abc import Mapping, Sequence

from recorder.errors import RecorderError
from recorder.language.catalogue import LANGUAGES, Catalogue
from recorder.language.explain import FSI, PDI, explain

_UNKNOWN_READER = "ar"
_WITHOUT_ISOLATES = dict.fromkeys(map(ord, FSI + PDI))


class _InUse:
    catalogue = Catalogue.load("en")


def use_language(language: str) -> None:
    """Takes all further words from a language's catalogue."""
    _InUse.catalogue = Catalogue.load(language)


def language_in_use() -> str:
    """The language of `_`."""
    return _InUse.catalogue.language


def language_for(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language that the user wants, known before the arguments are understood.

    The option counts first, then the locale; Arabic where neither says one that is shipped.
    """
    for index, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--language":
            wanted = value if equals else "".join(arguments[index + 1 : index + 2])
            if wanted in LANGUAGES:
                return wanted
    named = next(filter(None, map(environment.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), None)
    wanted = (named or locale.getlocale()[0] or "")[:2].lower()
    return wanted if wanted in LANGUAGES else _UNKNOWN_READER


def _(message: str) -> str:
    """The message in the language in use."""
    return _InUse.catalogue.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The message in the plural form of the count."""
    return _InUse.catalogue.ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """The message where its English is ambiguous; the context tells which is meant."""
    return _InUse.catalogue.pgettext(context, message)


def sentence_for(error: RecorderError) -> str:
    """The error as one sentence; without isolates, which many terminals show as boxes."""
    return explain(error, _InUse.catalogue).translate(_WITHOUT_ISOLATES)
