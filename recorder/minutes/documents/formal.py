"""Formal minutes: everything that belongs on record, to be signed."""

from recorder.domain.documents import Section
from recorder.language.labels import label
from recorder.minutes.agenda import agenda
from recorder.minutes.attendance_list import attendance_annex
from recorder.minutes.closing import closing, signatures
from recorder.minutes.discussion import discussion
from recorder.minutes.documents.contents import with_contents
from recorder.minutes.documents.plan import Plan
from recorder.minutes.header import data_block, opening
from recorder.minutes.material import Material
from recorder.minutes.outcomes import decisions, issues
from recorder.minutes.photographs import photographs
from recorder.minutes.postponed import postponed
from recorder.minutes.presence import attendance_summary
from recorder.minutes.recommendations import follow_up, recommendations


def title(material: Material) -> str:
    """«محضر لقاء حواري تشاوري»."""
    return material.words.gettext("Minutes: {kind}").format(kind=kind_of(material))


def kind_of(material: Material) -> str:
    """The kind of meeting as a title names it."""
    kind = label(material.meeting.kind, material.edition.language)
    return kind or material.words.gettext("Meeting")


PLAN = Plan(
    title,
    with_contents(
        (
            (Section.DATA, data_block),
            (Section.OPENING, opening),
            (Section.ATTENDANCE, attendance_summary),
            (Section.AGENDA, agenda),
            (Section.FOLLOW_UP, follow_up),
            (Section.DISCUSSION, discussion),
            (Section.ISSUES, issues),
            (Section.DECISIONS, decisions),
            (Section.RECOMMENDATIONS, recommendations),
            (Section.POSTPONED, postponed),
            (Section.PHOTOGRAPHS, photographs),
            (Section.CLOSING, closing),
            (Section.SIGNATURES, signatures),
            (Section.SHEET, attendance_annex),
        )
    ),
    is_stated=True,
)
