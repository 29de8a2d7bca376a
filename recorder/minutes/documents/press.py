"""The press text: what happened, what was said by those who agreed to be quoted, what follows."""

from collections.abc import Iterator

from recorder.domain.discussion import Note
from recorder.domain.documents import Section
from recorder.domain.meeting import Meeting
from recorder.domain.tokens import NoteKind, Sex, Stage
from recorder.language.catalogue import N_
from recorder.language.verbs import ended, is_foreign
from recorder.minutes.discussion import told
from recorder.minutes.documents.plan import Plan
from recorder.minutes.material import Material
from recorder.minutes.model import Block, Emphasis, Origin, Paragraph, ParagraphKind, Span
from recorder.minutes.participation import present
from recorder.minutes.photographs import photographs
from recorder.minutes.recommendations import own, qualified, stated_with
from recorder.minutes.sentences import news_sentence, next_meeting_sentence
from recorder.minutes.voices import Voices

_MOST_QUOTES, _FEWEST = 6, 5
_QUOTED = frozenset(set(NoteKind) - {NoteKind.QUESTION, NoteKind.ANSWER, NoteKind.PRIVATE})


def title(material: Material) -> str:
    """«خبر صحفي»."""
    return material.words.gettext("Press text")


def lead(material: Material) -> Iterator[Block]:
    """Who held what, where and when, how many came, and to what end."""
    words = material.words
    sentences = [news_sentence(material), _who_came(material)]
    text = " ".join(each for each in sentences if each)
    if text:
        yield material.written(text, ParagraphKind.LEAD)
    if purpose := material.meeting.purpose.strip():
        label = words.gettext("The aim of the meeting:")
        origin = Origin(Meeting.TABLE, material.meeting.id)
        if is_foreign(material.edition.language, purpose):
            yield Paragraph((Span(label),), keeps_next=True, origin=origin)
            yield material.written(ended(purpose), origin=origin)
        else:
            yield Paragraph((Span(f"{label} {ended(purpose)}"),), origin=origin)


def quotes(material: Material) -> Iterator[Block]:
    """A few contributions in reported speech, each voice once, first who may be named."""
    yield from told(material, Voices(material), _chosen(material))


def outcomes(material: Material) -> Iterator[Block]:
    """What the meeting asks for, and of what it has not adopted that it has not.

    What it refused it does not ask for. The others are counted anew: a gap would be a riddle.
    """
    rows = [each for _number, each in own(material) if each.stage != Stage.REJECTED]
    if not rows:
        return
    words, number = material.words, material.formatter.number
    message = N_("The meeting put forward the following recommendations:")
    if material.are_preliminary:
        message = N_("The meeting put forward the following preliminary recommendations:")
    yield Paragraph((Span(words.gettext(message), Emphasis.STRONG),), keeps_next=True)
    for position, row in enumerate(rows, start=1):
        yield from stated_with(material, (number(position), row), qualified(material, row))


def closing(material: Material) -> Iterator[Block]:
    """When they meet again, and who reported and took the photographs."""
    if sentence := next_meeting_sentence(material):
        yield material.written(sentence)
    if credits_ := material.meeting.credits.strip():
        yield material.written(credits_, ParagraphKind.CREDIT)


def _who_came(material: Material) -> str:
    """How many were recorded as present; a handful may be all that somebody wrote down."""
    came, words, number = present(material), material.words, material.formatter.number
    if len(came) < _FEWEST:
        return ""
    people = words.ngettext(
        "{count} person was recorded as present", "{count} people were recorded as present",
        len(came),
    )  # fmt: skip
    said = people.format(count=number(len(came)))
    women = sum(1 for each in came if material.names.sex(each.person_id) == Sex.FEMALE)
    if women:
        form = words.ngettext("{count} woman among them", "{count} women among them", women)
        said = f"{said}{material.comma}{form.format(count=number(women))}"
    return ended(said)


def _chosen(material: Material) -> list[Note]:
    """At most six notes in their order: of those who may be named first, no voice twice."""
    names = material.names
    notes = [
        each
        for place in [*(each.item.id for each in material.headings), None]
        for each in material.notes_by_item.get(place, ())
        if each.kind in _QUOTED and each.text.strip()
    ]
    ranked = sorted(notes, key=lambda each: not names.listed(each.speaker.person_id))
    chosen: dict[tuple[str | None, str], str] = {}
    for each in ranked:
        chosen.setdefault((each.speaker.person_id, each.speaker.label), each.id)
    ids = set(list(chosen.values())[:_MOST_QUOTES])
    return [each for each in notes if each.id in ids]


PLAN = Plan(
    title,
    (
        (Section.OPENING, lead),
        (Section.DISCUSSION, quotes),
        (Section.RECOMMENDATIONS, outcomes),
        (Section.PHOTOGRAPHS, photographs),
        (Section.CLOSING, closing),
    ),
    is_numbered=False,
)
