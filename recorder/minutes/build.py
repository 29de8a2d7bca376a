"""From a meeting to its minutes: which sections, in which order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from recorder.domain.record import MeetingRecord
from recorder.domain.tokens import MeetingState
from recorder.language.labels import label
from recorder.minutes.agenda import agenda
from recorder.minutes.closing import closing, signatures
from recorder.minutes.discussion import discussion
from recorder.minutes.edition import Edition
from recorder.minutes.header import data_block, letterhead, opening
from recorder.minutes.material import Material
from recorder.minutes.model import Block, Minutes, PageWords
from recorder.minutes.outcomes import decisions, issues
from recorder.minutes.postponed import postponed
from recorder.minutes.presence import attendance_annex, attendance_summary
from recorder.minutes.recommendations import follow_up, recommendations

SECTIONS: tuple[Callable[[Material], Iterator[Block]], ...] = (
    data_block,
    opening,
    attendance_summary,
    agenda,
    follow_up,
    discussion,
    issues,
    decisions,
    recommendations,
    postponed,
    closing,
    signatures,
    attendance_annex,
)
"""The sections of formal Arabic minutes in their order; each leaves itself out when empty."""


def build_minutes(record: MeetingRecord, edition: Edition) -> Minutes:
    """The minutes of a meeting; private notes never enter.

    Pure: the same record and edition give the same document, whose blocks are made anew each
    time they are iterated, so that 100,000 notes are never held as paragraphs.
    """
    material = Material(record, edition)
    words, meeting = material.words, material.meeting
    kind = label(meeting.kind, edition.language) or words.gettext("Meeting")
    number = meeting.number.strip()
    is_english = not material.is_arabic
    subject = (meeting.title_en if is_english else "").strip() or meeting.title.strip()
    is_final = meeting.state in (None, MeetingState.APPROVED)
    return Minutes(
        language=edition.language,
        title=words.gettext("Minutes: {kind}").format(kind=kind),
        page_words=PageWords(words.pgettext("page", "Page"), words.pgettext("page", "of")),
        subject=subject,
        reference=words.gettext("No. {number}").format(number=number) if number else "",
        state="" if is_final else label(meeting.state, edition.language),
        letterhead=letterhead(material),
        blocks=_Body(material),
    )


@dataclass(frozen=True)
class _Body:
    """The blocks of a document, made while they are read."""

    material: Material

    def __iter__(self) -> Iterator[Block]:
        for section in SECTIONS:
            yield from section(self.material)
