"""How one copy of the minutes is written; the meeting itself says the rest."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Edition:
    """The choices of whoever exports.

    Attributes:
        language: "ar" or "en", of everything that the program words itself.
        digits: "latn" (0-9) or "arab" (٠-٩), for the numbers that the program writes itself.
        has_annex: whether the attendance sheet is added; under an attribution other than by name
            it never is.
    """

    language: str = "ar"
    digits: str = "latn"
    has_annex: bool = True
