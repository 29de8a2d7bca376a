"""Editions of minutes for whoever exports without knowing the minutes themselves."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recorder.minutes import Edition


def edition_of(language: str, digits: str) -> "Edition":
    """An edition in a language ("ar", "en") with its digits ("latn", "arab")."""
    # Word's library is drawn in with the minutes, when the first document is asked for.
    from recorder.minutes import Edition

    return Edition(language=language, digits=digits)
