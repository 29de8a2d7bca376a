"""The report of a consultation: who was asked, and what they need, lack, offer and ask for.

It goes theme by theme, as those read it who plan a programme and not as the meeting ran.
"""

from collections.abc import Iterator

from recorder.domain.documents import Detail, Section
from recorder.domain.tokens import NoteKind
from recorder.language.catalogue import N_
from recorder.minutes.asides import rule_note
from recorder.minutes.closing import closing
from recorder.minutes.discussion import left_out, told
from recorder.minutes.documents.contents import with_contents
from recorder.minutes.documents.donor import data
from recorder.minutes.documents.plan import Plan
from recorder.minutes.documents.short import listed
from recorder.minutes.header import opening
from recorder.minutes.material import Material
from recorder.minutes.model import Block, Heading, Paragraph, Span
from recorder.minutes.outcomes import decisions, issues
from recorder.minutes.participation import participation, present
from recorder.minutes.photographs import photographs
from recorder.minutes.themes import ThemePart, theme_parts
from recorder.minutes.voices import Voices

_KINDS: tuple[tuple[str, frozenset[NoteKind]], ...] = (
    (N_("Needs"), frozenset({NoteKind.NEED})),
    (N_("Challenges"), frozenset({NoteKind.CHALLENGE})),
    (N_("Opportunities"), frozenset({NoteKind.OPPORTUNITY})),
    (N_("Commitments"), frozenset({NoteKind.COMMITMENT})),
    (N_("Reservations"), frozenset({NoteKind.RESERVATION})),
)
_OTHERS = frozenset({NoteKind.STATEMENT, NoteKind.QUESTION, NoteKind.ANSWER})


def title(material: Material) -> str:
    """«تقرير التشاور»."""
    return material.words.gettext("Consultation report")


def consulted(material: Material) -> Iterator[Block]:
    """Who took part in figures, and for whom where that may be told."""
    yield from participation(material)
    if not material.discretion.names_bodies:
        return
    names = dict.fromkeys(
        material.names.organisation_of(each.person_id) for each in present(material)
    )
    listed_names = material.formatter.list(list(names))
    if listed_names:
        text = material.words.gettext("Organisations represented: {names}.")
        yield Paragraph((Span(text.format(names=listed_names)),))


def themes(material: Material) -> Iterator[Block]:
    """Each theme with what was said about it and what is asked for."""
    if material.edition.detail is Detail.OUTCOMES:
        return
    parts, voices = theme_parts(material), Voices(material)
    if parts:
        yield Heading(material.words.gettext("Results by theme"), note=rule_note(material))
    for number, part in enumerate(parts, start=1):
        yield Heading(part.title, 2, material.formatter.ordinal(number), part.origin)
        yield from _part(material, voices, part)


def _part(material: Material, voices: Voices, part: ThemePart) -> Iterator[Block]:
    is_full = material.edition.detail is Detail.FULL
    weighty = [each for _title, kinds in _KINDS for each in part.of_kinds(kinds)]
    others = [each for each in part.notes if each not in weighty]
    yield from part.summaries
    if others and (is_full or not (weighty or part.summaries)):
        yield from told(material, voices, others)
        others = []
    for heading, kinds in _KINDS:
        if notes := part.of_kinds(kinds):
            yield Heading(material.words.gettext(heading), 3)
            yield from told(material, voices, notes)
    if others:
        yield left_out(material, len(others))
    if part.recommendations:
        yield Heading(material.words.gettext("Recommendations"), 3)
        for row in part.recommendations:
            yield from listed(material, row)


PLAN = Plan(
    title,
    with_contents(
        (
            (Section.DATA, data),
            (Section.OPENING, opening),
            (Section.ATTENDANCE, consulted),
            (Section.THEMES, themes),
            (Section.ISSUES, issues),
            (Section.DECISIONS, decisions),
            (Section.PHOTOGRAPHS, photographs),
            (Section.CLOSING, closing),
        )
    ),
    detail=Detail.SUMMARY,
)
