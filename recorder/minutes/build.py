"""From a meeting to one of its documents: which sections, in which order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from recorder.domain.record import MeetingRecord
from recorder.domain.tokens import MeetingState
from recorder.language.catalogue import LANGUAGES
from recorder.language.labels import label
from recorder.minutes.documents import PLANS
from recorder.minutes.documents.plan import Plan
from recorder.minutes.edition import BOTH, Edition
from recorder.minutes.facing import facing
from recorder.minutes.header import letterhead
from recorder.minutes.material import Material
from recorder.minutes.model import Block, Minutes, PageWords


def build_minutes(
    record: MeetingRecord, edition: Edition, media: Mapping[str, bytes] | None = None
) -> Minutes:
    """The document that the edition names; private notes never enter.

    Pure: the same record and edition give the same document, whose blocks are made anew each
    time they are iterated, so that 100,000 notes are never held as paragraphs.

    Args:
        record: the meeting.
        edition: which document, and how.
        media: the bytes of the meeting's pictures by sha256; those that are not in it are not
            shown.
    """
    if edition.language == BOTH:
        arabic, english = (build_minutes(record, replace(edition, language=each), media)
                           for each in LANGUAGES)  # fmt: skip
        return facing(arabic, english)
    plan = PLANS[edition.document]
    chosen = replace(edition, detail=edition.detail or plan.detail)
    material = Material(record, chosen, media)
    words, meeting = material.words, material.meeting
    number = meeting.number.strip() if plan.is_numbered else ""
    is_english = not material.is_arabic
    subject = (meeting.title_en if is_english else "").strip() or meeting.title.strip()
    return Minutes(
        language=edition.language,
        title=plan.title(material),
        page_words=PageWords(words.pgettext("page", "Page"), words.pgettext("page", "of")),
        subject=subject,
        reference=words.gettext("No. {number}").format(number=number) if number else "",
        state=_state(material) if plan.is_stated else "",
        letterhead=letterhead(material),
        blocks=_Body(material, plan),
        is_landscape=plan.is_landscape,
        media=material.media,
    )


def _state(material: Material) -> str:
    """That it is a draft; nothing once it is approved."""
    state = material.meeting.state
    is_final = state in (None, MeetingState.APPROVED)
    return "" if is_final else label(state, material.edition.language)


@dataclass(frozen=True)
class _Body:
    """The blocks of a document, made while they are read."""

    material: Material
    plan: Plan

    def __iter__(self) -> Iterator[Block]:
        for builder in self.plan.builders(self.material.edition):
            yield from builder(self.material)
