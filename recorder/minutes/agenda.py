"""The agenda as it was planned."""

from collections.abc import Iterator

from recorder.domain.meeting import AgendaItem
from recorder.domain.tokens import Attribution
from recorder.minutes.material import Material
from recorder.minutes.model import (
    Block,
    Emphasis,
    Heading,
    Origin,
    Paragraph,
    ParagraphKind,
    Span,
)
from recorder.minutes.outline import Heading as Place


def agenda(material: Material) -> Iterator[Block]:
    """The items with their numbers, their planned minutes and who presents them."""
    places = material.planned
    if not places:
        return
    yield Heading(material.words.gettext("Agenda"))
    for place in places:
        spans = [Span(material.named(place.item))]
        details = _details(material, place)
        if details:
            spans.append(Span(f" ({details})", Emphasis.QUIET))
        kind = ParagraphKind.SUBITEM if place.depth else ParagraphKind.ITEM
        origin = Origin(AgendaItem.TABLE, place.item.id)
        yield Paragraph(tuple(spans), kind, label_of(material, place), origin=origin)


def label_of(material: Material, place: Place) -> str:
    """The number of an item: «أولاً» for those of the agenda, «1.» for what stands under them."""
    if place.depth == 0:
        return material.formatter.ordinal(place.position)
    return f"{material.formatter.number(place.position)}."


def _details(material: Material, place: Place) -> str:
    details = []
    if place.item.planned_minutes:
        details.append(material.formatter.duration(place.item.planned_minutes))
    presenter = presenter_of(material, place)
    if presenter:
        details.append(material.words.gettext("presented by {name}").format(name=presenter))
    return material.comma.join(details)


def presenter_of(material: Material, place: Place) -> str:
    """Who presents an item, where people may be named."""
    discretion = material.discretion
    if not discretion.names_people or discretion.rule_at(place.item.id) is not Attribution.NAMED:
        return ""
    return material.names.addressed(place.item.presenter_id)
