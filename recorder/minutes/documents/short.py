"""Short minutes: what was decided, asked for and promised, on a page or two, to be signed."""

from collections.abc import Iterator

from recorder.domain.documents import Detail, Section
from recorder.minutes.closing import closing, signatures
from recorder.minutes.discussion import discussion, told_in_brief
from recorder.minutes.documents.formal import kind_of
from recorder.minutes.documents.plan import Plan
from recorder.minutes.header import brief, opening
from recorder.minutes.material import Material
from recorder.minutes.model import Block
from recorder.minutes.outcomes import decisions, issues_alone
from recorder.minutes.photographs import photographs
from recorder.minutes.postponed import postponed
from recorder.minutes.presence import head_count
from recorder.minutes.recommendations import (
    Numbered,
    due,
    heading,
    own,
    qualified,
    responsible,
    stated_with,
)


def title(material: Material) -> str:
    """«محضر موجز: لقاء حواري تشاوري»."""
    return material.words.gettext("Short minutes: {kind}").format(kind=kind_of(material))


def in_brief(material: Material) -> Iterator[Block]:
    """A line for each item; the whole discussion where the edition asks for it."""
    told = told_in_brief if material.edition.detail is Detail.SUMMARY else discussion
    yield from told(material)


def listed_recommendations(material: Material) -> Iterator[Block]:
    """The recommendations as a list: the text, who answers for it and by when."""
    rows = own(material)
    if rows:
        yield heading(material)
    for row in rows:
        yield from listed(material, row)


def listed(material: Material, row: Numbered) -> Iterator[Block]:
    """One recommendation: how far it was taken up, who answers for it and by when."""
    recommendation = row[1]
    details = [
        qualified(material, recommendation),
        responsible(material, recommendation),
        due(material, recommendation),
    ]
    separator = "؛ " if material.is_arabic else "; "
    known = separator.join(each.replace("\n", material.comma) for each in details if each)
    yield from stated_with(material, row, known)


PLAN = Plan(
    title,
    (
        (Section.DATA, brief),
        (Section.OPENING, opening),
        (Section.ATTENDANCE, head_count),
        (Section.DISCUSSION, in_brief),
        (Section.ISSUES, issues_alone),
        (Section.DECISIONS, decisions),
        (Section.RECOMMENDATIONS, listed_recommendations),
        (Section.POSTPONED, postponed),
        (Section.PHOTOGRAPHS, photographs),
        (Section.CLOSING, closing),
        (Section.SIGNATURES, signatures),
    ),
    detail=Detail.SUMMARY,
    is_stated=True,
)
