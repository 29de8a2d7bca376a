"""Editions of documents for whoever exports without knowing the minutes themselves."""

from typing import TYPE_CHECKING

from recorder.domain.documents import Detail, DocumentKind, Section

if TYPE_CHECKING:
    from recorder.minutes import Edition


def parts_of(document: DocumentKind | str) -> tuple[Section, ...]:
    """The parts of a document in its own order, whether this meeting fills them or not."""
    from recorder.minutes.documents import PLANS

    return tuple(section for section, _builder in PLANS[DocumentKind(document)].parts)


def edition_of(  # noqa: PLR0913 - the choices of whoever exports
    language: str,
    digits: str,
    *,
    document: DocumentKind | str = DocumentKind.MINUTES,
    detail: Detail | str | None = None,
    sections: tuple[Section, ...] | None = None,
    has_photographs: bool = False,
    has_hijri: bool = False,
) -> "Edition":
    """An edition in a language ("ar", "en", "both") with its digits ("latn", "arab").

    The other choices are those of the edition itself: which document of the family, how much of
    the discussion (None: as the document tells it), which parts in which order (None: all),
    whether photographs are shown, and the Umm al-Qura date beside the meeting's.
    """
    # Word's library is drawn in with the minutes, when the first document is asked for.
    from recorder.minutes import Edition

    return Edition(
        language=language,
        digits=digits,
        document=DocumentKind(document),
        detail=None if detail is None else Detail(detail),
        sections=sections,
        has_photographs=has_photographs,
        has_hijri=has_hijri,
    )
