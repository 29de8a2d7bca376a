"""Cards of the agenda for the table or the wall: where the meeting is, read across the room.

One for each item, with what stands under it in small type. What is said at it has no place here,
nor have the facilitator's own questions.
"""

from collections.abc import Iterator

from recorder.domain.documents import Section
from recorder.domain.tokens import ItemKind
from recorder.language.labels import label
from recorder.minutes.agenda import presenter_of
from recorder.minutes.documents.invitation import origin_of
from recorder.minutes.documents.plan import Plan
from recorder.minutes.material import Material
from recorder.minutes.model import Block, Cards, Emphasis, Paragraph, ParagraphKind, Span
from recorder.minutes.timetable import Slot, timetable

_SAID_BY_TITLE = frozenset({ItemKind.OPENING, ItemKind.BREAK, ItemKind.CLOSING})


def title(material: Material) -> str:
    """«بطاقات جدول الأعمال»."""
    return material.words.gettext("Agenda cards")


def cards(material: Material) -> Iterator[Block]:
    """A card for each item of the first level, in their order."""
    items: list[list[Slot]] = []
    for slot in timetable(material):
        if slot.place.depth and items:
            items[-1].append(slot)
        else:
            items.append([slot])
    if items:
        yield Cards(tuple(tuple(_card(material, head, under)) for head, *under in items))


def _card(material: Material, slot: Slot, under: list[Slot]) -> Iterator[Paragraph]:
    origin = origin_of(slot)
    if of_meeting := _meeting(material):
        yield Paragraph((Span(of_meeting),), ParagraphKind.REMARK)
    number = material.formatter.number(slot.place.position)
    when = (Span(_when(material, slot)),)
    yield Paragraph(when, ParagraphKind.CARD_HEAD, number, origin=origin)
    said = (Span(material.named(slot.place.item)),)
    yield Paragraph(said, ParagraphKind.CARD_TITLE, origin=origin)
    for each in under:
        yield _inner(material, each)
    if known := _about(material, slot):
        yield Paragraph((Span(known, Emphasis.QUIET),), ParagraphKind.CARD_LINE, origin=origin)


def _meeting(material: Material) -> str:
    """Which meeting it belongs to, since cards are mixed up."""
    meeting = material.meeting
    own = meeting.title if material.is_arabic else meeting.title_en or meeting.title
    return " · ".join(each for each in (own.strip(), material.day) if each)


def _when(material: Material, slot: Slot) -> str:
    """From when to when, else how long."""
    if clock := material.formatter.clock_range(slot.start, slot.end):
        return clock
    minutes = slot.place.item.planned_minutes
    return material.formatter.duration(minutes) if minutes else ""


def _inner(material: Material, slot: Slot) -> Paragraph:
    spans = [Span(f"– {material.named(slot.place.item)}")]
    if when := _when(material, slot):
        spans.append(Span(f" ({when})", Emphasis.QUIET))
    return Paragraph(tuple(spans), ParagraphKind.CARD_LINE, origin=origin_of(slot))


def _about(material: Material, slot: Slot) -> str:
    """What it is for, and who presents it as far as people may be named."""
    kind = slot.place.item.kind
    parts = ["" if kind in _SAID_BY_TITLE else label(kind, material.edition.language)]
    if presenter := presenter_of(material, slot.place):
        parts.append(material.words.gettext("presented by {name}").format(name=presenter))
    return " · ".join(each for each in parts if each)


PLAN = Plan(title, ((Section.AGENDA, cards),), is_numbered=False, is_headed=False)
