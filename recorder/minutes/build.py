"""From a meeting to one of its documents: which sections, in which order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from recorder.domain.record import MeetingRecord
from recorder.domain.tokens import MeetingState
from recorder.language.catalogue import LANGUAGES
from recorder.language.formatting import Formatter
from recorder.language.labels import label
from recorder.minutes.documents import PLANS
from recorder.minutes.documents.plan import Builder, Plan
from recorder.minutes.edition import BOTH, Edition
from recorder.minutes.facing import facing
from recorder.minutes.header import letterhead
from recorder.minutes.material import Material
from recorder.minutes.model import Block, Letterhead, Minutes, PageWords
from recorder.minutes.numbering import Numbered


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
    is_both = edition.language == BOTH
    make = _in_both if is_both else _in_one
    document = make(record, edition, media)
    formatter = Formatter("ar" if is_both else edition.language, edition.digits)
    return replace(document, blocks=Numbered(document.blocks, formatter))


def _in_one(record: MeetingRecord, edition: Edition, media: Mapping[str, bytes] | None) -> Minutes:
    return _document(*_planned(record, edition, media))


def _planned(
    record: MeetingRecord, edition: Edition, media: Mapping[str, bytes] | None
) -> tuple[Material, Plan]:
    plan = PLANS[edition.document]
    chosen = replace(edition, detail=edition.detail or plan.detail)
    return Material(record, chosen, media), plan


def _in_both(record: MeetingRecord, edition: Edition, media: Mapping[str, bytes] | None) -> Minutes:
    """Both editions face each other section by section."""
    arabic, english = (_planned(record, replace(edition, language=each), media)[0]
                       for each in LANGUAGES)  # fmt: skip
    plan = PLANS[edition.document]
    sections = [
        (_Sections(arabic, (builder,)), _Sections(english, (builder,)))
        for builder in plan.builders(edition)
    ]
    return facing(_document(arabic, plan), _document(english, plan), sections)


def _document(material: Material, plan: Plan) -> Minutes:
    edition = material.edition
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
        letterhead=letterhead(material) if plan.is_headed else Letterhead(),
        blocks=_Sections(material, tuple(plan.builders(edition))),
        is_landscape=plan.is_landscape,
        media=material.media,
        is_headed=plan.is_headed,
    )


def _state(material: Material) -> str:
    """That it is a draft; nothing once it is approved."""
    state = material.meeting.state
    is_final = state in (None, MeetingState.APPROVED)
    return "" if is_final else label(state, material.edition.language)


@dataclass(frozen=True)
class _Sections:
    """The blocks of some sections, made while they are read."""

    material: Material
    builders: tuple[Builder, ...]

    def __iter__(self) -> Iterator[Block]:
        for builder in self.builders:
            yield from builder(self.material)
