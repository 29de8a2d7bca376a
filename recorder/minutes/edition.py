"""How one copy of a document is written; the meeting itself says the rest."""

from dataclasses import dataclass, replace

from recorder.domain.documents import Detail, DocumentKind, Section

BOTH = "both"
"""The language of an edition in which Arabic and English stand beside one another."""

WALK_IN_ROWS = 8
"""Rows for people who come unannounced, under those who are listed."""


@dataclass(frozen=True)
class Edition:
    """The choices of whoever exports.

    Attributes:
        language: "ar", "en" or "both", of everything that the program words itself.
        digits: "latn" (0-9) or "arab" (٠-٩), for the numbers that the program writes itself.
        has_annex: whether the attendance sheet is added to minutes; under an attribution other
            than by name it never is.
        document: which document of the family.
        sections: which of its parts, in which order; None: all, in the document's own order. A
            part that the document does not have is passed over.
        detail: how much of the discussion; None: as the document tells it by itself.
        has_photographs: whether the pictures of the meeting are shown.
        has_hijri: whether the Umm al-Qura date stands beside the meeting's date.
        walk_in_rows: empty rows at the end of an attendance sheet.
    """

    language: str = "ar"
    digits: str = "latn"
    has_annex: bool = True
    document: DocumentKind = DocumentKind.MINUTES
    sections: tuple[Section, ...] | None = None
    detail: Detail | None = None
    walk_in_rows: int = WALK_IN_ROWS
    has_photographs: bool = False
    has_hijri: bool = False


def in_one_language(edition: Edition) -> Edition:
    """The edition for a form that has no two columns: Arabic where both were asked for."""
    return replace(edition, language="ar") if edition.language == "both" else edition
